"""HTML tables saved under an .xls name, as many court and government systems export them."""

import re
from typing import Any

from lxml import etree

import settings
from data.read.decode import decode, refuse_binary
from data.read.page_count import page_tally, quick_tally
from data.read.sniff import not_a_table
from data.read.table import Cell, Table
from data.read.tally import Tally, differs, tally_of_text
from data.refusal import Refused

_MAX_SPAN = 1_000
_BREAKS = frozenset(("br", "p", "div"))
_SILENT = frozenset(("script", "style", "title"))
_STEP = 1 << 18


def read_web_page(raw: bytes) -> list[Table]:
    """One Table per HTML table with at least one filled cell; spans are expanded into blank cells."""
    text = decode(raw)
    refuse_binary(text)
    page = _Page()
    # What the page declares about its encoding has been dealt with, and often lies.
    target: Any = page  # the stubs ask for bytes too, which an HTML parser never hands over
    parser = etree.HTMLParser(target=target, encoding="utf-8", no_network=True)
    encoded = re.sub(r"^\s*<\?xml[^>]*\?>", "", text).encode("utf-8", "replace")
    try:
        for at in range(0, len(encoded), _STEP):
            parser.feed(encoded[at : at + _STEP])
        parser.close()
    except etree.LxmlError as error:
        raise _damaged() from error
    if any("LIMIT" in entry.type_name or "MEMORY" in entry.type_name for entry in parser.error_log):
        raise _damaged()
    tables = [grid.table(f"表{number}") for number, grid in enumerate(page.grids, 1) if any(grid.rows)]
    if not tables:
        raise not_a_table("网页，里面没有表格", "not_a_table")
    _check(tables, text)
    return tables


def _check(tables: list[Table], text: str) -> None:
    found = [tally_of_text(table.rows) for table in tables]
    total = Tally(sum(one.rows for one in found), sum(one.cells for one in found))
    if quick_tally(text) == total:
        return
    expected = page_tally(text)
    if not expected.allows(total):
        raise differs("网页中的表格", expected, total)


def _damaged() -> Refused:
    sentence = "网页格式的表格已损坏或嵌套过深，不能完整读出：请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。"
    return Refused("damaged", sentence)


class _Page:
    """Takes the parser's calls; no tree is built, so memory holds the cells alone."""

    def __init__(self) -> None:
        self.grids: list[_Grid] = []
        self._open: list[_Grid] = []
        self._grid: _Grid | None = None
        self._silent = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table":
            self._grid = _Grid()
            self.grids.append(self._grid)
            self._open.append(self._grid)
        elif tag in _SILENT:
            self._silent += 1
        elif self._grid is None:
            return
        elif tag in ("td", "th"):
            self._grid.open_cell(attributes)
        elif tag == "tr":
            self._grid.open_row()
        elif tag in _BREAKS:
            self._grid.text.append("\n")

    def end(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif self._grid is None:
            return
        elif tag in ("td", "th"):
            self._grid.close_cell()
        elif tag == "tr":
            self._grid.close_row()
        elif tag == "table":
            self._open.pop().close_row()
            self._grid = self._open[-1] if self._open else None

    def data(self, text: str) -> None:
        if self._grid is not None and not self._silent:
            self._grid.text.append(text)

    def close(self) -> None:
        for grid in self._open:
            grid.close_row()


class _Grid:
    """Rows of one table, growing; cells of a rowspan keep their place in the rows below."""

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self.text: list[str] = []
        self._merged: list[tuple[int, int, int, int]] = []
        self._row: list[Cell] | None = None
        self._in_cell = False
        self._across = 1
        self._covered: dict[int, int] = {}  # column → rows below the current one that a span still covers
        self._from_above: dict[int, int] = {}

    def open_row(self) -> list[Cell]:
        self.close_row()
        row: list[Cell] = []
        self._row = row
        if self._covered:
            self._from_above, self._covered = self._covered, {}
        return row

    def open_cell(self, attributes: dict[str, str]) -> None:
        if self._in_cell:
            self.close_cell()
        row = self.open_row() if self._row is None else self._row
        self._fill_from_above(row)
        if len(row) >= settings.MAX_COLUMNS:
            sentence = f"网页表格第 {len(self.rows) + 1} 行超过 {settings.MAX_COLUMNS} 列的上限：请检查后重新导出。"
            raise Refused("too_many_columns", sentence)
        self._in_cell, self._across = True, 1
        if "colspan" in attributes or "rowspan" in attributes:
            self._span(len(row), attributes)
        self.text.clear()

    def _fill_from_above(self, row: list[Cell]) -> None:
        while len(row) in self._from_above:
            self._carry_on(len(row))
            row.append("")

    def _carry_on(self, column: int) -> None:
        left = self._from_above.pop(column)
        if left > 1:
            self._covered[column] = left - 1

    def _span(self, column: int, attributes: dict[str, str]) -> None:
        # A title may claim to span any number of columns; only what stands in them counts.
        self._across = min(_number(attributes.get("colspan")), settings.MAX_COLUMNS - column)
        down, at = _number(attributes.get("rowspan")), len(self.rows)
        if down > 1:
            self._covered.update(dict.fromkeys(range(column, column + self._across), down - 1))
        if down > 1 or self._across > 1:
            self._merged.append((at, column, at + down - 1, column + self._across - 1))

    def close_cell(self) -> None:
        if not self._in_cell or self._row is None:
            return
        text = "".join(self.text) if len(self.text) != 1 else self.text[0]
        self._row.append(text.replace("\xa0", " ").strip())
        if self._across > 1:
            self._row.extend([""] * (self._across - 1))
        self._in_cell = False
        self.text.clear()

    def close_row(self) -> None:
        self.close_cell()
        if self._row is None:
            return
        for column in list(self._from_above):
            self._carry_on(column)
        while self._row and self._row[-1] == "":
            self._row.pop()
        self.rows.append(self._row)
        self._row = None

    def table(self, name: str) -> Table:
        while self.rows and not self.rows[-1]:
            self.rows.pop()
        last = len(self.rows) - 1
        merged = tuple((r0, c0, min(r1, last), c1) for r0, c0, r1, c1 in self._merged if r0 <= last)
        return Table(name=name, rows=self.rows, merged=merged, format="html")


def _number(stated: str | None) -> int:
    found = re.match(r"\s*(\d{1,9})", stated or "")
    return min(max(1, int(found[1])), _MAX_SPAN) if found else 1
