"""Figures before and after: which of them an import moves, for a draft, an undo and its undo alike."""

from collections.abc import Sequence
from datetime import date

from metrics import Figure, Metric, format_value
from metrics._areas import COUNTY
from metrics._differences import Moved, Moves, without_places
from metrics._period import dates_label
from metrics._rank_intervals import place_of
from metrics._words import DASH, format_change, format_counts
from ui import mode, prose, sheet
from ui.paging import page_offset, turn_page

PAGE = 30


def printed(found: Moves) -> Moves:
    """What may be shown and taken away: no places in 体检模式."""
    return found if mode.is_ranking() else without_places(found)


def answer(found: Sequence[Moves]) -> str:
    """The figures of the county that move in the latest period, in one sentence."""
    if not found:
        return "还没有覆盖完整月份的案件台账，看不出哪些指标会变。"
    latest = printed(found[0])
    when = dates_label(latest.period.start, latest.period.end)
    if not latest.moved:
        return f"{when}的各项指标都不变。"
    county = [one for one in latest.moved if one.area_code == COUNTY and one.is_printed]
    told = "，".join(
        f"{one.metric.label} {_value(one.before, one.metric)} → {_value(one.after, one.metric)}" for one in county
    )
    places = len({one.area_code for one in latest.moved} - {COUNTY})
    whole = f"全县{told}" if told else "全县各项指标不变"
    return f"{when}：{whole}；共 {places} 处（乡镇街道、辖区外、未归属）的数有变化。"


def _value(figure: Figure | None, metric: Metric) -> str:
    if figure is None or figure.value is None or figure.status == "not_covered":
        return DASH
    return f"{format_value(figure, metric)}{metric.unit}"


def _counts(figure: Figure | None) -> str:
    return DASH if figure is None or figure.status == "not_covered" else format_counts(figure)


def _change(figure: Figure | None) -> str:
    return DASH if figure is None or figure.status == "not_covered" else format_change(figure)


def _rank(figure: Figure | None) -> str:
    place = None if figure is None else place_of(figure)
    return "" if place is None else str(place)


def _pair(old: str, new: str) -> str:
    return new if old == new else f"{old} → {new}"


def cells(one: Moved) -> list[str]:
    """A line of the table: metric, area, value, counts and rank, each old → new where they differ."""
    return [
        one.metric.label,
        one.area_name,
        _pair(_value(one.before, one.metric), _value(one.after, one.metric)),
        _pair(_counts(one.before), _counts(one.after)),
        _pair(_change(one.before), _change(one.after)),
        _pair(_rank(one.before), _rank(one.after)),
    ]


def _cut(found: Moves, verb: str) -> str:
    """Said where the two sides do not reach equally far: their figures are of unequal periods."""
    ends = {side: {end for one in found.moved if (end := _end(one, side))} for side in ("before", "after")}
    before, after = (max(ends[side], default=None) for side in ("before", "after"))
    if before is None or after is None or before == after:
        return ""
    return f"{verb}前数据截至 {before.isoformat()}，{verb}后截至 {after.isoformat()}，两边的期间不一样长"


def _end(one: Moved, side: str) -> date | None:
    figure: Figure | None = getattr(one, side)
    return None if figure is None or figure.status == "not_covered" else figure.period_end


def show(found: Sequence[Moves], verb: str) -> None:
    """A table for each period; the county first within each metric."""
    for at, one in enumerate(map(printed, found)):
        when = dates_label(one.period.start, one.period.end)
        if not one.moved:
            prose.note(f"{when}：各项指标都不变。")
            continue
        name = f"moves{at}"
        first = page_offset(PAGE, name)
        columns = [
            sheet.Column("指标", "name"),
            sheet.Column("地区"),
            sheet.Column("数值", "number"),
            sheet.Column("件数或 件数/分母", "number"),
            sheet.Column("同比", "number"),
            sheet.Column("位次", "number", optional=True),
        ]
        rows = [sheet.Row(cells(each), "total" if each.area_code == COUNTY else "row") for each in one.moved]
        caption = f"{when}，{verb}前 → {verb}后；共 {len(one.moved):,} 项有变化，没有箭头的格不变"
        sheet.show(columns, rows[first : first + PAGE], caption=caption)
        turn_page(len(rows), PAGE, name)
        if cut := _cut(one, verb):
            prose.small_print([cut])
