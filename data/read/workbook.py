"""Sheets of .xlsx and .xls (.et) workbooks, through python-calamine, from bytes."""

import io
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from data.read.parts import Notes
from data.read.sheet_check import check_sheet
from data.read.sheet_parts import sheet_parts
from data.read.table import Cell, Table
from data.refusal import Refused

# From this many cells on, equal texts are kept once: a third less memory for a fifth more time.
_POOLED_FROM = 4_000_000


def read_binary(raw: bytes, notes: Sequence[Notes | None]) -> list[Table]:
    """Every worksheet of an .xls, hidden ones marked; `notes` in the order of its sheets. Raises Refused."""
    return _tables("xls", lambda: _open(raw), [_Aside(one) for one in notes], raw)


def read_package(raw: bytes, notes: dict[str, Notes]) -> list[Table]:
    """Every worksheet of an .xlsx; `notes` by part. Raises Refused when the workbook cannot be read."""
    return _tables("xlsx", lambda: _open(raw), _by_sheet(raw, notes), raw)


def read_beside(raw: bytes, scan: Callable[[], dict[str, Notes]]) -> list[Table]:
    """Like `read_package`, parsing the first worksheet while `scan` looks at the same bytes.

    calamine parses without the interpreter lock, so on a second core the scan costs no wait. What the scan refuses
    is refused, whatever the parser made of it.
    """
    with ThreadPoolExecutor(1) as parser:
        opening = parser.submit(_open, raw)
        notes = scan()
    return _tables("xlsx", opening.result, _by_sheet(raw, notes), raw)


class _Aside(NamedTuple):
    """What is known of a sheet beside the parser's cells."""

    notes: Notes | None = None
    part: str | None = None


def _by_sheet(raw: bytes, notes: dict[str, Notes]) -> list[_Aside]:
    return [_Aside(notes.get(part or ""), part) for part in sheet_parts(raw)]


class _Opened(NamedTuple):
    workbook: CalamineWorkbook
    first: int | None
    sheet: CalamineSheet | None

    def sheet_at(self, index: int) -> CalamineSheet:
        """The sheet parsed on opening, or another one parsed now."""
        if index == self.first and self.sheet is not None:
            return self.sheet
        return self.workbook.get_sheet_by_index(index)


def _open(raw: bytes) -> _Opened:
    workbook = CalamineWorkbook.from_object(io.BytesIO(raw))
    sheets = enumerate(workbook.sheets_metadata)
    first = next((index for index, about in sheets if about.typ == SheetTypeEnum.WorkSheet), None)
    return _Opened(workbook, first, None if first is None else workbook.get_sheet_by_index(first))


def _tables(format: str, open_workbook: Callable[[], _Opened], asides: Sequence[_Aside], raw: bytes) -> list[Table]:
    try:
        opened = open_workbook()
        if not asides or len(asides) != len(opened.workbook.sheets_metadata):
            raise _damaged("工作表的目录读不全")
        tables = []
        for index, about in enumerate(opened.workbook.sheets_metadata):
            if about.typ == SheetTypeEnum.WorkSheet:
                aside = asides[index]
                table = _table(opened.sheet_at(index), about, format, aside.notes)
                check_sheet(table, aside.notes, raw, aside.part)
                tables.append(table)
                opened = opened._replace(sheet=None)  # its cells are copied; the next sheet needs the room
        return tables
    except PasswordError as error:
        sentence = "文件设有密码，无法读取：请在 Excel 或 WPS 中取消密码后另存，再上传。"
        raise Refused("password", sentence) from error
    except (CalamineError, ValueError, OSError) as error:
        raise _damaged("内容读不出来") from error


def _damaged(what: str) -> Refused:
    remedy = "请在 Excel 或 WPS 中打开后另存为 .xlsx，或从业务系统重新导出后再上传"
    return Refused("damaged", f"文件已损坏，{what}：{remedy}。")


def _table(sheet: CalamineSheet, about: SheetMetadata, format: str, notes: Notes | None) -> Table:
    table = Table(
        name=about.name,
        rows=_rows(sheet),
        hidden=about.visible != SheetVisibleEnum.Visible,
        merged=tuple((r0, c0, r1, c1) for (r0, c0), (r1, c1) in sheet.merged_cell_ranges or ()),
        format=format,
    )
    if notes:
        table.error_cells, table.error_count = tuple(notes.error_cells), notes.error_count
        table.uncomputed_cells, table.uncomputed_count = tuple(notes.uncomputed_cells), notes.uncomputed_count
        table.hidden_rows = tuple(notes.hidden_rows)
    return table


def _rows(sheet: CalamineSheet) -> list[list[Cell]]:
    """`iter_rows` starts at row 1 but at the first filled column; columns are put back where they stand."""
    lead: list[Cell] = [""] * sheet.start[1] if sheet.start else []
    found = _pooled(sheet) if sheet.height * sheet.width > _POOLED_FROM else sheet.iter_rows()
    rows: list[list[Cell]] = []
    for row in found:
        while row and row[-1] == "":
            row.pop()
        rows.append(lead + row if lead and row else row)
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _pooled(sheet: CalamineSheet) -> Iterator[list[Cell]]:
    pool: dict[str, str] = {}
    keep = pool.setdefault
    for row in sheet.iter_rows():
        yield [keep(cell, cell) if cell.__class__ is str else cell for cell in row]
