"""A card for every metric: what it counts, by what it divides, what it leaves out, and when not to use it."""

from itertools import pairwise

import streamlit as st

from data.ledgers import MEDIATION_KINDS
from data.store import definitions
from data.store.definitions import DefinitionVersion, changed_fields
from metrics import METRICS, Metric
from metrics._card import full_lines
from metrics._metric import FAMILIES
from ui import address_bar, prose
from ui.attention import ledger_name
from ui.definition_card import card_markup
from ui.definition_change import version_words
from ui.markup import Markup, tag
from ui.open_build import OpenBuild, desk

_OF_CASES = {
    *("civil_types", "administrative_types", "rate_numerator", "excluded_causes", "excluded_groups"),
    *("exclude_batch_filings", "batch_smallest", "batch_days", "attribution_order"),
}
_OF_PEOPLE = {"population_basis", "population_year", "same_population_for_both_years", "smallest_ranked_population"}
_OF_MEDIATIONS = {"mediation_denominator", "attribution_order"}


def show(build: OpenBuild) -> list[str]:
    """Draw the cards of one family; returns the answer's sentence."""
    families = [one for one in FAMILIES if any(metric.family == one for metric in METRICS.values())]
    family = address_bar.read("family", families[0], families, keep=False, label="类别")
    st.segmented_control("类别", families, required=True, **address_bar.bound("family", family, keep=False))
    history = definitions.versions(desk().home.state)
    shown = [metric for metric in METRICS.values() if metric.family == family]
    columns = st.columns(2, gap="large")
    for at, metric in enumerate(shown):
        with columns[at % 2]:
            st.html(_card(build, metric.under(build.definition), history))
    prose.small_print([f"以上为{build.definition.label}下的卡片；每个数旁的“口径”按钮打开同一张卡片。"])
    return [f"共 {len(METRICS)} 项指标，“{family}”有 {len(shown)} 项。"]


def _card(build: OpenBuild, metric: Metric, history: list[DefinitionVersion]) -> Markup:
    lines = full_lines(metric, build.definition)
    at = next((at for at, (name, _) in enumerate(lines) if name == "使用提醒"), len(lines))
    lines[at:at] = [("数据来源", _sources(metric)), ("沿革", _history(metric, history))]
    title = tag("h3", metric.label, class_="card-title")
    return tag("section", title, card_markup(lines[1:]), class_="definition-card")


def _sources(metric: Metric) -> str:
    names = dict.fromkeys(ledger_name(one.ledger, one.kind) for one in metric.counts if one.ledger)
    return "、".join(names) or "名册"


def _touching(metric: Metric) -> set[str]:
    """Switches that move the metric."""
    ledgers = {one.ledger for one in metric.counts}
    found = {"name"} | (_OF_CASES if "cases" in ledgers else set())
    found |= _OF_PEOPLE if metric.is_rate else set()
    return found | (_OF_MEDIATIONS if ledgers & {"mediations"} and MEDIATION_KINDS else set())


def _history(metric: Metric, history: list[DefinitionVersion]) -> str:
    """Versions in force that changed a switch this metric heeds, the newest first."""
    used = [one for one in history if one.is_used]
    told = [
        f"{version_words(new)[:10]} 第{new.version}版（{new.why}）"
        for new, old in pairwise(used)
        if set(changed_fields(old.definition, new.definition)) & _touching(metric)
    ]
    return "；".join(told) or "自启用以来未改"
