"""The remembered layouts: a list, and for one of them its name, its columns, and forgetting it."""

from collections.abc import Sequence

import streamlit as st

from data.ledgers import LEDGERS, MEDIATION_KINDS, Ledger
from data.refusal import Refused
from data.store.layouts import (
    LayoutRecord,
    change_layout,
    forget_layout,
    layout_records,
    remember_layout,
    rename_layout,
)
from ui import address_bar, clock, mapping, prose, route, sheet
from ui.mapping_columns import field_words
from ui.markup import markdown_text
from ui.open_build import desk
from ui.paging import page_offset, turn_page
from ui.who import who

_PAGE = 25
_SAID = "mapping_said"


def show_answer(open_words: int) -> None:
    """How much is remembered, and what waits for a decision."""
    records = layout_records(desk().home.state)
    first = f"记住了{len(records)}种表的列映射，表头相同的文件直接按它读取。" if records else "还没有记住任何列映射。"
    second = f"有{open_words}种写法不认得，待指定含义。" if open_words else "没有待指定含义的写法。"
    st.html(prose.answer([first + second]))
    if said := st.session_state.pop(_SAID, None):
        prose.note(said)


def show() -> None:
    """The list, and the one that the address names above it."""
    st.subheader("记住的列映射", anchor=False)
    offer_back()
    records = layout_records(desk().home.state)
    if not records:
        prose.note(
            "乡镇街道名册、人口表和各种台账在“导入”页原样上传；程序认不出的表点“列映射”，逐列指定一次并确认，"
            "以后表头相同的文件（列的先后不限）不再询问。认得出的表不需要列映射。"
        )
        route.link("imports", "去导入")
        return
    asked = address_bar.read("layout", "", [one.layout.signature for one in records], keep=False)
    for one in records:
        if one.layout.signature == asked:
            _edit(one)
    _list(records)


def _list(records: Sequence[LayoutRecord]) -> None:
    columns = [
        sheet.Column("名称", "fill"),
        sheet.Column("台账", "ledger"),
        sheet.Column("列名", "fill"),
        sheet.Column("确认人"),
        sheet.Column("确认时间"),
        sheet.Column("已用", "number", "次"),
        sheet.Column("最近使用"),
        sheet.Column("操作"),
    ]
    at = page_offset(_PAGE)
    rows = [sheet.Row(_cells(one)) for one in records[at : at + _PAGE]]
    sheet.show(columns, rows, caption=f"共 {len(records)} 种，最近用过的在前")
    turn_page(len(records), _PAGE)


def _cells(one: LayoutRecord) -> list[object]:
    wanted = [header for header, name in one.layout.fields.items() if name]
    return [
        one.layout.name,
        ledger_words(one),
        "、".join(wanted),
        one.made_by,
        one.made_at.strftime("%Y-%m-%d %H:%M"),
        f"{one.uses:,}",
        one.last_used_at.strftime("%Y-%m-%d %H:%M") if one.last_used_at else "未用过",
        sheet.anchor("修改…", route.address("mapping", layout=one.layout.signature)),
    ]


def ledger_words(one: LayoutRecord) -> str:
    """The ledger of a layout, with the kind that stands in for silent rows."""
    known = LEDGERS.get(one.layout.ledger)
    label = known.label if known else "未知台账"
    return f"{label}（{MEDIATION_KINDS.get(one.layout.kind, one.layout.kind)}）" if one.layout.kind else label


def _edit(one: LayoutRecord) -> None:
    signature, ledger = one.layout.signature, LEDGERS.get(one.layout.ledger)
    with st.container(border=True, key="mapping_edit"):
        prose.small_print([f"修改“{one.layout.name}”：{ledger_words(one)}；改动只对以后读取的文件起作用。"])
        with st.container(horizontal=True):
            name = st.text_input("名称", one.layout.name, max_chars=60, width=420, key=f"name_{signature}")
            kind = (
                mapping.choose_kind(f"kind_{signature}", one.layout.kind) if one.layout.ledger == "mediations" else None
            )
        chosen = _chosen(one, ledger) if ledger is not None else dict(one.layout.fields)
        with st.container(horizontal=True):
            if st.button("保存修改", type="primary", key="layout_save"):
                _save(one, name, kind, chosen)
            if st.button("删除这个列映射", key="layout_forget"):
                _forget(one)
            st.button("取消", key="layout_cancel", on_click=_leave)


def _chosen(one: LayoutRecord, ledger: Ledger) -> dict[str, str]:
    """Column → field, as the person left the selectors."""
    options = ["", *(field.name for field in ledger.fields)]
    chosen = {}
    with st.container(horizontal=True):
        for at, (header, field) in enumerate(one.layout.fields.items()):
            key = f"layout_{one.layout.signature}_{at}"
            st.session_state.setdefault(key, field if field in options else "")
            chosen[header] = st.selectbox(
                markdown_text(header),
                options,
                format_func=lambda name: field_words(ledger, name),
                placeholder="请选择",
                width=250,
                key=key,
            )
    return chosen


def _leave() -> None:
    address_bar.write("layout", "", keep=False)


def _save(one: LayoutRecord, name: str, kind: str | None, chosen: dict[str, str]) -> None:
    path, signature = desk().home.state, one.layout.signature
    changed = {header: field for header, field in chosen.items() if field != one.layout.fields[header]}
    try:
        if changed or kind != one.layout.kind:
            change_layout(path, signature, changed, kind=kind, at=clock.now(), by=who())
        if name.strip() != one.layout.name:
            rename_layout(path, signature, name, at=clock.now(), by=who())
    except Refused as refusal:
        prose.note(refusal.sentence)
        return
    _done(f"已保存“{name.strip()}”。已经入库的数据不变；要按新的对应关系读取，请重新上传原文件。")


def _forget(one: LayoutRecord) -> None:
    try:
        forget_layout(desk().home.state, one.layout.signature)
    except Refused as refusal:
        prose.note(refusal.sentence)
        return
    st.session_state["mapping_forgotten"] = one.layout
    _done(f"已删除“{one.layout.name}”，已经入库的数据不变；以后表头相同的文件由程序自己判断。")


def offer_back() -> None:
    """A layout just forgotten can be had back in the same session."""
    layout = st.session_state.get("mapping_forgotten")
    if layout is not None and st.button(markdown_text(f"恢复“{layout.name}”"), key="layout_back"):
        st.session_state.pop("mapping_forgotten")
        try:
            remember_layout(desk().home.state, layout, at=clock.now(), by=who())
        except Refused as refusal:
            prose.note(refusal.sentence)
            return
        _done(f"已恢复“{layout.name}”。")


def _done(sentence: str) -> None:
    _leave()
    st.session_state[_SAID] = sentence
    st.rerun()
