"""排名: what is ranked, among whom, with or without batches; kept by build, period and switches."""

from datetime import date

import streamlit as st

from data.brief import Before
from metrics import METRICS, Metric, Period
from metrics._checkup_peers import kinds_of
from metrics._peer_groups import PEER_KINDS
from metrics._ranking_table import RankingTable
from metrics._ranking_table import ranking as ranked
from metrics._ranking_words import WITHOUT_BATCHES
from metrics._without_batches import can_do_without_batches
from reports.bulletin.prepare import before_of
from ui import address_bar, choose
from ui.open_build import OpenBuild, desk

RANKABLE = tuple(name for name, metric in METRICS.items() if metric.better != "none")
ALL = "all"
_BATCHES = {"with": "全部案件", "without": WITHOUT_BATCHES}
_VIEWS = {"places": "位次图", "funnel": "漏斗图"}


def choose_metric(build: OpenBuild) -> Metric:
    """A metric that has a good and a bad end."""
    return choose.metric(names=RANKABLE).under(build.definition)


def choose_kind(build: OpenBuild) -> str:
    """The kind of townships that is ranked among itself, '' for all; nothing to choose where there is one kind."""
    present = [one for one in PEER_KINDS if one in kinds_of(build).values()]
    if len(present) < 2:
        return ""
    options = (ALL, *present)
    name = address_bar.read("among", ALL, options, keep=False, label="同类分组")
    bound = address_bar.bound("among", name, keep=False)
    st.segmented_control("同类分组", options, required=True, format_func=lambda one: _kind_name(one), **bound)
    return "" if name == ALL else name


def _kind_name(one: str) -> str:
    return "全部" if one == ALL else one


def choose_batches(build: OpenBuild, metric: Metric) -> bool:
    """Whether batch filings are left out of the places; not asked where that changes nothing."""
    if not can_do_without_batches(build, metric):
        return False
    name = address_bar.read("batches", "with", tuple(_BATCHES), keep=False, label="批量案件")
    bound = address_bar.bound("batches", name, keep=False)
    st.segmented_control("批量案件", tuple(_BATCHES), required=True, format_func=_BATCHES.__getitem__, **bound)
    return name == "without"


def offer_without_batches() -> None:
    """One click to the places that do not hang on a few organisations."""
    st.button(f"看{WITHOUT_BATCHES}后的排名", type="primary", on_click=_leave_batches_out)


def _leave_batches_out() -> None:
    address_bar.write("batches", "without", keep=False)


def choose_view() -> str:
    """The picture: places, or funnel."""
    name = address_bar.read("view", "places", tuple(_VIEWS), keep=False, label="图")
    bound = address_bar.bound("view", name, keep=False)
    st.segmented_control(
        "图", tuple(_VIEWS), required=True, format_func=_VIEWS.__getitem__, label_visibility="collapsed", **bound
    )
    return name


@st.cache_resource(max_entries=64, show_spinner=False)
def _ranked(
    path: str,
    name: str,
    span: str,
    start: date,
    end: date,
    december: bool,
    without: bool,
    kind: str,
    printed: str,
    _build: OpenBuild,
    _issued: Before | None,
) -> RankingTable:
    period = Period(span, start, end, december)  # type: ignore[arg-type]
    return ranked(_build, METRICS[name], period, without=without, kind=kind, issued=_issued)


def ranking(build: OpenBuild, metric: Metric, period: Period, *, without: bool, kind: str) -> RankingTable:
    """The ranking of the page, beside the places that last month's notice printed, if there is one."""
    dates = (period.span, period.start, period.end, period.december)
    month = period.end.replace(day=1)
    issued = before_of(desk().home.state, build, "monthly", month) if period.span == "ytd" else None
    return _ranked(str(build.path), metric.name, *dates, without, kind, repr(issued), build, issued)
