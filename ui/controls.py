"""Section 控制数 of the quality page: the court's official totals, what differs, and why."""

from datetime import date

import streamlit as st

from data.store import controls as table
from metrics import counts
from metrics._controls import Compared, compared
from ui import address_bar, clock, identity_numbers, prose, sheet
from ui import figure_words as words
from ui.frame import View
from ui.markup import Markup, join, tag
from ui.open_build import OpenBuild, desk
from ui.route import address
from ui.who import who

_ASKED, _DONE = "control", "control_done"
_YEARS = 12
_LONGEST = 200


def show(view: View) -> None:
    """What was said last, the form, the list, and where asked for the panel of one figure."""
    done = st.session_state.pop(_DONE, None)
    if done:
        prose.note(done)
    found = compared(view.build, table.control_figures(desk().home.state))
    asked = {str(one.control.id): one for one in found}
    one = asked.get(address_bar.read(_ASKED, "", tuple(asked), keep=False))
    if one is not None:
        _panel(one)
    if found:
        _list(found, view)
    else:
        prose.note("还没有登记控制数。把司法统计报表上某月某项的总数登记在这里，即可与明细逐月核对。")
    _form(view)


def open_ones(build: OpenBuild) -> int:
    """How many control figures differ from the rows without an explanation."""
    return sum(one.is_open for one in compared(build, table.control_figures(desk().home.state)))


def _say(sentence: str) -> None:
    st.session_state[_DONE] = sentence
    address_bar.write(_ASKED, "", keep=False)
    st.rerun()


def _form(view: View) -> None:
    labels = {count.name: count.label for count in counts() if count.fold == "sum"}
    years = [str(view.today.year - back) for back in range(_YEARS)]
    with st.form("control_form", clear_on_submit=True, border=True):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            name = st.selectbox("计数", list(labels), format_func=labels.__getitem__, placeholder="请选择", width=300)
            year = st.selectbox("年", years, placeholder="请选择", width=110)
            month = st.selectbox("月", [str(n) for n in range(1, 13)], placeholder="请选择", width=90)
            n = st.number_input("控制数（件）", min_value=0, max_value=10_000_000, value=None, step=1, width=160)
            source = st.text_input("来源", max_chars=_LONGEST, placeholder="如 司法统计月报表1", width=240)
        pressed = st.form_submit_button("登记控制数")
    if not pressed:
        return
    if n is None or not source.strip():
        prose.note("没有登记：请填写控制数和来源。")
        return
    day = date(int(year), int(month), 1)
    table.enter(
        desk().home.state, count_name=name, month=day, n=int(n), source=source.strip(), by=who(), at=clock.now()
    )
    _say(f"已登记：{day.year}年{day.month}月{labels[name]}控制数 {int(n):,} 件。同一计数同一月份原有的控制数由它代替。")


def _list(found: list[Compared], view: View) -> None:
    columns = [
        sheet.Column("计数"),
        sheet.Column("月份"),
        sheet.Column("控制数", "number", "件"),
        sheet.Column("明细", "number", "件"),
        sheet.Column("差额", "number", "明细－控制数"),
        sheet.Column("状态"),
        sheet.Column("说明", "wrap"),
        sheet.Column("来源", "wrap"),
        sheet.Column("登记"),
        sheet.Column("操作"),
    ]
    rows = [sheet.Row(_cells(one, view)) for one in found]
    waiting = sum(one.is_open for one in found)
    told = f"其中 {waiting} 项有差额待说明" if waiting else "没有待说明的差额"
    sheet.show(columns, rows, caption=f"共 {len(found)} 项控制数，{told}；差额变了，原有说明即失效，重新待说明")


def _cells(one: Compared, view: View) -> list[object]:
    control = one.control
    rows: object = "无数据"
    if one.rows is not None:
        counted = identity_numbers.of_month(view, control.count_name, control.month, one.rows)
        rows = join([counted, "（按历史汇总）" if one.is_from_totals else ""])
    label = "撤回…" if not one.difference else "说明或撤回…"
    return [
        one.label,
        f"{control.month.year}年{control.month.month}月",
        words.whole(control.n),
        rows,
        f"{one.difference:+,}" if one.difference else "0",
        state_words(one),
        _explained(one),
        control.source,
        f"{control.entered_by} {control.entered_at:%Y-%m-%d}",
        sheet.anchor(label, address("quality", **view.filters, control=str(control.id))),
    ]


def state_words(one: Compared) -> str:
    """Where a control figure stands, in a word."""
    if not one.difference:
        return "相符"
    return "待说明" if one.is_open else "已说明"


def _explained(one: Compared) -> Markup | str:
    """The explanation with who and when; of an earlier difference it is said to hold no more."""
    control = one.control
    if control.explanation is None or control.explained_at is None or not one.difference:
        return ""
    by = f"（{control.explained_by} {control.explained_at:%Y-%m-%d}）"
    if one.is_explained:
        return f"{control.explanation}{by}"
    return join([tag("s", control.explanation), f"{by}当时差额 {control.explained_difference:+,}"])


def _panel(one: Compared) -> None:
    """Explain the difference, or take the figure back."""
    control = one.control
    what = f"{control.month.year}年{control.month.month}月{one.label}"
    counted = "没有数据" if one.rows is None else f"{one.rows:,} 件"
    prose.note(f"{what}：控制数 {control.n:,} 件，明细 {counted}，差额 {one.difference:+,} 件。")
    if one.difference:
        text = st.text_area(
            "差额原因", max_chars=500, key=f"explain_{control.id}", placeholder="如 月末立案次月补录 2 件"
        )
    with st.container(horizontal=True):
        explained = one.difference and st.button("保存说明", type="primary", key="control_explained")
        withdrawn = st.button("撤回该控制数", key="control_withdrawn")
        st.button("取消", key="control_cancelled", on_click=lambda: address_bar.write(_ASKED, "", keep=False))
    path = desk().home.state
    if withdrawn and table.withdraw(path, control.id, by=who(), at=clock.now()):
        _say(f"已撤回：{what}的控制数。")
    if explained and not text.strip():
        prose.note("没有保存：请写明差额原因。")
    elif explained and table.explain(
        path, control.id, text.strip(), difference=one.difference, by=who(), at=clock.now()
    ):
        _say(f"已说明：{what}的差额 {one.difference:+,} 件。差额再变时重新待说明。")
