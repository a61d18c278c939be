"""The whole set of a month, file name → bytes: notice, workbook, township sheets, letters, figures, 修订说明."""

from collections.abc import Mapping
from pathlib import Path

from metrics._review import Review
from reports.bulletin.content import Notice
from reports.bulletin.kinds import notice_of
from reports.bulletin.letter import letter_of, letters_to
from reports.bulletin.pdf import notice_pdf, sheets_pdf
from reports.bulletin.sheets import sheets_of
from reports.bulletin.word import letters_docx, notice_docx, sheets_docx
from reports.bulletin.workbook import bulletin_workbook

MONTHLY, SHEETS, LETTER = "monthly", "sheets", "letter"
"""Township sheets and letters go with the monthly notice; an office may have a template of its own for either."""
FIGURES = "数据.json"
"""Without a line end, so that its SHA-256 is the one in the record of issued notices."""


def bundle(
    told: Review,
    *,
    is_draft: bool = True,
    templates: Mapping[str, bytes] | None = None,
    fonts: Path | None = None,
) -> dict[str, bytes]:
    """Every file of one kind of notice. A draft says 预览稿 on every page.

    `templates` are the office's own by kind of document: that of the notice, SHEETS, LETTER; the built-in one where
    there is none. `fonts` is a folder of font files, by default the home's. Raises Refused for a template that cannot
    be used, and where the machine has no Chinese font.
    """
    own, notice = templates or {}, notice_of(told, is_draft=is_draft)
    files = {
        **documents(notice, own.get(notice.kind), fonts),
        f"{notice.file_stem}{FIGURES}": told.figures_json().encode(),
    }
    if told.brief.kind == MONTHLY and told.townships:
        sheets = sheets_of(told, is_draft=is_draft)
        files[f"{sheets.file_stem}.docx"] = sheets_docx(sheets, own.get(SHEETS), fonts)
        files[f"{sheets.file_stem}.pdf"] = sheets_pdf(sheets, fonts)
        files |= _letters(told, is_draft, own.get(LETTER), fonts)
    return files


def _letters(told: Review, is_draft: bool, template: bytes | None, fonts: Path | None) -> dict[str, bytes]:
    """Word and PDF of a letter to every township that was chosen and is listed."""
    letters = [letter_of(told, code, is_draft=is_draft) for code, _ in letters_to(told)]
    files = {}
    for letter, in_word in zip(letters, letters_docx(letters, template, fonts), strict=True):
        files[f"{letter.file_stem}.docx"] = in_word
        files[f"{letter.file_stem}.pdf"] = notice_pdf(letter, fonts)
    return files


def documents(notice: Notice, template: bytes | None = None, fonts: Path | None = None) -> dict[str, bytes]:
    """Word, PDF and workbook of one notice."""
    return {
        f"{notice.file_stem}.docx": notice_docx(notice, template, fonts),
        f"{notice.file_stem}.pdf": notice_pdf(notice, fonts),
        f"{notice.file_stem}.xlsx": bulletin_workbook(notice),
    }
