"""The three sources side by side as a yearbook prints them, and mediation and further work as tables below."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import streamlit as st

from charts.sparkline import sparkline_address
from data.count import PeriodCount
from metrics import METRICS, Figure, Metric, format_value
from metrics._breaks import break_places, breaks_of
from metrics._missing import Missing
from metrics._words import format_base_value
from ui import drill_down, figure_words, prose, route, sheet
from ui import sources_words as words
from ui.frame import View
from ui.markup import Markup, join, tag


class Shown(NamedTuple):
    """What the page prints: one figure per metric of one area, its months, and what the unknown ones wait for."""

    view: View
    figures: Mapping[str, Figure]
    months: Mapping[str, Sequence[Figure]]
    waiting: Mapping[str, Missing]

    def of(self, family: str) -> list[Metric]:
        """The metrics of a family in their order, under the definition in force."""
        return [one.under(self.view.build.definition) for one in METRICS.values() if one.family == family]

    def known(self, family: str) -> list[Metric]:
        """Those that can be computed and whose ledgers cover some of the period."""
        told = [one for one in self.of(family) if one.name not in self.waiting]
        return [one for one in told if self.figures[one.name].status != "not_covered"]


def has_months(metric: Metric) -> bool:
    """True where two years of months cost next to nothing: counts of days, no lists."""
    return not any(isinstance(one, PeriodCount) for one in metric.sides)


def show_columns(shown: Shown) -> None:
    """诉源, 案源 and 访源 beside each other; below each other where there is no room."""
    sections = [tag("section", _head(one), _list(shown, one), *_waiting(shown, one)) for one in words.SOURCES]
    st.html(tag("div", join(sections), class_="trio"))


def _head(family: str) -> Markup:
    return tag("h2", family, tag("small", words.MEANING[family]))


def _list(shown: Shown, family: str) -> Markup | None:
    known = shown.known(family)
    return tag("ul", join([_entry(shown, one) for one in known])) if known else None


def _entry(shown: Shown, metric: Metric) -> Markup:
    """Name and value, what was divided by what beside the line of two years, the change in words with its marks."""
    one = shown.figures[metric.name]
    marks = [tag("span", mark, class_="mark") for mark in figure_words.few_marks(one)]
    change = figure_words.change(one)
    return tag(
        "li",
        tag("p", tag("span", metric.label), _value(shown, metric), class_="figure"),
        tag("p", tag("span", drill_down.parts(one, metric, shown.view.filters)), _line(shown, metric), class_="parts"),
        tag("p", prose.keep_words(change), " " if marks and change else None, join(marks, " "), class_="change"),
    )


def _value(shown: Shown, metric: Metric) -> Markup:
    one = shown.figures[metric.name]
    unit = tag("small", metric.unit) if one.value is not None else None
    return _link(shown, metric, join([tag("b", format_value(one, metric)), unit]))


def _link(shown: Shown, metric: Metric, label: object) -> Markup:
    return sheet.anchor(label, route.address("metric", metric=metric.name, **shown.view.filters))


def _line(shown: Shown, metric: Metric) -> Markup | None:
    """Two years the size of a word; nothing for figures that have no months."""
    months = shown.months.get(metric.name, ())
    values = [one.value for one in months]
    if all(value is None for value in values):
        return None
    breaks = breaks_of(shown.view.build.definition, metric)
    places = [at for at, _ in break_places(breaks, [one.period_start for one in months])]
    said = f"{metric.label}近24个月走势，自0起"
    return tag("img", src=sparkline_address(values, places), alt=said, title=said)


def _waiting(shown: Shown, family: str) -> list[Markup]:
    """What is not printed, and why."""
    own = shown.of(family)
    lines = [prose.note_markup(line) for line in words.waiting_lines(own, shown.waiting)]
    told = [one for one in own if one.name not in shown.waiting]
    silent = [one.label for one in told if shown.figures[one.name].status == "not_covered"]
    return [*lines, *([prose.note_markup(words.uncovered_line(silent))] if silent else [])]


_COLUMNS = (
    sheet.Column("指标"),
    sheet.Column("本期", "number"),
    sheet.Column("上年同期", "number"),
    sheet.Column("单位"),
    sheet.Column("分子 / 分母", optional=True),
    sheet.Column("变化", "words"),
    sheet.Column("近24个月", optional=True),
    sheet.Column("标记", "words", optional=True),
)


def show_table(shown: Shown, family: str) -> None:
    """One of the two families that stand beside the sources, a row per metric."""
    st.subheader(f"{family}：{words.MEANING[family]}", anchor=False)
    known = shown.known(family)
    if known:
        with st.container(key=f"sources_{'mediation' if family == '调解' else 'further'}"):
            sheet.show(_COLUMNS, [sheet.Row(_cells(shown, one)) for one in known])
    for line in _waiting(shown, family):
        st.html(line)


def _cells(shown: Shown, metric: Metric) -> list[object]:
    one = shown.figures[metric.name]
    parts = drill_down.parts(one, metric, shown.view.filters) if metric.denominator is not None else ""
    return [
        metric.label,
        _link(shown, metric, format_value(one, metric)),
        format_base_value(one, metric),
        metric.unit,
        parts,
        prose.keep_words(figure_words.change_and_open(shown.view.build, metric, one)),
        _line(shown, metric) or "",
        figure_words.marks(one),
    ]
