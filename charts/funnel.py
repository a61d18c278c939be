"""Funnel: every township's value over its size, between the limits that chance alone would keep it in."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from charts.axes import from_zero
from charts.palette import ACCENT, GRID, HIGH, MUTED, NEUTRAL, label, quiet_layout

_HEIGHT = 540
_SHAPES = {"▲": "triangle-up", "▽": "triangle-down-open", "●": "circle"}
_ROOM = 0.12
_FROM_ZERO = 0.5
"""Points and limits that all lie above this part of the highest need no axis from zero: nothing here has a length."""
BESIDE = 1.25
"""The axis of sizes reaches so many times beyond the smallest and the largest."""
_STEPS = "125"
_FEW = 5
_NAMED = 12
"""Names written beside points at most; pointing at a point says them all."""
_WIDE, _HIGH = 0.2, 0.05
"""Room that a name takes of the picture; one that would touch another is not written."""


@dataclass(frozen=True)
class FunnelPoint:
    """One township: where a click leads, its size (residents, disputes) above 0, its value, its symbol, the words."""

    code: str
    name: str
    size: float
    value: float
    symbol: str
    is_far: bool
    """Outside the 99.8 % limits: coloured and named."""
    words: str


@dataclass(frozen=True)
class FunnelLimits:
    """A pair of lines, lower and upper: sizes in rising order and the value at each."""

    name: str
    dash: str
    lower: tuple[Sequence[float], Sequence[float]]
    upper: tuple[Sequence[float], Sequence[float]]


def funnel(
    points: Sequence[FunnelPoint],
    limits: Sequence[FunnelLimits],
    target: float,
    title: str,
    *,
    target_name: str,
    size_name: str,
    unit: str,
) -> go.Figure:
    """At least one point, between the limits; sizes on a logarithmic axis, limits may leave the picture."""
    sizes = [one.size for one in points]
    low, high = min(sizes) / BESIDE, max(sizes) * BESIDE
    bottom, top = _heights([target, *(one.value for one in points)], limits)
    layout = quiet_layout(_HEIGHT, title)
    layout.margin.t = 88
    layout.showlegend = True
    layout.xaxis = _sizes(low, high, size_name)
    layout.yaxis = from_zero(unit) | {"range": [bottom, top]}
    lines = [line for one in limits for line in _pair(one)]
    middle = _line(target_name, "dot", ([low, high], [target, target]), in_legend=True)
    figure = go.Figure([*lines, middle, _points(points)], layout)
    for one in _named(points, math.log(high / low), top - bottom):
        name = label(one.name)
        x = math.log10(one.size)
        figure.add_annotation(x=x, y=one.value, text=name, showarrow=False, yshift=14, font={"size": 12})
    return figure


def _heights(values: Sequence[float], limits: Sequence[FunnelLimits]) -> tuple[float, float]:
    """From zero, or from below the lowest point and limit where they are all high; limits may leave at the top."""
    highest = max(values)
    lowest = min([*values, *(value for one in limits for value in one.lower[1])])
    room = _ROOM * (highest - lowest)
    is_high = lowest > _FROM_ZERO * highest
    return (lowest - room if is_high else 0.0), (highest + (room if is_high else _ROOM * highest)) or 1.0


def _sizes(low: float, high: float, name: str) -> dict[str, Any]:
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    round_ones = [step * 10**power for power in powers for step in range(1, 10) if low <= step * 10**power <= high]
    ticks = [one for one in round_ones if str(one)[0] in _STEPS] if len(round_ones) > _FEW else round_ones
    return {
        "type": "log",
        "range": [math.log10(low), math.log10(high)],
        "tickvals": ticks,
        "ticktext": [f"{tick:,.0f}" for tick in ticks],
        "gridcolor": GRID,
        "fixedrange": True,
        "title": {"text": name, "font": {"size": 12}},
    }


def _named(points: Sequence[FunnelPoint], width: float, height: float) -> list[FunnelPoint]:
    """The far points, of a handful all, from the top down, whose names touch no other one's."""
    kept: list[FunnelPoint] = []
    told = [one for one in points if one.is_far or len(points) <= _FEW]
    for one in sorted(told, key=lambda each: -each.value):
        is_free = all(
            abs(math.log(one.size / other.size)) > _WIDE * width or abs(one.value - other.value) > _HIGH * height
            for other in kept
        )
        kept += [one] if is_free and len(kept) < _NAMED else []
    return kept


def _pair(one: FunnelLimits) -> list[go.Scatter]:
    return [_line(one.name, one.dash, one.lower, in_legend=True), _line(one.name, one.dash, one.upper)]


def _line(
    name: str, dash: str, along: tuple[Sequence[float], Sequence[float]], *, in_legend: bool = False
) -> go.Scatter:
    return go.Scatter(
        name=name,
        mode="lines",
        x=list(along[0]),
        y=list(along[1]),
        line={"color": MUTED, "width": 1.4, "dash": dash},
        hoverinfo="skip",
        showlegend=in_legend,
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
        showlegend=False,
    )
