"""The first rows of a sheet, and the one to four of them that together form a header."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from data.read.table import Cell, Table, cell_text
from data.recognise.header_text import HeaderText, header_text

LOOK_ROWS = 15
"""Rows that are looked at, blank ones not counted."""
DEEPEST = 4
_FURTHEST = 60
_LONGEST_HEADER = 300
_YEARS = range(1949, 2100)
_DATA_TEXT = re.compile(
    r"\d{6,}|^[-+]?\d[\d,]*\.?\d*%?$|^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|[（(〔\[]\s*(?:19|20)\d\d\s*[)）〕\]].{0,8}\d"
)
_ABOVE = re.compile(
    r"^[（(]?(?:计量|金额|填报|编制|制表|报送)?(?:单位|人|部门|日期|时间)\s*[:：]|^(?:导出|打印|统计|截至)"
)

_SENTENCE = re.compile(r"[:：\d]|.{12}")

Segments = tuple[HeaderText, ...]


@dataclass(frozen=True)
class Block:
    """Header rows `top` to `bottom` (indexes into the rows); per column its texts from top to bottom."""

    top: int
    bottom: int
    columns: tuple[Segments, ...]

    @property
    def depth(self) -> int:
        """How many rows the header takes."""
        return self.bottom - self.top + 1


class Head:
    """The first rows of a table as texts, with the merged ranges that touch them."""

    def __init__(self, table: Table) -> None:
        self.rows = table.rows[:_FURTHEST]
        self.texts = [[cell_text(cell) for cell in row] for row in self.rows]
        self.width = max((len(row) for row in self.texts), default=0)
        self.texts = [row + [""] * (self.width - len(row)) for row in self.texts]
        self.merged = [one for one in table.merged if one[0] < _FURTHEST]
        self.filled = [i for i, row in enumerate(self.texts) if any(row)][:LOOK_ROWS]
        used = [c for i in self.filled for c, text in enumerate(self.texts[i]) if text]
        self.left = min(used, default=0)
        self._header_like = {i: self._could_be_header(i) for i in self.filled}

    def blocks(self) -> Iterator[Block]:
        """Every block of rows that may be a header, upper rows first."""
        for bottom in self.filled:
            for depth in range(1, DEEPEST + 1):
                top = bottom - depth + 1
                if not self._header_like.get(top) or (depth > 1 and not self._joins(top)):
                    break
                yield Block(top, bottom, self.join(top, bottom))

    def block(self, top: int, bottom: int) -> Block:
        """These rows as a header, because somebody says so."""
        return Block(top, bottom, self.join(top, bottom))

    def looks_like_header(self, block: Block) -> bool:
        """Whether none of the block's cells is a date, a number or the like."""
        return all(self._header_like.get(i, True) for i in range(block.top, block.bottom + 1))

    def every_block(self) -> Iterator[Block]:
        """All blocks of neighbouring rows, also those that do not look like a header: for comparing with known ones."""
        for bottom in self.filled:
            for top in range(bottom, max(bottom - DEEPEST, -1), -1):
                if top not in self._header_like:
                    break
                yield self.block(top, bottom)

    def deeper(self, block: Block) -> Block | None:
        """The block with the row below it, where that row can only be a lower level of the same header."""
        below = block.bottom + 1
        if block.depth == DEEPEST or not self._header_like.get(below) or not self._divides(block.bottom, below):
            return None
        return Block(block.top, below, self.join(block.top, below))

    def title(self, top: int) -> str:
        """The text above the header, one line per row; group headers that were not needed are no title."""
        lines = [list(dict.fromkeys(text for text in self.texts[i] if text)) for i in range(top)]
        while lines and len(lines[-1]) > 2 and not any(_SENTENCE.search(text) for text in lines[-1]):
            lines.pop()
        return "\n".join(" ".join(line) for line in lines if line)

    def header_rows(self) -> list[int]:
        """The rows that could be a header, down to the first row of figures."""
        found: list[int] = []
        for i in self.filled:
            if self._header_like[i]:
                found.append(i)
            elif len(found) > 1:
                break
        return found

    def cleaned(self, row: int) -> list[HeaderText]:
        """The filled cells of one row as header texts."""
        return [header_text(text) for text in self.texts[row] if text]

    def row_above_figures(self) -> int | None:
        """A row of two or more texts right above a row of which a third is dates or numbers: surely a header."""
        for upper, lower in pairwise(self.filled):
            cells = [(cell, text) for cell, text in zip(self.rows[lower], self.texts[lower], strict=False) if text]
            figures = sum(_is_data(cell, text) for cell, text in cells)
            if self._header_like[upper] and len(self.cleaned(upper)) > 1 and figures * 3 >= len(cells):
                return upper
        return None

    def join(self, top: int, bottom: int) -> tuple[Segments, ...]:
        """Per column the header texts of these rows; group headers reach over the columns that they head."""
        rows = [self._spread(i, bottom) for i in range(top, bottom + 1)]
        return tuple(_segments([row[c] for row in rows]) for c in range(self.width))

    def _spread(self, row: int, bottom: int) -> list[str]:
        texts = list(self.texts[row])
        if row == bottom:
            return texts
        merged_to = {c: last for r, c, last_row, last in self.merged if r <= row <= last_row and last > c}
        group, reach = "", -1
        for c in range(self.width):
            heads = any(self.texts[i][c] for i in range(row + 1, bottom + 1))
            if texts[c]:
                group = texts[c] if heads or c in merged_to else ""
                reach = merged_to.get(c, self.width)
            elif group and heads and c <= reach:
                texts[c] = group
        return texts

    def _could_be_header(self, row: int) -> bool:
        cells = [(cell, text) for cell, text in zip(self.rows[row], self.texts[row], strict=False) if text]
        return bool(cells) and not any(_is_data(cell, text) for cell, text in cells)

    def _joins(self, row: int) -> bool:
        """Whether a row may be an upper header level: not a title, not a line about units or the export."""
        filled = {c: text for c, text in enumerate(self.texts[row]) if text}
        if all(_ABOVE.match(text) for text in filled.values()):
            return False
        return len(set(filled.values())) > 1 or min(filled, default=self.left) > self.left

    def _divides(self, upper: int, lower: int) -> bool:
        above, below = self.texts[upper], self.texts[lower]
        if below[self.left] and below[self.left] != above[self.left]:
            return False
        own = [c for c in range(self.width) if below[c] and below[c] != above[c]]
        return any(not above[c] or (c > 0 and above[c] == above[c - 1]) for c in own)


def _segments(texts: list[str]) -> Segments:
    found: list[HeaderText] = []
    for text in texts:
        one = header_text(text) if text else None
        if one and one.full and (not found or found[-1].full != one.full):
            found.append(one)
    return tuple(found)


def _is_data(cell: Cell, text: str) -> bool:
    if isinstance(cell, str):
        return len(text) > _LONGEST_HEADER or (bool(_DATA_TEXT.search(text)) and not _is_year(text))
    if isinstance(cell, (date, datetime, bool)):
        return True
    return not _is_year(text)


def _is_year(text: str) -> bool:
    return text.isdigit() and len(text) == 4 and int(text) in _YEARS
