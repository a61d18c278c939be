"""The list of imports, and taking one back."""

from collections.abc import Sequence

import streamlit as st

from data.refusal import Refused
from data.store.imports import ImportRecord
from ui import clock, prose, receipts, sheet
from ui import figure_words as words
from ui.attention import ledger_name
from ui.open_build import desk

_STATES = {"pending": "处理中", "in_force": "生效", "withdrawing": "撤销中", "withdrawn": "已撤销"}
_BY = "本机用户"
_ASKED = "undo_asked"


def _ledgers(one: ImportRecord) -> str:
    kinds = [ledger_name(span.ledger, span.kind) for span in one.coverage]
    return "、".join(dict.fromkeys(kinds or [receipts.ledger_label(name) for name in one.ledgers]))


def _cells(one: ImportRecord) -> list[object]:
    spans = sorted({(span.start, span.end) for span in one.coverage})
    covers = f"{spans[0][0]} 至 {max(end for _, end in spans)}" if spans else ""
    return [
        f"第{one.batch}号",
        one.file_name,
        _ledgers(one),
        covers,
        words.whole(sum(receipt.rows_read for receipt in one.receipts)),
        words.whole(sum(receipt.rows_set_aside for receipt in one.receipts)),
        one.imported_at.strftime("%Y-%m-%d %H:%M"),
        one.imported_by,
        _STATES.get(one.state, one.state),
    ]


def show(records: Sequence[ImportRecord]) -> None:
    """All imports, newest first; withdrawn ones stay listed."""
    columns = [
        sheet.Column("编号"),
        sheet.Column("文件", "fill"),
        sheet.Column("台账", "wrap"),
        sheet.Column("覆盖期间"),
        sheet.Column("读取行", "number"),
        sheet.Column("待修正", "number"),
        sheet.Column("导入时间"),
        sheet.Column("导入人"),
        sheet.Column("状态"),
    ]
    newest = sorted(records, key=lambda one: -one.batch)
    rows = [sheet.Row(_cells(one), "row" if one.state == "in_force" else "aside") for one in newest]
    sheet.show(columns, rows, caption=f"共 {len(records)} 次导入", tall=True)


def offer_undo(records: Sequence[ImportRecord]) -> None:
    """Choose an import in force and take it back, after asking once more."""
    names = {one.batch: f"第{one.batch}号 {one.file_name}" for one in reversed(records) if one.state == "in_force"}
    if not names:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        batch = st.selectbox("撤销一次导入", list(names), format_func=names.__getitem__, width=420, key="undo_batch")
        st.button("撤销…", key="undo", on_click=_ask, args=(batch,))
    if st.session_state.get(_ASKED) == batch:
        _confirm(batch, names[batch])


def _ask(batch: int | None) -> None:
    st.session_state[_ASKED] = batch


def _confirm(batch: int, name: str) -> None:
    prose.note(f"将撤销：{name}。它带来的数据全部退出，各指标回到导入之前；撤销后可重新导入同一文件。")
    with st.container(horizontal=True):
        confirmed = st.button("确认撤销", type="primary", key="undo_confirmed")
        st.button("取消", key="undo_cancelled", on_click=_ask, args=(None,))
    if not confirmed:
        return
    try:
        desk().undo(batch, by=_BY, now=clock.now())
    except Refused as refusal:
        prose.note(refusal.sentence)
        return
    st.session_state.pop(_ASKED, None)
    st.session_state["undone"] = name
    st.rerun()
