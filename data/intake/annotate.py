"""The analyst's own workbook with two more columns, 问题 and 建议, beside the rows that need a hand."""

import io
from collections import defaultdict
from collections.abc import Iterable, Sequence
from copy import copy
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell as BookCell
from openpyxl.cell import MergedCell
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data.intake.marks import Mark
from data.intake.returned import HEADERS
from data.read.table import Cell, Table

LARGEST_FORMATTED = 800_000
"""Cells up to which a workbook is opened with its formatting; beyond, only its values are written."""
_WIDTH = 44
_FILL = PatternFill("solid", fgColor="FFF4D6")
_WRAP = Alignment(wrap_text=True, vertical="top")
_TEXT_ONLY = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
ByRow = dict[int, tuple[str, str]]


def by_sheet(marks: Iterable[Mark]) -> dict[str, ByRow]:
    """Sheet → row → what stands in the two columns; several remarks about one row are joined."""
    found: dict[str, dict[int, list[Mark]]] = defaultdict(lambda: defaultdict(list))
    for mark in marks:
        if mark not in found[mark.sheet][mark.row]:
            found[mark.sheet][mark.row].append(mark)
    return {
        sheet: {row: ("；".join(m.problem for m in ms), "；".join(m.advice for m in ms)) for row, ms in rows.items()}
        for sheet, rows in found.items()
    }


def annotated(raw: bytes, format: str, tables: Sequence[Table], heads: dict[str, int], marks: Iterable[Mark]) -> bytes:
    """The workbook with the two columns in every sheet that has a header row (`heads`: sheet → row).

    An .xlsx keeps its formatting; of any other kind, or of a very large one, the values are written. No cell of the
    result is a formula: a stored result stands in its place, a formula without one stays visible as text.
    """
    remarks = by_sheet(marks)
    cells = sum(len(row) for table in tables for row in table.rows)
    if format == "xlsx" and cells <= LARGEST_FORMATTED:
        uncomputed = any(table.uncomputed_count for table in tables)
        return _formatted(raw, heads, remarks, has_uncomputed=uncomputed)
    return _values(tables, heads, remarks)


def keeps_formatting(format: str, tables: Sequence[Table]) -> bool:
    """Whether `annotated` returns the workbook as it looked."""
    return format == "xlsx" and sum(len(row) for table in tables for row in table.rows) <= LARGEST_FORMATTED


def _formatted(raw: bytes, heads: dict[str, int], remarks: dict[str, ByRow], *, has_uncomputed: bool) -> bytes:
    book = load_workbook(io.BytesIO(raw), data_only=True, keep_links=False)
    if has_uncomputed:
        _keep_uncomputed(book, raw)
    for sheet in book.worksheets:
        if sheet.title in heads:
            _add_columns(sheet, heads[sheet.title], remarks.get(sheet.title, {}))
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _keep_uncomputed(book: Workbook, raw: bytes) -> None:
    """Formulas that were never computed have no value to stand for them: they stay as the text that was typed."""
    written = load_workbook(io.BytesIO(raw), keep_links=False)
    for sheet in written.worksheets:
        for cell in _cells_of(sheet):
            if cell.data_type == "f" and (shown := book[sheet.title][cell.coordinate]).value is None:
                formula = cell.value if isinstance(cell.value, str) else getattr(cell.value, "text", "")
                _write_text(shown, str(formula))


def _cells_of(sheet: Worksheet) -> list[BookCell | MergedCell]:
    """The cells that there are. Asked row by row, openpyxl makes all those up to the last one that has a colour."""
    return list(sheet._cells.values())


def _add_columns(sheet: Worksheet, head: int, remarks: ByRow) -> None:
    first = _first_free_column(sheet, head)
    beside = sheet.cell(head, max(1, first - 1))
    for offset, header in enumerate(HEADERS):
        cell = sheet.cell(head, first + offset)
        _write_text(cell, header)
        for part in ("font", "border", "alignment"):
            setattr(cell, part, copy(getattr(beside, part)))
        cell.fill = _FILL
        sheet.column_dimensions[get_column_letter(first + offset)].width = _WIDTH
    for row, texts in remarks.items():
        # What is said of the whole sheet stands beside the header, behind the two columns.
        start = first if row != head else first + len(HEADERS)
        for offset, text in enumerate(texts):
            cell = sheet.cell(row, start + offset)
            _write_text(cell, text)
            cell.fill, cell.alignment = _FILL, _WRAP


def _first_free_column(sheet: Worksheet, head: int) -> int:
    """Behind the last column with anything in it; a workbook handed back before has its old remarks wiped.

    Columns that only have a colour or lines are none: they often run to the end of the sheet.
    """
    last = max((int(cell.column) for cell in _cells_of(sheet) if cell.value is not None), default=0)
    merged = (int(one.max_col) for one in sheet.merged_cells.ranges if one.max_row >= head)
    last = max([last, *merged])
    old = next((at for at in range(1, last) if _is_ours(sheet, head, at)), None)
    if old is None:
        return last + 1
    sheet.delete_cols(old, last - old + 1)
    return old


def _is_ours(sheet: Worksheet, head: int, at: int) -> bool:
    """Our colour tells our columns from a ledger's own 问题 and 建议."""
    cells = [sheet.cell(head, at + offset) for offset in range(len(HEADERS))]
    return tuple(cell.value for cell in cells) == HEADERS and cells[0].fill.fgColor.rgb == _FILL.fgColor.rgb


def _write_text(cell: BookCell | MergedCell, text: str) -> None:
    """A string even where it begins with "=": set as a value it would become a formula. Hidden merged cells stay."""
    if isinstance(cell, MergedCell):
        return
    cell.value = text
    cell.data_type = "s"


def _values(tables: Sequence[Table], heads: dict[str, int], remarks: dict[str, ByRow]) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {**_TEXT_ONLY, "constant_memory": True}) as book:
        looks = {
            "day": book.add_format({"num_format": "yyyy-mm-dd"}),
            "moment": book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
            "remark": book.add_format({"text_wrap": True, "valign": "top", "bg_color": "#FFF4D6"}),
            "head": book.add_format({"bold": True}),
        }
        for table in tables:
            sheet = book.add_worksheet(_sheet_name(table.name))
            _write_table(sheet, table, heads.get(table.name), remarks.get(table.name, {}), looks)
    return buffer.getvalue()


def _write_table(sheet: Any, table: Table, head: int | None, remarks: ByRow, looks: dict[str, Any]) -> None:
    width = max((len(row) for row in table.rows), default=0)
    if head is not None:
        sheet.set_column(width, width + 1, _WIDTH)
    for number, row in enumerate(table.rows, start=table.first_row):
        for at, cell in enumerate(row):
            _write_cell(sheet, number - 1, at, cell, looks)
        if number == head:
            sheet.write_string(number - 1, width, HEADERS[0], looks["head"])
            sheet.write_string(number - 1, width + 1, HEADERS[1], looks["head"])
        start = width if number != head else width + len(HEADERS)
        for offset, text in enumerate(remarks.get(number, ())):
            sheet.write_string(number - 1, start + offset, text, looks["remark"])


def _write_cell(sheet: Any, row: int, at: int, cell: Cell, looks: dict[str, Any]) -> None:
    if cell == "":
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, at, cell)
    elif isinstance(cell, datetime):
        sheet.write_datetime(row, at, cell, looks["moment" if cell.time() != time() else "day"])
    elif isinstance(cell, date):
        sheet.write_datetime(row, at, cell, looks["day"])
    elif isinstance(cell, (time, timedelta)):
        sheet.write_string(row, at, str(cell))
    elif isinstance(cell, (int, float)):
        sheet.write_number(row, at, cell)
    else:
        sheet.write_string(row, at, "".join(mark for mark in cell if mark >= " " or mark in "\t\n")[:32_767])


def _sheet_name(name: str) -> str:
    return "".join(mark for mark in name if mark not in "[]:*?/\\")[:31].strip("'") or "数据"


def write_to(path: Path, content: bytes) -> None:
    """Write the result where only its owner can read it."""
    path.touch(mode=0o600)
    path.write_bytes(content)
