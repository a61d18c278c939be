"""月度通报: is the month complete, what would the notice say, issue it; and everything that was issued."""

import streamlit as st

from data.refusal import Refused
from data.store.bulletins import Issued, issued
from data.store.typed import typed_for
from metrics._check import Check, stops, warnings
from metrics._review import Review
from reports.bulletin.issuing import issue_month
from reports.bulletin.kinds import notice_of
from reports.bulletin.own_templates import OwnTemplates, numbers, own_templates, templates_then
from reports.bulletin.ready import checks_for
from ui import (
    address_bar,
    bulletin,
    bulletin_checks,
    bulletin_files,
    bulletin_issued,
    bulletin_restated,
    bulletin_template,
    bulletin_typed,
    clock,
    notice_view,
    prose,
    route,
)
from ui.bulletin import Chosen
from ui.frame import nothing_yet, open_page
from ui.open_build import OpenBuild, desk
from ui.rights import may
from ui.who import who

_ASKED, _PREVIEWED = "issued", "bulletin_previewed"


def render() -> None:
    """The notice of one month: being made, or as it was issued."""
    build = open_page("月度通报：核对、预览、定稿")
    if build is None:
        nothing_yet()
    bulletin.style()
    answer = st.empty()
    notices = issued(desk().home.state)
    chosen = bulletin.choose(build, notices)
    for words in address_bar.stale():
        prose.note(f"{words}，已改为默认的视图。")
    if chosen is None:
        answer.html(prose.answer(["还没有完整覆盖的月份，不能编制通报。"]))
        prose.note("请先到“导入”页上传案件台账；导出期间写到月末的，这个月就可以编制通报。")
    else:
        _about(build, chosen, notices, answer)
    if notices:
        bulletin_issued.listed(notices)


def _about(build: OpenBuild, chosen: Chosen, notices: list[Issued], answer: st.delta_generator.DeltaGenerator) -> None:
    of_month = [one for one in notices if (one.kind, one.month) == (chosen.kind.name, chosen.month)]
    newest = str(of_month[0].id) if of_month else ""
    asked = address_bar.read(_ASKED, newest, (*(str(one.id) for one in of_month), "new"), keep=False)
    one = next((each for each in of_month if str(each.id) == asked), None)
    sentences = _drafting(build, chosen, of_month) if one is None else _as_issued(build, chosen, one)
    answer.html(prose.answer(sentences))


def _drafting(build: OpenBuild, chosen: Chosen, of_month: list[Issued]) -> list[str]:
    """Check, texts and 定稿 at the left, paper at the right; returns the page's answer."""
    told = bulletin.previewed(build, chosen, clock.today())
    checks = checks_for(desk().home, build, chosen.kind.name, chosen.month, clock.today())
    key, notice = f"{chosen.kind.name}_{chosen.month:%Y%m}", notice_of(told)
    own = own_templates(desk().home, chosen.kind.name)
    left, right = st.columns([9, 13], gap="large")
    with left:
        st.subheader("1　核对数据", anchor=False)
        confirmed = bulletin_checks.show(checks, key)
        st.subheader("2　填写、预览", anchor=False)
        typed = typed_for(desk().home.state, chosen.kind.name, chosen.month)
        bulletin_typed.form(chosen.kind.name, chosen.month, typed, dict(told.townships))
        bulletin_files.buttons(told, notice, own)
        bulletin_template.show(chosen.kind, told)
        st.subheader("3　定稿", anchor=False)
        _issue(told, checks, confirmed, own, of_month)
    with right:
        notice_view.show(notice)
    state = f"{chosen.label}已定稿{len(of_month)}次，正在更正" if of_month else f"{chosen.label}还没有定稿"
    return [f"{state}：{bulletin_checks.answer(checks)}"]


def _issue(
    told: Review, checks: list[Check], confirmed: tuple[str, ...], own: OwnTemplates, of_month: list[Issued]
) -> None:
    if not may("issue_notices"):
        prose.note("您没有定稿的权限，只能预览。")
        return
    waiting = len(warnings(checks)) - len(confirmed)
    if stops(checks):
        prose.note("有须先解决的事项，现在不能定稿；可以先看预览、下载预览稿。")
    elif waiting:
        prose.note(f"还有 {waiting} 项没有确认：请在第1步逐项核对、打勾后定稿。")
    else:
        number = told.build.number
        prose.note(f"定稿后冻结第{number}号数据版本和口径，以后补录的数不改变本期；确需改动的，再定稿一次作更正。")
    pressed = st.button("定稿", type="primary", disabled=bool(stops(checks) or waiting), key="issue_now")
    seen = of_month[0].revision if of_month else 0
    is_as_previewed = _is_as_previewed(told, own, seen)
    if not pressed:
        return
    if not is_as_previewed:
        prose.note("预览以后，数据版本、填写的内容或 Word 模板变了，没有定稿；请看过现在的预览，再定稿。")
        return
    try:
        one = issue_month(desk().home, told, checks, confirmed, own, seen=seen, by=who(), at=clock.now())
    except Refused as refusal:
        prose.note(refusal.sentence)
        return
    address_bar.write(_ASKED, str(one.id), keep=False)
    st.rerun()


def _is_as_previewed(told: Review, own: OwnTemplates, seen: int) -> bool:
    """Whether this run shows what the run before showed: a press belongs to the paper that was on the screen."""
    now = (told.build.number, told.brief.to_json(), numbers(own), seen)
    before = st.session_state.get(_PREVIEWED)
    st.session_state[_PREVIEWED] = now
    return bool(before == now)


def _as_issued(build: OpenBuild, chosen: Chosen, one: Issued) -> list[str]:
    """The notice from its kept build, and what a later build would say; returns the page's answer."""
    try:
        made = bulletin.made_again(one)
    except Refused as refusal:
        prose.note(refusal.sentence)
        bulletin_files.kept_figures(one)
        return [f"{chosen.label}：{bulletin_issued.facts(one)}"]
    if made.differs:
        prose.note(made.differs)
    notice = notice_of(made.review, is_draft=False)
    found = bulletin_restated.changes(build, one, made.review)
    # The tables of what changed end with their reasons, which must be seen without scrolling.
    left, right = st.columns([13, 9] if found else [9, 13], gap="large")
    with left:
        st.subheader("下载", anchor=False)
        bulletin_files.buttons(made.review, notice, templates_then(desk().home, one))
        st.subheader("定稿后的变化", anchor=False)
        changed = bulletin_restated.show(build, one, made.review, found)
        if may("issue_notices"):
            label = "按现在的数更正通报" if changed else "再次编制本月通报"
            route.link("bulletin", label, kind=one.kind, month=one.month.isoformat()[:7], issued="new")
        if one.confirmed:
            st.subheader("定稿时确认的提醒", anchor=False)
            prose.todo(one.confirmed)
    with right:
        notice_view.show(notice)
    return [
        f"{chosen.label}：{bulletin_issued.facts(one)}",
        changed or "按现在的数重新计算，通报各指标、案由的数与定稿时相同。",
    ]


if __name__ == "__main__":
    import app

    app.main()
