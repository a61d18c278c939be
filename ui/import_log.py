"""The list of imports; from every line the way to its receipt and to taking it back."""

from collections.abc import Sequence

import streamlit as st

from data.refusal import Refused
from data.store.imports import ImportRecord
from ui import address_bar, clock, prose, receipts, route, sheet
from ui import figure_words as words
from ui.attention import ledger_name
from ui.markup import join
from ui.open_build import desk
from ui.paging import page_offset, turn_page

_STATES = {"pending": "处理中", "in_force": "生效", "withdrawing": "撤销中", "withdrawn": "已撤销"}
_BY = "本机用户"
_UNDO, _RECEIPT, _UNDONE = "undo", "receipt", "undone"
_PAGE = 25


def ledgers_of(one: ImportRecord) -> str:
    """What an import brought, in Chinese."""
    kinds = [ledger_name(span.ledger, span.kind) for span in one.coverage]
    return "、".join(dict.fromkeys(kinds or [receipts.ledger_label(name) for name in one.ledgers]))


def _cells(one: ImportRecord) -> list[object]:
    spans = sorted({(span.start, span.end) for span in one.coverage})
    links = [sheet.anchor("回执", route.address("imports", receipt=str(one.batch)))]
    if one.state == "in_force":
        links.append(sheet.anchor("撤销…", route.address("imports", undo=str(one.batch))))
    return [
        one.file_name,
        one.batch,
        ledgers_of(one),
        f"{spans[0][0]} 至 {max(end for _, end in spans)}" if spans else "",
        words.whole(sum(receipt.rows_read for receipt in one.receipts)),
        words.whole(sum(receipt.rows_set_aside for receipt in one.receipts)),
        one.imported_at.strftime("%Y-%m-%d %H:%M"),
        one.imported_by,
        _STATES.get(one.state, one.state),
        join(links, " "),
    ]


def show(records: Sequence[ImportRecord]) -> None:
    """All imports, newest first; withdrawn ones stay listed."""
    columns = [
        sheet.Column("文件", "fill"),
        sheet.Column("编号", "number"),
        sheet.Column("台账", "ledger"),
        sheet.Column("覆盖期间"),
        sheet.Column("读取行", "number"),
        sheet.Column("待修正", "number"),
        sheet.Column("导入时间"),
        sheet.Column("导入人"),
        sheet.Column("状态"),
        sheet.Column("操作"),
    ]
    newest = sorted(records, key=lambda one: -one.batch)
    at = page_offset(_PAGE)
    rows = [sheet.Row(_cells(one), "row" if one.state == "in_force" else "aside") for one in newest[at : at + _PAGE]]
    sheet.show(columns, rows, caption=f"共 {len(records)} 次导入，新的在前")
    turn_page(len(records), _PAGE)


def _asked(name: str, records: Sequence[ImportRecord]) -> ImportRecord | None:
    """The import that the address asks about."""
    known = {str(one.batch): one for one in records}
    return known.get(address_bar.read(name, "", tuple(known), keep=False))


def forget_receipt() -> None:
    """Leave the receipt of an earlier import, because a new one comes."""
    address_bar.write(_RECEIPT, "", keep=False)


def asked_receipt(records: Sequence[ImportRecord]) -> ImportRecord | None:
    """The import whose receipt the address asks for."""
    return _asked(_RECEIPT, records)


def undo_panel(records: Sequence[ImportRecord]) -> None:
    """Asks once more before an import is taken back, and says so afterwards."""
    undone = st.session_state.pop(_UNDONE, None)
    if undone:
        prose.note(f"已撤销：{undone}。各指标已回到导入之前。")
    one = _asked(_UNDO, [record for record in records if record.state == "in_force"])
    if one is not None:
        _confirm(one.batch, f"第{one.batch}号 {one.file_name}")


def _cancel() -> None:
    address_bar.write(_UNDO, "", keep=False)


def _confirm(batch: int, name: str) -> None:
    prose.note(f"将撤销：{name}。它带来的数据全部退出，各指标回到导入之前；撤销后可重新导入同一文件。")
    with st.container(horizontal=True):
        confirmed = st.button("确认撤销", type="primary", key="undo_confirmed")
        st.button("取消", key="undo_cancelled", on_click=_cancel)
    if not confirmed:
        return
    try:
        with st.spinner("正在撤销，并生成和核对新的数据版本"):
            desk().undo(batch, by=_BY, now=clock.now())
    except Refused as refusal:
        prose.note(refusal.sentence)
        return
    _cancel()
    st.session_state.pop("job", None)
    st.session_state[_UNDONE] = name
    st.rerun()
