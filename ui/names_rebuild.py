"""Decisions that wait, one build that puts them in force, and what moved by it."""

import duckdb
import streamlit as st

from data.names import Names
from data.store import builds
from metrics import METRICS
from metrics._differences import moves
from metrics._places import unplaced
from ui import figure_moves, jobs, prose
from ui.open_build import OpenBuild, desk

_BEFORE, _FAILED = "names_before", "names_failed"


def panel(names: Names, build: OpenBuild) -> None:
    """How many decisions wait and the button that computes the figures anew with all of them."""
    if failed := st.session_state.pop(_FAILED, None):
        prose.note(failed)
    waiting = names.waiting(build)
    if not waiting:
        return
    prose.note(f"待生效 {waiting:,} 条认定或撤回；下一次发布数据时自动生效，也可以现在重新归属。")
    if not st.button("立即重新归属", type="primary", key="rebuild"):
        return
    done = jobs.run("rebuild", {"why": "names"})
    if done.error:
        st.session_state[_FAILED] = done.error
    else:
        st.session_state[_BEFORE] = build.number
    st.rerun()


def moved(build: OpenBuild) -> None:
    """What the last rebuild of this session moved: how much lies nowhere, and which figures are not what they were."""
    number = st.session_state.get(_BEFORE)
    before = _earlier(number) if number is not None and number < build.number else None
    if before is None:
        return
    was, now = unplaced(before), unplaced(build)
    prose.note(
        f"已重新归属：未归属的案件 {was.unassigned_cases:,} → {now.unassigned_cases:,} 件，"
        f"调解纠纷 {was.unassigned_mediations:,} → {now.unassigned_mediations:,} 件。"
    )
    found = moves(before, build, METRICS.values(), None)
    with st.expander("哪些指标变了", expanded=False):
        prose.note(figure_moves.answer(found))
        figure_moves.show(found, "重新归属")


def _earlier(number: int) -> OpenBuild | None:
    """A build that was in force; of those only the last few are kept."""
    try:
        return builds.open_build(desk().home, number)
    except duckdb.Error:
        return None
