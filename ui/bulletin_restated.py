"""An issued month held against the figures in force: what is told otherwise now, and why."""

import streamlit as st

from data.store.bulletins import Issued
from metrics._restatement import Restatement
from metrics._restatement_words import answer_words, file_words
from metrics._review import Review
from reports.bulletin.content import Notice
from reports.bulletin.pdf import notice_pdf
from reports.bulletin.restated import restated_of
from reports.bulletin.restatement import restatement_of
from reports.bulletin.word import notice_docx
from reports.bulletin.workbook import bulletin_workbook
from ui import clock, notice_view, prose
from ui.bulletin_files import DOCX, PDF
from ui.open_build import OpenBuild, desk
from ui.rights import may
from ui.take_away import XLSX


def changes(build: OpenBuild, notice: Issued, told: Review) -> Restatement | None:
    """What is told otherwise now; None when every figure is what it was."""
    if build.number == notice.build:
        return None
    found = _found(str(build.path), notice.id, notice, told, build)
    return found if found.is_any else None


def show(build: OpenBuild, notice: Issued, told: Review, found: Restatement | None) -> str:
    """The sentence and the tables; returns the sentence, '' when every figure is what it was."""
    if found is None:
        same = f"已按第{build.number}号数据版本核对：通报各指标、案由的数与定稿时相同。"
        prose.note("定稿以来数据版本没有变化。" if build.number == notice.build else same)
        return ""
    # Whoever may issue takes it as it goes out: it is no notice, so nothing is issued.
    explained = restatement_of(notice, told, found, clock.today(), is_draft=not may("issue_notices"))
    prose.note("以后补录、更正的数不改变已定稿的通报；需要对外说明的，下载修订说明，或按现在的数再定稿一次作更正。")
    _buttons(explained)
    notice_view.show_sections(explained.sections)
    if files := file_words(found):
        prose.note(files)
    return answer_words(found)


@st.cache_resource(max_entries=8, show_spinner="正在与现在的数逐项核对")
def _found(path: str, number: int, _notice: Issued, _told: Review, _build: OpenBuild) -> Restatement:
    return restated_of(desk().home, _notice, _told, _build)


def _buttons(notice: Notice) -> None:
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            "修订说明 Word", lambda: notice_docx(notice), f"{notice.file_stem}.docx", DOCX, on_click="ignore",
            key="restated_docx",
        )  # fmt: skip
        st.download_button(
            "修订说明 PDF", lambda: notice_pdf(notice, desk().home.fonts), f"{notice.file_stem}.pdf", PDF,
            on_click="ignore", key="restated_pdf",
        )  # fmt: skip
        st.download_button(
            "修订说明 Excel", lambda: bulletin_workbook(notice), f"{notice.file_stem}.xlsx", XLSX,
            on_click="ignore", key="restated_xlsx",
        )  # fmt: skip
