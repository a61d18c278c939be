"""口径: what every figure counts and against whom; changing it, comparing two, and who changed it when and why."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from reports.batch_workbook import batch_workbook
from reports.comparison_workbook import comparison_workbook
from reports.review_workbook import moves_workbook
from ui import (
    address_bar,
    definition_cards,
    definition_change,
    definition_compare,
    definition_exclusions,
    definition_history,
    definition_now,
    prose,
    reference_form,
)
from ui.frame import nothing_yet, open_page
from ui.open_build import OpenBuild

PARTS = {
    "now": "现行口径",
    "edit": "修改",
    "compare": "比较",
    "excluded": "剔除",
    "references": "市、省平均数",
    "cards": "指标卡片",
    "history": "历史",
}


def _edit(build: OpenBuild) -> list[str]:
    definition_change.show(build, moves_workbook)
    return ["修改口径：每改一项都记为新的一版，写明原因，重新计算后生效。"]


def _history(build: OpenBuild) -> list[str]:
    definition_history.show()
    return [f"现行口径是{build.definition.label}。"]


_DRAW: dict[str, Callable[[OpenBuild], list[str]]] = {
    "now": definition_now.show,
    "edit": _edit,
    "compare": partial(definition_compare.show, workbook=comparison_workbook),
    "excluded": partial(definition_exclusions.show, workbook=batch_workbook),
    "references": reference_form.show,
    "cards": definition_cards.show,
    "history": _history,
}


def render() -> None:
    """The part that the address names."""
    build = open_page("口径：每个数数什么、除以什么")
    if build is None:
        nothing_yet()
    answer = st.empty()
    part = address_bar.read("part", "now", tuple(PARTS), keep=False, label="栏目")
    with st.container(key="definition_parts"):
        st.segmented_control(
            "栏目",
            tuple(PARTS),
            required=True,
            format_func=PARTS.__getitem__,
            label_visibility="collapsed",
            **address_bar.bound("part", part, keep=False),
        )
    for words in address_bar.stale():
        prose.note(f"{words}，已改为默认的视图。")
    definition_change.say_done()
    definition_change.waiting(build)
    answer.html(prose.answer(_DRAW[part](build)))


if __name__ == "__main__":
    import app

    app.main()
