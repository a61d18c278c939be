"""The last touches to a filled document: where it ends, 预览稿 on every page, its properties, its bytes."""

from datetime import datetime
from datetime import time as day_time
from io import BytesIO

from docx.document import Document as WordDocument
from docx.section import _BaseHeaderFooter
from docx.shared import RGBColor

from reports.bulletin.content import Head
from reports.bulletin.word_parts.breaks import lay_down
from reports.bulletin.word_parts.package import repacked
from reports.bulletin.word_parts.values import clean

DRAFT = "预览稿　尚未定稿，不作为正式通报"
_DRAFT_STYLE = "预览稿"
_PROGRAM = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>"""


def finished(document: WordDocument, head: Head, *, lies: bool) -> bytes:
    """The document as a file; the same content gives the same bytes. `lies`: how its last pages do."""
    if lies:
        lay_down(document.sections[-1])
    if head.is_draft:
        _mark_pages(document)
    _set_properties(document, head)
    buffer = BytesIO()
    document.save(buffer)
    return repacked(buffer.getvalue())


def _mark_pages(document: WordDocument) -> None:
    has_even = document.settings.odd_and_even_pages_header_footer
    for at, section in enumerate(document.sections):
        headers = [section.header]
        headers += [section.even_page_header] if has_even else []
        headers += [section.first_page_header] if section.different_first_page_header_footer else []
        for header in headers:
            if at == 0 or not header.is_linked_to_previous:
                _mark(document, header)


def _mark(document: WordDocument, header: _BaseHeaderFooter) -> None:
    """Once, also where sections share their header."""
    was_empty = header.is_linked_to_previous
    if not was_empty and any(one.text == DRAFT for one in header.paragraphs):
        return
    if was_empty:
        header.is_linked_to_previous = False
    paragraph = header.paragraphs[0] if was_empty and header.paragraphs else header.add_paragraph()
    paragraph.text = DRAFT
    if any(style.name == _DRAFT_STYLE for style in document.styles):
        paragraph.style = document.styles[_DRAFT_STYLE]
    else:
        paragraph.runs[0].font.color.rgb = RGBColor(0xC0, 0, 0)


def _set_properties(document: WordDocument, head: Head) -> None:
    """Title, office and date of the notice; nobody's name or machine from the template stays."""
    own = document.core_properties
    dated = datetime.combine(head.dated, day_time())
    own.title, own.author, own.last_modified_by = clean(head.title)[:255], clean(head.office)[:255], ""
    own.created = own.modified = own.last_printed = dated
    own.comments, own.keywords, own.category, own.subject, own.revision = "", "", "", "", 1
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/docProps/app.xml":
            part._blob = _PROGRAM
