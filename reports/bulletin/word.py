"""Notices, letters and township sheets as Word files in the layout of official documents (GB/T 9704—2012).

The look is a template that people change in Word: its styles, its words and where things stand. This fills it: the
built-in one in this process, one of the office's own in a limited child.
"""

from collections.abc import Sequence
from pathlib import Path

from reports.bulletin.content import Notice, Sheets
from reports.bulletin.word_apart import written_apart
from reports.bulletin.word_parts.writing import written
from reports.bulletin.word_templates import builtin, template_name


def builtin_template(kind: str) -> bytes:
    """The built-in template that a kind of document uses, for an office to change."""
    return builtin(template_name(kind))


def notice_docx(notice: Notice, template: bytes | None = None, fonts: Path | None = None) -> bytes:
    """A notice or a letter as a .docx file. `fonts`: a folder of font files for its charts; by default the home's.

    Refused: the template cannot be used (`template_invalid`), or not within the limits (`template_stopped`).
    """
    return _files([notice], template, fonts)[0]


def letters_docx(letters: Sequence[Notice], template: bytes | None = None, fonts: Path | None = None) -> list[bytes]:
    """Several letters, each as a .docx file: one child for all of them. `fonts` and refusals as above."""
    return _files(letters, template, fonts)


def sheets_docx(sheets: Sheets, template: bytes | None = None, fonts: Path | None = None) -> bytes:
    """One page for every township as one .docx file. `fonts` and refusals as above."""
    return _files([sheets], template, fonts)[0]


def _files(contents: Sequence[Notice | Sheets], template: bytes | None, fonts: Path | None) -> list[bytes]:
    if template is None or not contents:
        return [written(one, None, fonts) for one in contents]
    return written_apart(contents, template, fonts)
