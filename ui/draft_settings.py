"""What the analyst may still say about a draft: the day it was exported on, and the months it replaces."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from data.build.change_words import month_name
from data.desk import Desk
from data.refusal import Refused
from data.store.imports import ImportRecord, Span
from ui import clock, prose

_NONE = "不替换，只增补和更新"


def show(here: Desk, draft: ImportRecord) -> None:
    """Both questions side by side; every answer is kept with the draft at once and the page is worked out anew."""
    if draft.exported_on is None:
        prose.note(
            f"文件没有写明导出日期。与别的导入不一致的地方，以导出日期较晚的为准；不填时按导入日期 "
            f"{draft.imported_at.date().isoformat()} 排先后。如果这是一份较早导出的文件，请填上。"
        )
    with st.container(horizontal=True, vertical_alignment="bottom", key="draft_settings"):
        _exported_on(here, draft)
        _replaces(here, draft)


def _exported_on(here: Desk, draft: ImportRecord) -> None:
    known = date.fromisoformat(draft.exported_on) if draft.exported_on else None
    chosen = st.date_input(
        "导出日期", known, max_value=clock.today(), format="YYYY-MM-DD", width=200, key=f"exported_{draft.batch}"
    )
    day = chosen if isinstance(chosen, date) else None
    if day != known:
        _change(here, draft, exported_on=day.isoformat() if day else None)


def months_of(spans: Sequence[Span]) -> list[date]:
    """First days of the months that the spans reach into, in order."""
    found: set[date] = set()
    for span in spans:
        first, last = date.fromisoformat(span.start), date.fromisoformat(span.end)
        numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        found.update(date(number // 12, number % 12 + 1, 1) for number in numbers)
    return sorted(found)


def within(spans: Sequence[Span], first: date, last: date) -> list[Span]:
    """The spans cut to whole months from one to another; never beyond what the file covers."""
    end = date(last.year + last.month // 12, last.month % 12 + 1, 1)
    cut = []
    for span in spans:
        start = max(span.start, first.isoformat())
        stop = min(date.fromisoformat(span.end), date.fromordinal(end.toordinal() - 1)).isoformat()
        if start <= stop:
            cut.append(Span(span.ledger, span.kind, start, stop, True))
    return cut


def _replaces(here: Desk, draft: ImportRecord) -> None:
    months = months_of(draft.coverage)
    if not months:
        return
    names = {month_name(month): month for month in months}
    held = months_of(draft.replaces)
    options = [_NONE, *names]
    first = st.selectbox(
        "替换的起始月份",
        options,
        index=options.index(month_name(held[0])) if held and held[0] in months else 0,
        placeholder="请选择",
        width=230,
        key=f"replace_first_{draft.batch}",
        help="替换：所选月份内，库中有而本文件没有的记录一律撤下",
    )
    wanted: list[Span] = []
    chosen: list[date] = []
    if first != _NONE:
        later = [name for name, month in names.items() if month >= names[first]]
        last = st.selectbox(
            "到",
            later,
            index=later.index(month_name(held[-1])) if held and month_name(held[-1]) in later else 0,
            placeholder="请选择",
            width=150,
            key=f"replace_last_{draft.batch}",
        )
        wanted = within(draft.coverage, names[first], names[last])
        chosen = [month for month in months if names[first] <= month <= names[last]]
    if chosen != [month for month in months if month in held]:
        _change(here, draft, replaces=wanted)


def _change(here: Desk, draft: ImportRecord, **said: object) -> None:
    try:
        here.change_draft(draft.batch, **said)  # type: ignore[arg-type]
    except Refused as refusal:
        prose.note(refusal.sentence)
        return
    st.rerun()
