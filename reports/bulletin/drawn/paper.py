"""Drawing on a sheet of points as SVG: text stays text, and the same strokes are the same bytes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal
from unicodedata import east_asian_width
from xml.sax.saxutils import escape, quoteattr

from reports.bulletin.fonts import HEI

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]
Symbol = Literal["up", "down", "dot", "ring"]

TEXT = 8.0
"""Points; nothing on a chart is smaller when it stands on the page at the width that it was drawn for."""
INK = "#1f2a30"
SOFT = "#5c666c"
FAINT = "#d9dee1"
POINTS_PER_CM = 72 / 2.54
_HALF_WIDTH = 0.56
_BASELINE = 0.36
_CLOSING = "，。；：、）》”"


def text_width(text: str, size: float = TEXT) -> float:
    """Points that a text takes, a little more rather than less: Chinese letters are square, others about half."""
    return size * sum(1 if east_asian_width(letter) in "WFA" else _HALF_WIDTH for letter in text)


def shortened(text: str, width: float, size: float = TEXT) -> str:
    """The text where it fits; else its middle is left out: what a name ends with (镇, 纠纷) belongs to it."""
    if text_width(text, size) <= width:
        return text
    kept = len(text)
    while kept > 4 and text_width(f"{text[: kept - 2]}…{text[-2:]}", size) > width:
        kept -= 1
    return f"{text[: kept - 2]}…{text[-2:]}"


def wrapped(text: str, width: float, size: float = TEXT) -> list[str]:
    """The text on lines no wider than `width`; none begins with a mark that closes something."""
    lines = [""]
    for letter in text:
        is_full = text_width(lines[-1] + letter, size) > width
        if is_full and letter not in _CLOSING:
            lines.append("")
        lines[-1] += letter
    return [line for line in lines if line]


@dataclass
class Paper:
    """A sheet `width` × `height` points; the origin is above at the left."""

    width: float
    height: float
    name: str
    """What the picture shows, for those who cannot see it."""
    family: str = ""
    """A face to be asked for before all others."""
    _strokes: list[str] = field(default_factory=list)

    def text(
        self,
        at: Point,
        text: str,
        anchor: Anchor = "start",
        colour: str = INK,
        *,
        bold: bool = False,
        size: float = TEXT,
    ) -> None:
        """Text whose letters stand centred on the height of `at`."""
        x, y = at[0], at[1] + _BASELINE * size
        weight = ' font-weight="bold"' if bold else ""
        place = f'x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}" text-anchor="{anchor}" fill="{colour}"{weight}'
        self._strokes.append(f"<text {place}>{_plain(text)}</text>")

    def line(self, points: Sequence[Point], colour: str = FAINT, thick: float = 0.5, dash: str = "") -> None:
        """A line through the points; `dash` is SVG's pattern of strokes and gaps."""
        path = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        look = f'fill="none" stroke="{colour}" stroke-width="{_n(thick)}" stroke-linejoin="round"{dashed}'
        self._strokes.append(f'<polyline points="{path}" {look}/>')

    def box(self, corner: Point, width: float, height: float, colour: str) -> None:
        """A filled box with its upper left corner."""
        place = f'x="{_n(corner[0])}" y="{_n(corner[1])}" width="{_n(width)}" height="{_n(height)}"'
        self._strokes.append(f'<rect {place} fill="{colour}"/>')

    def mark(self, at: Point, symbol: Symbol, colour: str, size: float = 3.0) -> None:
        """A symbol of the radius `size`: triangle up (filled), triangle down (hollow), dot, ring."""
        x, y = at
        if symbol in ("dot", "ring"):
            look = _look(symbol == "dot", colour)
            self._strokes.append(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(size * 0.85)}" {look}/>')
            return
        tip = -size if symbol == "up" else size
        corners = ((x, y + tip), (x - size, y - tip * 0.8), (x + size, y - tip * 0.8))
        path = " ".join(f"{_n(a)},{_n(b)}" for a, b in corners)
        self._strokes.append(f'<polygon points="{path}" {_look(symbol == "up", colour)}/>')

    def svg(self) -> bytes:
        """The finished picture."""
        families = ", ".join(f"'{name}'" for name in dict.fromkeys((self.family or HEI[0], *HEI)))
        size = (
            f'width="{_n(self.width)}pt" height="{_n(self.height)}pt" viewBox="0 0 {_n(self.width)} {_n(self.height)}"'
        )
        start = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family={quoteattr(families + ", sans-serif")}>'
        title = f"<title>{_plain(self.name)}</title>"
        return "\n".join((start, title, *self._strokes, "</svg>\n")).encode()


def _look(is_filled: bool, colour: str) -> str:
    return f'fill="{colour if is_filled else "#ffffff"}" stroke="{colour}" stroke-width="1.1" stroke-linejoin="round"'


def _plain(text: str) -> str:
    """Text as XML; what XML cannot hold at all (control characters) is left out."""
    return escape("".join(letter for letter in text if letter.isprintable()))


def _n(number: float) -> str:
    """A number with two decimals at most, so that no last digit differs from machine to machine."""
    return f"{number:.2f}".rstrip("0").rstrip(".") if number else "0"
