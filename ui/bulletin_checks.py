"""Step one of 月度通报: what was checked, what blocks, what a person has to look at and confirm one by one."""

from collections.abc import Sequence

import streamlit as st

from metrics._check import Check, State, stops, warnings
from ui import route
from ui.markup import Markup, join, markdown_text, tag

_WORDS: dict[State, str] = {"stop": "■ 须先解决", "warn": "▲ 待确认", "ok": "● 通过"}
_GO = "去处理"


def answer(checks: Sequence[Check]) -> str:
    """One sentence: how many checks passed, how many block, how many wait for a person."""
    blocked, waiting = len(stops(checks)), len(warnings(checks))
    passed = len(checks) - blocked - waiting
    if blocked:
        rest = f"，另有{waiting}项待确认" if waiting else ""
        return f"数据核对{len(checks)}项，{blocked}项须先解决才能定稿{rest}。"
    if waiting:
        return f"数据核对{len(checks)}项，{passed}项通过，{waiting}项须逐项确认后定稿。"
    return f"数据核对{len(checks)}项，全部通过，可以定稿。"


def show(checks: Sequence[Check], key: str) -> tuple[str, ...]:
    """What blocks, what waits with a box to tick, and in one fold what passed; the sentences that were ticked."""
    if blocking := stops(checks):
        st.html(_list(blocking))
    found = [one.sentence for at, one in enumerate(warnings(checks)) if _confirmed(one, f"{key}_{at}")]
    passed = [one for one in checks if one.state == "ok"]
    if passed:
        with st.expander(f"已通过的核对（{len(passed)}项）"):
            st.html(_list(passed))
    return tuple(found)


def _confirmed(one: Check, key: str) -> bool:
    """A box that a person ticks after looking; another sentence is another box."""
    with st.container(key=f"check_{key}"):
        words, way = st.columns([9, 2], vertical_alignment="top", gap="small")
        label = f"**{markdown_text(one.name)}**　{markdown_text(one.sentence)}"
        ticked = words.checkbox(label, key=f"{key}_{one.sentence}")
        if _leads(one):
            with way:
                route.link(one.page, _GO)
    return ticked


def _leads(one: Check) -> bool:
    return bool(one.state != "ok" and one.page and one.page != "bulletin")


def _list(checks: Sequence[Check]) -> Markup:
    return tag("ul", join([_item(one) for one in checks]), class_="checks")


def _item(one: Check) -> Markup:
    link = tag("a", _GO, href=route.address(one.page), target="_self") if _leads(one) else tag("span", "")
    return tag("li", tag("b", _WORDS[one.state]), tag("span", f"{one.name}：{one.sentence}"), link)
