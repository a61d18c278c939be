"""All figures of the latest period under any definition: of the build in force, or of a build made to try it."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from data.build.trial import trial_build
from data.definition import Definition
from data.desk import Desk
from metrics import METRICS, Figure, Metric, Period, compute
from metrics._build import Build
from metrics._differences import Moves, between, keyed, latest_period
from metrics._facts import last_whole_month
from metrics._side_by_side import Beside, side_by_side
from ui import clock, mode
from ui.open_build import OpenBuild, desk


@dataclass(frozen=True)
class Tried:
    """Figures of every metric and area; `period` is None where no month is wholly covered."""

    definition: Definition
    period: Period | None
    figures: tuple[Figure, ...]


def tried(build: OpenBuild, definition: Definition) -> Tried:
    """The figures under a definition. Raises Refused when they cannot be worked out."""
    if definition == build.definition:
        return _in_force(str(build.path), build)
    with st.spinner("正在按这一口径试算一版数据；数据多时要等一会儿"):
        return _tried(str(build.path), definition.to_json(), desk())


@st.cache_resource(max_entries=4, show_spinner=False)
def _in_force(path: str, _build: OpenBuild) -> Tried:
    return _figures(_build)


@st.cache_resource(max_entries=12, show_spinner=False)
def _tried(path: str, definition: str, _desk: Desk) -> Tried:
    asked = Definition.from_json(definition)
    with trial_build(_desk.home, _desk.counts, definition=asked, now=clock.now()) as build:
        return _figures(build)


def _figures(build: Build) -> Tried:
    period = latest_period(build)
    rows = () if period is None else tuple(compute(build, METRICS.values(), period, by="all"))
    return Tried(build.definition, period, rows)


def moves(before: Tried, after: Tried) -> list[Moves]:
    """Figures that are not the same under the two."""
    period = after.period or before.period
    if period is None:
        return []
    return [Moves(period, between(keyed(before.figures), keyed(after.figures), METRICS.values()))]


def beside(metric: Metric, left: Tried, right: Tried) -> list[Beside]:
    """One metric under the two, as it may be shown: no places in 体检模式."""
    sides = [mode.printed([one for one in side.figures if one.metric == metric.name]) for side in (left, right)]
    return side_by_side(metric, *sides)


def covered_until(build: OpenBuild) -> date | None:
    """Last day of the latest wholly covered month."""
    return last_whole_month(build)
