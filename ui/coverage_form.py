"""The period an import covers, shown span by span and put right by whoever knows better."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import streamlit as st

from data.refusal import Refused
from data.store.coverage import correct_coverage
from data.store.imports import ImportRecord, Span
from ui import clock, jobs, prose
from ui.attention import ledger_name
from ui.open_build import desk
from ui.who import who


def show(one: ImportRecord, leave: Callable[[], None]) -> str | None:
    """Two dates for each span; the sentence to be said when they are kept."""
    prose.note(
        f"更正第{one.batch}号 {one.file_name} 的覆盖期间：文件完整列出哪几天的数据。期间内没有的记录视为确实没有，"
        "数据截至日、同比是否可算都由它决定。"
    )
    with st.form("coverage", border=False):
        spans = [_span(at, span) for at, span in enumerate(one.coverage)]
        with st.container(horizontal=True):
            kept = st.form_submit_button("保存并重新计算", type="primary")
            left = st.form_submit_button("取消")
    if left:
        leave()
        st.rerun()
    return _keep(one, spans) if kept else None


def _span(at: int, span: Span) -> Span:
    known = "文件写明或已更正" if span.is_stated else "由各行日期推得"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.html(f"<span>{ledger_name(span.ledger, span.kind)}（{known}）</span>", width=240)
        start = _day("自", span.start, f"cover_start_{at}")
        end = _day("至", span.end, f"cover_end_{at}")
    return replace(span, start=start, end=end)


def _day(label: str, known: str, key: str) -> str:
    chosen = st.date_input(
        label,
        date.fromisoformat(known),
        min_value=date(1950, 1, 1),
        max_value=clock.today(),
        format="YYYY-MM-DD",
        width=170,
        key=key,
    )
    return chosen.isoformat() if isinstance(chosen, date) else known


def _keep(one: ImportRecord, spans: list[Span]) -> str | None:
    if [(span.start, span.end) for span in spans] == [(span.start, span.end) for span in one.coverage]:
        prose.note("覆盖期间没有改动。")
        return None
    now = clock.now()
    try:
        correct_coverage(desk().home.state, one.batch, spans, at=now, by=who(), today=now.date())
    except Refused as refusal:
        prose.note(refusal.sentence)
        return None
    if one.state == "in_force":
        job = jobs.run("rebuild", {"why": f"coverage {one.batch}"})
        if job.error:
            prose.note(job.error)
            return None
    return f"已更正第{one.batch}号 {one.file_name} 的覆盖期间。"
