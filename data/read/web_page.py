"""HTML tables saved under an .xls name, as many court and government systems export them."""

import io
import re

from lxml import etree

import settings
from data.read.decode import decode, refuse_binary
from data.read.sniff import not_a_table
from data.read.table import Cell, Table
from data.refusal import Refused

_MAX_SPAN = 1_000
_BREAKS = {"br", "p", "div"}
_SKIPPED = {"script", "style"}

Merge = tuple[int, int, int, int]


def read_web_page(raw: bytes) -> list[Table]:
    """One Table per HTML table with at least one filled cell; spans are expanded into blank cells."""
    text = decode(raw)
    refuse_binary(text)
    # Our own encoding from here on: what the page declares has been dealt with, and often lies.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    grids = _grids(text)
    tables = [grid.table(f"表{number}") for number, grid in enumerate(grids, 1) if grid.has_content]
    if not tables:
        raise not_a_table("网页，里面没有表格", "not_a_table")
    return tables


class _Grid:
    """Rows of one table, growing; cells of a rowspan keep their place in the rows below."""

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self.merged: list[Merge] = []
        self.has_content = False
        self._taken: dict[int, int] = {}  # column → rows that a span from above still covers
        self._cells = 0

    def add(self, row: etree._Element) -> None:
        cells: list[Cell] = []
        taken, self._taken = self._taken, {}
        for element in row:
            if element.tag in ("td", "th"):
                self._skip_taken(cells, taken)
                self._place(cells, element)
        self._skip_taken(cells, taken)
        self._taken.update({column: left - 1 for column, left in taken.items() if left > 1})
        while cells and cells[-1] == "":
            cells.pop()
        self.has_content = self.has_content or bool(cells)
        self.rows.append(cells)

    def _skip_taken(self, cells: list[Cell], taken: dict[int, int]) -> None:
        while len(cells) in taken:
            column = len(cells)
            left = taken.pop(column)
            if left > 1:
                self._taken[column] = left - 1
            cells.append("")

    def _place(self, cells: list[Cell], element: etree._Element) -> None:
        across, down = _span(element, "colspan"), _span(element, "rowspan")
        column, at = len(cells), len(self.rows)
        if column + across > settings.MAX_COLUMNS:
            sentence = f"网页表格第 {at + 1} 行超过 {settings.MAX_COLUMNS} 列的上限：请检查后重新导出。"
            raise Refused("too_many_columns", sentence)
        cells.append(_text(element))
        cells.extend([""] * (across - 1))
        if down > 1:
            self._taken.update(dict.fromkeys(range(column, column + across), down - 1))
        if across > 1 or down > 1:
            self.merged.append((at, column, at + down - 1, column + across - 1))

    def table(self, name: str) -> Table:
        while self.rows and not self.rows[-1]:
            self.rows.pop()
        last = len(self.rows) - 1
        merged = tuple((r0, c0, min(r1, last), c1) for r0, c0, r1, c1 in self.merged if r0 <= last)
        return Table(name=name, rows=self.rows, merged=merged, format="html")


def _grids(text: str) -> list[_Grid]:
    """Streams through the page; a finished row is dropped at once, so memory holds the cells and no tree."""
    grids: dict[etree._Element, _Grid] = {}
    source = io.BytesIO(text.encode("utf-8", "replace"))
    events = etree.iterparse(
        source, events=("start", "end"), tag=("table", "tr"), html=True, encoding="utf-8", no_network=True
    )
    open_tables: list[etree._Element] = []
    try:
        for event, element in events:
            if element.tag == "table":
                if event == "start":
                    open_tables.append(element)
                    grids[element] = _Grid()
                elif open_tables:
                    open_tables.pop()
            elif event == "end" and open_tables:
                grids[open_tables[-1]].add(element)
                _drop(element)
    except etree.XMLSyntaxError as error:
        sentence = "网页格式的表格已损坏，读不出来：请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。"
        raise Refused("damaged", sentence) from error
    return list(grids.values())


def _drop(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _span(element: etree._Element, name: str) -> int:
    stated = re.match(r"\s*(\d{1,9})", element.get(name) or "")
    return min(max(1, int(stated[1])), _MAX_SPAN) if stated else 1


def _text(element: etree._Element) -> str:
    if not len(element):
        return (element.text or "").replace("\xa0", " ").strip()
    pieces: list[str] = [element.text or ""]
    for part in element.iterdescendants():
        if part.tag in _BREAKS:
            pieces.append("\n")
        if isinstance(part.tag, str) and part.tag not in _SKIPPED:
            pieces.append(part.text or "")
        pieces.append(part.tail or "")
    return "".join(pieces).replace("\xa0", " ").strip()
