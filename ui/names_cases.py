"""One case placed by hand, and the sheet of cases that lie nowhere."""

from collections.abc import Callable, Mapping

import streamlit as st

from data.names import Names
from data.refusal import Refused
from ui import clock, prose, take_away
from ui.open_build import desk
from ui.who import who

_SAID = "case_said"


def form(areas: Mapping[str, str]) -> None:
    """A case number, where it belongs and why; it stays there whatever is imported later."""
    if said := st.session_state.pop(_SAID, None):
        prose.note(said)
    with st.form("place_case", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        number = st.text_input("案号", placeholder="（2026）甘0702民初1号", max_chars=60, width=260)
        area = st.selectbox(
            "归属", list(areas), index=None, format_func=areas.__getitem__, placeholder="选乡镇街道或辖区外", width=220
        )
        reason = st.text_input("理由", placeholder="如：电话核实，被告常住该镇", max_chars=200, width=320)
        pressed = st.form_submit_button("指定归属")
    if pressed:
        st.session_state[_SAID] = _place(number, area, reason, areas)
        st.rerun()


def _place(number: str, area: str | None, reason: str, areas: Mapping[str, str]) -> str:
    if area is None:
        return "请选择归属的乡镇街道或辖区外。"
    try:
        placed = Names(desk().home).place(number, area, reason, by=who(), now=clock.now())
    except Refused as refusal:
        return refusal.sentence
    return f"已记下：{placed} → {areas[area]}，重新归属后生效。"


def download(title: str, unassigned: int, make: Callable[[], bytes]) -> None:
    """The cases that lie nowhere, to be filled in and uploaded again; `make` writes the workbook when it is wanted."""
    if not unassigned:
        prose.note("没有未归属的案件。")
        return
    prose.small_print(
        [
            f"未归属的案件 {unassigned:,} 件，可下载成表逐件补填乡镇，填好后在“导入”页上传，只更新归属；",
            "只有“案号”“乡镇”两列的表也可以。",
        ]
    )
    with st.container(horizontal=True):
        take_away.workbook_button(title, make, label="下载未归属案件（xlsx）")
