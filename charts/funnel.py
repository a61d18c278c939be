"""Funnel: every township's value over its size, between the limits that chance alone would keep it in."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from charts.axes import from_zero
from charts.palette import ACCENT, GRID, HIGH, MUTED, NEUTRAL, label, quiet_layout

_HEIGHT = 520
_SHAPES = {"▲": "triangle-up", "▽": "triangle-down-open", "●": "circle"}
_DASHES = {"95%": "dash", "99.8%": "solid"}
_ROOM = 1.18
_NAMED = 12
"""Names written beside points at most; pointing at a point says them all."""


@dataclass(frozen=True)
class FunnelPoint:
    """One township: where a click leads, its size (residents, disputes), its value, its symbol, and the words."""

    code: str
    name: str
    size: float
    value: float
    symbol: str
    is_far: bool
    """Outside the 99.8 % limits: coloured and named."""
    words: str


@dataclass(frozen=True)
class FunnelLine:
    """A limit: sizes in rising order and the value at each."""

    name: str
    sizes: Sequence[float]
    values: Sequence[float]


def funnel(
    points: Sequence[FunnelPoint],
    lines: Sequence[FunnelLine],
    target: float,
    title: str,
    *,
    size_name: str,
    unit: str,
) -> go.Figure:
    """Points between the lines; the target is dashed like the line of a ranking. Lines leave the picture at the top."""
    top = max([target, *(one.value for one in points)]) * _ROOM or 1
    largest = max((one.size for one in points), default=1)
    layout = quiet_layout(_HEIGHT, title)
    layout.xaxis = from_zero(size_name) | {"range": [0, largest * 1.06], "zeroline": False, "tickformat": ",d"}
    layout.yaxis = from_zero(unit) | {"range": [0, top]}
    layout.margin.r = 60
    figure = go.Figure([*(_line(one) for one in lines), _target(target, largest), _points(points)], layout)
    _name_points(figure, points)
    _name_lines(figure, lines, top)
    return figure


def _name_points(figure: go.Figure, points: Sequence[FunnelPoint]) -> None:
    """The far ones, the largest first."""
    far = sorted((one for one in points if one.is_far), key=lambda one: -one.size)
    for one in far[:_NAMED]:
        name = label(one.name)
        figure.add_annotation(x=one.size, y=one.value, text=name, showarrow=False, yshift=13, font={"size": 12})


def _name_lines(figure: go.Figure, lines: Sequence[FunnelLine], top: float) -> None:
    """Each at its right end, as far as it lies in the picture."""
    for one in lines:
        inside = [(size, value) for size, value in zip(one.sizes, one.values, strict=True) if value <= top]
        if inside:
            size, value = inside[-1]
            font = {"size": 11, "color": MUTED}
            figure.add_annotation(x=size, y=value, text=one.name, showarrow=False, xanchor="left", xshift=4, font=font)


def _line(one: FunnelLine) -> go.Scatter:
    return go.Scatter(
        mode="lines",
        x=list(one.sizes),
        y=list(one.values),
        line={"color": MUTED, "width": 1.2, "dash": _DASHES[one.name]},
        hoverinfo="skip",
    )


def _target(target: float, largest: float) -> go.Scatter:
    return go.Scatter(
        mode="lines",
        x=[0, largest * 1.06],
        y=[target, target],
        line={"color": GRID.replace("0.22", "0.9"), "width": 1.4, "dash": "dot"},
        hoverinfo="skip",
    )


def _points(points: Sequence[FunnelPoint]) -> go.Scatter:
    colors = [NEUTRAL if not one.is_far else HIGH if one.symbol == "▲" else ACCENT for one in points]
    return go.Scatter(
        mode="markers",
        x=[one.size for one in points],
        y=[one.value for one in points],
        marker={
            "size": 10,
            "color": colors,
            "line": {"width": 1.5, "color": colors},
            "symbol": [_SHAPES[one.symbol] for one in points],
        },
        customdata=[[one.code, one.words] for one in points],
        hovertemplate="%{customdata[1]}<extra></extra>",
        cliponaxis=False,
    )
