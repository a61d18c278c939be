"""体检: which metrics, against whom, in which order; what the table says and what it leaves out."""

from collections.abc import Sequence

import streamlit as st

from metrics import CORE, METRICS, Figure, Metric
from metrics._areas import areas_of
from metrics._beyond_townships import beyond_townships_words
from metrics._checkup import Checkup, Tally, is_compared
from metrics._checkup_words import compared_words
from metrics._coverage import event_counts
from metrics._facts import ledger_spans
from metrics._metric import FAMILIES
from metrics._words import NOTE_WORDS, widened_words
from ui import address_bar, figure_words, prose, route
from ui.attention import ledger_name
from ui.markup import Markup, join, tag
from ui.open_build import OpenBuild

SETS = ("核心", *FAMILIES)
AGAINST = {"county": "全县", "peers": "同类（街道/镇/乡）"}
YARDSTICK = {"county": "全县", "peers": "同类其他乡镇街道"}
_LISTED = "list"
_NOTES = {
    "partial_period": "数据未到期末",
    "not_covered": "本期或上年同期未全部覆盖",
    "population_carried": f"部分{NOTE_WORDS['population_carried']}数",
    "population_later": f"部分{NOTE_WORDS['population_later']}数",
    "from_totals": "部分按历史汇总",
}


def choose_metrics() -> tuple[Metric, ...]:
    """The core metrics, or one family."""
    name = address_bar.read("set", SETS[0], SETS, keep=False, label="指标组")
    st.segmented_control("指标组", SETS, required=True, **address_bar.bound("set", name, keep=False))
    return CORE if name == SETS[0] else tuple(one for one in METRICS.values() if one.family == name)


def choose_against() -> str:
    """The county, or the township's own kind."""
    name = address_bar.read("against", "county", tuple(AGAINST), keep=False, label="比较对象")
    bound = address_bar.bound("against", name, keep=False)
    st.segmented_control("比较对象", tuple(AGAINST), required=True, format_func=AGAINST.__getitem__, **bound)
    return name


def choose_order(table: Checkup) -> str:
    """As listed ('' ) or by one metric's value. An order to read by: nobody gets a place."""
    labels = {_LISTED: "乡镇街道名单"}
    labels |= {
        cell.metric.name: f"{cell.figure.label}，从大到小" for line in table.references[:1] for cell in line.cells
    }
    name = address_bar.read("order", _LISTED, tuple(labels), keep=False)
    bound = address_bar.bound("order", name, keep=False)
    st.selectbox("排列", list(labels), format_func=labels.__getitem__, placeholder="请选择", width=300, **bound)
    return "" if name == _LISTED else name


def legend(against: str, order: str, found: Tally, *, of_townships: bool = True) -> None:
    """What symbols, tints and the order mean, and how many were compared."""
    whom = YARDSTICK[against]
    symbols = f"▲ 显著高于{whom}　▽ 显著低于{whom}　● 无显著差异　– 数量过小或不作比较"
    prose.small_print([symbols, "着色的超出99.8%界限，其余▲▽只超出95%区间；高低不等于好坏"])
    prose.small_print(compared_words(found))
    lines = ["没有符号的指标（件数、平均数等）不作高低比较", "点表头看该指标"]
    if against == "peers":
        lines.append("每个乡镇街道与同类的其他乡镇街道合计比较，不含自身")
    if order:
        lines.append("体检不是排名：只为查看方便按数值排列，数量过小和没有数值的在后，不编位次")
    lines.append(
        "点数值看该乡镇街道的这项指标" if of_townships else "点法庭名称展开或收起所属乡镇街道，点法庭、全县的数值看明细"
    )
    prose.small_print(lines)


def beyond_townships(against: str, table: Checkup, rows: Sequence[Figure]) -> None:
    """What the county's rates hold that no township's does, where the county is the yardstick."""
    told = [beyond_townships_words(rows, metric) for metric in table.metrics] if against == "county" else []
    if any(told):
        prose.small_print([one for one in told if one])


def dates(table: Checkup) -> None:
    """Period and cut-off, then the metrics whose days or marks differ."""
    if not table.references:
        return
    cells = table.references[0].cells
    first = cells[0].figure
    lines = figure_words.dates_lines(first)
    for cell in cells[1:]:
        one = cell.figure
        if (one.period_start, one.period_end) != (first.period_start, first.period_end):
            lines.append(f"{one.label} {figure_words.dates(one.period_start, one.period_end)}")
    prose.small_print([*lines, *_noted(table), *_widened(table)])


def _noted(table: Checkup) -> list[str]:
    """Marks of whole columns, said once for all of their cells."""
    found: dict[str, list[str]] = {}
    for at, metric in enumerate(table.metrics):
        notes = {note for line in (*table.references, *table.lines) for note in line.cells[at].figure.notes}
        for note in notes & _NOTES.keys():
            found.setdefault(note, []).append(table.references[0].cells[at].figure.label or metric.label)
    every = len(table.metrics)
    return [
        f"{words}：{'各项指标' if len(found[note]) == every > 1 else '、'.join(found[note])}"
        for note, words in _NOTES.items()
        if note in found
    ]


def _widened(table: Checkup) -> list[str]:
    """Which intervals allow for clumps, by how much."""
    found: dict[str, list[str]] = {}
    for cell in table.references[0].cells:
        words = widened_words(cell.figure.phi) if is_compared(cell.metric) else ""
        if words:
            found.setdefault(words, []).append(cell.figure.label)
    return [f"{'、'.join(labels)}的区间{words}" for words, labels in found.items()]


def without_data(build: OpenBuild, metrics: Sequence[Metric]) -> Markup | None:
    """Metrics that have no column, and the ledgers that would give them one."""
    if not metrics:
        return None
    known = {(one.ledger, one.kind) for one in ledger_spans(build)}
    ledgers = dict.fromkeys((count.ledger, count.kind) for one in metrics for count in event_counts(one))
    missing = [ledger_name(*one) for one in ledgers if one not in known]
    names = "、".join(one.label for one in metrics)
    link = tag("a", "去导入", href=route.address("imports"), target="_self")
    if not missing:
        return join([f"本期没有数据、未列出的指标：{names}。已导入的台账没有覆盖本期，或没有所需的栏目，", link, "。"])
    return join([f"本期没有数据、未列出的指标：{names}。还没有导入{'、'.join(missing)}，", link, "。"])


def why_nothing(build: OpenBuild) -> str:
    """The reason for the answer's line; `nothing_to_show` says what to do."""
    return "所选指标都没有数据" if areas_of(build).townships else "还没有乡镇街道名单"


def nothing_to_show(build: OpenBuild, table: Checkup) -> Markup | None:
    """In the place of the table: why there is none, and what to do."""
    if not areas_of(build).townships:
        link = tag("a", "去导入", href=route.address("imports"), target="_self")
        return join(["还没有乡镇街道名单。请上传乡镇街道名册，或含各乡镇街道的人口表，", link, "。"])
    return None if table.metrics else without_data(build, table.without_data)
