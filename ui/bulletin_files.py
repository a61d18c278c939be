"""What can be taken away of a notice: each document by itself, or the whole set in one archive."""

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime

import streamlit as st

from data.refusal import Refused
from data.store.bulletins import Issued
from metrics._review import Review
from metrics._review_words import file_stem
from reports.bulletin.bundle import LETTER, MONTHLY, SHEETS, bundle
from reports.bulletin.content import Notice
from reports.bulletin.fonts import found
from reports.bulletin.letter import letter_of, letter_stem, letters_to
from reports.bulletin.own_templates import OwnTemplates, contents
from reports.bulletin.pdf import notice_pdf, sheets_pdf
from reports.bulletin.sheets import sheets_of
from reports.bulletin.word import notice_docx, sheets_docx
from reports.bulletin.workbook import bulletin_workbook
from ui import prose
from ui.open_build import desk
from ui.take_away import XLSX

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
ZIP = "application/zip"
_FEW_LETTERS = 3
_NOT_MADE = "files_not_made"
_EPOCH = datetime(1980, 1, 1)


def buttons(told: Review, notice: Notice, own: OwnTemplates) -> None:
    """Each is made only when it is pressed; a draft says so on every page.

    A button that is pressed cannot say why it fails: what every document needs is looked for before, and what became
    of a press is told when the page is drawn next.
    """
    kept = _kept()
    while kept:
        prose.note(f"上次下载没有生成：{kept.pop()}")
    fonts = desk().home.fonts
    try:
        found(fonts)
    except Refused as refusal:
        prose.note(refusal.sentence)
        _workbook(notice)
        return
    stem, is_draft = notice.file_stem, notice.head.is_draft
    templates = contents(own)
    with st.container(horizontal=True, gap="small"):
        _button(
            "全套（zip）",
            f"{stem}.zip",
            ZIP,
            lambda: zipped(bundle(told, is_draft=is_draft, templates=templates, fonts=fonts)),
        )
        _button("通报 Word", f"{stem}.docx", DOCX, lambda: notice_docx(notice, templates.get(told.brief.kind)))
        _button("通报 PDF", f"{stem}.pdf", PDF, lambda: notice_pdf(notice, fonts))
        _workbook(notice)
    if told.brief.kind == MONTHLY and told.townships:
        _sheets(told, templates.get(SHEETS), is_draft=is_draft)
        _letters(told, templates.get(LETTER), is_draft=is_draft)


def _workbook(notice: Notice) -> None:
    _button("附表 Excel", f"{notice.file_stem}.xlsx", XLSX, lambda: bulletin_workbook(notice))


def _sheets(told: Review, template: bytes | None, *, is_draft: bool) -> None:
    stem, fonts = file_stem(told, "一镇一单"), desk().home.fonts
    with st.container(horizontal=True, gap="small"):
        _button(
            "一镇一单 Word", f"{stem}.docx", DOCX, lambda: sheets_docx(sheets_of(told, is_draft=is_draft), template)
        )
        _button("一镇一单 PDF", f"{stem}.pdf", PDF, lambda: sheets_pdf(sheets_of(told, is_draft=is_draft), fonts))


def _letters(told: Review, template: bytes | None, *, is_draft: bool) -> None:
    """Every letter by itself; many of them stay folded."""
    chosen = letters_to(told)
    if not chosen:
        return
    with (
        st.expander(f"提示函（{len(chosen):,}份）", expanded=len(chosen) <= _FEW_LETTERS),
        st.container(horizontal=True, gap="small"),
    ):
        for code, name in chosen:
            _letter(told, code, name, template, is_draft=is_draft)


def _letter(told: Review, code: str, name: str, template: bytes | None, *, is_draft: bool) -> None:
    stem, fonts = letter_stem(told, name), desk().home.fonts

    def letter() -> Notice:
        return letter_of(told, code, is_draft=is_draft)

    _button(f"{name} Word", f"{stem}.docx", DOCX, lambda: notice_docx(letter(), template))
    _button(f"{name} PDF", f"{stem}.pdf", PDF, lambda: notice_pdf(letter(), fonts))


def kept_figures(issued: Issued) -> None:
    """The figures as they were issued, where the notice cannot be made again from its build."""
    name = f"{issued.month:%Y-%m}-{issued.kind}-{issued.revision}.json"
    _button("定稿时的数据.json", name, "application/json", issued.figures.encode)


def _button(label: str, name: str, mime: str, make: Callable[[], bytes]) -> None:
    st.download_button(label, _told(make), name, mime, on_click="ignore", key=f"file_{label}")


def _told(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """The same, but a refusal is kept for this person's page: by the time it is known the page has long been drawn."""
    kept = _kept()

    def made() -> bytes:
        try:
            return make()
        except Refused as refusal:
            kept[:] = [refusal.sentence]
            raise

    return made


def _kept() -> list[str]:
    """One list for a whole session: what a press writes into it is found by whichever drawing comes next."""
    kept: list[str] = st.session_state.setdefault(_NOT_MADE, [])
    return kept


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Files in one archive; the same files give the same bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, _EPOCH.timetuple()[:6]), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()
