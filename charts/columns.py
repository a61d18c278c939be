"""Months as columns from zero, each before a wider, pale one: the same month of the year before."""

from collections.abc import Sequence

import plotly.graph_objects as go

from charts.axes import from_zero
from charts.palette import ACCENT, MUTED, quiet_layout
from charts.trend import TrendPoint

BEFORE = "rgba(138, 148, 154, 0.28)"
"""The year before: pale, so that numbers on it can be read; its outline is MUTED."""


def monthly_columns(points: Sequence[TrendPoint], unit: str, title: str, height: int = 290) -> go.Figure:
    """One column per month with its number on top; unfinished months are hatched, months without data stay empty."""
    months = [point.month for point in points]
    base = go.Bar(
        name="上年同月",
        x=months,
        y=[point.base_value for point in points],
        width=0.84,
        marker={"color": BEFORE, "line": {"color": MUTED, "width": 1}},
        customdata=[[point.base_days, point.base_words] for point in points],
        hovertemplate="%{customdata[1]}<extra></extra>",
    )
    now = go.Bar(
        name="近12个月",
        width=0.5,
        x=months,
        y=[point.value for point in points],
        text=["" if point.value is None else f"{point.value:,.0f}" for point in points],
        textposition="outside",
        textfont={"size": 11},
        cliponaxis=False,
        marker={
            "color": ACCENT,
            "pattern": {
                "shape": ["/" if point.is_partial else "" for point in points],
                "fillmode": "replace",
                "fgcolor": ACCENT,
            },
            "line": {"color": ACCENT, "width": 1},
        },
        customdata=[[point.days, point.words] for point in points],
        hovertemplate="%{customdata[1]}<extra></extra>",
    )
    figure = go.Figure([base, now], quiet_layout(height, title))
    figure.update_layout(
        showlegend=True,
        barmode="overlay",
        margin_t=64,
        xaxis={"type": "category", "tickfont": {"size": 11}, "fixedrange": True, "showgrid": False, "tickangle": 0},
        yaxis=from_zero(unit),
    )
    return figure
