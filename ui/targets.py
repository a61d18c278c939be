"""考核目标 of a year: the period they are held against, the list in force, and how they would be judged."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from data.brief import Scope, Target
from data.store import targets as store
from data.store.targets import EnteredTarget
from metrics import METRICS, Metric, Period
from metrics._facts import last_whole_month
from metrics._period import dates_label, month_end, year, year_to_date
from metrics._target_words import (
    CHANCE_NOTE,
    PACE_NOTE,
    USE,
    bare_value_words,
    counted_words,
    pace_words,
    remark,
    target_words,
    value_words,
)
from metrics._targets import Judged, judge, target_year
from ui import address_bar, clock, prose, sheet
from ui.open_build import OpenBuild, desk
from ui.rights import may
from ui.route import address
from ui.who import who

ASKED, DONE = "target", "targets_done"
SCOPES: dict[Scope, str] = {"township": "各乡镇街道", "county": "全县"}


def choose_year(build: OpenBuild) -> int:
    """The year of the page, from the address; by default that of the last closed month."""
    now = _year_now(build)
    have = {one.target.year for one in store.entered_targets(desk().home.state)}
    years = sorted({now - 1, now, now + 1} | have, reverse=True)
    names = tuple(map(str, years))
    chosen = address_bar.read("year", str(now), names, keep=False, label="年度")
    bound = address_bar.bound("year", chosen, keep=False)
    st.selectbox("年度", names, format_func=lambda one: f"{one}年", placeholder="请选择", width=120, **bound)
    return int(chosen)


def _year_now(build: OpenBuild) -> int:
    last = last_whole_month(build) or clock.today()
    return target_year(year_to_date(last, build.definition.year_starts_in_december))


def to_date_of(build: OpenBuild, number: int) -> Period | None:
    """The year up to the last closed month; a year that is over to its end; None for one that has not begun."""
    december, last = build.definition.year_starts_in_december, last_whole_month(build)
    whole = year(number, december)
    if last is None or month_end(last) < whole.start:
        return None
    return year_to_date(min(last, whole.end), december)


def say(sentence: str) -> None:
    """Say at the top of the next run what was done."""
    st.session_state[DONE] = sentence
    address_bar.write(ASKED, "", keep=False)
    st.rerun()


def metric_of(name: str, build: OpenBuild) -> Metric:
    """The metric as the definition has it."""
    return METRICS[name].under(build.definition)


def listed(found: Sequence[EnteredTarget], build: OpenBuild, number: int) -> None:
    """The targets in force with document and person; a row can be taken back."""
    by_id = {str(one.id): one for one in found}
    asked = by_id.get(address_bar.read(ASKED, "", tuple(by_id), keep=False))
    if asked is not None and may("set_targets"):
        _panel(asked, build)
    if not found:
        prose.note(f"{number}年还没有登记考核目标；通报的口径说明会写明未设定目标。")
        return
    columns = [
        *(sheet.Column(title) for title in ("指标", "范围", "目标")),
        sheet.Column("文件依据", "fill"),
        *(sheet.Column(title, optional=True) for title in ("登记", "操作")),
    ]
    rows = [sheet.Row(_cells(one, build)) for one in found]
    sheet.show(columns, rows, caption=f"{number}年考核目标：{len(found):,}项，按登记次序")


def _cells(one: EnteredTarget, build: OpenBuild) -> list[object]:
    target, where = one.target, address("targets", year=str(one.target.year), target=str(one.id))
    return [
        target.label,
        SCOPES[target.scope],
        target_words(target, metric_of(target.metric, build)),
        target.document,
        f"{one.entered_by} {one.entered_at:%Y-%m-%d}",
        sheet.anchor("撤回…", where) if may("set_targets") else "",
    ]


def _panel(one: EnteredTarget, build: OpenBuild) -> None:
    """Take one target back."""
    metric = metric_of(one.target.metric, build)
    what = f"{one.target.year}年{one.target.label}（{SCOPES[one.target.scope]}）{target_words(one.target, metric)}"
    prose.note(f"撤回后不再判断、不再列入通报，登记的记录和已定稿的通报不变：{what}。")
    with st.container(horizontal=True):
        sure = st.button("确认撤回", type="primary", key="target_withdrawn")
        st.button("取消", key="target_kept", on_click=lambda: address_bar.write(ASKED, "", keep=False))
    if sure and store.withdraw_target(desk().home.state, one.id, by=who(), at=clock.now()):
        say(f"已撤回：{what}。")


def preview(targets: Sequence[Target], build: OpenBuild, number: int) -> list[Judged]:
    """How they would be judged by the last closed month: a column for each target; returns what was judged."""
    to_date = to_date_of(build, number)
    if to_date is None:
        prose.note(f"{number}年还没有数，不能预览。")
        return []
    found = list(judge(build, targets, to_date))
    groups = [list(group) for _, group in groupby(found, key=lambda one: one.target)]
    period = dates_label(to_date.start, to_date.end)
    st.subheader(f"按{period}的数会这样判断", anchor=False)
    prose.todo([_summary(group) for group in groups])
    towns = [group for group in groups if group[0].target.scope == "township" and _is_known(group)]
    if towns:
        _matrix(towns, period)
    prose.small_print([PACE_NOTE, CHANCE_NOTE, USE])
    return found


def _is_known(group: Sequence[Judged]) -> bool:
    return any(one.value is not None for one in group)


def _summary(group: Sequence[Judged]) -> str:
    first = group[0]
    if first.target.scope == "county":
        said = f"{value_words(first)}，{remark(first)}"
    else:
        said = counted_words([one for one in group if not one.is_apart] or group)
    due = f"（{pace_words(first)}）" if first.pace is not None and _is_known(group) else ""
    return (
        f"{first.metric.label}（{SCOPES[first.target.scope]}）{target_words(first.target, first.metric)}{due}：{said}。"
    )


def _matrix(groups: Sequence[Sequence[Judged]], period: str) -> None:
    """Rows townships, columns targets; small and unranked ones are set apart."""
    columns = [sheet.Column("乡镇街道", "name")]
    for group in groups:
        first = group[0]
        columns += [
            sheet.Column(first.metric.label, "number", target_words(first.target, first.metric)),
            sheet.Column("判断", "words"),
        ]
    rows = [
        sheet.Row(
            [row[0].figure.area_name, *(cell for one in row for cell in (bare_value_words(one), remark(one)))],
            "aside" if any(one.is_apart for one in row) else "row",
        )
        for row in zip(*groups, strict=True)
    ]
    rows.sort(key=lambda row: row.kind == "aside")
    sheet.show(
        columns, rows, caption=f"各乡镇街道与目标（{period}）；数量过小、不参加排位的列在最后", tall=len(rows) > 15
    )
