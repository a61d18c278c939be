"""Ranked figures: one row per township, best described first; bars from zero, or dots with their 95% interval."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from charts.axes import of_names
from charts.palette import ACCENT, GRID, HIGH, MUTED, NEUTRAL, ROW_HEIGHT, label, quiet_layout
from metrics._words import Comparison

_SHAPES = {"▲": "triangle-up", "▽": "triangle-down-open", "●": "circle", "–": "circle-open"}
VALUE_WIDTH = 72
"""Pixels kept at the right for the column of values."""


@dataclass(frozen=True)
class RankedRow:
    """One township: what is drawn, and the words shown on pointing at it."""

    code: str
    name: str
    value: float
    low: float | None
    high: float | None
    value_text: str
    words: str
    comparison: Comparison | None
    """Against the county; None where there is nothing to compare."""


@dataclass(frozen=True)
class Places:
    """Where the rows stand, from above; a row of its own says how many were left out between the first and the last."""

    at: list[int]
    labels: list[str]
    slots: int
    gap: int | None


def places(rows: Sequence[RankedRow], left_out: int) -> Places:
    """Rows one below the other; with rows left out the second half stands below a free line."""
    half = (len(rows) + 1) // 2
    at = [n if not left_out or n < half else n + 1 for n in range(len(rows))]
    return Places(at, [label(row.name) for row in rows], len(rows) + bool(left_out), half if left_out else None)


def _reach(row: RankedRow) -> float:
    return row.value if row.high is None else max(row.value, row.high)


def _layout(rows: Sequence[RankedRow], placed: Places, title: str) -> go.Layout:
    layout = quiet_layout(ROW_HEIGHT * max(placed.slots, 3) + 78, title)
    layout.margin.r = VALUE_WIDTH + 4
    layout.xaxis = {
        "range": [0, 1.03 * max([_reach(row) for row in rows], default=1) or 1],
        "gridcolor": GRID,
        "zeroline": True,
        "zerolinecolor": MUTED,
        "zerolinewidth": 1,
        "fixedrange": True,
        "side": "bottom",
    }
    layout.yaxis = of_names(placed.at, placed.labels, placed.slots)
    return layout


def _value_column(figure: go.Figure, rows: Sequence[RankedRow], placed: Places, left_out: int) -> None:
    """Values as a column of aligned digits at the right, where no line runs through them."""
    if placed.gap is not None:
        words = f"…… 中间 {left_out:,} 个从略 ……"
        figure.add_annotation(
            x=0, xref="paper", xanchor="left", y=placed.gap, text=words, showarrow=False, font={"size": 12}
        )
    for at, row in zip(placed.at, rows, strict=True):
        figure.add_annotation(
            x=1,
            xref="paper",
            xanchor="right",
            xshift=VALUE_WIDTH,
            y=at,
            text=f"{row.comparison.symbol} {row.value_text}" if row.comparison else row.value_text,
            showarrow=False,
            font={"size": 12},
        )


def _county_line(figure: go.Figure, county: float | None, county_text: str) -> None:
    if county is None:
        return
    figure.add_vline(
        x=county,
        layer="below",
        line={"color": MUTED, "width": 1.5, "dash": "dash"},
        annotation={
            "text": county_text,
            "font": {"size": 12},
            "showarrow": False,
            "yref": "paper",
            "y": 1,
            "yanchor": "bottom",
            "xanchor": "center",
        },
    )
    figure.update_layout(margin_t=58)


def ranked_bars(
    rows: Sequence[RankedRow], title: str, county: float | None = None, county_text: str = "", left_out: int = 0
) -> go.Figure:
    """Bars from zero in the order given; `left_out` rows are missing in the middle."""
    placed = places(rows, left_out)
    bars = go.Bar(
        orientation="h",
        x=[row.value for row in rows],
        y=placed.at,
        marker={"color": [_color(row.comparison) for row in rows]},
        customdata=[[row.code, row.words] for row in rows],
        hovertemplate="%{customdata[1]}<extra></extra>",
    )
    figure = go.Figure(bars, _layout(rows, placed, title))
    _value_column(figure, rows, placed, left_out)
    _county_line(figure, county, county_text)
    return figure


def _color(comparison: Comparison | None) -> str:
    """Colour repeats a symbol, and only where the difference is beyond the 99.8% limits."""
    if comparison is None or not comparison.may_colour:
        return NEUTRAL
    return HIGH if comparison.symbol == "▲" else ACCENT


def ranked_dots(
    rows: Sequence[RankedRow], title: str, county: float | None = None, county_text: str = "", left_out: int = 0
) -> go.Figure:
    """Dots with whiskers of the 95% interval, the county as a dashed line; symbol and colour say the standing."""
    placed = places(rows, left_out)
    dots = go.Scatter(
        mode="markers",
        x=[row.value for row in rows],
        y=placed.at,
        marker={
            "color": [_color(row.comparison) for row in rows],
            "size": 10,
            "line": {"width": 1.5, "color": [_color(row.comparison) for row in rows]},
            "symbol": [_SHAPES[row.comparison.symbol if row.comparison else "●"] for row in rows],
        },
        error_x={
            "type": "data",
            "symmetric": False,
            "thickness": 1.6,
            "width": 3,
            "color": MUTED,
            "array": [None if row.high is None else row.high - row.value for row in rows],
            "arrayminus": [None if row.low is None else row.value - row.low for row in rows],
        },
        customdata=[[row.code, row.words] for row in rows],
        hovertemplate="%{customdata[1]}<extra></extra>",
        cliponaxis=False,
    )
    figure = go.Figure(dots, _layout(rows, placed, title))
    figure.update_yaxes(showgrid=True, gridcolor=GRID)
    _value_column(figure, rows, placed, left_out)
    _county_line(figure, county, county_text)
    return figure
