"""The form of a target, and last year's targets taken over."""

from collections.abc import Sequence
from decimal import Decimal

import streamlit as st

from data.brief import Direction, Scope, Target
from data.refusal import Refused
from data.store import targets as store
from data.store.references import read_value
from data.target_rules import LONGEST_DOCUMENT
from metrics import METRICS, Metric
from metrics._target_words import target_words
from metrics._targets import subject_of
from ui import clock, prose
from ui.open_build import OpenBuild, desk
from ui.targets import SCOPES, metric_of, say
from ui.who import who

_DIRECTIONS: dict[Direction, str] = {"at_most": "不超过", "at_least": "不低于"}


def show(build: OpenBuild, number: int, in_force: Sequence[Target]) -> None:
    """Enter a target of the year; take over what last year has and this one has not."""
    st.subheader("登记目标", anchor=False)
    _copy(number, in_force)
    with st.form("target_form", border=True):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            name = st.selectbox(
                "指标", list(METRICS), format_func=lambda one: f"{METRICS[one].label}（{METRICS[one].unit}）",
                placeholder="请选择", width=320, key="target_metric",
            )  # fmt: skip
            direction: Direction = st.selectbox(
                "方向", list(_DIRECTIONS), format_func=_DIRECTIONS.__getitem__, placeholder="请选择", width=120,
                key="target_direction",
            )  # fmt: skip
            value = st.text_input("目标值（单位同指标）", max_chars=20, width=160, key="target_value")
            scope: Scope = st.selectbox(
                "范围", list(SCOPES), format_func=SCOPES.__getitem__, placeholder="请选择", width=140,
                key="target_scope",
            )  # fmt: skip
        document = st.text_input(
            "文件依据", max_chars=LONGEST_DOCUMENT, placeholder="如 《2026年平安建设考核办法》（县平安办〔2026〕3号）",
            key="target_document",
        )  # fmt: skip
        pressed = st.form_submit_button("登记")
    if pressed:
        _enter(metric_of(name, build), value, number, direction, scope, document)


def _enter(metric: Metric, text: str, number: int, direction: Direction, scope: Scope, document: str) -> None:
    path = desk().home.state
    before = next((one for one in store.targets_in_force(path, number) if _is_same(one, metric, scope)), None)
    try:
        value: Decimal = read_value(text, is_percent=metric.changes_in_points)
        store.enter_target(
            path, subject_of(metric), year=number, value=value, direction=direction, scope=scope, document=document,
            by=who(), at=clock.now(),
        )  # fmt: skip
    except Refused as refused:
        prose.note(refused.sentence)
        return
    asked = Target(metric.name, number, value, direction, scope, document)
    replaced = f"原来的“{target_words(before, metric)}”由它代替。" if before else ""
    say(f"已登记：{number}年{metric.label}（{SCOPES[scope]}）{target_words(asked, metric)}。{replaced}")


def _is_same(one: Target, metric: Metric, scope: Scope) -> bool:
    return (one.metric, one.scope, one.label) == (metric.name, scope, metric.label)


def _copy(number: int, in_force: Sequence[Target]) -> None:
    have = {(one.metric, one.scope, one.label) for one in in_force}
    last = store.targets_in_force(desk().home.state, number - 1)
    missing = sum((one.metric, one.scope, one.label) not in have for one in last)
    if missing and st.button(f"沿用{number - 1}年的目标（{missing}项）", key="targets_copied"):
        done = store.copy_targets(desk().home.state, to=number, by=who(), at=clock.now())
        say(f"已沿用{number - 1}年的{done}项目标，文件依据写明“沿用”；有新文件的，重新登记即可代替。")
