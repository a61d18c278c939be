"""What stands on every page in the same place: style, banner, title, answer, period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import streamlit as st

from metrics import Period
from metrics._counts import CIVIL_FILINGS
from metrics._coverage import spans_of
from ui import address_bar, chinese, clock, mode, prose, route
from ui.markup import Markup, join, tag
from ui.open_build import OpenBuild, desk, open_build
from ui.period_bar import period_bar

_STYLE = Path(__file__).parent / "assets" / "page.css"
PRODUCT = "诉源治理指标看板"
DEMO = "演示数据：县名、案件与当事人全部虚构，只供试用，不是任何法院的数据。"


@dataclass(frozen=True)
class View:
    """What a page shows figures of. `answer` is the place under the title for the one sentence."""

    build: OpenBuild
    period: Period
    today: date
    answer: Any
    bar: Any
    """The 期间条; a page puts its own selectors beside it."""
    remarks: Any
    """Under the 期间条: what the link asked for and is not there."""

    def say(self, *sentences: str) -> None:
        """Put the answer under the title, each sentence on a line of its own; call it after the selectors."""
        self.answer.html(prose.answer(sentences))
        lost = address_bar.stale()
        if lost:
            self.remarks.html(prose.note_markup(f"{'；'.join(lost)}，已改为默认的视图。"))

    @property
    def filters(self) -> dict[str, str]:
        """The view's filters, to be carried along by links to other pages."""
        kept = ("span", "month", "from", "to", "mode")
        return {name: st.query_params[name] for name in kept if name in st.query_params}


def open_page(title: str, crumbs: Sequence[tuple[str, str]] = ()) -> OpenBuild | None:
    """Style, demo banner, way back and title; returns the build in force, None before the first import."""
    st.html(_STYLE)
    build = open_build()
    _side(build)
    if build.is_demo if build is not None else desk().is_demo:
        st.html(tag("p", DEMO, class_="demo-banner", role="note"))
    if crumbs:
        prose.crumbs(crumbs)
    st.title(title, anchor=False)
    return build


def _side(build: OpenBuild | None) -> None:
    """Whose figures these are, above the menu; how far they reach, at its foot."""
    county = (build.meta.get("county_name") if build is not None else "") or "本县（市、区）"
    with st.sidebar:
        st.html(tag("p", tag("b", PRODUCT), tag("span", county), class_="brand"))
        if build is not None:
            spans = spans_of(build, CIVIL_FILINGS)
            until = f"数据截至 {spans[-1][1].isoformat()}" if spans else "还没有案件台账"
            lines = [until, f"数据版本 第{build.number}号"]
            st.html(tag("p", join([tag("span", line) for line in lines]), class_="edition"))
        chinese.speak()


def open_view(title: str, crumbs: Sequence[tuple[str, str]] = ()) -> View:
    """A page of figures: as `open_page`, then the answer's place and the 期间条. Stops when there is no data yet."""
    build = open_page(title, crumbs)
    if build is None:
        nothing_yet()
    mode.is_ranking()  # before anything links to other pages: the address has to say it
    answer = st.empty()
    today = clock.today()
    bar = st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="period_bar")
    with bar:
        period = period_bar(build, today)
    return View(build, period, today, answer, bar, st.empty())


def nothing_yet() -> NoReturn:
    """The page of a home without data: what to do first."""
    prose.note(
        "还没有数据。请先到“导入”页上传本院导出的台账：乡镇街道名册、人口表、案件台账、调解台账，原样上传即可，先后不限。"
    )
    route.link("imports", "去导入")
    st.stop()
    raise AssertionError("st.stop ends the script")


def link_to_quality(label: str) -> Markup:
    """A link to the page that explains what was not counted."""
    return tag("a", label, href=route.address("quality"), target="_self")
