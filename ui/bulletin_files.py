"""What can be taken away of a notice: each document by itself, or the whole set in one archive."""

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime

import streamlit as st

from data.store.bulletins import Issued
from data.store.notice_templates import template_in_force
from metrics._review import Review
from reports.bulletin.bundle import LETTER, MONTHLY, SHEETS, bundle
from reports.bulletin.issuing import template_of
from reports.bulletin.kinds import notice_of
from reports.bulletin.pdf import notice_pdf, sheets_pdf
from reports.bulletin.sheets import sheets_of
from reports.bulletin.word import notice_docx, sheets_docx
from reports.bulletin.workbook import bulletin_workbook
from ui.open_build import desk
from ui.take_away import XLSX

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
ZIP = "application/zip"
_EPOCH = datetime(1980, 1, 1)


def buttons(told: Review, *, is_draft: bool, issued: Issued | None = None) -> None:
    """Each is made only when it is pressed; a draft says so in its name and on every page."""
    notice = notice_of(told, is_draft=is_draft)
    stem = notice.file_stem
    template, fonts = _own(told, issued), desk().home.fonts
    pairs = {told.brief.kind: template, SHEETS: _in_force(SHEETS), LETTER: _in_force(LETTER)}
    templates = {document: own for document, own in pairs.items() if own is not None}
    with st.container(horizontal=True, gap="small"):
        _button(
            "全套（zip）",
            f"{stem}.zip",
            ZIP,
            lambda: zipped(bundle(told, is_draft=is_draft, templates=templates, fonts=fonts)),
        )
        _button("通报 Word", f"{stem}.docx", DOCX, lambda: notice_docx(notice, template))
        _button("通报 PDF", f"{stem}.pdf", PDF, lambda: notice_pdf(notice, fonts))
        _button("附表 Excel", f"{stem}.xlsx", XLSX, lambda: bulletin_workbook(notice))
    if told.brief.kind != MONTHLY or not told.townships:
        return
    sheets = sheets_of(told, is_draft=is_draft)
    with st.container(horizontal=True, gap="small"):
        _button("一镇一单 Word", f"{sheets.file_stem}.docx", DOCX, lambda: sheets_docx(sheets, templates.get(SHEETS)))
        _button("一镇一单 PDF", f"{sheets.file_stem}.pdf", PDF, lambda: sheets_pdf(sheets, fonts))


def _own(told: Review, issued: Issued | None) -> bytes | None:
    """The office's template of the notice, for an issued one as it was then; None: the built-in one."""
    return _in_force(told.brief.kind) if issued is None else template_of(desk().home, issued)


def _in_force(document: str) -> bytes | None:
    found = template_in_force(desk().home.state, document)
    return found.content if found else None


def _button(label: str, name: str, mime: str, make: Callable[[], bytes]) -> None:
    st.download_button(label, make, name, mime, on_click="ignore", key=f"file_{label}")


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Files in one archive; the same files give the same bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, _EPOCH.timetuple()[:6]), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()
