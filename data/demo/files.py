"""Exports as bytes on disk: xlsx, BIFF, an HTML table, delimited text; the same cells give the same bytes."""

import csv
import io
from datetime import date, datetime
from html import escape
from pathlib import Path

import xlsxwriter
import xlwt

from data.demo.sheets import Cell, Export, Sheet

_CREATED = datetime(2000, 1, 1)
_BIFF_ROWS = 65_536


def write(export: Export, folder: Path) -> Path:
    """Write one export; the form has nothing to do with the file's name ending."""
    path = folder / export.name
    {"xlsx": _xlsx, "xls": _biff, "html": _html, "text": _text}[export.form](export, path)
    return path


def _xlsx(export: Export, path: Path) -> None:
    # Row by row is faster, but cells merged downwards need the rows below to stay open.
    is_flat = all(r0 == r1 for sheet in export.sheets for r0, _, r1, _ in sheet.merges)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": is_flat, "strings_to_urls": False})
    book.set_properties({"created": _CREATED})
    formats = {
        date: book.add_format({"num_format": "yyyy-mm-dd"}),
        datetime: book.add_format({"num_format": "yyyy/m/d h:mm"}),
    }
    for sheet in export.sheets:
        page = book.add_worksheet(sheet.name)
        starts = {merge[:2]: merge for merge in sheet.merges}
        for r, row in enumerate(sheet.rows):
            for c, cell in enumerate(row):
                if (r, c) in starts:
                    page.merge_range(*starts[r, c], cell or "")
                elif isinstance(cell, str):
                    if cell:
                        page.write_string(r, c, cell)
                elif isinstance(cell, date):
                    page.write_datetime(r, c, cell, formats[type(cell)])
                elif cell is not None:
                    page.write_number(r, c, cell)
    book.close()


def _biff(export: Export, path: Path) -> None:
    book = xlwt.Workbook(encoding="utf-8")
    styles: dict[type, xlwt.XFStyle] = {
        date: xlwt.easyxf(num_format_str="yyyy-mm-dd"),
        datetime: xlwt.easyxf(num_format_str="yyyy/m/d h:mm"),
    }
    plain = xlwt.easyxf()
    for sheet in export.sheets:
        if len(sheet.rows) > _BIFF_ROWS:
            raise ValueError(f"{export.name}: a BIFF sheet holds {_BIFF_ROWS} rows")
        page = book.add_sheet(sheet.name)
        starts = {merge[:2]: merge for merge in sheet.merges}
        for r, row in enumerate(sheet.rows):
            for c, cell in enumerate(row):
                if (r, c) in starts:
                    r0, c0, r1, c1 = starts[r, c]
                    page.write_merge(r0, r1, c0, c1, cell or "")
                elif cell is not None and cell != "":
                    page.write(r, c, cell, styles.get(type(cell), plain))
    book.save(str(path))


def cell_as_text(cell: Cell) -> str:
    """How systems write a cell into text."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.2f}"
    return str(cell)


def _html_row(sheet: Sheet, r: int) -> str:
    merged = {c: c1 - c + 1 for r0, c, _, c1 in sheet.merges if r0 == r}
    tag = "th" if r < sheet.header_row else "td"
    cells = (
        f"<{tag}{f' colspan={merged[c]}' if c in merged else ''}>{escape(cell_as_text(cell)) or '&nbsp;'}</{tag}>"
        for c, cell in enumerate(sheet.rows[r])
    )
    return f"<tr>{''.join(cells)}</tr>\n"


def _html(export: Export, path: Path) -> None:
    head = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=GB2312">\n'
    style = '<style>td{mso-number-format:"\\@";}</style></head><body>\n'
    tables = (
        f"<table border=1>\n{''.join(_html_row(sheet, r) for r in range(len(sheet.rows)))}</table>\n"
        for sheet in export.sheets
    )
    path.write_bytes((head + style + "".join(tables) + "</body></html>").encode(export.encoding))


def _text(export: Export, path: Path) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=export.separator, lineterminator="\r\n")
    for row in export.sheets[0].rows:
        writer.writerow([cell_as_text(cell) for cell in row])
    path.write_bytes(out.getvalue().encode(export.encoding))
