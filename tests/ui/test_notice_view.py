import re
from dataclasses import replace

import pytest

from reports.bulletin.content import Notice, Paragraph, Section
from tests.reports.bulletin.contents import HOSTILE, a_head, short_table
from ui.notice_view import paper


def a_notice(**changes) -> Notice:
    sections = (
        Section("口径", "", (Paragraph("口径在前，没有标题。"),)),
        Section("总体", "总体情况", (Paragraph("全县新收12件。", "本月。"), Paragraph("累计34件。", "累计。"))),
        Section("未达标", "未达标清单", (Paragraph(HOSTILE),), (short_table(),)),
    )
    attached = (Section("附表", "主要指标", tables=(replace(short_table(), name="另表"),)), Section("附图", "附图"))
    return replace(Notice("monthly", "通报", a_head(), "现通报如下。", sections, attached), **changes)


def plain(markup: str) -> str:
    return re.sub(r"<[^>]+>", "|", markup)


def test_sections_and_leads_are_numbered_and_what_has_no_heading_comes_first():
    shown = plain(paper(a_notice()))
    order = [
        "现通报如下。",
        "口径在前",
        "一、总体情况",
        "（一）本月。",
        "（二）累计。",
        "二、未达标清单",
        "附件：",
        "1.主要指标",
    ]
    assert [shown.index(words) for words in order] == sorted(shown.index(words) for words in order)


def test_a_single_attachment_has_no_number():
    notice = a_notice()
    shown = plain(paper(replace(notice, attachments=notice.attachments[:1])))
    assert "附件　主要指标" in shown
    assert "附件1" not in shown


def test_text_from_data_stays_text():
    markup = paper(a_notice())
    assert "<b>丙</b>" not in markup
    assert "&lt;b&gt;丙&lt;/b&gt;" in markup


@pytest.mark.parametrize("is_draft", [True, False])
def test_only_what_is_not_issued_says_that_it_is_a_draft(is_draft: bool):
    assert ("预览稿" in paper(a_notice(head=a_head(is_draft=is_draft)))) is is_draft


def test_every_cell_is_printed_as_its_table_says():
    shown = paper(a_notice())
    for row in short_table().rows:
        for cell in row:
            assert cell.text in plain(shown) or "&" in cell.text or "<" in cell.text


@pytest.mark.parametrize(
    ("office", "number", "shown"),
    [
        ("县委政法委", "云政法通〔2026〕10号", "县委政法委文件|云政法通〔2026〕10号"),
        ("", "云政法通〔2026〕10号", "云政法通〔2026〕10号"),
        ("县委政法委", "", ""),
    ],
)
def test_the_red_head_stands_over_a_number_as_in_word(office: str, number: str, shown: str):
    marked = re.findall(
        r'<p class="(?:office-mark|number)">(?:<span[^>]*>)?(.*?)(?:</span>)?</p>',
        paper(a_notice(head=replace(a_head(), office=office, number=number))),
    )
    assert "|".join(marked) == shown
