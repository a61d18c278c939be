"""图表数据: the cells that the charts are drawn from, so that whoever changes a number changes the chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any

from xlsxwriter.utility import xl_range_formula

from reports.bulletin.workbook_lines import lines, points
from reports.bulletin.workbook_paper import Paper
from reports.excel_text import write_text

_WIDTH, _LINE = 13.0, 16.0
Value = str | float | None
Reference = list[str | int]


@dataclass(frozen=True)
class Block:
    """Where the cells of one chart stand: title, unit, headers and rows."""

    sheet: str
    top: int
    rows: int

    @property
    def title(self) -> Reference:
        """The cell of the chart's title. A title given as text could be taken for a formula; that of a cell cannot."""
        return [self.sheet, self.top, 0]

    @property
    def unit(self) -> Reference:
        """The cell of the unit."""
        return [self.sheet, self.top + 1, 0]

    def header(self, at: int) -> Reference:
        """The cell above a column."""
        return [self.sheet, self.top + 2, at]

    def column(self, at: int) -> Reference:
        """The cells of a column."""
        return [self.sheet, self._first, at, self._last, at]

    def range(self, at: int) -> str:
        """The same as text, where a chart wants it so."""
        return "=" + xl_range_formula(self.sheet, self._first, at, self._last, at)

    @property
    def _first(self) -> int:
        return self.top + 3

    @property
    def _last(self) -> int:
        return self.top + 2 + self.rows

    @property
    def end(self) -> int:
        """The row where the next block may begin."""
        return self.top + self.rows + 4


@dataclass(frozen=True)
class _Cells:
    """What one chart is drawn from."""

    title: str
    unit: str
    headers: Sequence[str]
    rows: Sequence[Sequence[Value]]
    number_format: str


class ChartData:
    """The sheet, filled from above; it stands last in the workbook, so it is written when all charts are known."""

    def __init__(self, name: str) -> None:
        self._name, self._next = name, 0
        self._kept: list[tuple[Block, _Cells]] = []

    def block(
        self, title: str, unit: str, headers: Sequence[str], rows: Sequence[Sequence[Value]], number_format: str
    ) -> Block:
        """Keep room for one chart's cells. An unknown number is an empty cell."""
        block = Block(self._name, self._next, len(rows))
        self._kept.append((block, _Cells(title, unit, headers, rows, number_format)))
        self._next = block.end
        return block

    def write(self, paper: Paper) -> None:
        """The sheet itself; none when there is no chart."""
        if not self._kept:
            return
        sheet = paper.sheet(self._name)
        widest = max(len(cells.headers) for _, cells in self._kept)
        sheet.set_column(0, 0, 2 * _WIDTH)
        sheet.set_column(1, max(1, widest - 1), _WIDTH)
        for block, cells in self._kept:
            _write_cells(paper, sheet, block, cells)
        sheet.print_area(0, 0, self._next - 2, widest - 1)


def _write_cells(paper: Paper, sheet: Any, block: Block, cells: _Cells) -> None:
    write_text(sheet, block.top, 0, cells.title, paper.style(bold=True))
    write_text(sheet, block.top + 1, 0, cells.unit, paper.style(font_color="#595959"))
    for at, header in enumerate(cells.headers):
        head = paper.style(bold=True, bottom=1, text_wrap=True, align="right" if at else "left")
        write_text(sheet, block.top + 2, at, header, head)
    sheet.set_row(block.top + 2, points(max(lines(header, _WIDTH) for header in cells.headers), _LINE))
    number = paper.style(num_format=cells.number_format)
    for down, row in enumerate(cells.rows, block.top + 3):
        for at, value in enumerate(row):
            if isinstance(value, str):
                write_text(sheet, down, at, value, paper.style(align="right" if at else "left"))
            elif value is not None and isfinite(value):
                sheet.write_number(down, at, value, number)
