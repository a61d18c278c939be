"""How wide the columns of a printed table are: what their author wished, what their texts need, what the page has.

Widths are in Chinese letters until the end; the space at both sides of a cell is part of them.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from reports.bulletin.content import Column, Table
from reports.bulletin.drawn.paper import text_width

LONGEST_NAME = 9.0
"""A text of so many letters stands on one line wherever numbers leave room, one of `_ROOMY` where there is plenty."""
_ROOMY = 16.0
_SHORTEST_NAME = 6.65
_PADDING = 0.65
_ROUNDED = 0.05
SMALLEST = 160.0
"""Twips: 8 points, below 小五号. A table that would need smaller letters lies on its page."""
_HALF_POINT = 10.0


def wished(table: Table, longest_name: float = LONGEST_NAME) -> list[float]:
    """What each column takes where nothing presses: its header on one line, its unit below."""
    needs = _needs(table, longest_name)
    heads = [_longest(_ways_to_break(column.title)[1]) + _PADDING for column in table.columns]
    return [max(one.width, need, head) for one, need, head in zip(table.columns, needs, heads, strict=True)]


def _needs(table: Table, longest_name: float) -> list[float]:
    return [_need(one, [row[at].text for row in table.rows], longest_name) for at, one in enumerate(table.columns)]


def _need(column: Column, texts: Sequence[str], longest_name: float) -> float:
    """A number is never broken, a name only where it is very long."""
    longest = max((text_width(text, 1) for text in texts), default=0.0)
    if column.align == "left":
        longest = min(longest, longest_name)
    return max(longest, _longest(_ways_to_break(column.title)[-1])) + _PADDING


def header_lines(title: str, width: float) -> list[str]:
    """A header on as few lines as its column allows: the unit in brackets stands below, a long name is halved."""
    ways = _ways_to_break(title)
    return next((way for way in ways if _longest(way) + _PADDING <= width + _ROUNDED), ways[-1])


def _ways_to_break(title: str) -> list[list[str]]:
    name, bracket, unit = title.partition("（")
    below = [bracket + unit] if bracket and name else []
    name = name if below else title
    half = (len(name) + 1) // 2
    return [[title], [name, *below], [name[:half], name[half:], *below] if len(name) > 3 else [name, *below]]


def _longest(lines: Sequence[str]) -> float:
    return max(text_width(line, 1) for line in lines)


def letters(table: Table, available: float, usual: float) -> float:
    """Twips of a letter so that nothing presses in `available` twips: no larger than usual, no smaller than SMALLEST.

    Word knows half points only.
    """
    room = available / sum(wished(table))
    return min(usual, max(SMALLEST, room - room % _HALF_POINT))


def fitted(table: Table, available: int, letter: float) -> list[int]:
    """Twips of each column, together `available`; `letter` is the width of one Chinese letter in twips.

    Where the page is too narrow, columns first give up what they do not need, then names and texts are wrapped.
    """
    room, needs = available / letter, _needs(table, LONGEST_NAME)
    least = [
        min(need, _SHORTEST_NAME) if column.align == "left" else need
        for column, need in zip(table.columns, needs, strict=True)
    ]
    widths = _narrowed(_narrowed(wished(table, _ROOMY), needs, room), least, room)
    stretch = available / sum(widths)
    edges = [round(edge * stretch) for edge in accumulate(widths, initial=0.0)]
    return [right - left for left, right in pairwise(edges)]


def _narrowed(widths: Sequence[float], floors: Sequence[float], room: float) -> list[float]:
    """Each width gives the same share of what it has above its floor, as much as is missing."""
    spare = [max(0.0, width - floor) for width, floor in zip(widths, floors, strict=True)]
    missing, given = sum(widths) - room, sum(spare)
    share = min(1.0, missing / given) if missing > 0 and given > 0 else 0.0
    return [width - share * one for width, one in zip(widths, spare, strict=True)]
