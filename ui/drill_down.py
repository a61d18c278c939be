"""The way from a printed number to its rows: the one place that makes links to the page 明细.

For a figure that a page prints (`filters` is `View.filters`; without it the link has the figure's own days):

    drill_down.parts(figure, metric, view.filters)               n 件 / N 人, both links: for cards and lists
    drill_down.count(figure, metric, "numerator", view.filters)  the number alone: for a cell of a table
    drill_down.count(figure, metric, "denominator", view.filters)
    drill_down.base_count(figure, metric)                        the count of the same dates a year before
    drill_down.linked("12", metric.name, area, filters, cause="离婚纠纷")   any words; narrowed to a cause of cases

Each gives Markup for `sheet.Row`, `tag`, `prose`; plain text where there is nothing to follow (days never exported).
An area is a township's code, a tribunal's (of `compute(by="tribunal")`), `outside`, `unassigned` or `county`.
"""

from collections.abc import Mapping
from datetime import date

from metrics import Figure, Metric
from metrics._rows_behind import Part
from metrics._words import DASH
from ui import figure_words as words
from ui import route
from ui.markup import Markup, join, tag

PAGE = "rows"
_HINT = "逐行查看这个数数的是哪些"


def period_filters(start: date, end: date) -> dict[str, str]:
    """The address of any dates, both included: for a month of a trend, or the same dates a year before."""
    return {"span": "free", "from": start.isoformat(), "to": end.isoformat()}


def rows_address(
    metric: str, area: str, filters: Mapping[str, str], part: Part = "numerator", *, cause: str = ""
) -> str:
    """Where the rows behind one side of a figure are listed; `filters` name the period."""
    below = part if part == "denominator" else None
    return route.address(PAGE, metric=metric, area=area, part=below, cause=cause, **filters)


def linked(
    label: object, metric: str, area: str, filters: Mapping[str, str], part: Part = "numerator", *, cause: str = ""
) -> Markup:
    """Any words as a link to the rows they count."""
    where = rows_address(metric, area, filters, part, cause=cause)
    return tag("a", label, href=where, target="_self", class_="down", title=_HINT)


def _filters(figure: Figure, filters: Mapping[str, str] | None) -> Mapping[str, str]:
    return period_filters(figure.period_start, figure.period_end) if filters is None else filters


def count(
    figure: Figure, metric: Metric, part: Part = "numerator", filters: Mapping[str, str] | None = None
) -> Markup | str:
    """One side of a figure as a number without its unit; — where it is not known."""
    number = figure.numerator if part == "numerator" else figure.denominator
    if number is None:
        return DASH
    if figure.status == "not_covered":
        return words.whole(number)
    return linked(words.whole(number), metric.name, figure.area_code, _filters(figure, filters), part)


def base_count(figure: Figure, metric: Metric) -> Markup | str:
    """The numerator of the same dates a year before; — where those days were never exported."""
    if figure.base_value is None and figure.base_numerator == 0:
        return DASH
    days = period_filters(figure.base_start, figure.base_end)
    return linked(words.whole(figure.base_numerator), metric.name, figure.area_code, days)


def parts(figure: Figure, metric: Metric, filters: Mapping[str, str] | None = None) -> Markup | str:
    """n/N as `figure_words.parts` says it, with a link for each number; of a plain count both years."""
    if figure.status == "not_covered":
        return ""
    top = join([count(figure, metric, "numerator", filters), metric.numerator.unit], " ")
    if metric.denominator is None:
        base = base_count(figure, metric)
        return join(["本期 ", top, "，上年同期 ", base, *([" ", metric.unit] if base != DASH else [])])
    return join([top, " / ", count(figure, metric, "denominator", filters), " ", words.unit(metric)])
