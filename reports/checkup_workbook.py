"""体检 to be taken away: values with their symbols, every figure in full, the definition card."""

from collections.abc import Sequence

from metrics import change_words
from metrics._checkup import Cell, Checkup, Line
from metrics._words import STATUS_WORDS, mark_words
from reports.table_workbook import Cell as SheetCell
from reports.table_workbook import SheetColumn, Table, tables_workbook

_DETAIL = (
    SheetColumn("指标", width=26),
    SheetColumn("单位", width=10),
    SheetColumn("本期起", "yyyy-mm-dd"),
    SheetColumn("本期止", "yyyy-mm-dd"),
    SheetColumn("分子", "#,##0"),
    SheetColumn("分母", "#,##0"),
    SheetColumn("值", "#,##0.00"),
    SheetColumn("95%下限", "#,##0.00"),
    SheetColumn("95%上限", "#,##0.00"),
    SheetColumn("φ", "0.00", 8),
    SheetColumn("比较", width=14),
    SheetColumn("超出99.8%界限", width=14),
    SheetColumn("同比", width=34),
    SheetColumn("标记", width=24),
)


def checkup_workbook(
    title: str, first: str, table: Checkup, card: Sequence[tuple[str, str]], *, members: Sequence[str] = ()
) -> bytes:
    """Sheets 数据 (lines × metrics), 明细 (a row for each figure there is, unrounded), 口径; `first` heads names.

    `members`, one text per line, follows the name: the townships of a tribunal.
    """
    lines = [*table.references, *table.lines]
    beside = [*([""] * len(table.references)), *members] if members else []
    data = Table(
        "数据", _columns(first, table, bool(members)), [_row(line, at, beside) for at, line in enumerate(lines)]
    )
    detail = [[line.name, *_detail(cell)] for line in lines for cell in line.cells if cell.figure.status != "none"]
    return tables_workbook(title, [data, Table("明细", [SheetColumn(first, width=22), *_DETAIL], detail)], card)


def _columns(first: str, table: Checkup, has_members: bool) -> list[SheetColumn]:
    named = [SheetColumn(first, width=22), *([SheetColumn("乡镇街道", width=40)] if has_members else [])]
    for cell in table.references[0].cells if table.references else ():
        decimals = cell.metric.decimals
        shown = "#,##0" + ("." + "0" * decimals if decimals else "")
        named += [SheetColumn(f"{cell.figure.label}（{cell.metric.unit}）", shown, 14), SheetColumn("比较", width=12)]
    return named


def _row(line: Line, at: int, beside: Sequence[str]) -> list[SheetCell]:
    cells: list[SheetCell] = [line.name, *([beside[at]] if beside else [])]
    for cell in line.cells:
        cells += [cell.figure.value, _stands(cell)]
    return cells


def _stands(cell: Cell) -> str:
    """Symbol and word; of a missing value the reason."""
    if cell.figure.value is None:
        return STATUS_WORDS[cell.figure.status]
    return f"{cell.stands.symbol} {cell.stands.word}" if cell.stands is not None else ""


def _detail(cell: Cell) -> list[SheetCell]:
    one = cell.figure
    is_clear = cell.stands is not None and cell.stands.may_colour
    counts: list[SheetCell] = [one.numerator, one.denominator] if one.status != "not_covered" else [None, None]
    return [
        one.label,
        one.unit,
        one.period_start,
        one.period_end,
        *counts,
        one.value,
        one.low,
        one.high,
        one.phi if one.low is not None else None,
        _stands(cell),
        "是" if is_clear else "",
        change_words(one),
        "、".join(mark_words(one)),
    ]
