"""Figures of townships as rows of charts and tables."""

from collections.abc import Mapping, Sequence
from datetime import date

from charts.ranking import RankedRow
from charts.trend import TrendPoint
from metrics import Figure, Metric, format_value, versus_county
from metrics._checkup import is_compared
from metrics._rank_words import format_rank, format_rank_interval
from metrics._words import DASH, format_base_value, format_interval, widened_words
from ui import drill_down, mode, prose, route, sheet
from ui import figure_words as words
from ui.markup import Markup, join, tag


def is_ranked(figure: Figure, metric: Metric) -> bool:
    """True for the rows in order: those with a place (printed or not), or all with a value where nobody is ranked."""
    return figure.value is not None and (figure.rank is not None or metric.better == "none")


def in_order(rows: Sequence[Figure], metric: Metric) -> list[Figure]:
    """Figures by place; where no place may be printed, and without a direction, the greatest first."""
    ranked = [row for row in rows if is_ranked(row, metric)]
    return sorted(ranked, key=lambda row: ((row.rank or 0) * mode.prints_places(row), -(row.value or 0)))


def chart_row(figure: Figure, metric: Metric, county: Figure) -> RankedRow:
    """One township of a ranking chart."""
    stands = versus_county(figure, county) if is_compared(metric) else None
    lines = [
        figure.area_name,
        f"{metric.label} {format_value(figure, metric)}{metric.unit}",
        words.parts(figure, metric),
        _interval(figure, metric),
        f"位次 {format_rank(figure)}" if figure.rank is not None and mode.prints_places(figure) else "",
        f"与全县比：{stands.symbol} {stands.word}" if stands else "",
        words.change(figure),
    ]
    return RankedRow(
        code=figure.area_code,
        name=figure.area_name,
        value=figure.value or 0.0,
        low=figure.low,
        high=figure.high,
        value_text=format_value(figure, metric),
        words=words.hover(lines),
        comparison=stands,
    )


def _interval(figure: Figure, metric: Metric) -> str:
    if figure.low is None:
        return ""
    widened = widened_words(figure.phi)
    return f"95%区间 {format_interval(figure, metric)}{f'，{widened}' if widened else ''}"


def _columns(metric: Metric) -> list[sheet.Column]:
    columns = [sheet.Column("乡镇街道", "name"), sheet.Column("位次", "number", optional=True)]
    if metric.denominator is None:
        columns += [
            sheet.Column("本期", "number", metric.unit),
            sheet.Column("95%区间", "number", metric.unit, optional=True),
        ]
    else:
        columns += [
            sheet.Column(metric.numerator.label, "number", metric.numerator.unit),
            sheet.Column(metric.denominator.label, "number", metric.denominator.unit),
            sheet.Column("值", "number", metric.unit),
            sheet.Column("95%区间", "number", metric.unit, optional=True),
        ]
    columns += [sheet.Column("与全县比")] if is_compared(metric) else []
    columns += [
        sheet.Column("上年同期", "number", metric.unit),
        sheet.Column("同比", "words"),
        sheet.Column("标记", "wrap", optional=True),
    ]
    return columns


def table_row(figure: Figure, metric: Metric, county: Figure, filters: dict[str, str]) -> sheet.Row:
    """One line of the ranking table; the county's is bold, unranked ones stand aside."""
    is_county = figure.area_code == county.area_code
    has_page = not is_county and figure.area_code not in ("outside", "unassigned")
    where = route.address("township", area=figure.area_code, metric=metric.name, **filters)
    name: object = sheet.anchor(figure.area_name, where) if has_page else figure.area_name
    cells: list[object] = [name, "" if metric.better == "none" else _place(figure)]
    if metric.denominator is not None:
        cells += [drill_down.count(figure, metric, part, filters) for part in drill_down.SIDES]
    interval = "" if metric.interval == "none" else format_interval(figure, metric)
    cells += [drill_down.value(figure, metric, filters), interval]
    if is_compared(metric):
        stands = versus_county(figure, county)
        cells += [DASH if is_county or not has_page else f"{stands.symbol} {stands.word}"]
    change = prose.keep_words(words.change(figure))
    cells += [drill_down.base_value(figure, metric), change, words.marks(figure)]
    kind: sheet.RowKind = "total" if is_county else ("row" if is_ranked(figure, metric) else "aside")
    return sheet.Row(cells, kind)


def _place(figure: Figure) -> Markup | str:
    """The place, and its interval beside it in a column of its own width, so that places stand below each other.

    Nothing where no place may be printed: the column is left out with it.
    """
    if figure.rank is None or not mode.prints_places(figure):
        return DASH * mode.prints_places(figure)
    interval = format_rank_interval(figure)
    return join([str(figure.rank), tag("span", interval, class_="reach")]) if interval else str(figure.rank)


def show_table(
    metric: Metric,
    rows: Sequence[Figure],
    county: Figure,
    filters: dict[str, str],
    *,
    caption: str,
    beside: Sequence[Mapping[str, str]] = (),
) -> None:
    """Draw townships of one metric as a table; `beside` are rows of other places, cells by header of the column."""
    columns = _columns(metric)
    others = [sheet.Row([cells.get(column.header, "") for column in columns], "aside") for cells in beside]
    lines = [table_row(row, metric, county, filters) for row in rows]
    sheet.show(columns, [*lines, *others], caption=caption)


def _tick(day: date, *, is_first: bool) -> str:
    """The name of a month under the axis; 月 and the year only where a year begins, so that phones have room."""
    return f"{day.month}月<br>{day.year}" if is_first or day.month == 1 else str(day.month)


def _month_name(day: date) -> str:
    return f"{day.year}年{day.month}月"


def trend_points(months: Sequence[Figure], metric: Metric) -> list[TrendPoint]:
    """Months with the same month a year before."""
    return [
        TrendPoint(
            month=_tick(one.period_start, is_first=one is months[0]),
            value=one.value,
            base_month=_month_name(one.base_start),
            base_value=one.base_value,
            words=words.hover(_point_lines(one, metric)),
            base_words=words.hover([f"{_month_name(one.base_start)} {format_base_value(one, metric)}{metric.unit}"]),
            is_partial="partial_period" in one.notes,
            days=_days(one.period_start, one.period_end),
            base_days=_days(one.base_start, one.base_end),
        )
        for one in months
    ]


def _days(start: date, end: date) -> str:
    return f"{start.isoformat()}/{end.isoformat()}"


def days_clicked(days: str) -> dict[str, str]:
    """The filters of the month whose point was clicked."""
    start, end = (date.fromisoformat(day) for day in days.split("/"))
    return drill_down.period_filters(start, end)


def _point_lines(one: Figure, metric: Metric) -> list[str]:
    cut = f"（截至{one.period_end.day}日）" if "partial_period" in one.notes else ""
    return [
        f"{_month_name(one.period_start)}{cut} {format_value(one, metric)}{metric.unit}",
        words.parts(one, metric),
        words.change(one),
    ]
