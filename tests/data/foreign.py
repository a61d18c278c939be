"""Sheets in a shape that no synonym list knows, and how a person would map them."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

from data.store.layouts import remember_layout
from data.taught import TaughtLayout, signature_of

NOW = datetime(2026, 2, 3, 9, 30)
HEADERS = ("编码", "起始", "归口", "对方", "地点", "结论", "电话")
FIELDS = {
    "编码": "number",
    "起始": "accepted_on",
    "归口": "category",
    "对方": "defendants",
    "地点": "place_stated",
    "结论": "result",
    "电话": "identity",
}


def foreign_rows(first: int = 1, n: int = 5, result: str = "调解成功") -> list[list[object]]:
    return [
        [f"安调字{i:04}", date(2025, 3, i % 27 + 1), "邻里", "张某", "安和县柳河镇", result, "13900000000"]
        for i in range(first, first + n)
    ]


def foreign_file(path: Path, rows: Sequence[Sequence[object]], headers: Sequence[str] = HEADERS) -> Path:
    """A title, an empty row, the header in row 3."""
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("明细")
    sheet.write(0, 0, "某处报来的明细")
    for number, row in enumerate([headers, *rows], 2):
        sheet.write_row(number, 0, list(row))
    book.close()
    return path


def foreign_layout(headers: Sequence[str] = HEADERS, kind: str | None = "people") -> TaughtLayout:
    fields = {header: FIELDS.get(header, "") for header in headers}
    return TaughtLayout(signature_of(headers), "报来的明细", "mediations", kind, fields)


def teach(home_state: Path, layout: TaughtLayout | None = None) -> TaughtLayout:
    layout = layout or foreign_layout()
    remember_layout(home_state, layout, at=NOW, by="测试")
    return layout
