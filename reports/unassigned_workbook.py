"""Cases that lie nowhere, as a sheet to be filled in and brought back: an empty column with the townships to choose."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from data.ledgers.placements import FILL_IN
from metrics._places import UnplacedCase
from reports.excel_text import TEXT_ONLY

_COLUMNS = (
    ("案号", 27),
    ("立案日期", 12),
    ("案由", 30),
    ("登记乡镇", 18),
    ("被告住所地", 26),
    ("纠纷发生地", 26),
    ("原告住所地", 26),
    ("承办庭室", 18),
    (FILL_IN, 18),
)
_CHOICES = "乡镇选项"
_FIRST = 2
_HOW_TO = (
    f"请在“数据”表的“{FILL_IN}”一列选择乡镇街道或辖区外，不知道的留空；其他各列供查对，改动不会读取。",
    "填好后把本文件在“导入”页上传：只更新所填案件的归属，案件的其他内容不变；可像其他导入一样撤销。",
    f"也可以另做一张只有“案号”“{FILL_IN}”两列的表上传。",
)


def unassigned_workbook(title: str, cases: Sequence[UnplacedCase], areas: Sequence[str]) -> bytes:
    """An xlsx file that the import desk recognises when it comes back; `areas` are the names to choose from."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, TEXT_ONLY) as book:
        sheet = book.add_worksheet("数据")
        _write_cases(book, sheet, title, cases)
        choices = book.add_worksheet(_CHOICES)
        choices.hide()
        for down, name in enumerate(areas):
            choices.write_string(down, 0, name)
        _offer(sheet, len(cases), len(areas))
        _explain(book)
    return buffer.getvalue()


def _write_cases(book: xlsxwriter.Workbook, sheet: Any, title: str, cases: Sequence[UnplacedCase]) -> None:
    head = book.add_format({"bold": True, "bottom": 1, "valign": "vcenter"})
    empty = book.add_format({"bg_color": "#FFF7D6", "border": 1, "border_color": "#B9B9B9"})
    days = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 14}))
    for at, (header, width) in enumerate(_COLUMNS):
        sheet.set_column(at, at, width)
        sheet.write_string(_FIRST - 1, at, header, head)
    for down, case in enumerate(cases, _FIRST):
        sheet.write_string(down, 0, case.case_number)
        sheet.write_datetime(down, 1, case.filed_on, days)
        for at, text in enumerate(case[2:], 2):
            if text:
                sheet.write_string(down, at, text)
        sheet.write_blank(down, len(_COLUMNS) - 1, None, empty)
    sheet.freeze_panes(_FIRST, 1)
    sheet.autofilter(_FIRST - 1, 0, _FIRST - 1 + len(cases), len(_COLUMNS) - 1)


def _offer(sheet: Any, cases: int, areas: int) -> None:
    """A drop-down list; another name may be typed all the same, it goes to the names desk."""
    if not cases or not areas:
        return
    at = len(_COLUMNS) - 1
    sheet.data_validation(
        _FIRST,
        at,
        _FIRST + cases - 1,
        at,
        {
            "validate": "list",
            "source": f"='{_CHOICES}'!$A$1:$A${areas}",
            "error_type": "warning",
            "error_title": "名册中没有",
            "error_message": "名册中没有这个名称；如确实要填，请选“是”，导入后到“地名归属”页认定。",
        },
    )


def _explain(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("填写说明")
    sheet.set_column(0, 0, 100)
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for down, line in enumerate(_HOW_TO):
        sheet.write_string(down, 0, line, wrap)
