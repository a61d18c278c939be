"""Jobs that wait or run, also other people's, with bars that move by themselves; and how the latest ones ended."""

from collections.abc import Sequence

import streamlit as st

from data.store import jobs
from data.store.jobs import Job
from ui import clock, prose, route, sheet
from ui.job_words import KINDS, MAY_LEAVE, STATES, outcome_words, share, words_of
from ui.jobs import wake
from ui.markup import markdown_text
from ui.open_build import desk

_LATEST = 8


def show() -> None:
    """Bars of all jobs under way; draws nothing when none is."""
    found = jobs.open_jobs(desk().home.state)
    if found:
        wake()
        st.subheader(f"正在处理 {len(found)} 项任务", anchor=False)
        prose.small_print([f"按提出的先后依次处理；{MAY_LEAVE}"])
        st.fragment(_bars, run_every=1.0)(tuple(one.id for one in found))


def _bars(drawn: tuple[int, ...]) -> None:
    """Redraws itself; once a job has ended or another has come, the whole page is drawn anew."""
    found = jobs.open_jobs(desk().home.state)
    if tuple(one.id for one in found) != drawn:
        st.rerun()
    wake()
    for one in found:
        text = f"第{one.id}号 {KINDS.get(one.kind, one.kind)}（{one.asked_by}）：{words_of(one, found, clock.now())}"
        st.progress(share(one), text=markdown_text(text))


def show_latest() -> None:
    """The latest jobs and how they ended."""
    found = jobs.latest_jobs(desk().home.state, _LATEST)
    if found:
        with st.expander("最近的任务"):
            _table(found)


def _table(found: Sequence[Job]) -> None:
    columns = [
        sheet.Column("编号", "number"),
        sheet.Column("任务"),
        sheet.Column("提出人"),
        sheet.Column("提出时间"),
        sheet.Column("状态"),
        sheet.Column("结果", "fill"),
        sheet.Column("查看"),
    ]
    rows = [
        sheet.Row(
            [
                one.id,
                KINDS.get(one.kind, one.kind),
                one.asked_by,
                one.asked_at.strftime("%Y-%m-%d %H:%M"),
                STATES[one.state],
                outcome_words(one),
                sheet.anchor("回执", route.address("imports", job=str(one.id))) if one.receipts else "",
            ]
        )
        for one in found
    ]
    sheet.show(columns, rows, caption=f"最近 {len(found)} 项任务，新的在前")
