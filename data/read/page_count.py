"""Filled rows and cells of the tables of a web page, counted tag by tag beside the parser."""

import html
import re

from data.read.tally import Tally

_MARKS = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<mute>script|style|title)\b.*?(?:</(?P=mute)\s*>|\Z)"
    r"""|<(?P<close>/?)(?P<tag>table|tr|t[dh])(?=[\s/>])(?:[^<>"']|"[^"]*"|'[^']*')*>""",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<(?:!--.*?(?:-->|\Z)|/?[A-Za-z][^<>]*>|[!?][^<>]*>)", re.DOTALL)


_FILLED_CELL = re.compile(r"<t[dh](?:\s[^<>]*)?>\s*[^\s<&]")


def quick_tally(text: str) -> Tally:
    """The tally of a page whose cells hold plain text; of any other page it may be wrong."""
    counts = [len(_FILLED_CELL.findall(row)) for row in text.split("<tr")]
    return Tally(len(counts) - counts.count(0), sum(counts))


def page_tally(text: str) -> Tally:
    """The tally of all tables of the page together; a table inside a cell is one of its own."""
    count = _Count()
    start = 0
    for mark in _MARKS.finditer(text):
        count.text(text[start : mark.start()])
        if mark["tag"]:
            count.mark(mark["tag"].lower(), bool(mark["close"]))
        start = mark.end()
    return Tally(count.rows, count.cells)


class _Count:
    """Where the page is: how deep in tables, whether in a cell, and whether cell and row hold a letter yet."""

    def __init__(self) -> None:
        self.rows = self.cells = 0
        self._outer: list[tuple[bool, bool, bool]] = []
        self._in_cell = self._cell_has = self._row_has = False

    def text(self, text: str) -> None:
        """Text and inline tags between two marks."""
        if not self._in_cell or self._cell_has or not text:
            return
        if "<" in text:
            text = _TAG.sub("", text)
        if "&" in text:
            text = html.unescape(text)
        self._cell_has = bool(text.strip())

    def mark(self, tag: str, closes: bool) -> None:
        """The beginning or end of a table, row or cell."""
        if tag == "table":
            self._table(closes)
        elif tag == "tr":
            self._end_cell()
            self._row_has = False
        else:
            self._end_cell()
            self._in_cell = not closes

    def _table(self, closes: bool) -> None:
        if not closes:
            self._outer.append((self._in_cell, self._cell_has, self._row_has))
            self._in_cell = self._cell_has = self._row_has = False
            return
        self._end_cell()
        if self._outer:
            self._in_cell, self._cell_has, self._row_has = self._outer.pop()

    def _end_cell(self) -> None:
        if self._in_cell and self._cell_has:
            self.cells += 1
            self.rows += not self._row_has
            self._row_has = True
        self._in_cell = self._cell_has = False
