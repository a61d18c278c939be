"""Word files say what the content object says, every word and cell, in the styles of their template."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from reports.bulletin.content import Bar, BarsChart, Cell, Column, Notice, Paragraph, Section, Table
from reports.bulletin.pictures import png
from reports.bulletin.word import notice_docx, sheets_docx
from tests.reports.bulletin.contents import HOSTILE, a_head, a_letter, a_notice, names, the_sheets
from tests.reports.bulletin.word_contents import cells, opened, paragraphs


@cache
def of_three() -> bytes:
    return notice_docx(a_notice(3))


def test_a_notice_reads_as_it_was_written():
    notice = a_notice(3)
    told = [one.text for one in notice.sections[1].paragraphs]
    assert paragraphs(of_three()) == [
        ("密级", "内部"),
        ("发文机关标志", "中共云泽县委平安云泽建设领导小组办公室文件"),
        ("文号", "云平安办通〔2026〕10号"),
        ("公文标题", "关于2026年10月全县诉源治理情况的通报"),
        ("期间", "（本期：2026年10月；累计：2026年1月1日至10月31日）"),
        ("主送", "各乡镇（街道）党委（党工委）："),
        ("公文正文", "现将2026年10月全县诉源治理情况通报如下："),
        ("一级标题", "一、口径说明"),
        ("公文正文", "新收以立案日期计，人口为常住人口，未归属案件占0.8%，单列而不计入乡镇。"),
        ("一级标题", "二、总体情况"),
        ("公文正文", f"（一）新收情况。{told[0]}"),
        ("公文正文", f"（二）成讼情况。{told[1]}"),
        ("公文正文", f"（三）化解情况。{told[2]}"),
        ("图题", "全县一审民商事新收逐月走势"),
        ("一级标题", "三、未达到目标情况"),
        ("公文正文", "对照年度目标，下列乡镇（街道）尚未达到。"),
        ("表题", "未达到目标值的乡镇（街道）"),
        ("表注", "注：目标值由文件规定。"),
        ("一级标题", "四、原因提示"),
        ("公文正文", HOSTILE),
        ("公文正文", "部分乡镇民间借贷纠纷上升较快，须加强源头预防。"),
        ("一级标题", "五、工作建议"),
        ("公文正文", "（一）强化源头。加强诉前调解。"),
        ("公文正文", "（二）完善机制。按月会商。"),
        ("结语", "本通报仅供平安建设工作参考，不作为立案限制依据。"),
        ("附件说明首项", "附件：1.各乡镇（街道）诉源治理主要指标"),
        ("附件说明", "2.主要案由情况"),
        ("附件说明", "3.各乡镇（街道）万人成讼率及95%区间"),
        ("附件说明", "4.主要案由较上年同期增减"),
        ("署名", "中共云泽县委平安云泽建设领导小组办公室"),
        ("成文日期", "2026年11月5日"),
        ("附注", "（联系人：王某某 0000-1234567）"),
        ("来源", "数据版本12，数据截至2026年10月31日，口径第3版。"),
        ("附件号", "附件1"),
        ("附件标题", "各乡镇（街道）诉源治理主要指标"),
        ("表注", "注：1.位次区间为95%置信水平；人口为2025年末常住人口。"),
        ("表注", f"　　2.原样印出：{HOSTILE}"),
        ("附件号", "附件2"),
        ("附件标题", "主要案由情况"),
        ("附件号", "附件3"),
        ("附件标题", "各乡镇（街道）万人成讼率及95%区间"),
        ("附件号", "附件4"),
        ("附件标题", "主要案由较上年同期增减"),
        ("版记", "签发：张某某\t拟稿：李某某"),
        ("版记", "中共云泽县委平安云泽建设领导小组办公室\t2026年11月5日印发"),
    ]


@pytest.mark.parametrize("townships", [3, 60])
def test_the_cells_of_a_table_are_those_of_the_content(townships):
    notice = a_notice(townships)
    printed = [one for one in notice.tables if one not in notice.workbook_only]
    assert cells(notice_docx(notice)) == [
        [[column.title for column in one.columns], *([cell.text for cell in row] for row in one.rows)]
        for one in printed
    ]


def test_a_letter_without_attachments_lists_none():
    assert [text for style, text in paragraphs(notice_docx(a_letter())) if style not in ("公文正文", "结语")] == [
        "内部",
        "云平安办通〔2026〕10号",
        "关于万人成讼率偏高的提示函",
        "各乡镇（街道）党委（党工委）：",
        "一、基本情况",
        "二、工作建议",
        "中共云泽县委平安云泽建设领导小组办公室",
        "2026年11月5日",
        "（联系人：王某某 0000-1234567）",
        "数据版本12，数据截至2026年10月31日，口径第3版。",
    ]


def test_lines_of_the_head_that_are_empty_are_left_out():
    bare = dict.fromkeys(("period", "addressee", "number", "secrecy", "signer", "drafter", "contact", "source"), "")
    said = paragraphs(notice_docx(replace(a_letter(), kind="monthly", head=replace(a_head("通报"), **bare))))
    styles = {"密级", "发文机关标志", "文号", "期间", "主送", "附注", "来源", "附件说明首项"}
    assert not [one for one in said if one[0] in styles]
    assert [text for style, text in said if style == "版记"] == [f"{a_head().office}\t2026年11月5日印发"]


def test_a_number_is_printed_without_an_office_too():
    said = dict(paragraphs(notice_docx(replace(a_notice(3), head=replace(a_head(), office="")))))
    assert said["文号"] == a_head().number
    assert "发文机关标志" not in said


def test_the_only_attachment_has_no_number():
    notice = replace(a_notice(3), attachments=a_notice(3).attachments[1:2])
    said = dict(paragraphs(notice_docx(notice)))
    assert (said["附件说明首项"], said["附件号"]) == ("附件：主要案由情况", "附件")


def test_every_township_has_its_sheet():
    sheets = the_sheets(20)
    raw = sheets_docx(sheets)
    said = paragraphs(raw)
    assert [text for style, text in said if style == "单标题"] == [
        f"{name}诉源治理情况（2026年10月）" for name in names(20)
    ]
    assert [text for style, text in said if style == "单首句"] == [one.answer for one in sheets.sheets]
    tables = [table for sheet in sheets.sheets for part in sheet.sections for table in part.tables]
    assert [rows[1:] for rows in cells(raw)] == [[[cell.text for cell in row] for row in one.rows] for one in tables]


def test_a_table_repeats_its_header_and_no_row_is_torn():
    for table in opened(of_three()).tables:
        rows = [row._tr for row in table.rows]
        assert [bool(row.xpath("w:trPr/w:tblHeader")) for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.xpath("w:trPr/w:cantSplit") for row in rows)


def test_the_first_of_the_sums_has_a_line_above_it():
    table = opened(of_three()).tables[1]
    lined = [at for at, row in enumerate(table.rows) if row._tr.xpath("w:tc/w:tcPr/w:tcBorders/w:top")]
    assert lined == [len(table.rows) - 2]


def test_numbers_stand_right_and_names_left():
    row = opened(of_three()).tables[1].rows[1]
    styles = [cell.paragraphs[0].style.name for cell in row.cells]
    assert styles == ["表格文字", *["表格数字"] * 11]


def test_a_wide_table_lies_and_everything_else_stands():
    assert [one.page_width > one.page_height for one in opened(of_three()).sections] == [
        False,
        True,
        False,
        False,
        False,
    ]


def test_the_second_long_table_of_an_attachment_begins_a_page():
    rows = tuple((Cell(str(number)),) for number in range(13))
    long, short = (Table(name, name, (Column("列", 5),), rows[:n]) for name, n in (("甲表", 13), ("乙表", 12)))
    attachment = Section("附", "附表", tables=(long, replace(long, title="丙表"), short))
    styles = {text: style for style, text in paragraphs(notice_docx(a_small_notice(attachment)))}
    assert [styles[title] for title in ("甲表", "丙表", "乙表")] == ["表题", "表题换页", "表题"]


def a_small_notice(*attachments: Section) -> Notice:
    return replace(a_notice(3), sections=(), attachments=attachments)


def test_every_picture_says_what_it_shows():
    told = [one.get("descr") for one in opened(of_three()).element.body.iter("{*}docPr")]
    assert told == [
        "全县一审民商事新收逐月走势（件）",
        "各乡镇（街道）万人成讼率及95%区间（件/万人）",
        "主要案由较上年同期增减（件）",
    ]


def test_pictures_are_no_wider_than_the_text_and_each_has_its_own_number():
    inlines = list(opened(of_three()).inline_shapes)
    assert [round(one.width.cm, 1) for one in inlines] == [15.6] * 3
    assert sorted(one.get("id") for one in opened(of_three()).element.body.iter("{*}docPr")) == ["1", "2", "3"]


def test_a_draft_says_so_on_every_page_and_an_issued_notice_nowhere():
    raw = notice_docx(a_notice(3, is_draft=True))
    headers = [one for section in opened(raw).sections for one in (section.header, section.even_page_header)]
    assert all("预览稿" in one.paragraphs[0].text for one in headers)
    assert {one.paragraphs[0].style.name for one in headers} == {"预览稿"}
    assert not [name for name in opened(of_three()).part.package.iter_parts() if "header" in str(name.partname)]


def test_the_same_content_gives_the_same_bytes():
    assert notice_docx(a_notice(3)) == of_three()
    assert sheets_docx(the_sheets(3)) == sheets_docx(the_sheets(3))


def test_the_properties_name_the_office_and_no_machine():
    own = opened(of_three()).core_properties
    assert (own.title, own.author, own.last_modified_by) == (a_head().title, a_head().office, "")
    assert own.created.date() == own.modified.date() == date(2026, 11, 5)


def a_hostile_section(text: str) -> Section:
    table = Table(text, text, (Column(text, 5, "left"),), ((Cell(text),),), (text,))
    chart = BarsChart(text, text, text, (Bar("甲", 1, "1"),))
    return Section("节", text, (Paragraph(text, text),), (table, replace(table, title="乙表")), (chart,))


def test_text_of_people_is_nothing_but_text():
    marks = "\x00\x0b甲\t乙\n丙 {{ 7*7 }} {%p for a in b %} </w:t></w:r> &amp; {_{"
    notice = replace(a_letter(), sections=(a_hostile_section(marks),), opening=marks)
    raw = notice_docx(replace(notice, head=replace(a_head(marks), office=marks)))
    clean = marks.replace("\x00\x0b", "").replace("\t", " ").replace("\n", " ")
    said = [text for _, text in paragraphs(raw)]
    assert f"一、{clean}" in said
    assert f"{clean}{clean}" in said
    assert cells(raw)[0] == [[clean], [clean]]


def test_charts_are_drawn_with_the_faces_of_the_folder_that_is_named(monkeypatch, tmp_path):
    asked = []

    def drawn(chart, width_cm, ppi=220, fonts=None):
        asked.append(fonts)
        return png(chart, width_cm, 30)

    monkeypatch.setattr("reports.bulletin.word_parts.pictures.png", drawn)
    notice_docx(a_notice(3), fonts=tmp_path)
    sheets_docx(the_sheets(1), fonts=tmp_path)
    assert set(asked) == {tmp_path}
