"""Reference values (averages of city and province) over a finished chart: thin lines that name themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from charts.palette import HIGH, MUTED

_LINE = {"color": MUTED, "width": 1.2, "dash": "dot"}
_LETTERS = {"size": 11}
_STEP = 15
"""Pixels from one line of words to the next."""


@dataclass(frozen=True)
class ReferenceLine:
    """One value in the unit of the chart and what stands beside it; `at` is the month on the axis of a trend."""

    value: float
    words: str
    at: int = 0


def over_ranking(figure: go.Figure, lines: Sequence[ReferenceLine]) -> go.Figure:
    """A copy of a ranking with a vertical line per value, named below the axis so that the county keeps its place."""
    if not lines:
        return figure
    drawn = go.Figure(figure)
    greatest = max([figure.layout.xaxis.range[1], *(1.03 * line.value for line in lines)])
    for number, line in enumerate(sorted(lines, key=lambda one: one.value)):
        drawn.add_shape(
            type="line", xref="x", yref="paper", x0=line.value, x1=line.value, y0=0, y1=1, layer="below", line=_LINE
        )
        drawn.add_annotation(
            x=line.value, xref="x", y=0, yref="paper", yanchor="top", yshift=-23 - _STEP * number, showarrow=False,
            text=line.words, font=_LETTERS, xanchor=_side(line.value / greatest),
        )  # fmt: skip
    drawn.update_layout(margin_b=35 + _STEP * len(lines), height=figure.layout.height + 27 + _STEP * len(lines))
    drawn.update_xaxes(range=[0, greatest])
    return drawn


def _side(share: float) -> str:
    """Which way words run so that they stay inside the chart."""
    if share < 0.2:
        return "left"
    return "right" if share > 0.8 else "center"


def over_trend(figure: go.Figure, lines: Sequence[ReferenceLine]) -> go.Figure:
    """A copy of a trend with a short line at the one month that a value speaks of, named in the legend."""
    if not lines:
        return figure
    drawn = go.Figure(figure)
    months = figure.data[0].x
    for line in lines:
        drawn.add_trace(
            go.Scatter(
                name=line.words,
                mode="markers",
                x=[months[line.at]],
                y=[line.value],
                marker={"symbol": "line-ew-open", "size": 22, "color": HIGH, "line": {"width": 2.4, "color": HIGH}},
                customdata=[[line.words]],
                hovertemplate="%{customdata[0]}<extra></extra>",
            )
        )
    return drawn
