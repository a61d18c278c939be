"""Notices, letters and township sheets as Word files in the layout of official documents (GB/T 9704—2012).

The look is a template that people change in Word: its styles, its words and where things stand. This fills it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from reports.bulletin.content import Head, Notice, Sheets
from reports.bulletin.word_parts.filling import fill, ready
from reports.bulletin.word_parts.finish import finished
from reports.bulletin.word_parts.page import Page, page_of
from reports.bulletin.word_parts.values import NAMES, REQUIRED, notice_values, sheets_values
from reports.bulletin.word_templates import builtin, template_name


def builtin_template(kind: str) -> bytes:
    """The built-in template that a kind of document uses, for an office to change."""
    return builtin(template_name(kind))


def notice_docx(notice: Notice, template: bytes | None = None, fonts: Path | None = None) -> bytes:
    """A notice or a letter as a .docx file. `fonts`: a folder of font files for its charts; by default the home's.

    Refused (`template_invalid`): the template cannot be used.
    """
    last = notice.attachments[-1:]
    return _written(
        template,
        template_name(notice.kind),
        notice.head,
        fonts,
        lambda page: notice_values(notice, page),
        lambda page: any(map(page.lies, last)),
    )


def sheets_docx(sheets: Sheets, template: bytes | None = None, fonts: Path | None = None) -> bytes:
    """One page for every township as one .docx file. `fonts` and refusals as above."""
    return _written(template, template_name("sheets"), sheets.head, fonts, lambda page: sheets_values(sheets, page))


def _written(
    template: bytes | None,
    label: str,
    head: Head,
    fonts: Path | None,
    values: Callable[[Page], dict[str, Any]],
    ends_lying: Callable[[Page], bool] = lambda page: False,
) -> bytes:
    known = NAMES[label]
    blank = ready(builtin(label) if template is None else template, label, known, REQUIRED[label])
    page = page_of(blank.docx, label, blank.names, fonts)
    document = fill(blank, label, values(page), known)
    return finished(document, head, lies=ends_lying(page))
