"""Alerts of the view's month with what people did about them: the list of the page, and what other pages say of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from data.store.alert_case import ENDED, STATE_WORDS
from data.store.alerts import alert_cases
from metrics._alert_list import Followed, followed
from metrics._alert_rules import RULES
from metrics._alerts import Judgement, closed_month, judged
from ui import address_bar
from ui.frame import View
from ui.open_build import desk

ALL, WAITING = "all", "waiting"
STATES: dict[str, str] = {
    WAITING: "待办（未销号）",
    **{str(state): words for state, words in STATE_WORDS.items()},
    ALL: "全部",
}


@dataclass(frozen=True)
class Shown:
    """What the rules say of the month, and every row that is followed."""

    month: date
    found: Judgement
    rows: tuple[Followed, ...]


def shown(view: View) -> Shown | None:
    """Of the latest closed month of the view's period; None when no month is."""
    month = closed_month(view.build, view.period.end, view.today)
    if month is None:
        return None
    found = judged(view.build, month)
    return Shown(month, found, tuple(followed(view.build, found, alert_cases(desk().home.state))))


def filters() -> tuple[str, str]:
    """Selectors of state and rule, in the bar; both live in the address."""
    state = address_bar.read("state", WAITING, tuple(STATES), keep=False, label="状态")
    st.selectbox(
        "状态", list(STATES), format_func=STATES.__getitem__, width=170, placeholder="请选择",
        **address_bar.bound("state", state, keep=False),
    )  # fmt: skip
    labels = {"": "全部规则", **{rule.name: rule.label for rule in RULES}}
    rule = address_bar.read("rule", "", tuple(labels), keep=False, label="规则")
    st.selectbox(
        "规则", list(labels), format_func=labels.__getitem__, width=250, placeholder="请选择",
        **address_bar.bound("rule", rule, keep=False),
    )  # fmt: skip
    return state, rule


def chosen(rows: Sequence[Followed], state: str, rule: str) -> list[Followed]:
    """The rows that the selectors leave."""
    return [one for one in rows if (not rule or one.rule == rule) and _is_of(one, state)]


def _is_of(row: Followed, state: str) -> bool:
    return state == ALL or (row.state not in ENDED if state == WAITING else row.state == state)


def waiting_words(view: View) -> str:
    """What the overview says: how many alerts wait for somebody; empty when none does."""
    found = shown(view)
    if found is None:
        return ""
    fresh = sum(one.state == "open" for one in found.rows)
    late = sum(one.is_late(view.today) for one in found.rows)
    words = [f"{fresh} 条预警待研判" if fresh else "", f"{late} 条预警过了办理期限" if late else ""]
    return "，".join(word for word in words if word)
