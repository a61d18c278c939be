"""A series with the band it was expected in, and the points outside; and a series before and after a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import plotly.graph_objects as go

from charts.axes import from_zero
from charts.palette import ACCENT, HIGH, MUTED, quiet_layout

Mark = Literal["high", "low", "watch", ""]
BAND = "rgba(128, 140, 146, 0.22)"
_SYMBOLS: dict[Mark, str] = {"high": "triangle-up", "low": "triangle-down", "watch": "diamond-open", "": "circle"}
_SIZES: dict[Mark, int] = {"high": 12, "low": 12, "watch": 9, "": 5}


@dataclass(frozen=True)
class BandPoint:
    """One period. None where there is no number; `tick` names it under the axis, empty for most."""

    tick: str
    value: float | None
    expected: float | None
    low: float | None
    high: float | None
    words: str
    mark: Mark = ""
    begins_anew: bool = False
    """The line is not joined to the period before: a year to date starts from nothing."""


def expected_band(
    points: Sequence[BandPoint], unit: str, title: str, *, expected_name: str = "预计", height: int = 320
) -> go.Figure:
    """The line of what was counted over the band of its 99.8 % limits; ▲ and ▽ are alerts, ◇ a first breach of 95 %."""
    figure = go.Figure(layout=quiet_layout(height, title))
    places = _places(points)
    xs, ys = _outline(points)
    figure.add_scatter(
        name="99.8%界限",
        x=xs,
        y=ys,
        mode="lines",
        line={"color": MUTED, "width": 0.6},
        fill="toself",
        fillcolor=BAND,
        hoverinfo="skip",
    )
    figure.add_scatter(
        name=expected_name,
        x=places,
        y=_joined(points, "expected"),
        mode="lines",
        line={"color": MUTED, "width": 1.4, "dash": "dot"},
        hoverinfo="skip",
    )
    figure.add_scatter(
        name="实际",
        legendrank=1,
        x=places,
        y=_joined(points, "value"),
        mode="lines",
        line={"color": ACCENT, "width": 2},
        hoverinfo="skip",
        connectgaps=False,
    )
    _add_marks(figure, points)
    return _with_axes(figure, [one.tick for one in points], unit)


def _outline(points: Sequence[BandPoint]) -> tuple[list[float | None], list[float | None]]:
    """One closed outline for each stretch of points with both limits; stretches are kept apart by an empty point."""
    stretches: list[list[tuple[int, float, float]]] = [[]]
    for at, one in enumerate(points):
        if one.begins_anew or one.low is None or one.high is None:
            stretches.append([])
        if one.low is not None and one.high is not None:
            stretches[-1].append((at, one.low, one.high))
    xs: list[float | None] = []
    ys: list[float | None] = []
    for stretch in filter(None, stretches):
        there = [(at, high) for at, _, high in stretch]
        back = [(at, low) for at, low, _ in reversed(stretch)]
        outline = [*there, *back, there[0]]
        xs += [*(x for x, _ in outline), None]
        ys += [*(y for _, y in outline), None]
    return xs, ys


def _places(points: Sequence[BandPoint]) -> list[float]:
    """Places along the axis; a point that begins anew has an empty one before it, where lines break."""
    places: list[float] = []
    for at, one in enumerate(points):
        places += [at - 0.5] if one.begins_anew and at else []
        places.append(at)
    return places


def _joined(points: Sequence[BandPoint], name: str) -> list[float | None]:
    values: list[float | None] = []
    for at, one in enumerate(points):
        values += [None] if one.begins_anew and at else []
        values.append(getattr(one, name))
    return values


def _add_marks(figure: go.Figure, points: Sequence[BandPoint]) -> None:
    figure.add_scatter(
        x=list(range(len(points))),
        y=[one.value for one in points],
        mode="markers",
        marker={
            "symbol": [_SYMBOLS[one.mark] for one in points],
            "size": [_SIZES[one.mark] for one in points],
            "opacity": 1,
            "color": [HIGH if one.mark in ("high", "low") else ACCENT for one in points],
        },
        customdata=[[one.words] for one in points],
        hovertemplate="%{customdata[0]}<extra></extra>",
        showlegend=False,
    )


@dataclass(frozen=True)
class Level:
    """A level line over some places of the axis, named in the legend."""

    first: int
    last: int
    value: float
    words: str


def before_after(
    points: Sequence[BandPoint], levels: Sequence[Level], at: float, at_words: str, unit: str, title: str
) -> go.Figure:
    """Monthly values, a line where something was done, and the level of as many months before and after."""
    figure = go.Figure(layout=quiet_layout(300, title))
    figure.add_scatter(
        name="逐月",
        x=list(range(len(points))),
        y=[one.value for one in points],
        mode="lines+markers",
        line={"color": ACCENT, "width": 2},
        marker={"size": 6, "color": ACCENT},
        customdata=[[one.words] for one in points],
        hovertemplate="%{customdata[0]}<extra></extra>",
        connectgaps=False,
    )
    for level, dash in zip(levels, ("dot", "dash"), strict=False):
        figure.add_scatter(
            name=level.words,
            x=[level.first - 0.4, level.last + 0.4],
            y=[level.value, level.value],
            mode="lines",
            line={"color": HIGH, "width": 1.8, "dash": dash},
            hoverinfo="skip",
        )
    figure.add_shape(type="line", xref="x", yref="paper", x0=at, x1=at, y0=0, y1=1, line={"color": MUTED, "width": 1.5})
    figure.add_annotation(
        x=at, xref="x", y=1, yref="paper", yanchor="top", xanchor="left", text=at_words, showarrow=False,
        font={"size": 11},
    )  # fmt: skip
    return _with_axes(figure, [one.tick for one in points], unit)


def _with_axes(figure: go.Figure, ticks: Sequence[str], unit: str) -> go.Figure:
    named = [(at, tick) for at, tick in enumerate(ticks) if tick]
    figure.update_layout(
        showlegend=True,
        margin_t=64,
        xaxis={
            "range": [-0.6, len(ticks) - 0.4],
            "tickvals": [at for at, _ in named],
            "ticktext": [tick for _, tick in named],
            "tickfont": {"size": 11},
            "tickangle": 0,
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
        },
        yaxis=from_zero(unit),
    )
    return figure
