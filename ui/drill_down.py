"""The way from a printed number to its rows: the one place that makes links to the page 明细.

For a figure that a page prints (`filters` is `View.filters`; without it the link has the figure's own days):

    drill_down.parts(figure, metric, view.filters)               n 件 / N 人, both links: for cards and lists
    drill_down.value(figure, metric, view.filters)               the value; of a plain count it is the link itself
    drill_down.count(figure, metric, "numerator", view.filters)  the number alone: for a cell of a table
    drill_down.count(figure, metric, "denominator", view.filters)
    drill_down.base_count(figure, metric)                        the count of the same dates a year before
    drill_down.linked("12", metric.name, area, filters, cause="离婚纠纷")   any words; narrowed to a cause of cases
    drill_down.linked("12", metric.name, area, filters, organisation="某银行")       to those it filed in batches
    drill_down.of_station("12", "screening_events", "listed", key, filters)          a cell of the table of stations

`via` is the view of the page 案由与变化 (`changes_view()`) where the way back shall lead. Each gives Markup for
`sheet.Row`, `tag`, `prose`; plain text where there is nothing to follow (days never exported).
An area is a township's code, a tribunal's (of `compute(by="tribunal")`), `townships` (together), `outside`,
`unassigned` or `county`.
"""

from collections.abc import Mapping
from datetime import date
from typing import get_args
from urllib.parse import parse_qsl, urlencode

import streamlit as st

from metrics import Figure, Metric, format_value
from metrics._rows_behind import Part
from metrics._station_rows import Line
from metrics._words import DASH, format_base_value
from ui import figure_words as words
from ui import route
from ui.markup import Markup, join, tag

PAGE = "rows"
SIDES: tuple[Part, ...] = get_args(Part)
_HINT = "逐行查看这个数数的是哪些"


def period_filters(start: date, end: date) -> dict[str, str]:
    """The address of any dates, both included: for a month of a trend, or the same dates a year before."""
    return {"span": "free", "from": start.isoformat(), "to": end.isoformat()}


def rows_address(
    metric: str,
    area: str,
    filters: Mapping[str, str],
    part: Part = "numerator",
    *,
    cause: str = "",
    organisation: str = "",
    via: str = "",
) -> str:
    """Where the rows behind one side of a figure are listed; `filters` name the period."""
    below = part if part == "denominator" else None
    narrowed = {"cause": cause, "organisation": organisation, "via": via}
    return route.address(PAGE, metric=metric, area=area, part=below, **narrowed, **filters)


def linked(
    label: object,
    metric: str,
    area: str,
    filters: Mapping[str, str],
    part: Part = "numerator",
    *,
    cause: str = "",
    organisation: str = "",
    via: str = "",
) -> Markup:
    """Any words as a link to the rows they count."""
    where = rows_address(metric, area, filters, part, cause=cause, organisation=organisation, via=via)
    return _down(label, where)


def of_station(label: object, work: str, line: Line, key: str, filters: Mapping[str, str]) -> Markup:
    """A cell of the table of stations as a link to the work it counts."""
    return _down(label, route.address(PAGE, work=work, station=f"{line}:{key}", **filters))


def _down(label: object, where: str) -> Markup:
    return tag("a", label, href=where, target="_self", class_="down", title=_HINT)


_CHANGES_VIEW = ("cause", "area", "by", "span", "month", "from", "to")


def changes_view() -> str:
    """The view of 案由与变化 as it stands in the address now: to be carried along as `via`."""
    return urlencode({name: st.query_params[name] for name in _CHANGES_VIEW if name in st.query_params})


def back_to_changes(via: str) -> str:
    """The address of the page 案由与变化 that `via` tells."""
    return route.address("changes", **{name: value for name, value in parse_qsl(via) if name in _CHANGES_VIEW})


def _filters(figure: Figure, filters: Mapping[str, str] | None) -> Mapping[str, str]:
    return period_filters(figure.period_start, figure.period_end) if filters is None else filters


def count(
    figure: Figure, metric: Metric, part: Part = "numerator", filters: Mapping[str, str] | None = None
) -> Markup | str:
    """One side of a figure as a number without its unit; — where it is not known, as of days never exported."""
    number = figure.numerator if part == "numerator" else figure.denominator
    if number is None:
        return DASH
    if figure.status == "not_covered":
        return words.whole(number) if number else DASH
    return linked(words.whole(number), metric.name, figure.area_code, _filters(figure, filters), part)


def base_count(figure: Figure, metric: Metric) -> Markup | str:
    """The numerator of the same dates a year before; — where those days were never exported."""
    if figure.base_value is None and figure.base_numerator == 0:
        return DASH
    days = period_filters(figure.base_start, figure.base_end)
    return linked(words.whole(figure.base_numerator), metric.name, figure.area_code, days)


def parts(figure: Figure, metric: Metric, filters: Mapping[str, str] | None = None) -> Markup | str:
    """n/N as `figure_words.parts` says it, with a link for each number; of a plain count the year before."""
    if figure.status == "not_covered":
        return ""
    if metric.denominator is None:
        return join(["上年同期", base_count(figure, metric), metric.unit], " ")
    top = join([count(figure, metric, "numerator", filters), metric.numerator.unit], " ")
    return join([top, " / ", count(figure, metric, "denominator", filters), " ", words.unit(metric)])


def value(figure: Figure, metric: Metric, filters: Mapping[str, str] | None = None) -> Markup | str:
    """The value as printed, without its unit; of a plain count a link to its rows, else its parts are the links."""
    if metric.denominator is not None or figure.value is None:
        return format_value(figure, metric)
    return count(figure, metric, "numerator", filters)


def base_value(figure: Figure, metric: Metric) -> Markup | str:
    """The value of the same dates a year before, like `value`."""
    return format_base_value(figure, metric) if metric.denominator is not None else base_count(figure, metric)
