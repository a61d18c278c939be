"""附：考核计分表. Points by band with the raw figures beside, in the order of the list, which is no ranking."""

from collections.abc import Sequence
from decimal import Decimal

from data.brief import ScoreSheet
from data.target_rules import total_weight
from metrics._period import dates_label
from metrics._review import Review
from metrics._score_words import NOTE, bands_note, points_words, total_words
from metrics._scores import Scored, ScoredItem, scores
from metrics._words import DASH, STATUS_WORDS, format_counts, format_value
from reports.bulletin.cells import NOTHING, text_column
from reports.bulletin.content import Cell, Column, Section, Table

_ITEMS_PER_TABLE = 3


def score_sheet(told: Review) -> Section | None:
    """None where the year has no score sheet."""
    sheet, found = told.brief.score_sheet, scores(told)
    if sheet is None or not found:
        return None
    return Section("score_sheet", sheet.name, tables=tuple(_tables(told, sheet, found)))


def _tables(told: Review, sheet: ScoreSheet, found: Sequence[Scored]) -> list[Table]:
    """Three metrics a table; the total stands after the last one."""
    starts = range(0, len(sheet.items), _ITEMS_PER_TABLE)
    return [_table(told, sheet, found, start, start + _ITEMS_PER_TABLE) for start in starts]


def _table(told: Review, sheet: ScoreSheet, found: Sequence[Scored], start: int, stop: int) -> Table:
    is_last = stop >= len(sheet.items)
    more = f"（续{start // _ITEMS_PER_TABLE}）" if start else ""
    columns = [text_column("乡镇街道", 8)]
    for one in found[0].items[start:stop]:
        columns += [Column(f"{one.metric.label}（{one.metric.unit}）", 7), Column("件数/基数", 8), Column("得分", 4)]
    if is_last:
        columns.append(Column("合计", 7))
    rows = tuple(
        (Cell(one.area_name), *(cell for item in one.items[start:stop] for cell in _cells(item)))
        + ((Cell(total_words(one), _number(one.total)),) if is_last else ())
        for one in found
    )
    period = dates_label(told.to_date.start, told.to_date.end)
    notes = (*map(bands_note, found[0].items[start:stop]), *(_sheet_notes(sheet, found, period) if is_last else ()))
    return Table(f"考核计分表{more}", f"{sheet.name}（{period}）{more}", tuple(columns), rows, notes)


def _cells(one: ScoredItem) -> tuple[Cell, Cell, Cell]:
    """Value, counts and points; why there is none."""
    if one.figure.value is None:
        return Cell(STATUS_WORDS[one.figure.status] or DASH), NOTHING, NOTHING
    value = Cell(format_value(one.figure, one.metric), one.figure.value)
    given = NOTHING if one.points is None else Cell(points_words(one.points), float(one.points))
    return value, Cell(format_counts(one.figure)), given


def _number(total: Decimal | None) -> float | None:
    return None if total is None else float(total)


def _sheet_notes(sheet: ScoreSheet, found: Sequence[Scored], period: str) -> tuple[str, ...]:
    apart = "、".join(one.area_name for one in found if one.is_apart)
    return (
        *((f"{apart}有数量过小的指标或者不参加排位，得分仅供查对。",) if apart else ()),
        f"权重合计{points_words(total_weight(sheet.items))}。依据：{sheet.document}。",
        f"各项按{period}未四舍五入的数套档，累计数不折算成全年；分界数归它开始的一档；没有数的、累计数的数据未覆盖全期的不计分、不作0分，"
        "合计注明缺项。",
        f"{NOTE}各乡镇街道按名册次序列出，不是排名。",
    )
