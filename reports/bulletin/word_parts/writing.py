"""One document as a Word file, written in this process."""

from pathlib import Path
from typing import Any

from reports.bulletin.content import Notice, Sheets
from reports.bulletin.word_parts.filling import fill, ready
from reports.bulletin.word_parts.finish import finished
from reports.bulletin.word_parts.page import Page, page_of
from reports.bulletin.word_parts.values import NAMES, REQUIRED, notice_values, sheets_values
from reports.bulletin.word_templates import builtin, template_name


def label_of(content: Notice | Sheets) -> str:
    """What people call the template of a document."""
    return template_name(content.kind if isinstance(content, Notice) else "sheets")


def written(content: Notice | Sheets, template: bytes | None = None, fonts: Path | None = None) -> bytes:
    """The document as a .docx file, by the built-in template where there is no other. Refused: `template_invalid`.

    What somebody uploaded is filled in a limited child only: reports.bulletin.word sees to it.
    """
    label = label_of(content)
    known = NAMES[label]
    blank = ready(builtin(label) if template is None else template, label, known, REQUIRED[label])
    page = page_of(blank.docx, label, blank.names, fonts)
    document = fill(blank, label, _values(content, page), known)
    return finished(document, content.head, lies=_ends_lying(content, page))


def _values(content: Notice | Sheets, page: Page) -> dict[str, Any]:
    return notice_values(content, page) if isinstance(content, Notice) else sheets_values(content, page)


def _ends_lying(content: Notice | Sheets, page: Page) -> bool:
    return isinstance(content, Notice) and any(map(page.lies, content.attachments[-1:]))
