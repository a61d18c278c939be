"""The office's own Word template: take the one in force, change it in Word, put it back. Tried before it counts."""

import streamlit as st

from data.refusal import Refused
from data.store.notice_templates import NoticeTemplate, put, refuse_size, template_in_force, withdraw
from metrics._review import Review
from reports.bulletin.bundle import LETTER, MONTHLY, SHEETS
from reports.bulletin.kinds import Kind, notice_of
from reports.bulletin.letter import letter_of
from reports.bulletin.sheets import sheets_of
from reports.bulletin.word import builtin_template, notice_docx, sheets_docx
from ui import clock, prose
from ui.bulletin_files import DOCX
from ui.open_build import desk
from ui.rights import may
from ui.who import who

_DONE = "template_done"


def show(kind: Kind, told: Review) -> None:
    """In a fold: most months nobody touches it."""
    with st.expander("Word 模板"):
        if words := st.session_state.pop(_DONE, None):
            prose.note(words)
        documents = _documents(kind, told)
        chosen = st.segmented_control(
            "文书", list(documents), default=kind.name, required=True, format_func=documents.__getitem__,
            key=f"template_of_{kind.name}",
        )  # fmt: skip
        own = template_in_force(desk().home.state, chosen)
        prose.small_print([_words(own)])
        content = own.content if own else builtin_template(chosen)
        name = own.file_name if own else f"{documents[chosen]}模板.docx"
        st.download_button("下载现用模板", content, name, DOCX, on_click="ignore", key="template_now")
        if not may("issue_notices"):
            return
        if own and st.button("改回内置模板", key="template_back"):
            withdraw(desk().home.state, chosen, by=who(), at=clock.now())
            _say("已改回内置模板；以前定稿的通报仍用当时的模板。")
        _upload(chosen, told)


def _documents(kind: Kind, told: Review) -> dict[str, str]:
    """What is made with this kind, by the name of its template."""
    further = {SHEETS: "一镇一单", LETTER: "提示函"} if kind.name == MONTHLY and told.townships else {}
    return {kind.name: kind.label, **further}


def _words(own: NoticeTemplate | None) -> str:
    if own is None:
        return (
            "现用内置模板，版式按GB/T 9704—2012。下载后在 Word 中改字体、字号、抬头、落款，再传回来即可；"
            "变量的含义见使用手册。"
        )
    return f"现用{own.put_by}于{own.put_at:%Y-%m-%d %H:%M}上传的“{own.file_name}”。"


def _upload(document: str, told: Review) -> None:
    """The template is filled with this very month before it is taken: what Word cannot use is told at once."""
    with st.form("template_form", clear_on_submit=True, border=False):
        given = st.file_uploader("上传改好的模板（.docx）", type=["docx"], key="template_file")
        pressed = st.form_submit_button("采用")
    if not pressed or given is None:
        return
    content = given.getvalue()
    try:
        refuse_size(given.name, content)
        with st.spinner("正在用本月的数试填"):
            _try(document, told, content)
        put(desk().home.state, document, given.name, content, by=who(), at=clock.now())
    except Refused as refusal:
        prose.note(refusal.sentence)
        return
    _say(f"已采用“{given.name}”：用本月的数试填通过。")


def _try(document: str, told: Review, content: bytes) -> None:
    if document == SHEETS:
        sheets_docx(sheets_of(told), content)
    elif document == LETTER:
        notice_docx(letter_of(told, told.townships[0][0]), content)
    else:
        notice_docx(notice_of(told), content)


def _say(sentence: str) -> None:
    st.session_state[_DONE] = sentence
    st.rerun()
