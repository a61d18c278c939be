"""Months of this year over the same months of the year before."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from charts.axes import from_zero
from charts.palette import ACCENT, HIGH, MUTED, quiet_layout


@dataclass(frozen=True)
class TrendPoint:
    """One month. `value` is None where nothing can be said; `words` is shown on pointing at it."""

    month: str
    value: float | None
    base_month: str
    base_value: float | None
    words: str
    base_words: str
    is_partial: bool = False
    days: str = ""
    """First and last day, as the page that a click opens is told them."""
    base_days: str = ""


@dataclass(frozen=True)
class BreakLine:
    """A break of the series between two months of the axis (2.5: third and fourth); `words` stand at its top."""

    at: float
    words: str


def _draw_breaks(figure: go.Figure, breaks: Sequence[BreakLine]) -> None:
    for one in breaks:
        figure.add_shape(
            type="line", xref="x", yref="paper", x0=one.at, x1=one.at, y0=0, y1=1, layer="below",
            line={"color": HIGH, "width": 1.5, "dash": "dash"},
        )  # fmt: skip
        figure.add_annotation(
            x=one.at, xref="x", y=1, yref="paper", yanchor="top", xanchor="left", text=one.words, showarrow=False,
            font={"size": 11},
        )  # fmt: skip


def paired_months(
    points: Sequence[TrendPoint], unit: str, title: str, height: int = 290, breaks: Sequence[BreakLine] = ()
) -> go.Figure:
    """Two lines on one axis of months: this year solid, the year before dashed; unfinished months are open circles."""
    months = [point.month for point in points]
    base = go.Scatter(
        name="上年同月",
        mode="lines+markers",
        x=months,
        y=[point.base_value for point in points],
        line={"color": MUTED, "width": 1.6, "dash": "dot"},
        marker={"size": 5, "symbol": "circle-open", "color": MUTED},
        customdata=[[point.base_days, point.base_words] for point in points],
        hovertemplate="%{customdata[1]}<extra></extra>",
        connectgaps=False,
    )
    now = go.Scatter(
        name="近12个月",
        mode="lines+markers",
        x=months,
        y=[point.value for point in points],
        line={"color": ACCENT, "width": 2.2},
        marker={
            "size": 7,
            "color": ACCENT,
            "symbol": ["circle-open" if point.is_partial else "circle" for point in points],
        },
        customdata=[[point.days, point.words] for point in points],
        hovertemplate="%{customdata[1]}<extra></extra>",
        connectgaps=False,
    )
    figure = go.Figure([base, now], quiet_layout(height, title))
    figure.update_layout(
        showlegend=True,
        margin_t=64,
        xaxis={
            "type": "category",
            "tickfont": {"size": 11},
            "fixedrange": True,
            "showgrid": False,
            "tickangle": 0,
            "title": None,
        },
        yaxis=from_zero(unit),
    )
    _draw_breaks(figure, breaks)
    return figure
