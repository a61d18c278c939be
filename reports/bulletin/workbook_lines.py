"""How much room text takes in a cell: in Excel's units of width, of which a Chinese character takes two."""

import unicodedata

UNITS = 2
"""Of a Chinese character at the size of the tables."""
EDGE = 1.5
"""What the two edges of a cell take."""
_HIGHEST = 409.0


def units(text: str) -> int:
    """Width of the longest line of a text."""
    return max((sum(_units_of(mark) for mark in line) for line in text.split("\n")), default=0)


def lines(text: str, width: float, scale: float = 1.0) -> int:
    """Lines that a text fills in a cell of that width; `scale` is its size against that of the tables."""
    room = max(float(UNITS), width - EDGE)
    return sum(max(1, -int(-units(line) * scale // room)) for line in text.split("\n"))


def points(count: int, line: float, edge: float = 3.0) -> float:
    """Height of a row of so many lines; Excel takes a file with higher rows than its own for a broken one."""
    return min(count * line + edge, _HIGHEST)


def _units_of(mark: str) -> int:
    return 2 if unicodedata.east_asian_width(mark) in "WFA" else 1
