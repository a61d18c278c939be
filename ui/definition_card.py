"""The definition card (口径) behind every figure: the metric's own words, then the definition in force."""

from collections.abc import Sequence

import streamlit as st

from metrics import Figure, Metric
from metrics._card import definition_lines, exclusion_lines, metric_lines
from ui.markup import Markup, join, tag
from ui.open_build import OpenBuild


def card_markup(lines: list[tuple[str, str]]) -> Markup:
    """The lines as a list of terms."""
    return tag("dl", join([join([tag("dt", name), tag("dd", words)]) for name, words in lines]), class_="facts")


def popover(build: OpenBuild, figures: Sequence[Figure], *metrics: Metric) -> None:
    """The card behind a button, with what was left out of the figures beside it (one for each metric that has any)."""
    shown = {one.metric: one for one in figures}
    with st.popover("口径", type="tertiary", width="content"):
        for metric in metrics:
            under = metric.under(build.definition)
            out = exclusion_lines(build, under, shown[metric.name]) if metric.name in shown else []
            phi = shown[metric.name].phi if metric.name in shown else 1.0
            st.html(card_markup([*metric_lines(under, phi), *out]))
            st.divider()
        st.html(card_markup(definition_lines(build.definition)))
