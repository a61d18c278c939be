"""The definition card (口径) behind every figure: the metric's own words, then the definition in force."""

import streamlit as st

from data.definition import Definition
from metrics import Metric
from ui.markup import Markup, join, tag

_SOURCES = {
    "stated": "台账登记的乡镇",
    "defendant": "被告住所地",
    "dispute": "纠纷发生地",
    "plaintiff": "原告住所地",
    "tribunal": "承办法庭（仅辖一个乡镇时）",
}
_DIRECTION = {"lower": "越低越好", "higher": "越高越好", "none": "不评优劣"}
_INTERVAL = {
    "poisson": "95%区间：Byar法（不足10件用精确泊松）",
    "wilson": "95%区间：Wilson法",
    "none": "不计区间",
}


def metric_lines(metric: Metric) -> list[tuple[str, str]]:
    """What one metric counts."""
    lines = [
        ("指标", metric.label),
        ("别名", "、".join(metric.aliases)),
        ("公式", metric.formula),
        ("计入", "；".join(metric.includes)),
        ("不计入", "；".join(metric.excludes)),
        ("依据与归期", metric.basis),
        ("方向", _DIRECTION[metric.better]),
        ("区间", _INTERVAL[metric.interval]),
        ("使用提醒", metric.caution),
    ]
    return [(name, words) for name, words in lines if words]


def definition_lines(definition: Definition) -> list[tuple[str, str]]:
    """The switches of the definition in force."""
    excluded = "、".join(definition.excluded_causes) or "无"
    lines = [
        ("口径版本", definition.label),
        (
            "案件类型",
            f"民商事一审：{'、'.join(definition.civil_types)}；行政一审：{'、'.join(definition.administrative_types)}",
        ),
        ("剔除案由", excluded),
        ("归属次序", " → ".join(_SOURCES[source] for source in definition.attribution_order)),
        ("人口口径", f"{definition.population_basis}人口" + _same_population(definition)),
        ("参加排名", f"{'、'.join(definition.ranked_kinds)}，人口不少于{definition.smallest_ranked_population:,}人"),
        ("统计年度", "上年12月至本年11月" if definition.year_starts_in_december else "1月至12月"),
    ]
    return lines + [("口径断点", f"{one.on.isoformat()}：{one.reason}") for one in definition.breaks]


def _same_population(definition: Definition) -> str:
    return "，本期与上年同期用同一人口" if definition.same_population_for_both_years else ""


def card_markup(lines: list[tuple[str, str]]) -> Markup:
    """The lines as a list of terms."""
    return tag("dl", join([join([tag("dt", name), tag("dd", words)]) for name, words in lines]), class_="facts")


def popover(definition: Definition, *metrics: Metric) -> None:
    """The card behind a button."""
    with st.popover("口径", type="tertiary", width="content"):
        for metric in metrics:
            st.html(card_markup(metric_lines(metric)))
            st.divider()
        st.html(card_markup(definition_lines(definition)))
