"""Reference values (averages of city and province) over a finished chart: thin dashed lines that name themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from charts.palette import MUTED

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
            x=line.value, xref="x", y=0, yref="paper", yanchor="top", yshift=-18 - _STEP * number, showarrow=False,
            text=line.words, font=_LETTERS, xanchor=_side(line.value / greatest),
        )  # fmt: skip
    drawn.update_layout(margin_b=30 + _STEP * len(lines), height=figure.layout.height + 22 + _STEP * len(lines))
    drawn.update_xaxes(range=[0, greatest])
    return drawn


def _side(share: float) -> str:
    """Which way words run so that they stay inside the chart."""
    if share < 0.2:
        return "left"
    return "right" if share > 0.8 else "center"


def over_trend(figure: go.Figure, lines: Sequence[ReferenceLine]) -> go.Figure:
    """A copy of a trend with a short line at the one month that a value speaks of."""
    if not lines:
        return figure
    drawn = go.Figure(figure)
    for line in lines:
        drawn.add_shape(
            type="line",
            xref="x",
            yref="y",
            x0=line.at - 0.5,
            x1=line.at + 0.5,
            y0=line.value,
            y1=line.value,
            line=_LINE,
        )
        drawn.add_annotation(
            x=line.at, xref="x", y=line.value, yref="y", yanchor="bottom", showarrow=False, text=line.words,
            font=_LETTERS, xanchor=_side((line.at + 0.5) / max(_months(figure), 1)),
        )  # fmt: skip
    return drawn


def _months(figure: go.Figure) -> int:
    return max((len(one.x) for one in figure.data), default=0)
