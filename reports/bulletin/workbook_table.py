"""A table of a notice as a sheet that can be read, counted with and printed."""

from collections.abc import Iterable, Sequence
from math import isfinite
from typing import Any

from reports.bulletin.content import Cell, Column, Table
from reports.bulletin.numbering import note_lines
from reports.bulletin.workbook_lines import EDGE, UNITS, lines, points, units
from reports.bulletin.workbook_numbers import format_of, says_more
from reports.bulletin.workbook_paper import FRAME, PORTRAIT, SIZE, TITLE_SIZE, Paper
from reports.excel_text import write_text

HEADER_ROW = 2
_LINE = 15.0
"""Points of a line of text."""
_TITLE_LINE = 21.0
_NARROWEST = 40.0
"""A table is not narrower than this, or its title would be a column of letters."""
_LYING, _STANDING = 34, 48
"""So many lines of rows and notes are printed on one page, a little smaller if need be: two notes fill none."""


def write_table(paper: Paper, name: str, table: Table) -> None:
    """A sheet: title, period, header (frozen and repeated), rows, sums under a line, notes."""
    widths = _widths(table)
    is_wide = sum(widths) > PORTRAIT
    sheet = paper.sheet(name, wide=is_wide)
    if _lines_of(table, widths) <= (_LYING if is_wide else _STANDING):
        sheet.fit_to_pages(1, 1)
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    write_top(paper, sheet, table.title, widths)
    _write_header(paper, sheet, table.columns, widths)
    first_sum = len(table.rows) - table.totals
    for at, row in enumerate(table.rows):
        _write_row(
            paper, sheet, HEADER_ROW + 1 + at, zip(row, table.columns, widths, strict=True), _look(at, first_sum)
        )
    down = HEADER_ROW + 1 + len(table.rows)
    for note in note_lines(table.notes):
        write_across(sheet, down, note, widths, paper.small_style(), _LINE)
        down += 1
    sheet.freeze_panes(HEADER_ROW + 1, 1)
    sheet.repeat_rows(0, HEADER_ROW)
    sheet.print_area(0, 0, down - 1, len(widths) - 1)


def _lines_of(table: Table, widths: Sequence[float]) -> int:
    """Lines of its rows and notes, as high as they are written."""
    rows = (max(lines(cell.text, width) for cell, width in zip(row, widths, strict=True)) for row in table.rows)
    return sum(rows) + sum(lines(note, sum(widths)) for note in note_lines(table.notes))


def write_top(paper: Paper, sheet: Any, title: str, widths: Sequence[float]) -> None:
    """Title and period in the first two rows."""
    write_across(sheet, 0, title, widths, paper.title_style(), _TITLE_LINE, TITLE_SIZE / SIZE)
    write_across(sheet, 1, paper.head.period, widths, paper.small_style(), _LINE)


def write_across(
    sheet: Any, down: int, text: str, widths: Sequence[float], style: Any, line: float, scale: float = 1.0
) -> None:
    """A text over all columns, its row as high as it needs; `line` is the height of one of its lines."""
    if len(widths) > 1:
        sheet.merge_range(down, 0, down, len(widths) - 1, "", style)
    write_text(sheet, down, 0, text, style)
    sheet.set_row(down, points(lines(text, sum(widths), scale), line))


def _widths(table: Table) -> list[float]:
    """Of every column as it says, wider where a number would not fit: Excel prints #### in its place."""
    found = []
    for at, column in enumerate(table.columns):
        numbers = [units(row[at].text) for row in table.rows if row[at].number is not None]
        found.append(max([column.width * UNITS, *(number + 1 for number in numbers)]) + EDGE)
    lacking = _NARROWEST - sum(found)
    if lacking > 0:
        found[-1] += lacking
    return found


def _write_header(paper: Paper, sheet: Any, columns: Sequence[Column], widths: Sequence[float]) -> None:
    style = paper.header_style()
    titles = [_broken(one.title, width) for one, width in zip(columns, widths, strict=True)]
    for at, title in enumerate(titles):
        write_text(sheet, HEADER_ROW, at, title, style)
    most = max((lines(title, width) for title, width in zip(titles, widths, strict=True)), default=1)
    sheet.set_row(HEADER_ROW, points(most, _LINE, 6))


def _broken(title: str, width: float) -> str:
    """A header that is too long for its column goes on with its unit on a line of its own."""
    before, bracket, unit = title.rpartition("（")
    return f"{before}\n{bracket}{unit}" if before and lines(title, width) > 1 else title


def _look(at: int, first_sum: int) -> dict[str, Any]:
    """Sums are set apart by a line above the first of them."""
    if at < first_sum:
        return FRAME
    line = {"top": 2, "top_color": "#404040"} if at == first_sum else {}
    return {**FRAME, "bold": True, "bg_color": "#F6F8F9", **line}


def _write_row(
    paper: Paper, sheet: Any, down: int, cells: Iterable[tuple[Cell, Column, float]], look: dict[str, Any]
) -> None:
    most = 1
    for at, (cell, column, width) in enumerate(cells):
        number_format = _shown(cell, column)
        if cell.number is not None and number_format:
            style = paper.style(**look, align=column.align, num_format=number_format)
            sheet.write_number(down, at, cell.number, style)
        else:
            write_text(sheet, down, at, cell.text, paper.style(**look, align=column.align, text_wrap=True))
            most = max(most, lines(cell.text, width))
    sheet.set_row(down, points(most, _LINE))


def _shown(cell: Cell, column: Column) -> str:
    """The format of a number: its column's, or as it is printed where that says more; '' where the cell is text."""
    if cell.number is None or not isfinite(cell.number):
        return ""
    printed = format_of(cell.text, cell.number)
    return printed if says_more(printed) or not column.number_format else column.number_format
