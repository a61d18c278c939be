"""Townships as areas: outlines of a map, or equal tiles. A symbol says how one stands to the county, colour repeats it.

Drawn as filled lines and not as plotly's choropleth, which asks the network for the shores of the world and fills the
whole earth where a ring runs the wrong way round.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

import plotly.graph_objects as go

from charts.palette import ACCENT, HIGH, MUTED, NEUTRAL, quiet_layout
from metrics._words import Comparison

Point = tuple[float, float]
Ring = Sequence[Point]

PHONE = 340
"""Pixels a map has on the narrowest screen: what is written into it must fit there."""
_LETTER, _LINE = 12, 17
"""Pixels of a Chinese letter of the map, and from one line to the next."""
COLOURED, FAINT = 0.42, 0.16
"""How much of a colour covers an area, so that text on it keeps its contrast in light and in dark."""
_TILE, _GAP = 82, 0.04
_MOST_HITS = 100
"""Tiles of which each is pointed at by nine points; of more, by one."""
_DRAWN = 500
"""Pixels the larger side of a map has at most."""


@dataclass(frozen=True)
class MapArea:
    """One township: words as in the ranking, and where it lies.

    Positions have y upwards. `room` is the free width and height around `at`; `hits` are where pointing finds it.
    """

    code: str
    name: str
    value_text: str
    words: str
    comparison: Comparison | None
    rings: Sequence[Ring]
    at: Point
    room: Point
    hits: Sequence[Point]


def tile(place: tuple[int, int], count: int) -> tuple[tuple[Ring, ...], Point, Point, tuple[Point, ...]]:
    """Rings, middle, room and hits of the tile in a row and column, one of `count`."""
    x, y = float(place[1]), -float(place[0])
    half = 0.5 - _GAP
    square = ((x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half))
    third = (-1 / 3, 0.0, 1 / 3) if count <= _MOST_HITS else (0.0,)
    return ((*square, square[0]),), (x, y), (2 * half, 2 * half), tuple((x + a, y + b) for a in third for b in third)


@dataclass(frozen=True)
class Frame:
    """What all areas lie in, and how large it is drawn."""

    west: float
    south: float
    east: float
    north: float

    @property
    def width(self) -> float:
        """From west to east."""
        return self.east - self.west or 1.0

    @property
    def height(self) -> float:
        """From south to north."""
        return self.north - self.south or 1.0

    def scale(self, wide: float, high: float) -> float:
        """Pixels per unit when the whole has that much room."""
        return min(wide / self.width, high / self.height)


def frame_of(areas: Sequence[MapArea]) -> Frame:
    """The rectangle around all areas."""
    xs = [x for area in areas for ring in area.rings for x, _ in ring] or [0.0, 1.0]
    ys = [y for area in areas for ring in area.rings for _, y in ring] or [0.0, 1.0]
    return Frame(min(xs), min(ys), max(xs), max(ys))


def area_map(areas: Sequence[MapArea], title: str, *, tiles: bool = False, most: int = _DRAWN) -> go.Figure:
    """The areas with their symbols; `most` pixels high at most. A point carries the code of its township."""
    frame = frame_of(areas)
    unit = min(_TILE, most / max(frame.width, frame.height)) if tiles else most / max(frame.width * 0.8, frame.height)
    height = round(unit * frame.height) + 50
    figure = go.Figure(layout=quiet_layout(height, title))
    for look, members in _by_look(areas).items():
        figure.add_trace(_filled(members, *look))
    scale = frame.scale(PHONE, height - 50)
    figure.add_trace(_names(areas, scale))
    figure.add_trace(_hits(areas))
    edge = 0.01 * max(frame.width, frame.height)
    figure.update_layout(
        hoverdistance=26,
        margin={"l": 2, "r": 2, "b": 6},
        xaxis={"visible": False, "range": [frame.west - edge, frame.east + edge], "fixedrange": True,
               "constrain": "domain"},
        yaxis={"visible": False, "range": [frame.south - edge, frame.north + edge], "fixedrange": True,
               "scaleanchor": "x", "constrain": "domain", "constraintoward": "top"},
    )  # fmt: skip
    return figure


Look = tuple[str, str]
"""Fill and dash of the border."""


def look_of(comparison: Comparison | None) -> Look:
    """Colour only beyond the 99.8% limits, as in the ranking; what is too small to say anything stays empty."""
    if comparison is not None and comparison.symbol == "–":
        return "rgba(0, 0, 0, 0)", "dot"
    if comparison is None or not comparison.may_colour:
        return _over(NEUTRAL, FAINT), "solid"
    return _over(HIGH if comparison.symbol == "▲" else ACCENT, COLOURED), "solid"


def _over(colour: str, opacity: float) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, {opacity})"


def _by_look(areas: Sequence[MapArea]) -> Mapping[Look, list[MapArea]]:
    """The quiet areas first, so that borders of coloured ones lie on top."""
    found: dict[Look, list[MapArea]] = {}
    for area in sorted(areas, key=lambda one: bool(one.comparison and one.comparison.may_colour)):
        found.setdefault(look_of(area.comparison), []).append(area)
    return found


def _filled(areas: Sequence[MapArea], fill: str, dash: str) -> go.Scatter:
    """All areas of one look as a single line with gaps."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for ring in (ring for area in areas for ring in area.rings):
        xs += [*(x for x, _ in ring), None]
        ys += [*(y for _, y in ring), None]
    line = {"color": MUTED, "width": 1.2, "dash": dash}
    return go.Scatter(x=xs, y=ys, mode="lines", fill="toself", fillcolor=fill, line=line, hoverinfo="skip")


def _names(areas: Sequence[MapArea], scale: float) -> go.Scatter:
    return go.Scatter(
        x=[area.at[0] for area in areas],
        y=[area.at[1] for area in areas],
        text=[written(area, scale) for area in areas],
        mode="text",
        textfont={"size": _LETTER},
        hoverinfo="skip",
        cliponaxis=False,
    )


def written(area: MapArea, scale: float) -> str:
    """As much as fits: name over symbol and value, symbol and value, or the symbol alone, which is always there."""
    symbol = area.comparison.symbol if area.comparison else ""
    wide, high = (scale * one for one in area.room)
    value = f"{symbol} {area.value_text}".strip()
    if wide < _LETTER * (0.55 * len(value) + 0.5) or high < _LINE:
        return symbol
    letters, lines = int(wide / _LETTER), int(high / _LINE) - 1
    name = area.name if len(area.name) <= letters or lines < 2 else _halves(area.name)
    longest = max(map(len, name.split("\n")))
    if lines < 1 or longest > letters:
        return value
    return "<br>".join([escape(line, quote=False) for line in (*name.split("\n"), value)])


def _halves(name: str) -> str:
    middle = (len(name) + 1) // 2
    return f"{name[:middle]}\n{name[middle:]}"


def _hits(areas: Sequence[MapArea]) -> go.Scatter:
    """Points nobody sees, spread over every area: whoever points there is told of it and may go one step down."""
    return go.Scatter(
        x=[x for area in areas for x, _ in area.hits],
        y=[y for area in areas for _, y in area.hits],
        mode="markers",
        marker={"size": 8, "opacity": 0, "color": MUTED},
        customdata=[[area.code, area.words] for area in areas for _ in area.hits],
        hovertemplate="%{customdata[1]}<extra></extra>",
    )
