"""The workbook of a notice, read back as a program that opens it would: cells, pages, charts, and nothing that acts."""

import re
import zipfile
from dataclasses import replace
from datetime import datetime
from functools import cache
from io import BytesIO

import openpyxl
import pytest

from reports.bulletin.content import (
    BarsChart,
    Cell,
    Column,
    DotsChart,
    LinesChart,
    Section,
    Table,
)
from reports.bulletin.workbook import bulletin_workbook
from tests.reports.bulletin.contents import HOSTILE, a_letter, a_notice


def parts(raw: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def opened(raw: bytes):
    return openpyxl.load_workbook(BytesIO(raw))


def cells(sheet) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def links_of(sheet) -> list:
    return [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink is not None]


@cache
def made(townships: int) -> bytes:
    return bulletin_workbook(a_notice(townships))


def test_every_table_and_every_chart_has_a_sheet_in_the_order_of_the_document():
    book = opened(made(3))
    assert book.sheetnames == [
        *("目录", "走势图", "未达标", "附表", "案由", "位次图", "案由变化图", "口径", "图表数据"),
    ]
    assert [len(book[name]._charts) for name in book.sheetnames] == [0, 1, 0, 0, 0, 1, 1, 0, 0]


def test_the_first_sheet_says_what_it_is_where_it_comes_from_and_leads_to_the_others():
    sheet = opened(made(3))["目录"]
    assert [row[:3] for row in cells(sheet)] == [
        ["关于2026年10月全县诉源治理情况的通报", None, None],
        ["本期：2026年10月；累计：2026年1月1日至10月31日", None, None],
        ["发文字号", "云平安办通〔2026〕10号", None],
        ["发文机关", "中共云泽县委平安云泽建设领导小组办公室", None],
        ["成文日期", "2026年11月5日", None],
        ["数据来源", "数据版本12，数据截至2026年10月31日，口径第3版。", None],
        [None, None, None],
        ["序号", "工作表", "内容"],
        [1, "走势图", "全县一审民商事新收逐月走势"],
        [2, "未达标", "未达到目标值的乡镇（街道）"],
        [3, "附表", "各乡镇（街道）诉源治理主要指标"],
        [4, "案由", "主要案由情况"],
        [5, "位次图", "各乡镇（街道）万人成讼率及95%区间"],
        [6, "案由变化图", "主要案由较上年同期增减"],
        [7, "口径", "口径"],
        [8, "图表数据", "各图所用的数，改动后图随之改变"],
        [None, None, None],
        ["本通报仅供平安建设工作参考，不作为立案限制依据。", None, None],
    ]
    links = {link.ref: (link.location, link.target) for link in links_of(sheet)}
    assert len(links) == 8
    assert (links["B9"], links["B16"]) == (("'走势图'!A1", None), ("'图表数据'!A1", None))


def test_a_draft_says_so_on_the_first_sheet_and_on_every_page():
    book = opened(bulletin_workbook(a_notice(3, is_draft=True)))
    assert cells(book["目录"])[2][:2] == ["状态", "预览稿，尚未定稿"]
    assert {(sheet.oddHeader.left.text, sheet.oddHeader.right.text) for sheet in book} == {("内部", "预览稿")}
    assert {sheet.oddFooter.center.text for sheet in book} == {"第 &P 页，共 &N 页"}


def test_numbers_are_kept_unrounded_under_the_format_of_their_column():
    sheet = opened(made(3))["附表"]
    rows = cells(sheet)
    assert rows[0][0] == "各乡镇（街道）诉源治理主要指标"
    assert rows[2][:4] == ["乡镇（街道）", "常住人口\n（人）", "累计新收\n（件）", "万人成讼率\n（件/万人）"]
    assert rows[3][:7] == [
        "白鹿洞回族满族乡",
        18000,
        204,
        pytest.approx(204 / 18000 * 10000, rel=1e-15),
        1,
        "1—4",
        "—",
    ]
    assert rows[4][10] == "—"
    assert rows[7][0] == "全县"
    assert rows[8][0] == "注：1.位次区间为95%置信水平；人口为2025年末常住人口。"
    assert rows[9][0] == f"　　2.原样印出：{HOSTILE}"
    assert (sheet["D4"].number_format, sheet["A4"].data_type) == ("#,##0", "s")


def test_a_number_keeps_the_sign_and_the_unit_that_are_printed_with_it():
    sheet = opened(made(3))["附表"]
    assert (sheet["L4"].value, sheet["L4"].number_format) == (50, '#,##0.0"%"')


def test_a_number_in_a_column_of_text_looks_as_it_is_printed():
    sheet = opened(made(3))["未达标"]
    assert [(sheet[at].value, sheet[at].number_format) for at in ("C4", "D4", "C5", "D5", "C6")] == [
        (81.2, '#,##0.0"%"'),
        (90, '"≥"#,##0"%"'),
        (131.4, "#,##0.00"),
        (100, '"≤"#,##0'),
        ("—", "General"),
    ]


def test_sums_are_set_apart_by_a_line():
    sheet = opened(made(3))["附表"]
    assert [sheet.cell(row, 1).border.top.style for row in (6, 7, 8)] == ["thin", "medium", "thin"]
    assert [sheet.cell(row, 1).font.bold for row in (6, 7, 8)] == [False, True, True]


def test_a_sheet_prints_on_a4_one_page_wide_with_its_header_on_every_page():
    sheet = opened(made(60))["附表"]
    page = sheet.page_setup
    assert (page.paperSize, page.orientation, page.fitToWidth, page.fitToHeight) == (9, "landscape", None, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("B4", "$1:$3")
    assert sheet.print_area == "'附表'!$A$1:$L$67"


def test_a_table_that_is_hardly_longer_than_a_page_is_printed_on_one():
    assert opened(made(20))["附表"].page_setup.fitToHeight is None
    assert opened(made(60))["附表"].page_setup.fitToHeight == 0


def test_narrow_tables_stand_upright_and_are_as_wide_as_their_title_needs():
    sheet = opened(made(3))["案由"]
    assert sheet.page_setup.orientation == "portrait"
    assert sheet.column_dimensions["A"].width == pytest.approx(2 * 14 + 1.5, abs=0.8)


def test_a_column_is_as_wide_as_its_longest_number():
    table = Table(
        "甲", "甲", (Column("乙", 6), Column("丙", 2, "right", "#,##0")), ((Cell(""), Cell("123,456,789", 1)),)
    )
    notice = replace(a_letter(), attachments=(Section("甲", "甲", tables=(table,)),))
    assert opened(bulletin_workbook(notice))["甲"].column_dimensions["B"].width > 12


def test_cells_of_charts_hold_names_values_limits_and_the_line():
    rows = cells(opened(made(3))["图表数据"])
    top = next(at for at, row in enumerate(rows) if row[0] == "各乡镇（街道）万人成讼率及95%区间")
    explained = "件/万人；虚线：各乡镇合计 98.40；横线：95%区间；青色显著低、灰色无显著差异、白色数量过小"
    assert rows[top + 1][0] == explained
    assert rows[top + 2] == ["名称", "数值", "95%下限", "95%上限", "下限至数值", "数值至上限", "虚线", "比较"]
    assert rows[top + 3] == ["白鹿洞回族满族乡", 70, 58, 84, 12, 14, 98.4, "显著低"]
    assert rows[top + 5] == ["云泽高新技术产业园", 110, None, None, None, None, 98.4, "数量过小"]
    assert rows[3][:3] == ["2025-01", 120, 108]
    assert rows[8][:3] == ["2025-06", None, None]


def test_a_ranked_chart_has_a_row_for_every_name_its_limits_and_a_dashed_line():
    files = parts(made(60))
    [xml] = [one for name, one in files.items() if "/charts/chart" in name and "<c:errBars>" in one]
    assert '<c:ptCount val="60"/>' in xml
    assert '<c:tickLblSkip val="1"/>' in xml
    assert "<c:name>各乡镇合计 98.40</c:name>" in xml
    assert '<a:prstDash val="dash"/>' in xml
    assert '<c:orientation val="maxMin"/>' in xml


def test_a_chart_grows_with_its_names():
    heights = [_height(parts(made(n))) for n in (3, 20, 60)]
    assert heights == [11, 29, 71]


def _height(files: dict[str, str]) -> int:
    """Rows of the sheet that the ranked chart covers."""
    return int(re.findall(r"<xdr:to>.*?<xdr:row>(\d+)</xdr:row>", files["xl/drawings/drawing2.xml"])[0])


def test_the_year_before_is_dashed_and_lighter():
    files = parts(made(3))
    [xml] = [one for name, one in files.items() if "<c:lineChart>" in one]
    now, before = re.findall(r"<c:ser>.*?</c:ser>", xml)
    assert ("prstDash" in now, 'prstDash val="dash"' in before) == (False, True)
    assert ("2E8299" in now, "A9B4BA" in before) == (True, True)


def test_a_letter_without_tables_is_a_first_sheet_alone():
    assert opened(bulletin_workbook(a_letter())).sheetnames == ["目录"]


def test_the_same_notice_is_the_same_file_dated_as_the_notice():
    raw = bulletin_workbook(a_notice(20))
    assert raw == bulletin_workbook(a_notice(20))
    properties = opened(raw).properties
    assert (properties.created, properties.modified) == (datetime(2026, 11, 5), datetime(2026, 11, 5))
    assert properties.title == "关于2026年10月全县诉源治理情况的通报"


def test_a_chart_of_nothing_has_no_sheet():
    charts = (
        DotsChart("甲", "甲", "件", (), None, ""),
        BarsChart("乙", "乙", "件", ()),
        LinesChart("丙", "丙", "件", (), ()),
    )
    notice = replace(a_letter(), sections=(Section("甲", "甲", charts=charts),))
    assert opened(bulletin_workbook(notice)).sheetnames == ["目录"]


def test_no_row_is_higher_than_excel_allows():
    table = Table("甲", "甲" * 5000, (Column("乙", 6),), ((Cell("丙" * 9000),),), ("丁" * 9000,))
    sheet = opened(bulletin_workbook(replace(a_letter(), workbook_only=(table,))))["甲"]
    assert {sheet.row_dimensions[row].height for row in (1, 4, 5)} == {408.75}
