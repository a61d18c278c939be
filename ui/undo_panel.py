"""Before an import is taken back, or brought back: which rows and which figures that moves."""

from collections.abc import Callable

import streamlit as st

from data.build import change_words
from data.refusal import Refused
from data.store.imports import ImportRecord
from ui import figure_moves, jobs, prose
from ui.trial import Preview, preview


def _name(one: ImportRecord) -> str:
    return f"第{one.batch}号 {one.file_name}"


def confirm_undo(one: ImportRecord, leave: Callable[[], None]) -> str | None:
    """Ask once more, with a preview; the sentence to be said when it is done."""
    prose.note(f"将撤销：{_name(one)}。它带来的数据全部退出，各指标回到没有它的样子；撤销后可以恢复，也可重新导入。")
    _preview("撤销", lambda: preview(drop=[one]))
    if not _pressed("确认撤销", "undo", leave):
        return None
    return _done("undo", one, f"已撤销：{_name(one)}。各指标已回到没有它的样子。")


def confirm_restore(one: ImportRecord, leave: Callable[[], None]) -> str | None:
    """The undo of an undo, asked and previewed the same way."""
    prose.note(f"将恢复：{_name(one)}。它带来的数据重新计入，在原来的次序上。")
    _preview("恢复", lambda: preview(add=[one]))
    if not _pressed("确认恢复", "restore", leave):
        return None
    return _done("restore", one, f"已恢复：{_name(one)}，重新生效。")


def _preview(verb: str, make: Callable[[], Preview]) -> None:
    try:
        found = make()
    except Refused as refusal:
        prose.note(refusal.sentence)
        return
    st.html(prose.answer([*change_words.answer(found.review, verb), figure_moves.answer(found.moves)]))
    if any(one.moved for one in found.moves):
        with st.expander(f"{verb}后会变的指标", expanded=False):
            figure_moves.show(found.moves, verb)


def _pressed(label: str, key: str, leave: Callable[[], None]) -> bool:
    with st.container(horizontal=True):
        confirmed = st.button(label, type="primary", key=f"{key}_confirmed")
        st.button("取消", key=f"{key}_cancelled", on_click=leave)
    return confirmed


def _done(kind: str, one: ImportRecord, sentence: str) -> str | None:
    job = jobs.run(kind, {"batch": one.batch})
    if job.error:
        prose.note(job.error)
        return None
    return sentence
