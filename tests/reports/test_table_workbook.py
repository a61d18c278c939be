import re
import zipfile
from datetime import date
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from reports.table_workbook import SheetColumn, table_workbook

HOSTILE = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "http://x", "＝1+1", "mailto:a@b", "0123")


def read(raw: bytes) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(BytesIO(raw))


def parts(raw: bytes) -> str:
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_looks_like_a_formula_or_a_link_stays_text(text: str):
    raw = table_workbook("表", [SheetColumn("列")], [[text]], [(text, text)])
    assert "<f>" not in parts(raw)
    assert "hyperlink" not in parts(raw)
    assert read(raw).get_sheet_by_name("数据").to_python()[2][0] == text


def test_the_definition_travels_with_the_table():
    raw = table_workbook("万人成讼率", [SheetColumn("值")], [[1.0]], [("本期", "2026-01-01 至 2026-10-31")])
    assert read(raw).sheet_names == ["数据", "口径"]
    assert read(raw).get_sheet_by_name("口径").to_python() == [
        ["表名", "万人成讼率"],
        ["本期", "2026-01-01 至 2026-10-31"],
    ]


def test_numbers_are_numbers_unrounded_and_days_are_days():
    columns = [SheetColumn("值", "#,##0.00"), SheetColumn("日期"), SheetColumn("空")]
    raw = table_workbook("表", columns, [[116.02345678, date(2026, 10, 31), None]], [])
    assert read(raw).get_sheet_by_name("数据").to_python()[2] == [116.02345678, date(2026, 10, 31), ""]


def test_a_control_character_does_not_spoil_the_file():
    raw = table_workbook("表", [SheetColumn("列")], [["甲\x00\x0b镇"]], [])
    assert read(raw).get_sheet_by_name("数据").to_python()[2] == ["甲镇"]
    assert not re.search(r"_x000", parts(raw))
