"""One table as a workbook: the table, and beside it its definition and period, so that neither travels alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter

from reports.excel_text import TEXT_ONLY, write_text

Cell = str | int | float | date | None


@dataclass(frozen=True)
class SheetColumn:
    """A column of the workbook: its header, how its numbers are shown, its width in characters."""

    header: str
    number_format: str = "General"
    width: int = 12


@dataclass(frozen=True)
class Table:
    """One sheet of a workbook: its name, columns and rows."""

    name: str
    columns: Sequence[SheetColumn]
    rows: Sequence[Sequence[Cell]]


def table_workbook(
    title: str, columns: Sequence[SheetColumn], rows: Sequence[Sequence[Cell]], card: Sequence[tuple[str, str]]
) -> bytes:
    """An xlsx file with sheets 数据 and 口径. Numbers stay unrounded; text is text even if it looks like a formula."""
    return tables_workbook(title, [Table("数据", columns, rows)], card)


def tables_workbook(title: str, tables: Sequence[Table], card: Sequence[tuple[str, str]]) -> bytes:
    """The same with several sheets of data before 口径."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, TEXT_ONLY) as book:
        for one in tables:
            _write_table(book, title, one)
        _write_card(book, title, card)
    return buffer.getvalue()


def _write_table(book: xlsxwriter.Workbook, title: str, table: Table) -> None:
    sheet = book.add_worksheet(table.name)
    columns, rows = table.columns, table.rows
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter"})
    write_text(sheet, 0, 0, title, book.add_format({"bold": True, "font_size": 14}))
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        write_text(sheet, 1, at, column.header, head)
    formats = [book.add_format({"num_format": column.number_format}) for column in columns]
    days = book.add_format({"num_format": "yyyy-mm-dd"})
    for down, row in enumerate(rows, start=2):
        for at, cell in enumerate(row):
            _write_cell(sheet, down, at, cell, formats[at], days)
    sheet.freeze_panes(2, 1)
    sheet.repeat_rows(0, 1)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _write_cell(sheet: Any, down: int, at: int, cell: Cell, number: Any, day: Any) -> None:
    if cell is None:
        return
    if isinstance(cell, date):
        sheet.write_datetime(down, at, cell, day)
    elif isinstance(cell, int | float) and not isinstance(cell, bool):
        sheet.write_number(down, at, cell, number)
    else:
        write_text(sheet, down, at, str(cell))


def _write_card(book: xlsxwriter.Workbook, title: str, card: Sequence[tuple[str, str]]) -> None:
    sheet = book.add_worksheet("口径")
    bold = book.add_format({"bold": True, "valign": "top"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 90)
    for down, (name, words) in enumerate([("表名", title), *card]):
        write_text(sheet, down, 0, name, bold)
        write_text(sheet, down, 1, words, wrap)
