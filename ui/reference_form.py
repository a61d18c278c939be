"""Section 市、省平均数 of the page 口径: published averages typed in with their source, listed and taken back."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import streamlit as st

from data.refusal import Refused
from data.store import references as table
from data.store.references import ReferenceFigure
from metrics import METRICS, Metric
from metrics._facts import last_whole_month
from ui import address_bar, clock, prose, sheet
from ui.figure_words import dates
from ui.open_build import OpenBuild, desk
from ui.references import of_metric, value_words
from ui.rights import may
from ui.route import address
from ui.who import who

_ASKED, _DONE = "reference", "reference_done"
_PLACES = ("全市平均", "全省平均", "全国平均", "其他")


def show(build: OpenBuild) -> list[str]:
    """What was done last, the list, the form for those who may fill it in; returns the page's answer."""
    done = st.session_state.pop(_DONE, None)
    if done:
        prose.note(done)
    found = table.reference_figures(desk().home.state)
    by_id = {str(one.id): one for one in found}
    asked = by_id.get(address_bar.read(_ASKED, "", tuple(by_id), keep=False))
    may_enter = may("enter_references")
    if asked is not None and may_enter:
        _panel(asked, build)
    if found:
        _list(found, build)
    else:
        prose.note("还没有登记。上级通报或统计年鉴公布的全市、全省平均数，登记后画在“指标”页的图上，并写进下载的表。")
    if may_enter:
        _form(build)
    many = f"登记了 {len(found):,} 个参照值" if found else "市、省平均数由人登记"
    return [f"{many}：期间与所看期间完全相同的才画线、列入表格，期间不同的只注明，不作比较。"]


def _metric_of(name: str, build: OpenBuild) -> Metric | None:
    metric = METRICS.get(name)
    return metric.under(build.definition) if metric else None


def _label(one: ReferenceFigure, build: OpenBuild) -> str:
    metric = _metric_of(one.metric, build)
    return one.label or (metric.label if metric else one.metric)


def _list(found: Sequence[ReferenceFigure], build: OpenBuild) -> None:
    columns = [
        sheet.Column("指标"),
        sheet.Column("范围"),
        sheet.Column("数值", "number"),
        sheet.Column("期间"),
        sheet.Column("来源", "wrap"),
        sheet.Column("登记"),
        sheet.Column("操作", optional=True),
    ]
    rows = [sheet.Row(_cells(one, build)) for one in found]
    sheet.show(columns, rows, caption=f"参照值：{len(found):,} 个，最近期间在前", tall=len(rows) > 15)


def _cells(one: ReferenceFigure, build: OpenBuild) -> list[object]:
    metric = _metric_of(one.metric, build)
    where = address("definitions", part="references", reference=str(one.id))
    return [
        _label(one, build),
        one.place,
        value_words(one, metric) if metric else f"{one.value:,f}",
        dates(one.period_start, one.period_end),
        one.source,
        f"{one.entered_by} {one.entered_at:%Y-%m-%d}",
        sheet.anchor("撤回…", where) if may("enter_references") else "",
    ]


def _say(sentence: str) -> None:
    st.session_state[_DONE] = sentence
    address_bar.write(_ASKED, "", keep=False)
    st.rerun()


def _panel(one: ReferenceFigure, build: OpenBuild) -> None:
    """Take one figure back."""
    what = f"{_label(one, build)} {one.place}（{dates(one.period_start, one.period_end)}）"
    prose.note(f"撤回后不再画线、不再列入表格，登记的记录仍保留：{what}。")
    with st.container(horizontal=True):
        sure = st.button("确认撤回", type="primary", key="reference_withdrawn")
        st.button("取消", key="reference_kept", on_click=lambda: address_bar.write(_ASKED, "", keep=False))
    if sure and table.withdraw(desk().home.state, one.id, by=who(), at=clock.now()):
        _say(f"已撤回：{what}。")


def _form(build: OpenBuild) -> None:
    last = last_whole_month(build) or clock.today()
    with st.form("reference_form", border=True):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            name = st.selectbox(
                "指标", list(METRICS), format_func=lambda one: f"{METRICS[one].label}（{METRICS[one].unit}）",
                placeholder="请选择", width=320, key="reference_metric",
            )  # fmt: skip
            place = st.selectbox("范围", _PLACES, placeholder="请选择", width=140, key="reference_place")
            other = st.text_input(
                "范围名称（选“其他”时填）", max_chars=table.LONGEST_PLACE, width=200, key="reference_other"
            )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            start = st.date_input(
                "期间起", date(last.year, 1, 1), format="YYYY-MM-DD", width=150, key="reference_start"
            )
            end = st.date_input("期间止", last, format="YYYY-MM-DD", width=150, key="reference_end")
            value = st.text_input("数值（单位同指标）", max_chars=20, width=160, key="reference_value")
            source = st.text_input(
                "来源", max_chars=table.LONGEST_SOURCE, placeholder="如 市中院2026年第10期通报", width=320,
                key="reference_source",
            )  # fmt: skip
        pressed = st.form_submit_button("登记")
    if not pressed:
        return
    if not isinstance(start, date) or not isinstance(end, date):
        prose.note("没有登记：请填写期间的起日和止日。")
        return
    said = {"place": other if place == "其他" else place, "start": start, "end": end, "source": source}
    _enter(METRICS[name].under(build.definition), value, said)


def _enter(metric: Metric, text: str, said: dict[str, Any]) -> None:
    before = _same_already(metric, said)
    try:
        value = table.read_value(text, is_percent=metric.changes_in_points)
        _in_range(metric, value)
        table.enter(
            desk().home.state, metric=metric.name, label=metric.label, value=value, by=who(), at=clock.now(), **said
        )
    except Refused as refused:
        prose.note(refused.sentence)
        return
    replaced = f"原来登记的 {before.value:,f} 由它代替。" if before else ""
    when = dates(said["start"], said["end"])
    _say(f"已登记：{metric.label} {said['place']} {value:,f}（{when}）。{replaced}")


def _same_already(metric: Metric, said: dict[str, Any]) -> ReferenceFigure | None:
    here = (
        one for one in of_metric(metric) if one.place == said["place"].strip() and one.is_of(said["start"], said["end"])
    )
    return next(here, None)


def _in_range(metric: Metric, value: Decimal) -> None:
    if metric.is_proportion and value > 100:
        words = f"{metric.label}以百分数计，不会超过100；填的是 {value:,f}，没有登记；请更正后再登记。"
        raise Refused("reference_invalid", words)
