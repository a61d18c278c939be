"""Ranking and trend charts of one metric, kept by build and period and returned unchanged."""

from datetime import date
from html import escape

import plotly.graph_objects as go
import streamlit as st

from charts.ranking import ranked_bars, ranked_dots
from charts.trend import BreakLine, paired_months
from metrics import Figure, Metric
from metrics._beyond_townships import line_label
from metrics._words import yardstick
from ui import mode, township_rows
from ui.figures import COUNTY, of_area, townships_of

MOST_ROWS = 40
"""Townships drawn at most: the first and the last; the table has them all."""


@st.cache_resource(max_entries=128, show_spinner=False)
def _ranking(
    path: str,
    name: str,
    start: date,
    end: date,
    is_bars: bool,
    has_places: bool,
    title: str,
    _rows: list[Figure],
    _metric: Metric,
) -> go.Figure:
    county = of_area(_rows, _metric, COUNTY)
    ordered = township_rows.in_order(townships_of(_rows, _metric), _metric)
    if is_bars:
        ordered = sorted(ordered, key=lambda row: -(row.value or 0))
    left_out = max(0, len(ordered) - MOST_ROWS)
    half = MOST_ROWS // 2
    shown = [*ordered[:half], *ordered[-half:]] if left_out else ordered
    rows = [township_rows.chart_row(row, _metric, county) for row in shown]
    value = yardstick(county) if _metric.denominator is not None else None
    draw = ranked_bars if is_bars or _metric.denominator is None else ranked_dots
    return draw(rows, title, value, escape(line_label(county, _metric)), left_out)


def has_ranking(rows: list[Figure], metric: Metric) -> bool:
    """Whether any township has a value to draw."""
    return any(township_rows.is_ranked(row, metric) for row in townships_of(rows, metric))


def ranking(path: str, rows: list[Figure], metric: Metric, title: str, *, bars: bool = False) -> go.Figure:
    """All ranked townships of a metric: dots with intervals in order of rank, where one may be printed, or bars."""
    county = of_area(rows, metric, COUNTY)
    period = county.period_start, county.period_end
    return _ranking(path, metric.name, *period, bars, mode.prints_places(county), title, rows, metric)


@st.cache_resource(max_entries=128, show_spinner=False)
def _trend(
    path: str,
    name: str,
    area: str,
    last: date,
    title: str,
    breaks: tuple[BreakLine, ...],
    _months: list[Figure],
    _metric: Metric,
) -> go.Figure:
    return paired_months(township_rows.trend_points(_months, _metric), _metric.unit, title, breaks=breaks)


def has_trend(months: list[Figure], metric: Metric) -> bool:
    """Whether any of the last twelve months, or of the year before them, has a value to draw."""
    rows = [row for row in months if row.metric == metric.name][-12:]
    return any(row.value is not None or row.base_value is not None for row in rows)


def trend(path: str, months: list[Figure], metric: Metric, title: str, breaks: tuple[BreakLine, ...] = ()) -> go.Figure:
    """The last twelve of the months given, each over the same month a year before."""
    rows = [row for row in months if row.metric == metric.name][-12:]
    return _trend(path, metric.name, rows[-1].area_code, rows[-1].period_start, title, breaks, rows, metric)
