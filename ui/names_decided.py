"""What people decided about names and cases: who, when, whether it moves anything yet, and the way to take it back."""

from collections.abc import Mapping, Sequence

import streamlit as st

from data.names import LEAVE, CasePlacement, Names, PlaceDecision, without_effect
from data.refusal import Refused
from ui import address_bar, clock, prose, route, sheet
from ui.names_queue import area_words
from ui.open_build import desk
from ui.paging import page_offset, turn_page
from ui.who import who

_PAGE = 25
_WITHDRAW, _SAID = "withdraw", "names_withdrawn"
Decision = PlaceDecision | CasePlacement


def _what(one: Decision) -> str:
    return one.place_text if isinstance(one, PlaceDecision) else one.case_number


def _name(one: Decision) -> str:
    """How the address names a decision: p7 about a text, c7 about a case."""
    return f"{'p' if isinstance(one, PlaceDecision) else 'c'}{one.id}"


def in_force(decisions: Sequence[Decision]) -> dict[str, Decision]:
    """Of each text or case the decision that stands; the latest are first in the list."""
    standing: dict[str, Decision] = {}
    for one in decisions:
        if one.withdrawn_at is None:
            standing.setdefault(_what(one), one)
    return standing


def withdraw_panel(decisions: Sequence[Decision], areas: Mapping[str, str]) -> None:
    """Asks once more before a decision is taken back, and says so afterwards."""
    if said := st.session_state.pop(_SAID, None):
        prose.note(said)
    standing = {_name(one): one for one in in_force(decisions).values()}
    asked = standing.get(address_bar.read(_WITHDRAW, "", tuple(standing), keep=False))
    if asked is None:
        return
    prose.note(f"将撤回：“{_what(asked)}”→ {area_words(asked.area, areas)}。重新归属后，它又按地名本身判断。")
    with st.container(horizontal=True):
        st.button("确认撤回", type="primary", key="withdraw_confirmed", on_click=_withdraw, args=(asked,))
        st.button("取消", key="withdraw_cancelled", on_click=_leave)


def _leave() -> None:
    address_bar.write(_WITHDRAW, "", keep=False)


def _withdraw(one: Decision) -> None:
    names = Names(desk().home)
    take_back = names.withdraw if isinstance(one, PlaceDecision) else names.unplace
    try:
        take_back(_what(one), by=who(), now=clock.now())
        st.session_state[_SAID] = f"已撤回“{_what(one)}”的认定，重新归属后生效。"
    except Refused as refusal:
        st.session_state[_SAID] = refusal.sentence
    _leave()


def show(decisions: Sequence[Decision], areas: Mapping[str, str], held: Mapping[str, str], name: str) -> None:
    """All decisions of one kind, the latest first; `held` is what the build in force was made with."""
    is_text = bool(decisions) and isinstance(decisions[0], PlaceDecision)
    columns = [
        sheet.Column("地名" if is_text else "案号", "name"),
        sheet.Column("归属"),
        sheet.Column("理由", "wrap", optional=True),
        sheet.Column("认定人"),
        sheet.Column("时间"),
        sheet.Column("状态", "wrap"),
        sheet.Column("操作"),
    ]
    standing = in_force(decisions)
    at = page_offset(_PAGE, name)
    rows = []
    for one in decisions[at : at + _PAGE]:
        stands = standing.get(_what(one)) == one
        link = sheet.anchor("撤回…", route.address("names", withdraw=_name(one))) if stands else ""
        cells = [
            _what(one),
            area_words(one.area, areas),
            "" if isinstance(one, PlaceDecision) else one.reason,
            one.decided_by,
            one.decided_at.strftime("%Y-%m-%d %H:%M"),
            _state(one, stands, areas, held),
            link,
        ]
        rows.append(sheet.Row(cells, "row" if stands else "aside"))
    sheet.show(columns, rows, caption=f"共 {len(decisions):,} 条，新的在前；撤回和改判的也列出")
    turn_page(len(decisions), _PAGE, name)


def _state(one: Decision, stands: bool, areas: Mapping[str, str], held: Mapping[str, str]) -> str:
    if one.withdrawn_at is not None:
        return f"{one.withdrawn_by}于{one.withdrawn_at:%Y-%m-%d %H:%M}撤回"
    if not stands:
        return "已改判"
    if without_effect(one.area, areas):
        return "无效：名册中已没有这个乡镇街道"
    if one.area == LEAVE or held.get(_what(one)) == one.area:
        return "生效"
    return "待生效"
