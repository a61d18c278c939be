"""Notices, letters and township sheets as PDF: typst sets them, no browser and no office program takes part.

Layout is in typst/*.typ; content goes in as data, so that nothing in a name is ever read as markup. The same content
gives the same bytes: the only date in the file is the document's own.
"""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from reports.bulletin.content import Head, Notice, Sheets
from reports.bulletin.fonts import Faces, found
from reports.bulletin.letter import KIND as LETTER
from reports.bulletin.numbering import attachment_list, attachment_name
from reports.bulletin.pdf_parts import (
    SHEET_LETTERS,
    attachment_of,
    broken,
    faces_for,
    head_of,
    sections_of,
    sheet_section,
)
from reports.bulletin.word_parts.values import SMALL
from reports.bulletin.word_templates import template_name

_FOLDER = Path(__file__).parent / "typst"


def notice_pdf(notice: Notice, fonts: Path | None = None) -> bytes:
    """A notice or letter as PDF, every font embedded. `fonts`: a folder of font files (by default that of the home).

    Raises Refused (no_chinese_font).
    """
    faces = found(fonts)
    attachments = [
        {"label": attachment_name(number, len(notice.attachments)), **attachment_of(one, faces)}
        for number, one in enumerate(notice.attachments, 1)
    ]
    data = {
        "is-letter": template_name(notice.kind) == template_name(LETTER),
        "opening": notice.opening,
        "sections": sections_of(notice.sections, faces),
        "list": attachment_list([one.heading for one in notice.attachments]),
        "attachments": attachments,
    }
    return _compiled("notice.typ", data, notice.head, faces)


def sheets_pdf(sheets: Sheets, fonts: Path | None = None) -> bytes:
    """All township sheets as one PDF, one page each. Raises Refused (no_chinese_font)."""
    faces = found(fonts)
    pages = [
        {
            "name": one.area_name,
            "title": broken(one.title, SHEET_LETTERS),
            "period": one.period,
            "answer": one.answer,
            "sections": [sheet_section(section, faces) for section in one.sections],
        }
        for one in sheets.sheets
    ]
    return _compiled("sheets.typ", {"sheets": pages}, sheets.head, faces)


def _compiled(template: str, data: dict[str, Any], head: Head, faces: Faces) -> bytes:
    whole = {**data, "head": head_of(head), "fonts": faces_for(faces), "small": SMALL}
    made: bytes = typst.compile(
        _FOLDER / template,
        root=_FOLDER,
        format="pdf",
        font_paths=faces.all,
        sys_inputs={"data": json.dumps(whole, ensure_ascii=False)},
        timestamp=datetime(head.dated.year, head.dated.month, head.dated.day, tzinfo=UTC),
    )
    return made
