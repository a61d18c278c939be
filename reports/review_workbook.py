"""What an import changes, to be taken away: the matrix, every changed row, every figure that moves."""

from collections.abc import Mapping

from data.build.review import CHANGES_KEPT, LedgerReview, Review
from data.build.row_words import STATES
from metrics import Figure
from metrics._differences import Moves
from metrics._period import dates_label
from reports.table_workbook import Cell, SheetColumn, table_workbook

_WHOLE = "#,##0"


def matrix_workbook(title: str, review: Review, one: LedgerReview) -> bytes:
    """One row per township and month: rows before and after, and why they differ."""
    names = ("现有", "变更后", "新增", "撤下", "移入", "移出", "更新（仍在原处）")
    columns = [SheetColumn("乡镇街道", width=18), SheetColumn("月份"), *(SheetColumn(name, _WHOLE) for name in names)]
    rows: list[list[Cell]] = [
        [label, month.strftime("%Y-%m"), *one.cells[code, month]]
        for code, label in review.areas
        for month in one.months
        if (code, month) in one.cells
    ]
    card = [("对账", "变更后 = 现有 + 新增 − 撤下 + 移入 − 移出"), ("内容", "只列有变化的月份")]
    return table_workbook(title, columns, rows, card)


def changes_workbook(title: str, one: LedgerReview, areas: Mapping[str, str]) -> bytes:
    """One row per column of a changed row: what it said and what it would say."""
    columns = [
        SheetColumn("记录", width=28),
        SheetColumn("变化", width=16),
        SheetColumn("原归属", width=14),
        SheetColumn("新归属", width=14),
        SheetColumn("列", width=18),
        SheetColumn("原来", width=30),
        SheetColumn("改为", width=30),
    ]
    rows: list[list[Cell]] = []
    for change in one.changes:
        head: list[Cell] = [change.name, STATES[change.state]]
        head += [areas.get(code or "", "") for code in (change.old_area, change.new_area)]
        rows += [[*head, each.label, each.old, each.new] for each in change.differences] or [[*head, "", "", ""]]
    shown = f"，列出前 {CHANGES_KEPT:,} 条" if one.changes_in_all > len(one.changes) else ""
    return table_workbook(title, columns, rows, [("内容", f"共 {one.changes_in_all:,} 条{shown}；新增的不逐条列出")])


def moves_workbook(title: str, found: Moves) -> bytes:
    """One row per figure that moves, unrounded; places where there are any."""
    sides = ("前", "后")
    has_places = any(side.rank is not None for one in found.moved for side in (one.before, one.after) if side)
    heads = ("数值", "分子", "分母", "位次") if has_places else ("数值", "分子", "分母")
    columns = [
        SheetColumn("指标", width=26),
        SheetColumn("地区", width=18),
        *(SheetColumn(f"{name}（{side}）", width=14) for name in heads for side in sides),
        SheetColumn("单位", width=14),
    ]
    rows: list[list[Cell]] = [
        [one.metric.label, one.area_name, *_numbers(len(heads), one.before, one.after), one.metric.unit]
        for one in found.moved
    ]
    return table_workbook(title, columns, rows, [("期间", dates_label(found.period.start, found.period.end))])


def _numbers(columns: int, *sides: Figure | None) -> list[Cell]:
    names = ("value", "numerator", "denominator", "rank")[:columns]
    return [None if figure is None else getattr(figure, name) for name in names for figure in sides]
