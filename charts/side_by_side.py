"""Two values per township on one line: hollow under the first definition, filled under the second."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from charts.palette import ACCENT, GRID, MUTED, ROW_HEIGHT, label, quiet_layout

_PLACES_WIDTH = 84


@dataclass(frozen=True)
class Pair:
    """One township: both values (None where there is none), its places in words, and what is shown on pointing."""

    name: str
    left: float | None
    right: float | None
    places: str
    words: str


def paired_values(pairs: Sequence[Pair], title: str, left_name: str, right_name: str) -> go.Figure:
    """One row per township in the order given; the line between the two values is as long as the move."""
    at = list(range(len(pairs)))
    figure = go.Figure([_lines(pairs)], quiet_layout(ROW_HEIGHT * max(len(pairs), 3) + 100, title))
    looks = ((left_name, "left", "circle-open", MUTED), (right_name, "right", "circle", ACCENT))
    for name, side, symbol, colour in looks:
        figure.add_trace(
            go.Scatter(
                name=name,
                mode="markers",
                x=[getattr(pair, side) for pair in pairs],
                y=at,
                marker={"symbol": symbol, "size": 9, "color": colour, "line": {"width": 1.6, "color": colour}},
                customdata=[[pair.words] for pair in pairs],
                hovertemplate="%{customdata[0]}<extra></extra>",
                cliponaxis=False,
            )
        )
    for row, pair in zip(at, pairs, strict=True):
        figure.add_annotation(
            x=1, xref="paper", xanchor="right", xshift=_PLACES_WIDTH, y=row, text=pair.places, showarrow=False,
            font={"size": 12},
        )  # fmt: skip
    known = [value for pair in pairs for value in (pair.left, pair.right) if value is not None]
    figure.update_layout(
        showlegend=True,
        margin={"t": 62, "r": _PLACES_WIDTH + 4},
        xaxis={"range": [0, 1.04 * max(known, default=1) or 1], "gridcolor": GRID, "fixedrange": True, "zeroline": True,
               "zerolinecolor": MUTED},
        yaxis={"tickmode": "array", "tickvals": at, "ticktext": [label(pair.name) for pair in pairs],
               "range": [len(pairs) - 0.4, -0.6], "gridcolor": GRID, "zeroline": False, "automargin": True,
               "fixedrange": True, "tickfont": {"size": 12.5}},
    )  # fmt: skip
    return figure


def _lines(pairs: Sequence[Pair]) -> go.Scatter:
    """All connecting lines as one trace, broken between townships."""
    xs: list[float | None] = []
    ys: list[int | None] = []
    for row, pair in enumerate(pairs):
        if pair.left is not None and pair.right is not None:
            xs += [pair.left, pair.right, None]
            ys += [row, row, None]
    return go.Scatter(x=xs, y=ys, mode="lines", line={"color": MUTED, "width": 2}, hoverinfo="skip", showlegend=False)
