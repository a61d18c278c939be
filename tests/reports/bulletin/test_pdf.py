"""Notices and township sheets as PDF: whole, on their pages, in their fonts."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
import typst

from data.refusal import Refused
from reports.bulletin import fonts
from reports.bulletin.content import Cell, Column, Notice, Paragraph, Section, Table
from reports.bulletin.numbering import note_lines
from reports.bulletin.pdf import notice_pdf, sheets_pdf
from tests.reports.bulletin import pdf_contents as read
from tests.reports.bulletin.contents import HOSTILE, a_letter, a_notice, names, the_sheets

ROOT = Path(__file__).resolve().parents[3]
MARKUP = '#read("/etc/passwd") *粗* $x^2$ @引用 "引号" [方括号] \\斜杠 _下划_ <标签> `代码` #pagebreak()'
CANNOT_START = "，。；：、）》】”’％！？"
MM = 72 / 25.4


@cache
def of_twenty() -> bytes:
    return notice_pdf(a_notice(20))


@cache
def of_sixty() -> bytes:
    return notice_pdf(a_notice(60))


@cache
def all_sheets() -> bytes:
    return sheets_pdf(the_sheets(20))


def printed(notice: Notice) -> list[str]:
    """Every text of a notice that its paper must show."""
    head = notice.head
    parts = (*notice.sections, *notice.attachments)
    tables = [table for part in parts for table in part.tables]
    return [
        *(head.title, head.period, head.addressee, head.office, head.number, head.secrecy, head.signer, head.drafter),
        *(head.contact, head.closing, head.source, "2026年11月5日", notice.opening),
        *(part.heading for part in parts),
        *(one.lead + one.text for part in parts for one in part.paragraphs),
        *(column.title for table in tables for column in table.columns),
        *(cell.text for table in tables for row in table.rows for cell in row),
        *(line for table in tables for line in note_lines(table.notes)),
        *(chart.title for chart in notice.charts),
    ]


@pytest.mark.parametrize("townships", [20, 60])
def test_every_text_of_a_notice_is_on_its_paper(townships):
    whole = read.squeezed("".join(read.pages(of_twenty() if townships == 20 else of_sixty())))
    assert not [text for text in printed(a_notice(townships)) if read.squeezed(text) not in whole]


def test_names_and_values_of_the_charts_are_text_in_the_file():
    last = read.squeezed(read.pages(of_sixty())[-2])
    assert all(f"{name}" in last for name in names(60))
    assert "各乡镇合计98.40" in last


def test_sections_attachments_and_leads_are_numbered():
    whole = "\n".join(read.pages(of_twenty()))
    for line in (
        "一、口径说明",
        "五、工作建议",
        "（一）新收情况。",
        "（二）完善机制。",
        "附件1",
        "附件4",
        "附件：1.",
        "4.主要案由",
    ):
        assert line in whole


def test_the_number_of_pages_follows_from_the_townships():
    assert [len(read.pages(pdf)) for pdf in (of_twenty(), of_sixty())] == [7, 9]


def test_twenty_townships_with_sums_and_notes_stand_on_one_landscape_page():
    wide = [n for n, (width, height) in enumerate(read.sizes(of_twenty())) if width > height]
    page = read.squeezed(read.pages(of_twenty())[wide[0]])
    assert len(wide) == 1
    assert names(20)[0] in page
    assert "全县" in page
    assert "位次区间为95%置信水平" in page


def test_the_head_of_a_long_table_stands_on_each_of_its_pages():
    wide = [
        text
        for text, (width, height) in zip(read.pages(of_sixty()), read.sizes(of_sixty()), strict=True)
        if width > height
    ]
    assert len(wide) == 3
    assert all("常住人口" in text and "化解率" in text for text in wide)


def test_pages_carry_their_number_outside():
    boxes = read.text_boxes(of_twenty())
    lowest = [min(page, key=lambda box: box[1]) for page in boxes[:2]]
    assert lowest[0][0] > 400
    assert lowest[1][0] < 200
    assert [text.rstrip().splitlines()[-1] for text in read.pages(of_twenty())[:2]] == ["— 1 —", "— 2 —"]


def test_no_text_lies_outside_the_margins():
    for pdf in (of_twenty(), of_sixty()):
        for (width, height), boxes in zip(read.sizes(pdf), read.text_boxes(pdf), strict=True):
            left, right = (28, 26) if width < height else (37, 35)
            assert min(box[0] for box in boxes) > left * MM - 1
            assert max(box[2] for box in boxes) < width - right * MM + 1


def test_no_line_begins_with_a_closing_mark():
    lines = [line for pdf in (of_twenty(), all_sheets()) for text in read.pages(pdf) for line in text.splitlines()]
    assert not [line for line in lines if line[:1] and line[0] in CANNOT_START]


def test_a_number_stays_on_the_line_of_its_unit():
    texts = [f"{'情况' * n}新收1,421件，万人成讼率为98.40件/万人，上升3.0%。" for n in range(1, 14)]
    section = Section("甲", "甲", tuple(Paragraph(text) for text in texts))
    whole = "\n".join(read.pages(notice_pdf(replace(a_letter(), sections=(section,)))))
    assert whole.count("1,421件") == whole.count("98.40件/万人") == whole.count("3.0%") == 13


def test_fonts_lie_in_the_file_and_no_letter_is_an_empty_box():
    for pdf in (of_twenty(), all_sheets()):
        described, files = read.fonts(pdf)
        assert len(described) == files > 2
        assert not read.missing_glyphs(pdf)


def test_an_empty_box_would_be_noticed():
    letter = replace(a_letter(), opening="私用区\U000f1234字")
    assert read.missing_glyphs(notice_pdf(letter)) == 1


def test_chinese_comes_from_a_chinese_face_not_a_japanese_one():
    assert not [name for name in read.fonts(of_twenty())[0] if b"jp" in name.lower()]


def test_markup_in_content_is_printed_as_it_stands():
    row = (Cell(MARKUP), Cell(HOSTILE))
    table = Table("甲", MARKUP, (Column(MARKUP, 20, "left"), Column("乙", 20, "left")), (row,), (MARKUP,))
    section = Section("甲", MARKUP, (Paragraph(MARKUP, MARKUP),), (table,))
    head = replace(a_letter().head, title=MARKUP, office=MARKUP, source=HOSTILE)
    notice = replace(a_letter(), head=head, opening=MARKUP, sections=(section,), attachments=(section,))
    whole = read.squeezed("".join(read.pages(notice_pdf(notice))))
    assert whole.count(read.squeezed(MARKUP)) >= 10
    assert whole.count(read.squeezed(HOSTILE)) == 3


def test_a_draft_says_so_on_every_page_and_an_issued_one_nowhere():
    assert all("预览稿" in text for text in read.pages(notice_pdf(a_notice(3, is_draft=True))))
    assert not [text for text in read.pages(of_twenty()) if "预览稿" in text]


def test_empty_lines_of_the_head_leave_nothing_behind():
    empty = dict.fromkeys(
        ("period", "addressee", "number", "secrecy", "signer", "drafter", "contact", "closing", "source"), ""
    )
    whole = "".join(read.pages(notice_pdf(replace(a_letter(), head=replace(a_letter().head, **empty)))))
    assert not [word for word in ("（", "签发人", "拟稿人", "联系人", "内部", "None") if word in whole]


def test_the_same_content_gives_the_same_bytes():
    assert notice_pdf(a_notice(20)) == of_twenty()


def test_the_file_tells_its_title_office_and_date():
    with pypdfium2.PdfDocument(of_twenty()) as document:
        told = document.get_metadata_dict()
        outline = [one.get_title() for one in document.get_toc()]
    assert (told["Title"], told["Author"]) == (a_notice().head.title, a_notice().head.office)
    assert told["CreationDate"].startswith("D:20261105")
    assert outline[0] == "一、口径说明"


def test_each_township_has_one_page_with_all_that_its_sheet_says():
    told = [read.squeezed(text) for text in read.pages(all_sheets())]
    assert len(told) == 20
    for sheet, page in zip(the_sheets(20).sheets, told, strict=True):
        cells = [cell.text for part in sheet.sections for table in part.tables for row in table.rows for cell in row]
        wanted = [
            sheet.title,
            sheet.period,
            sheet.answer,
            *cells,
            *(one.text for s in sheet.sections for one in s.paragraphs),
        ]
        assert not [text for text in wanted if read.squeezed(text) not in page]


def test_an_overlong_sheet_still_stands_on_one_page():
    sheets = the_sheets(3)
    long = Section("变化", "变化", tuple(Paragraph(f"第{n}条变化。" * 12) for n in range(40)))
    first = replace(sheets.sheets[0], sections=(*sheets.sheets[0].sections, long))
    told = read.pages(sheets_pdf(replace(sheets, sheets=(first, *sheets.sheets[1:]))))
    assert len(told) == 3
    assert "第39条变化。" in read.squeezed(told[0])


def test_without_a_chinese_face_it_is_said_what_to_install(tmp_path, monkeypatch):
    class NoChinese:
        def __init__(self, font_paths):
            self.asked = font_paths

        def families(self):
            return ["Libertinus Serif", "DejaVu Sans"]

        def fonts(self):
            return []

    monkeypatch.setattr(typst, "Fonts", NoChinese)
    with pytest.raises(Refused, match="fonts-noto-cjk") as refusal:
        notice_pdf(a_letter(), tmp_path / "fonts")
    assert refusal.value.code == "no_chinese_font"
    assert str(tmp_path / "fonts") in refusal.value.sentence


def test_the_faces_of_official_documents_come_first_where_they_are_installed(tmp_path, monkeypatch):
    class Office:
        def __init__(self, font_paths):
            pass

        def families(self):
            return ["Noto Sans CJK SC", "Noto Serif CJK SC", "fangsong", "KaiTi", "SimHei", "FZXiaoBiaoSong-B05S"]

        def fonts(self):
            return []

    monkeypatch.setattr(typst, "Fonts", Office)
    faces = fonts.found(tmp_path)
    first = (faces.title[0], faces.body[0], faces.kai[0], faces.hei[0], faces.sans)
    assert first == ("FZXiaoBiaoSong-B05S", "FangSong", "KaiTi", "SimHei", "Noto Sans CJK SC")
    assert faces.has_title
    assert faces.has_kai


def test_templates_ask_for_nothing_from_outside():
    sources = "".join(path.read_text("utf-8") for path in sorted((ROOT / "reports/bulletin/typst").glob("*.typ")))
    assert re.findall(r'#import "([^"]+)"', sources) == ["official.typ", "official.typ"]
    assert "@" not in sources
    assert "http" not in sources


@pytest.mark.parametrize("paragraphs", range(2, 16, 3))
def test_the_signature_stands_under_a_line_of_text_and_the_imprint_at_the_end(paragraphs):
    body = Section("甲", "甲", (Paragraph("正文一行。"),) * paragraphs)
    pages = read.pages(notice_pdf(replace(a_notice(3), sections=(body,))))
    for text in pages:
        signed = "2026年11月5日" in text.replace("2026年11月5日印发", "")
        assert ("附件：" in text) == signed == ("联系人" in text) == ("立案限制依据" in text)
    assert ["印发" in text and "拟稿：" in text for text in pages] == [*[False] * (len(pages) - 1), True]


def test_a_small_table_stands_on_one_page():
    rows = tuple((Cell(f"第{n}行"),) for n in range(10))
    table = Table("甲", "甲表", (Column("名称", 9, "left"),), rows, ("这是注。",))
    for paragraphs in range(8, 20, 3):
        section = Section("甲", "甲", (Paragraph("正文一行。"),) * paragraphs, (table,))
        found = ["".join(text.split()) for text in read.pages(notice_pdf(replace(a_letter(), sections=(section,))))]
        assert sum("第0行" in text and "第9行" in text and "甲表" in text and "这是注" in text for text in found) == 1


def test_the_imprint_stands_below_a_lying_table_too():
    first = a_notice(20).attachments[0]
    pages = read.pages(notice_pdf(replace(a_notice(20), attachments=(first,))))
    assert "附件" in pages[-1]
    assert "印发" in pages[-1]
