"""What moved, on a page: kept by build and period, as bars and as a table that lead one step down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go
import streamlit as st

from charts.contributions import Contribution, contribution_bars
from metrics import Period
from metrics._areas import COUNTY
from metrics._period import dates_label
from metrics._what_moved import ONLY_TOTALS, Part, Split, WhatMoved, what_moved
from metrics._what_moved_batches import Batches, batches
from metrics._what_moved_people import PeopleSplit, RateSplit, people_split, rate_split
from metrics._what_moved_shown import is_merged
from metrics._what_moved_words import COUNTED, NOUNS, SHORT, STANDS, part_words, points_text
from metrics._year_ahead import YearAhead, year_ahead
from ui import drill_down, sheet
from ui.figure_words import hover, whole
from ui.frame import View
from ui.open_build import OpenBuild

DRAWN, LISTED = 8, 40
"""Parts with a bar of their own, and with a row of their own; the others are added up. The workbook has them all."""
COMPARED = ("ok", "break", "few", "base_zero")
"""States in which both years are known."""


@dataclass(frozen=True)
class Changes:
    """What moved in one period, and how people come into it: all that the sentences say."""

    moved: WhatMoved
    people: PeopleSplit | None

    @property
    def is_compared(self) -> bool:
        """Both years are known."""
        return self.moved.state in COMPARED

    def compares(self, split: Split, cause: str = "") -> bool:
        """Both years are known part by part (of one cause, if given): a summary tells no causes."""
        return self.is_compared and not (self.moved.is_summed and (split.by == "cause" or bool(cause)))


@dataclass(frozen=True)
class Beside:
    """What the page shows beside the split."""

    rate: RateSplit | None
    batches: Batches
    year: YearAhead


@st.cache_resource(max_entries=64, show_spinner=False)
def _changes(path: str, span: str, start: date, end: date, december: bool, _build: OpenBuild) -> Changes:
    moved = what_moved(_build, Period(span, start, end, december))  # type: ignore[arg-type]
    return Changes(moved, people_split(_build, moved))


def changes(build: OpenBuild, period: Period) -> Changes:
    """What moved in a period."""
    return _changes(str(build.path), period.span, period.start, period.end, period.december, build)


@st.cache_resource(max_entries=64, show_spinner=False)
def _beside(path: str, start: date, end: date, _build: OpenBuild, _found: Changes) -> Beside:
    moved = _found.moved
    return Beside(rate_split(_build, moved), batches(_build, moved), year_ahead(_build, end))


def beside(build: OpenBuild, found: Changes) -> Beside:
    """The rate, batch filings and the year of what moved."""
    county = found.moved.county
    return _beside(str(build.path), county.period_start, county.period_end, build, found)


@dataclass(frozen=True)
class Step:
    """Where the page stands on its way down: the whole county, or one cause, or one area."""

    cause: str = ""
    area: str = ""

    @property
    def is_county(self) -> bool:
        """Nothing chosen yet."""
        return not (self.cause or self.area)


def bars(found: Changes, split: Split, step: Step) -> go.Figure:
    """The parts that moved most, from the greatest rise to the greatest fall, then the rest and the whole."""
    is_in_points = split.county_base > 0
    shown = sorted(split.parts[:DRAWN], key=lambda one: -one.difference)
    rest = split.parts[DRAWN:]
    rows = [
        Contribution(
            code=one.code if leads_on(one.code) else "",
            name=one.name,
            value=_length(one.difference, split),
            text=_text(one, split),
            words=hover([part_words(one, split)]),
            stands=one.stands,
        )
        for one in shown
    ]
    if rest:
        rows.append(_summed(f"其他{len(rest):,}{COUNTED[split.by]}", sum(p.difference for p in rest), split, "rest"))
    rows.append(_summed("合计" if not step.is_county else "全县", split.difference, split, "whole"))
    unit = "百分点（合计＝全县同比）" if is_in_points and step.is_county else "百分点" if is_in_points else "件"
    return contribution_bars(rows, chart_title(found, split, step), unit)


def chart_title(found: Changes, split: Split, step: Step) -> str:
    """What the bars show, as the picture and its file are called."""
    county = found.moved.county
    whose = step.cause or found.moved.names.get(step.area, "") or "全县"
    when = dates_label(county.period_start, county.period_end)
    return f"{when}{whose}新收增减按{NOUNS[split.by]}"


def _length(difference: int, split: Split) -> float:
    exact = split.exact_points(difference)
    return float(difference) if exact is None else float(exact)


def _text(part: Part, split: Split) -> str:
    symbol = STANDS[part.stands][0] if part.stands in ("above", "below") else ""
    return f"{symbol} {_value(part.difference, split)}".strip()


def _value(difference: int, split: Split) -> str:
    return points_text(difference, split) if split.county_base else f"{difference:+,}"


def _summed(name: str, difference: int, split: Split, kind: str) -> Contribution:
    words = hover([f"{name}增减{difference:+,}件"])
    length, text = _length(difference, split), _value(difference, split)
    return Contribution("", name, length, text, words, kind=kind)  # type: ignore[arg-type]


def leads_on(code: str) -> bool:
    """Whether a part can be opened: not what has no cause, and not what is merged so that it stays unseen."""
    return code != ONLY_TOTALS and not is_merged(code)


def show_table(view: View, found: Changes, split: Split, step: Step, addresses: dict[str, str]) -> None:
    """All parts (of very many the first), the rest in one row, the whole; numbers lead to their cases."""
    columns = [sheet.Column(NOUNS[split.by], "name"), sheet.Column("本期", "number", "件")]
    if found.compares(split, step.cause):
        columns += [
            sheet.Column("上年同期", "number", "件"),
            sheet.Column("增减", "number", "件"),
            sheet.Column("拉动", "number", "百分点"),
            sheet.Column("与全县变化比"),
        ]
    parts = (
        split.parts
        if found.compares(split, step.cause)
        else sorted((one for one in split.parts if one.n), key=lambda one: -one.n)
    )
    body = [sheet.Row(_cells(view, found, one, split, step, addresses)) for one in parts[:LISTED]]
    if rest := parts[LISTED:]:
        n, base_n = sum(one.n for one in rest), sum(one.base_n for one in rest)
        name = f"其他{len(rest):,}{COUNTED[split.by]}"
        body.append(sheet.Row(_sum_cells(found, name, whole(n), whole(base_n), n - base_n, split, step)))
    body.append(sheet.Row(_total(view, found, split, step), "total"))
    sheet.show(columns, body, caption=_caption(found, split, step), fit=not found.compares(split, step.cause))


def _caption(found: Changes, split: Split, step: Step) -> str:
    whose = step.cause or found.moved.names.get(step.area, "") or "全县"
    order = "按增减件数大小排列" if found.compares(split, step.cause) else "按本期件数排列"
    return f"{whose}：一审民商事新收按{NOUNS[split.by]}，{order}"


def _cells(
    view: View, found: Changes, one: Part, split: Split, step: Step, addresses: dict[str, str]
) -> Sequence[object]:
    name: object = sheet.anchor(one.name, addresses[one.code]) if one.code in addresses else one.name
    cause = one.code if split.by == "cause" else step.cause
    area = one.code if split.by == "area" else step.area or COUNTY
    if not found.compares(split, step.cause):
        return [name, _count(one.n, cause, area, view.filters)]
    county = found.moved.county
    base_days = drill_down.period_filters(county.base_start, county.base_end)
    return [
        name,
        _count(one.n, cause, area, view.filters),
        _count(one.base_n, cause, area, base_days),
        f"{one.difference:+,}" if one.difference else "0",
        points_text(one.difference, split),
        SHORT[one.stands],
    ]


def _count(n: int, cause: str, area: str, filters: dict[str, str]) -> object:
    """A number that leads to the cases it counts; numbers of a summary have none."""
    if not (n and leads_on(cause) and leads_on(area)):
        return whole(n)
    via = drill_down.changes_view()
    return drill_down.linked(whole(n), "civil_filings", area, filters, cause=cause, via=via)


def _total(view: View, found: Changes, split: Split, step: Step) -> Sequence[object]:
    """The last line; its numbers lead to all rows of what is split, those of the parts that stand unseen too."""
    county = found.moved.county
    base_days = drill_down.period_filters(county.base_start, county.base_end)
    now, base = (
        _count(n, step.cause, step.area or COUNTY, days)
        for n, days in ((split.n, view.filters), (split.base_n, base_days))
    )
    return _sum_cells(found, "合计", now, base, split.difference, split, step)


def _sum_cells(
    found: Changes, name: str, now: object, base: object, difference: int, split: Split, step: Step
) -> Sequence[object]:
    if not found.compares(split, step.cause):
        return [name, now]
    return [name, now, base, f"{difference:+,}" if difference else "0", points_text(difference, split), ""]
