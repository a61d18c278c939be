"""Pieces that many entries are made of: a good small ledger with one odd thing in it."""

import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import xlsxwriter

from tests.data.read import odd_files as odd

N1, N2, N3 = (f"（2025）甘0702民初{n}号" for n in (1, 2, 3))
GOOD = (odd.HEADERS, *odd.ROWS)


def raw_cell(where: str, value: str, kind: str = "") -> str:
    """A cell with this value element as it stands."""
    return f'<c r="{where}"{f" t={chr(34)}{kind}{chr(34)}" if kind else ""}><v>{value}</v></c>'


def with_row(*cells: str, number: int = 4, strings: str | None = None, before: str = "") -> bytes:
    """The good ledger and one more row of these cells."""
    return odd.package(odd.sheet_xml(odd.text_sheet(GOOD) + odd.row(number, *cells), before=before), strings)


def with_date(value: str, kind: str = "") -> bytes:
    """The good ledger and a third case with this in its date cell."""
    return with_row(odd.cell("A4", N3), raw_cell("B4", value, kind), odd.cell("C4", "离婚纠纷"))


def with_rows(*rows: Sequence[Any]) -> bytes:
    """The good ledger and more rows, written as a spreadsheet program would."""
    return odd.xlsx((*GOOD, *rows))


def with_date_text(*texts: str) -> bytes:
    """The good ledger and one case per text, which stands in its date cell."""
    return with_rows(*((f"（2025）甘0702民初{n}号", text, "离婚纠纷", "调解") for n, text in enumerate(texts, 3)))


def book(fill: Callable[[xlsxwriter.Workbook], None], **options: Any) -> bytes:
    """A workbook filled by hand."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, **options}) as made:
        fill(made)
    return target.getvalue()


def write(made: xlsxwriter.Workbook, name: str, rows: Iterable[Sequence[Any]], top: int = 0, left: int = 0) -> Any:
    """A sheet with these rows; the sheet."""
    sheet = made.add_worksheet(name)
    for number, row in enumerate(rows, top):
        sheet.write_row(number, left, row)
    return sheet


def csv_text(*lines: str, end: str = "\n") -> str:
    """The good ledger as lines of text and more lines."""
    return end.join([*(",".join(row) for row in GOOD), *lines]) + end


def edited(raw: bytes, part: str, edit: Callable[[bytes], bytes]) -> bytes:
    """The package with one part changed."""
    return odd.zipped((name, edit(body) if name == part else body) for name, body in odd.parts_of(raw))
