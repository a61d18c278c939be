"""Figures and answers of a build, kept by its number and plain values; a new build asks anew."""

from dataclasses import replace
from datetime import date

import streamlit as st

from metrics import METRICS, Figure, Metric, Period, compute, monthly
from metrics._compute import By
from metrics._counts import SHARED_COUNTS
from metrics._facts import CauseCount, Identity, Share, identities, top_causes, unassigned_by_month, unassigned_share
from metrics._period import months_later
from ui.open_build import OpenBuild

COUNTY = "county"


@st.cache_resource(max_entries=256, show_spinner=False)
def _computed(
    path: str,
    names: tuple[str, ...],
    span: str,
    start: date,
    end: date,
    december: bool,
    by: By,
    with_rank_intervals: bool,
    _build: OpenBuild,
) -> list[Figure]:
    period = Period(span, start, end, december)  # type: ignore[arg-type]
    metrics = [METRICS[name] for name in names]
    rows = compute(_build, metrics, period, by=by, with_rank_intervals=with_rank_intervals).rows()
    return [_nothing_known(row) for row in rows]


def _nothing_known(figure: Figure) -> Figure:
    """Days that nobody exported are unknown, not zero: of counts too."""
    if figure.status == "not_covered":
        figure = replace(figure, value=None, low=None, high=None, rank=None)
    if figure.change is None and figure.base_value == 0 and "not_covered" in figure.notes:
        figure = replace(figure, base_value=None)
    return figure


@st.cache_resource(max_entries=256, show_spinner=False)
def _by_month(path: str, names: tuple[str, ...], area: str | None, last: date, _build: OpenBuild) -> list[Figure]:
    rows = monthly(_build, [METRICS[name] for name in names], area, last, months=24).rows()
    return [_nothing_known(row) for row in rows]


@st.cache_resource(max_entries=256, show_spinner=False)
def _causes(
    path: str, area: str, now: tuple[date, date], base: tuple[date, date], _build: OpenBuild
) -> list[CauseCount]:
    return top_causes(_build, area, now, base)


@st.cache_resource(max_entries=256, show_spinner=False)
def _unassigned(path: str, start: date, end: date, _build: OpenBuild) -> Share:
    return unassigned_share(_build, start, end)


@st.cache_resource(max_entries=256, show_spinner=False)
def _unassigned_months(path: str, start: date, end: date, _build: OpenBuild) -> dict[date, Share]:
    return unassigned_by_month(_build, start, end)


@st.cache_resource(max_entries=64, show_spinner=False)
def _identities(path: str, start: date, end: date, _build: OpenBuild) -> list[Identity]:
    return identities(_build, SHARED_COUNTS, start, end)


def accounts_of(build: OpenBuild, period: Period) -> list[Identity]:
    """The shared counts' parts and their totals counted again, over the period."""
    return _identities(str(build.path), period.start, period.end, build)


def figures(
    build: OpenBuild,
    metrics: tuple[Metric, ...],
    period: Period,
    by: By = "all",
    *,
    with_rank_intervals: bool = False,
) -> list[Figure]:
    """Every metric for every township, 辖区外, 未归属 and the county; or what else `by` asks of compute().

    `with_rank_intervals` is for pages that print them: drawing takes a tenth of a second for each metric.
    """
    names = tuple(metric.name for metric in metrics)
    dates = (period.span, period.start, period.end, period.december)
    return _computed(str(build.path), names, *dates, by, with_rank_intervals, build)


def months(build: OpenBuild, metrics: tuple[Metric, ...], area: str | None, last: date) -> list[Figure]:
    """Every metric for each of the 24 months that end with the month of `last`; `area` None is the county."""
    names = tuple(metric.name for metric in metrics)
    return _by_month(str(build.path), names, area, last.replace(day=1), build)


def causes(build: OpenBuild, figure: Figure) -> list[CauseCount]:
    """Causes of the figure's area in its period and its base period, most frequent first."""
    now, base = (figure.period_start, figure.period_end), (figure.base_start, figure.base_end)
    return _causes(str(build.path), figure.area_code, now, base, build)


def unassigned(build: OpenBuild, start: date, end: date) -> Share:
    """First-instance civil filings of a span without a township."""
    return _unassigned(str(build.path), start, end, build)


def unassigned_months(build: OpenBuild, last: date) -> list[float | None]:
    """The same share for each of the 24 months that end with the month of `last`; None for a month without filings."""
    first = months_later(last.replace(day=1), -23)
    known = _unassigned_months(str(build.path), first, last, build)
    days = [months_later(first, at) for at in range(24)]
    return [known[day].value if day in known else None for day in days]


def of_area(rows: list[Figure], metric: Metric, area: str) -> Figure:
    """The figure of one metric and area."""
    return next(row for row in rows if row.metric == metric.name and row.area_code == area)


def townships_of(rows: list[Figure], metric: Metric) -> list[Figure]:
    """The listed townships' figures of one metric, in the order of the list."""
    apart = {"outside", "unassigned", COUNTY}
    return [row for row in rows if row.metric == metric.name and row.area_code not in apart]
