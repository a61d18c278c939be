"""What a template may name: the content of a document under Chinese names, as plain text, tables and pictures."""

from collections.abc import Iterator, Sequence
from typing import Any, Protocol
from xml.sax.saxutils import escape

from metrics._review_words import day_words
from reports.bulletin.content import Chart, Head, Notice, Paragraph, Section, Sheets, Table
from reports.bulletin.numbering import attachment_list, attachment_name, first_level, lead_numbers, note_lines
from reports.excel_text import printable


class Printer(Protocol):
    """Turns tables and charts into what a template prints."""

    def title(self, title: str) -> str:
        """The title of the document with its line break, where it needs one."""

    def table(self, table: Table, lies: bool) -> Any:
        """A table, on a page that lies or stands."""

    def chart(self, chart: Chart, lies: bool, is_crowded: bool) -> Any:
        """A chart, on a page that lies or stands, smaller where much else stands on it."""

    def new_page(self, lies: bool) -> Any:
        """The end of the pages before an attachment, which lie or stand."""

    def lies(self, section: Section) -> bool:
        """Whether an attachment needs pages that lie."""


HEAD_NAMES = ("标题", "期间", "主送", "机关", "文号", "密级", "签发人", "拟稿人", "联系人", "日期", "结语", "来源")
SECTION_NAMES = ("节.名称", "节.序号", "节.标题", "节.段落", "节.表格", "节.图")
INNER_NAMES = (
    "段.序号",
    "段.小标题",
    "段.文字",
    "表.名称",
    "表.题",
    "表.换页",
    "表.内容",
    "表.注",
    "图.名称",
    "图.题",
    "图.图片",
)
NEW_PAGE = "分页"
_NOTICE = (*HEAD_NAMES, "引言", "正文", "附件", "附件说明", *SECTION_NAMES, "节.附件号", f"节.{NEW_PAGE}", *INNER_NAMES)
_SHEETS = ("各单", "单.乡镇", "单.标题", "单.期间", "单.首句", "单.正文")
NAMES: dict[str, tuple[str, ...]] = {
    "通报": _NOTICE,
    "提示函": _NOTICE,
    "一镇一单": (*HEAD_NAMES, *_SHEETS, *SECTION_NAMES, *INNER_NAMES),
}
"""Every name of each template, for people; those with a point belong to one turn of a loop."""
REQUIRED = {"通报": ("标题", "正文", "附件", "结语", "密级"), "提示函": ("标题", "正文", "密级"), "一镇一单": ("各单",)}
"""What a template must print: without them a document would lack what its reader counts on."""


MOST_LINES, LETTERS_OF_A_LINE = 33, 46
"""Of a township sheet with its picture in full size; with more lines the picture gives way to them."""
SMALL = 12
"""A table of no more rows stands on one page together."""


def clean(text: str) -> str:
    """Text as Word can hold it, on one line."""
    return " ".join(printable(text).split("\n")).replace("\t", " ")


def xml_text(text: str) -> str:
    """Text as it stands in XML; braces too, because they are looked for after data has been filled in."""
    return escape(text, {"{": "&#123;", "}": "&#125;", '"': "&quot;"})


def notice_values(notice: Notice, printer: Printer) -> dict[str, Any]:
    """What the templates 通报 and 提示函 may name."""
    return {
        **_head(notice.head),
        "标题": printer.title(clean(notice.head.title)),
        "引言": clean(notice.opening),
        "正文": list(_numbered(notice.sections, printer)),
        "附件说明": [clean(line) for line in attachment_list([one.heading for one in notice.attachments])],
        "附件": list(_attachments(notice.attachments, printer)),
    }


def _attachments(attachments: Sequence[Section], printer: Printer) -> Iterator[dict[str, Any]]:
    lay = False
    for at, one in enumerate(attachments, 1):
        lies, name = printer.lies(one), attachment_name(at, len(attachments))
        yield _section(one, "", printer, lies) | {"附件号": name, NEW_PAGE: printer.new_page(lay)}
        lay = lies


def sheets_values(sheets: Sheets, printer: Printer) -> dict[str, Any]:
    """What the template 一镇一单 may name."""
    return _head(sheets.head) | {
        "各单": [
            {
                "乡镇": clean(one.area_name),
                "标题": clean(one.title),
                "期间": clean(one.period),
                "首句": clean(one.answer),
                "正文": list(_numbered(one.sections, printer, _lines(one.sections) > MOST_LINES)),
            }
            for one in sheets.sheets
        ]
    }


def _lines(sections: Sequence[Section]) -> float:
    """About so many lines of text stand on a sheet, beside its picture."""
    tables = [table for one in sections for table in one.tables]
    texts = [
        *(one.text for part in sections for one in part.paragraphs),
        *(note for one in tables for note in one.notes),
    ]
    wrapped = sum(1 + len(text) // LETTERS_OF_A_LINE for text in texts)
    return sum(len(one.rows) + 1 for one in tables) + wrapped + 1.5 * len(sections)


def _head(head: Head) -> dict[str, Any]:
    texts = (head.title, head.period, head.addressee.rstrip("：:"), head.office, head.number, head.secrecy, head.signer)
    rest = (head.drafter, head.contact, day_words(head.dated), head.closing, head.source)
    return dict(zip(HEAD_NAMES, map(clean, (*texts, *rest)), strict=True))


def _numbered(sections: Sequence[Section], printer: Printer, is_crowded: bool = False) -> Iterator[dict[str, Any]]:
    number = 0
    for one in sections:
        number += bool(one.heading)
        yield _section(one, first_level(number) if one.heading else "", printer, is_crowded=is_crowded)


def _section(
    section: Section, number: str, printer: Printer, lies: bool = False, is_crowded: bool = False
) -> dict[str, Any]:
    return {
        "名称": section.name,
        "序号": number,
        "标题": clean(section.heading),
        "段落": list(_paragraphs(section.paragraphs)),
        "表格": [
            _table(one, printer.table(one, lies), turns=at > 0 and len(one.rows) > SMALL)
            for at, one in enumerate(section.tables)
        ],
        "图": [_chart(one, printer.chart(one, lies, is_crowded)) for one in section.charts],
    }


def _paragraphs(paragraphs: Sequence[Paragraph]) -> Iterator[dict[str, str]]:
    numbers = lead_numbers([one.lead for one in paragraphs])
    for one, number in zip(paragraphs, numbers, strict=True):
        yield {"序号": number, "小标题": clean(one.lead), "文字": clean(one.text)}


def _table(table: Table, drawn: Any, turns: bool) -> dict[str, Any]:
    """`turns`: not the first of its section and long, so it begins on a new page."""
    return {
        "名称": table.name,
        "题": clean(table.title),
        "换页": turns,
        "内容": drawn,
        "注": [clean(one) for one in note_lines(table.notes)],
    }


def _chart(chart: Chart, drawn: Any) -> dict[str, Any]:
    return {"名称": chart.name, "题": clean(chart.title), "图片": drawn}
