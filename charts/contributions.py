"""What each part adds to a change: bars to both sides of zero, the rest and the whole below them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import plotly.graph_objects as go

from charts.axes import of_names
from charts.palette import ACCENT, GRID, HIGH, MUTED, NEUTRAL, ROW_HEIGHT, label, quiet_layout

_VALUE_WIDTH = 76
"""Pixels kept at the right for the column of values."""
_LONGEST = 11
_AIR = 1.08
_COLOURS = {"above": HIGH, "below": ACCENT}


@dataclass(frozen=True)
class Contribution:
    """One bar: where a click leads ('' nowhere), its length, its value in words, and what is shown on pointing."""

    code: str
    name: str
    value: float
    text: str
    words: str
    stands: str = "none"
    """above and below are coloured; the symbol in `text` says it first."""
    kind: Literal["part", "rest", "whole"] = "part"


def contribution_bars(rows: Sequence[Contribution], title: str, unit: str) -> go.Figure:
    """Rows from above in the order given; a line parts the whole from what it is made of."""
    at = list(range(len(rows)))
    figure = go.Figure(_bars(rows, at), _layout(rows, at, title, unit))
    for place, row in zip(at, rows, strict=True):
        figure.add_annotation(
            x=1, xref="paper", xanchor="right", xshift=_VALUE_WIDTH, y=place, text=row.text, showarrow=False,
            font={"size": 12},
        )  # fmt: skip
    whole = next((place for place, row in zip(at, rows, strict=True) if row.kind == "whole"), None)
    if whole:
        figure.add_hline(y=whole - 0.5, line={"color": MUTED, "width": 1})
    return figure


def _bars(rows: Sequence[Contribution], at: list[int]) -> go.Bar:
    return go.Bar(
        orientation="h",
        x=[row.value for row in rows],
        y=at,
        marker={"color": [MUTED if row.kind == "whole" else _COLOURS.get(row.stands, NEUTRAL) for row in rows]},
        customdata=[[row.code, row.words] for row in rows],
        hovertemplate="%{customdata[1]}<extra></extra>",
    )


def _layout(rows: Sequence[Contribution], at: list[int], title: str, unit: str) -> go.Layout:
    low, high = min([0.0, *(row.value for row in rows)]), max([0.0, *(row.value for row in rows)])
    layout = quiet_layout(ROW_HEIGHT * max(len(rows), 3) + 96, title)
    layout.margin.r = _VALUE_WIDTH + 4
    layout.margin.b = 34
    layout.xaxis = {
        "range": [low * _AIR, high * _AIR] if high > low else [-1, 1],
        "title": {"text": unit, "font": {"size": 12}, "standoff": 6},
        "gridcolor": GRID,
        "zeroline": True,
        "zerolinecolor": MUTED,
        "zerolinewidth": 1.5,
        "fixedrange": True,
        "nticks": 5,
    }
    layout.yaxis = of_names(at, [label(row.name, _LONGEST) for row in rows], len(rows))
    return layout
