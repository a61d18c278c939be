"""Figures and answers of a build, kept by its number and plain values; a new build asks anew."""

from datetime import date

import streamlit as st

from metrics import METRICS, Figure, Metric, Period, compute, monthly
from ui.open_build import OpenBuild

COUNTY = "county"


@st.cache_resource(max_entries=256, show_spinner=False)
def _computed(
    path: str, names: tuple[str, ...], span: str, start: date, end: date, december: bool, _build: OpenBuild
) -> list[Figure]:
    period = Period(span, start, end, december)  # type: ignore[arg-type]
    return compute(_build, [METRICS[name] for name in names], period, by="all").rows()


@st.cache_resource(max_entries=256, show_spinner=False)
def _by_month(path: str, names: tuple[str, ...], area: str | None, last: date, _build: OpenBuild) -> list[Figure]:
    return monthly(_build, [METRICS[name] for name in names], area, last, months=24).rows()


def figures(build: OpenBuild, metrics: tuple[Metric, ...], period: Period) -> list[Figure]:
    """Every metric for every township, 辖区外, 未归属 and the county."""
    names = tuple(metric.name for metric in metrics)
    return _computed(str(build.path), names, period.span, period.start, period.end, period.december, build)


def months(build: OpenBuild, metrics: tuple[Metric, ...], area: str | None, last: date) -> list[Figure]:
    """Every metric for each of the 24 months that end with the month of `last`; `area` None is the county."""
    names = tuple(metric.name for metric in metrics)
    return _by_month(str(build.path), names, area, last.replace(day=1), build)


def of_area(rows: list[Figure], metric: Metric, area: str) -> Figure:
    """The figure of one metric and area."""
    return next(row for row in rows if row.metric == metric.name and row.area_code == area)


def townships_of(rows: list[Figure], metric: Metric) -> list[Figure]:
    """The listed townships' figures of one metric, in the order of the list."""
    apart = {"outside", "unassigned", COUNTY}
    return [row for row in rows if row.metric == metric.name and row.area_code not in apart]
