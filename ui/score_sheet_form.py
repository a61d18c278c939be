"""The editor of a score sheet: items are put together one by one, then the whole is saved or nothing is."""

import streamlit as st

from data.brief import ScoreItem, ScoreSheet
from data.refusal import Refused
from data.score_bands import parse_bands
from data.store import targets as store
from data.store.references import read_value
from data.target_rules import LONGEST_DOCUMENT, LONGEST_NAME, check_item
from metrics import METRICS
from ui import clock, prose
from ui.open_build import OpenBuild, desk
from ui.score_sheet import items_table, weights_words
from ui.targets import metric_of, say
from ui.who import who

_DRAFT = "score_sheet_draft"


def show(build: OpenBuild, number: int, current: ScoreSheet | None) -> None:
    """Items so far, one more, one less, and the whole saved under its name and document."""
    st.subheader("编制计分表", anchor=False)
    items = _draft(number, current)
    if not items:
        _copy(number)
    elif current is None or items != current.items:
        items_table(items, f"正在编制，尚未保存：{len(items):,}项，{weights_words(items)}")
    else:
        prose.small_print(["从现行的计分表改起；保存以前，现行的不变。"])
    _add(build, number, items)
    if items:
        _remove(number, items)
        _save(number, items, current)


def _key(number: int) -> str:
    return f"{_DRAFT}_{number}"


def _draft(number: int, current: ScoreSheet | None) -> tuple[ScoreItem, ...]:
    """What was changed in this session; until then the sheet in force, whoever saves or takes back one meanwhile."""
    found: tuple[ScoreItem, ...] | None = st.session_state.get(_key(number))
    return found if found is not None else current.items if current else ()


def _keep(number: int, items: tuple[ScoreItem, ...]) -> None:
    st.session_state[_key(number)] = items
    st.rerun()


def _copy(number: int) -> None:
    last = store.score_sheet_in_force(desk().home.state, number - 1)
    if last is not None and st.button(f"从{number - 1}年的计分表开始", key="score_sheet_copied"):
        _keep(number, last.items)


def _add(build: OpenBuild, number: int, items: tuple[ScoreItem, ...]) -> None:
    with st.form("score_item_form", border=True, clear_on_submit=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            name = st.selectbox(
                "指标", list(METRICS), format_func=lambda one: f"{METRICS[one].label}（{METRICS[one].unit}）",
                placeholder="请选择", width=320, key="score_metric",
            )  # fmt: skip
            weight = st.text_input("权重（满分）", max_chars=10, width=110, key="score_weight")
            bands = st.text_input(
                "分档（数值:得分）", max_chars=400, placeholder="<60:10；60-80:8；≥80:5", width=420, key="score_bands"
            )
        prose.small_print(["分界数归它开始的一档：“60-80:8；≥80:5”里正好80的得5分。各档首尾相接，单位同指标。"])
        pressed = st.form_submit_button("加入（同一指标则代替）")
    if not pressed:
        return
    try:
        metric = metric_of(name, build)
        parsed = parse_bands(bands, is_percent=metric.changes_in_points)
        item = ScoreItem(name, read_value(weight), parsed, metric.label)
        check_item(item)
    except Refused as refused:
        prose.note(refused.sentence)
        return
    have = [one.metric for one in items]
    if name in have:
        _keep(number, tuple(item if one.metric == name else one for one in items))
    _keep(number, (*items, item))


def _remove(number: int, items: tuple[ScoreItem, ...]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        at = st.selectbox(
            "删去一项", range(len(items)), format_func=lambda one: items[one].label, placeholder="请选择", width=320,
            key="score_removed",
        )  # fmt: skip
        if st.button("删去", key="score_remove"):
            _keep(number, (*items[:at], *items[at + 1 :]))


def _save(number: int, items: tuple[ScoreItem, ...], current: ScoreSheet | None) -> None:
    with st.form("score_sheet_form", border=True):
        name = st.text_input(
            "计分表名称", current.name if current else f"{number}年诉源治理考核计分表", max_chars=LONGEST_NAME,
            key="score_sheet_name",
        )  # fmt: skip
        document = st.text_input(
            "文件依据", current.document if current else "", max_chars=LONGEST_DOCUMENT, key="score_sheet_document",
            placeholder="如 《2026年平安建设考核办法》（县平安办〔2026〕3号）附件2",
        )  # fmt: skip
        pressed = st.form_submit_button("保存计分表", type="primary")
    if not pressed:
        return
    try:
        whole = ScoreSheet(number, name, document, items)
        store.enter_score_sheet(desk().home.state, whole, by=who(), at=clock.now())
    except Refused as refused:
        prose.note(refused.sentence)
        return
    replaced = "，原来的由它代替" if current else ""
    st.session_state.pop(_key(number), None)
    say(f"已保存：{name}（{weights_words(items)}）{replaced}。")
