"""One alert: where it stands, the form for what was done, and everything that was done before."""

from datetime import date

import streamlit as st

from data.refusal import Refused
from data.store import alerts as table
from data.store.alert_case import (
    ACT_WORDS,
    LONGEST_PERSON,
    LONGEST_REMARK,
    STATE_WORDS,
    Act,
    AlertCase,
    AlertEvent,
    Entry,
)
from metrics._alert_list import Followed
from metrics._alert_rules import BY_NAME
from metrics._alert_words import rule_words
from ui import address_bar, clock, prose, route, sheet
from ui.markup import Markup, join, tag
from ui.open_build import desk
from ui.rights import may
from ui.who import who

_DONE, _WITHDRAW = "alert_done", "take_back"
_BUTTONS: dict[Act, str] = {
    "told": "记录提示",
    "answered": "记录反馈",
    "closed": "销号",
    "dismissed": "不予提示",
    "assigned": "只存责任人和期限",
    "remarked": "只记备注",
}
_NEXT: tuple[Act, ...] = ("told", "answered", "closed")
_LINE: dict[str, str] = {
    "open": "确属异常的，向责任单位提示后记录；不必提示的，写明理由。",
    "told": "等责任单位反馈。",
    "answered": "情况好转、措施落实后销号。",
    "closed": "以后各月再次触发，会另列为新的一条。",
    "dismissed": "以后各月再次触发，会另列为新的一条。",
}


def say_done() -> None:
    """What the last act of this session came to."""
    if words := st.session_state.pop(_DONE, None):
        prose.note(words)


def facts(row: Followed, today: date) -> None:
    """State, person, day, and the rule."""
    case = row.case
    late = "（已过期限）" if row.is_late(today) else ""
    lines = [
        ("状态", f"{STATE_WORDS[row.state]}。{_LINE[row.state]}"),
        ("责任人", (case.person if case else None) or "未指定"),
        ("办理期限", f"{case.until.isoformat()}{late}" if case and case.until else "未指定"),
        ("规则", rule_words(BY_NAME[row.rule])),
    ]
    pairs: list[Markup] = []
    for name, words in lines:
        if words:
            pairs += [tag("dt", name), tag("dd", words)]
    st.html(tag("dl", join(pairs), class_="facts"))


def form(row: Followed, month: date) -> None:
    """What was done, by whom it is to be done and until when; each button writes one act."""
    if not may("follow_alerts"):
        prose.note("您没有办理预警的权限，只能查看。")
        return
    allowed = row.case.allowed if row.case else ("told", "dismissed", "assigned", "remarked")
    case = row.case
    with st.form(f"alert_form_{row.key}_{case.steps if case else 0}", border=True):
        words = st.text_area(
            "内容或理由", max_chars=LONGEST_REMARK, height=90,
            placeholder="如：已发函提示，请镇综治中心核实商品房预售纠纷情况",
        )  # fmt: skip
        with st.container(horizontal=True, vertical_alignment="bottom"):
            person = st.text_input("责任人", (case.person if case else "") or "", max_chars=LONGEST_PERSON, width=200)
            until = st.date_input("办理期限", case.until if case else None, format="YYYY-MM-DD", width=160)
        with st.container(horizontal=True):
            pressed = [act for act in allowed if _button(act)]
    if pressed:
        given = Entry(pressed[0], month, row.evidence, words or "", _changed(person, case), _until(until, case))
        _record(row, given)


def _button(act: Act) -> bool:
    return bool(
        st.form_submit_button(_BUTTONS[act], type="primary" if act in _NEXT else "secondary", key=f"alert_{act}")
    )


def _changed(person: str, case: AlertCase | None) -> str:
    """An act says whom only when it names somebody else than before."""
    return "" if case and person.strip() == case.person else person


def _until(day: object, case: AlertCase | None) -> date | None:
    return day if isinstance(day, date) and not (case and case.until == day) else None


def _record(row: Followed, entry: Entry) -> None:
    path, at = desk().home.state, clock.now()
    try:
        if row.case is None:
            first = row.alert.since if row.alert else entry.month
            number = table.open_case(
                path, entry, rule=row.rule, area_code=row.area_code, area_name=row.area_name, first_month=first,
                by=who(), at=at,
            )  # fmt: skip
            address_bar.write("alert", f"c{number}", keep=False)
        else:
            table.record(path, row.case.id, entry, seen=row.case.steps, by=who(), at=at)
    except Refused as refusal:
        prose.note(f"没有记录：{refusal.sentence}")
        return
    _say(f"已记录：{row.area_name}{BY_NAME[row.rule].label}，{ACT_WORDS[entry.act]}。")


def _say(sentence: str) -> None:
    st.session_state[_DONE] = sentence
    address_bar.write(_WITHDRAW, "", keep=False)
    st.rerun()


def history(row: Followed, view_filters: dict[str, str]) -> None:
    """Every act, the latest first; the latest that stands can be taken back."""
    if row.case is None:
        prose.note("还没有办理记录。")
        return
    if may("follow_alerts") and row.case.standing:
        _take_back(row, row.case)
    columns = [
        sheet.Column("时间"),
        sheet.Column("办理", "words"),
        sheet.Column("办理人"),
        sheet.Column("内容或理由", "fill"),
        sheet.Column("责任人", optional=True),
        sheet.Column("期限", optional=True),
        sheet.Column("当时依据", "words"),
        sheet.Column("操作", optional=True),
    ]
    last = row.case.standing[-1] if row.case.standing else None
    lines = [_line(one, one == last, row, view_filters) for one in reversed(row.case.events)]
    sheet.show(columns, lines, caption=f"共 {len(lines)} 条记录，新的在前；撤回的也列出")


def history_rows(case: AlertCase) -> list[list[str | int | float | date | None]]:
    """Every act for a workbook, the latest first."""
    return [
        [
            f"{one.at:%Y-%m-%d %H:%M}",
            ACT_WORDS[one.act],
            one.by,
            one.remark,
            one.person,
            one.until,
            one.evidence.get("sentence"),
            f"{one.withdrawn_by} {one.withdrawn_at:%Y-%m-%d %H:%M}" if one.withdrawn_at else None,
        ]
        for one in reversed(case.events)
    ]


def _line(event: AlertEvent, is_last: bool, row: Followed, view_filters: dict[str, str]) -> sheet.Row:
    link: object = ""
    if is_last and may("follow_alerts"):
        where = route.address("alerts", **{**view_filters, "alert": row.key, _WITHDRAW: str(event.id)})
        link = sheet.anchor("撤回…", where)
    what = ACT_WORDS[event.act]
    if event.withdrawn_at:
        what = f"{what}（{event.withdrawn_by}于{event.withdrawn_at:%Y-%m-%d %H:%M}撤回）"
    cells = [
        f"{event.at:%Y-%m-%d %H:%M}",
        what,
        event.by,
        event.remark,
        event.person or "",
        event.until.isoformat() if event.until else "",
        event.evidence.get("sentence", ""),
        link,
    ]
    return sheet.Row(cells, "aside" if event.withdrawn_at else "row")


def _take_back(row: Followed, case: AlertCase) -> None:
    last = case.standing[-1]
    if address_bar.read(_WITHDRAW, "", keep=False) != str(last.id):
        return
    prose.note(f"将撤回：{last.at:%Y-%m-%d %H:%M}的“{ACT_WORDS[last.act]}”。撤回后回到此前的状态，记录仍保留。")
    with st.container(horizontal=True):
        confirmed = st.button("确认撤回", type="primary", key="alert_take_back")
        st.button("取消", key="alert_keep", on_click=lambda: address_bar.write(_WITHDRAW, "", keep=False))
    if not confirmed:
        return
    try:
        table.withdraw(desk().home.state, case.id, seen=case.steps, by=who(), at=clock.now())
    except Refused as refusal:
        prose.note(refusal.sentence)
        return
    _say(f"已撤回：{ACT_WORDS[last.act]}。")
