"""How wide the columns of a printed table are: what their author wished, what their texts need, what the page has."""

from collections.abc import Sequence
from itertools import pairwise

from reports.bulletin.content import Column, Table
from reports.bulletin.drawn.paper import text_width

LONGEST_NAME = 10.0
"""Characters of a text that stand on one line before it is wrapped."""
_PADDING = 0.9
"""Of a cell on both sides, in characters."""


def wished(table: Table) -> list[float]:
    """Characters that each column takes where nothing presses: no number is broken, no header on over two lines."""
    return [_wished(column, [row[at].text for row in table.rows]) for at, column in enumerate(table.columns)]


def _wished(column: Column, texts: Sequence[str]) -> float:
    longest = max((text_width(text, 1) for text in texts), default=0.0)
    if column.align == "left":
        longest = min(longest, LONGEST_NAME)
    head = max(text_width(part, 1) for part in header_lines(column.title))
    return max(column.width, longest, head) + _PADDING


def header_lines(title: str) -> list[str]:
    """A header as it is broken: its unit in brackets stands below, a long title is halved."""
    name, bracket, unit = title.partition("（")
    if bracket and name:
        return [name, bracket + unit]
    half = (len(title) + 1) // 2
    return [title] if len(title) < 5 else [title[:half], title[half:]]


def fitted(table: Table, available: int, character: float) -> list[int]:
    """Twips of each column, together `available`; `character` is the width of one Chinese letter in twips.

    Where the page is too narrow, columns of text give way first and are wrapped; numbers only when these are at 4.
    """
    wants = [width * character for width in wished(table)]
    missing = sum(wants) - available
    if missing > 0:
        floor = 4 * character
        spare = [max(0.0, want - floor) if column.align == "left" else 0.0 for want, column in _pairs(wants, table)]
        share = min(1.0, missing / sum(spare)) if sum(spare) else 0.0
        wants = [want - one * share for want, one in zip(wants, spare, strict=True)]
    scale = available / sum(wants)
    edges = [round(sum(wants[:at]) * scale) for at in range(len(wants) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _pairs(wants: Sequence[float], table: Table) -> list[tuple[float, Column]]:
    return list(zip(wants, table.columns, strict=True))
