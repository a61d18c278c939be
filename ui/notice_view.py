"""A notice as it will be printed, on the page: the same content object that Word, PDF and workbook are made from."""

import base64
from collections.abc import Iterator, Sequence

import streamlit as st

from metrics._review_words import day_words
from reports.bulletin.content import Chart, Head, Notice, Paragraph, Section, Table
from reports.bulletin.numbering import attachment_list, attachment_name, first_level, lead_numbers, note_lines
from reports.bulletin.pictures import svg
from reports.bulletin.title_lines import title_lines
from ui.markup import Markup, join, tag

_LOOKS = {"left": None, "center": "mid", "right": "num"}
CHART_WIDTH = 15.6
"""Centimetres of the text area of an official page."""
NARROW_TITLE = 14.0
"""Letters of a title on the line of a telephone, where it breaks as its words allow; a wider page has it on one."""


def show(notice: Notice) -> None:
    """Draw the notice on a sheet of paper, white in dark mode too: that is how it will be read."""
    st.html(tag("div", paper(notice), class_="paper-desk", tabindex=0, role="region", aria_label="通报预览"))


def show_sections(sections: Sequence[Section]) -> None:
    """Sections by themselves, without head and signature."""
    parts = [_section(one, first_level(at)) for at, one in enumerate(sections, start=1)]
    st.html(tag("article", join(parts), class_="paper part", lang="zh-CN"))


def paper(notice: Notice) -> Markup:
    """The whole notice as one article."""
    head = notice.head
    body = [_section(one, first_level(at)) for at, one in enumerate(_headed(notice.sections), start=1)]
    opening = [_section(one, "") for one in notice.sections if not one.heading]
    many = len(notice.attachments)
    attached = [_section(one, f"{attachment_name(at, many)}　") for at, one in enumerate(notice.attachments, start=1)]
    parts = [
        *_above(head),
        tag("p", notice.opening) if notice.opening else None,
        *opening,
        *body,
        *_below(head, notice.attachments),
        *attached,
    ]
    return tag("article", join(parts), class_="paper", lang="zh-CN", aria_label=head.title)


def _headed(sections: Sequence[Section]) -> list[Section]:
    return [one for one in sections if one.heading]


def _above(head: Head) -> Iterator[Markup]:
    if head.is_draft:
        yield tag("p", "预览稿", class_="draft-mark")
    if head.secrecy:
        yield tag("p", head.secrecy, class_="secrecy")
    # As in Word: without a number there is no red head, and a number without an office has its line alone.
    if head.number and head.office:
        mark = f"{head.office}文件"
        yield tag("p", tag("span", mark, style=f"--letters:{len(mark)}"), class_="office-mark")
    if head.number:
        yield tag("p", head.number, class_="number")
    lines = title_lines(head.title, NARROW_TITLE)
    yield tag("h2", join([tag("span", one, class_="phrase") for one in lines]))
    if head.period:
        yield tag("p", f"（{head.period}）", class_="centred")
    if head.addressee:
        yield tag("p", f"{head.addressee.rstrip('：:')}：", class_="addressee")


def _below(head: Head, attachments: Sequence[Section]) -> Iterator[Markup]:
    if head.closing:
        yield tag("p", head.closing)
    if attachments:
        names = [tag("span", one) for one in attachment_list([part.heading for part in attachments])]
        yield tag("p", tag("span", "附件："), join(names), class_="attached")
    signed = [tag("span", head.office), tag("span", day_words(head.dated))]
    yield tag("p", join(signed), class_="signed")
    people = [
        f"{name}：{who}" for name, who in (("签发", head.signer), ("拟稿", head.drafter), ("联系", head.contact)) if who
    ]
    if people:
        yield tag("p", "　".join(people), class_="fine")
    yield tag("p", head.source, class_="fine")


def _section(section: Section, number: str) -> Markup:
    parts = [
        tag("h3", f"{number}{section.heading}") if section.heading else None,
        *_paragraphs(section.paragraphs),
        *(_table(one) for one in section.tables),
        *(_picture(one) for one in section.charts),
    ]
    return tag("section", join(parts))


def _paragraphs(paragraphs: Sequence[Paragraph]) -> Iterator[Markup]:
    """Leads are numbered within their section, as in print."""
    numbers = lead_numbers([one.lead for one in paragraphs])
    for one, number in zip(paragraphs, numbers, strict=True):
        yield tag("p", tag("b", f"{number}{one.lead}") if one.lead else None, one.text)


def _table(table: Table) -> Markup:
    head = [tag("th", one.title, scope="col", class_=_LOOKS[one.align]) for one in table.columns]
    last = len(table.rows) - table.totals
    rows = [
        tag("tr", join(_cells(table, row)), class_="total" if at >= last else None) for at, row in enumerate(table.rows)
    ]
    parts = [
        tag("caption", table.title),
        tag("thead", tag("tr", join(head))),
        tag("tbody", join(rows)),
    ]
    frame = tag(
        "div", tag("table", join(parts)), class_="paper-table", tabindex=0, role="region", aria_label=table.title
    )
    return join([frame, *(tag("p", one, class_="fine") for one in note_lines(table.notes))])


def _cells(table: Table, row: Sequence[object]) -> list[Markup]:
    return [
        tag("td", getattr(cell, "text", ""), class_=_LOOKS[column.align])
        for column, cell in zip(table.columns, row, strict=True)
    ]


def _picture(chart: Chart) -> Markup:
    data = base64.b64encode(svg(chart, CHART_WIDTH)).decode("ascii")
    return tag("img", src=f"data:image/svg+xml;base64,{data}", alt=chart.title)
