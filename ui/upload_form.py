"""Step 上传: files, what a person may say of them, and the two ways in."""

import contextlib
import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data.ledgers import LEDGERS, MEDIATION_KINDS
from data.store import uploads
from ui import clock, jobs, prose
from ui.open_build import desk
from ui.who import who

_GUESS = "自动识别"
_FORCED = {
    _GUESS: None,
    **{ledger.label: name for name, ledger in LEDGERS.items() if name != "mediations"},
    **{f"{label}台账": f"mediations:{kind}" for kind, label in MEDIATION_KINDS.items()},
}
_FORMATS = "支持 xlsx、xls、et、csv、txt、tsv 和网页表格，按内容识别。"
_KEPT = (
    "导入后保留案号、日期、案由、类型、结果和截到村居的地名；自然人姓名、证件号、电话、门牌地址在读取时舍弃。"
    "原文件只在处理期间和有问题待修正时暂存，最多七天。"
)
_NO_ROOM = "文件没有收下：磁盘空间不足，或数据目录不可写。原有数据不变；请联系系统维护人员腾出空间后重新上传。"
_ROUND = "upload_round"


def show() -> int | None:
    """The form; returns the job that was asked for, if a button was pressed."""
    turn = st.session_state.setdefault(_ROUND, 0)
    files = st.file_uploader(
        "选择本院系统导出的表格，原样上传，可一次多个：乡镇街道名册、人口表、案件台账、调解台账、信访等其他台账",
        accept_multiple_files=True,
        key=f"upload_{turn}",
        max_upload_size=50,
    )
    prose.small_print([_FORMATS, _KEPT])
    with st.container(horizontal=True, vertical_alignment="bottom"):
        forced = st.selectbox("台账类型", list(_FORCED), placeholder="请选择", width=230, key=f"forced_{turn}")
        exported = st.date_input(
            "导出日期（可不填）",
            value=None,
            max_value=clock.today(),
            format="YYYY-MM-DD",
            width=190,
            key=f"exported_on_{turn}",
            help="这些表是哪天从系统里导出的。较早导出的表不会盖掉较晚的内容；不填时从文件名、标题里找，找不到按今天。",
        )
        replaces = st.checkbox(
            "替换该期间",
            key=f"replaces_{turn}",
            help="表里有的期间以这次为准：期间内已入库而这次没有的记录撤下。撤销这次导入，撤下的记录就回来。",
        )
    with st.container(horizontal=True):
        draft = st.button("核对后发布", type="primary", disabled=not files, key="draft")
        load = st.button("导入并发布", disabled=not files, key="load")
        prose.small_print(["“核对后发布”先列出将要发生的变更，确认后才影响各页的数。"], is_beside=True)
    if not files or not (draft or load):
        return None
    said = {
        "forced": _FORCED[forced],
        "exported_on": exported.isoformat() if isinstance(exported, date) else None,
        "replaces": replaces,
    }
    return _ask("draft" if draft else "load", files, said)


def _ask(kind: str, files: Sequence[UploadedFile], said: dict[str, Any]) -> int | None:
    """Keep the bytes and ask for the job; when the disk takes nothing more, say so and ask for nothing."""
    home, kept = desk().home, []
    try:
        for one in files:
            kept.append(uploads.keep(home, one.name, one.getbuffer(), at=clock.now(), by=who(), **said))
        return jobs.ask(kind, {"uploads": kept})
    except (OSError, sqlite3.Error):
        for number in kept:
            with contextlib.suppress(OSError, sqlite3.Error):
                uploads.close(home, number)
        prose.note(_NO_ROOM)
        return None


def clear() -> None:
    """Empty the form: what was said of these files must not be said of the next."""
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
