"""Old workbooks (BIFF) and what else lies in their container; and what a parser misreads without a word."""

import io
from collections.abc import Callable
from struct import pack
from typing import Any

import xlwt
from xlwt.CompoundDoc import XlsDoc

from tests.data.corpus.entry import Entry, refused, taken
from tests.data.corpus.pieces import GOOD, N3, csv_text, edited, raw_cell, with_row
from tests.data.read import odd_files as odd

_END = pack("<HH", 0x0A, 0)
_CHART = pack("<HHHHHHII", 0x809, 16, 0x600, 0x20, 0, 0, 0, 0) + pack("<HHHHHd", 0x203, 14, 7, 7, 0, 3.5) + _END
_THIRD = (N3, "2025-03-06", "离婚纠纷", "调解")


def stream(change: Callable[[Any], None] = lambda sheet: None, rows: Any = GOOD) -> bytes:
    """The workbook stream of the good ledger, its sheet changed; the sheet's records come last."""
    made = xlwt.Workbook(encoding="utf-8")
    sheet = made.add_sheet("案件")
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write(number, column, cell)
    change(sheet)
    return made.get_biff_data()


def compound(records: bytes) -> bytes:
    """An .xls around a workbook stream."""
    target = io.BytesIO()
    XlsDoc().save(target, records)
    return target.getvalue()


def before_end(records: bytes) -> bytes:
    """The good ledger with more records before its sheet ends."""
    return compound(stream()[: -len(_END)] + records + _END)


def _hide(sheet: Any) -> None:
    sheet.row(1).hidden = True


def _error(sheet: Any) -> None:
    sheet.row(3).set_cell_error(1, 0x2A)
    sheet.write(3, 0, N3)


def _locked() -> bytes:
    records = stream()
    first = 4 + int.from_bytes(records[2:4], "little")
    return compound(records[:first] + pack("<HH", 0x2F, 0) + records[first:])


def _inline_value() -> bytes:
    return with_row(odd.cell("A4", N3), '<c r="B4" t="inlineStr"><v>2025-03-06</v></c>')


def _xml_value(value: str) -> Callable[[], bytes]:
    return lambda: with_row(odd.cell("A4", N3), raw_cell("B4", value, "str"))


def _no_list_of_sheets() -> bytes:
    return edited(odd.xlsx(GOOD), "xl/workbook.xml", lambda body: body.replace(b"<sheets>", b"</workbook><sheets>"))


def _page(cells: str) -> Callable[[], bytes]:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in GOOD)
    return lambda: f"<html><table>{rows}{cells}</table></html>".encode()


_DOUBLE = pack("<HHHHHd", 0x203, 14, 1, 1, 0, 3.5)
_LOST_IN_SCRIPT = f"<tr><td>{N3}</td><td>2025-03-06</td></tr><script><tr><td>x</td></tr></script>"

ENTRIES = (
    Entry("100", "a stream cut before its end", lambda: compound(stream()[: -len(_END)]), refused("damaged")),
    Entry("100b", "half a container", lambda: odd.xls()[:2000], refused("damaged", "not_a_workbook")),
    Entry("101", "an old workbook", lambda: compound(stream()), taken(), "案件.et"),
    Entry("102", "an old workbook with a chart", lambda: before_end(_CHART), taken(), "案件.xls"),
    Entry("103", "a cell twice in an old workbook", lambda: before_end(_DOUBLE), refused("count_differs")),
    Entry("104", "a hidden row in an old workbook", lambda: compound(stream(_hide)), taken(2, "hidden_rows")),
    Entry(
        "105",
        "an error in an old workbook",
        lambda: compound(stream(_error)),
        taken(3, "error_cells", "filed_on_missing", aside=1),
    ),
    Entry("106", "an old workbook behind a password", _locked, refused("password")),
    Entry("107", "a value where an inline text belongs", _inline_value, refused("count_differs", says="清点对不上")),
    Entry("108", "a value in CDATA", _xml_value("<![CDATA[2025-03-06]]>"), refused("count_differs")),
    Entry("109", "a value cut by a comment", _xml_value("2025-03<!-- -->-06"), refused("damaged", says="注释")),
    Entry("110", "two values in one cell", _xml_value("2025</v><v>2025-03-06"), refused("count_differs")),
    Entry("111", "no list of sheets", _no_list_of_sheets, refused("damaged", says="目录")),
    Entry("112", "a program that calls itself a table", odd.xlsx, refused("program_file"), "案件.xlsx.exe"),
    Entry("113", "a page with rows in a script", _page(_LOST_IN_SCRIPT), taken(3)),
    Entry("114", "a page cut in a tag", lambda: _page("")()[:-40], taken()),
    Entry("115", "a page with a comment left open", _page(f"<!-- <tr><td>{N3}</td></tr>"), taken()),
    Entry("119", "a text file of blanks", lambda: " ,\n , \n".encode("gb18030"), refused("no_table")),
    Entry(
        "120", "rows after a thousand blank ones", lambda: csv_text(*[""] * 1000, ",".join(_THIRD)).encode(), taken(3)
    ),
)
