"""Which notice the page is about, and its month worked out: kept by build and brief."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import streamlit as st

from data.brief import Brief
from data.store.bulletins import Issued
from metrics._build import Build
from metrics._facts import first_covered_day, last_whole_month
from metrics._period import months_later
from metrics._review import Review
from reports.bulletin.issuing import Again, again
from reports.bulletin.kinds import KINDS, Kind, review_of
from reports.bulletin.prepare import brief_for
from ui import address_bar
from ui.open_build import OpenBuild, desk

_STYLE = Path(__file__).parent / "assets" / "bulletin.css"


@dataclass(frozen=True)
class Chosen:
    """A kind of notice and a month (its first day)."""

    kind: Kind
    month: date

    @property
    def label(self) -> str:
        """2026年10月诉源治理月度通报."""
        return f"{month_words(self.month)}{self.kind.label}"


def month_words(month: date) -> str:
    """2026年10月."""
    return f"{month.year}年{month.month}月"


def style() -> None:
    """Looks of paper and checks; call it once on the page."""
    st.html(_STYLE)


def choose(build: OpenBuild, notices: Sequence[Issued]) -> Chosen | None:
    """The selectors, at first the latest wholly covered month; None where no month was ever covered or issued."""
    covered = covered_months(build)
    months = to_choose(covered, [one.month for one in notices])
    if not months:
        return None
    texts = [one.isoformat()[:7] for one in months]
    month = address_bar.read("month", (covered or months)[0].isoformat()[:7], texts, label="月份")
    kind = address_bar.read("kind", next(iter(KINDS)), tuple(KINDS), keep=False, label="通报种类")
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="period_bar"):
        st.segmented_control(
            "种类", tuple(KINDS), required=True, format_func=lambda name: KINDS[name].label,
            **address_bar.bound("kind", kind, keep=False),
        )  # fmt: skip
        st.selectbox(
            "月份", texts, format_func=lambda text: month_words(months[texts.index(text)]), placeholder="请选择",
            width=150, **address_bar.bound("month", month),
        )  # fmt: skip
    return Chosen(KINDS[kind], months[texts.index(month)])


def to_choose(covered: Iterable[date], issued_months: Iterable[date]) -> list[date]:
    """Months, the newest first: an issued one stays among them, whatever became of its ledgers."""
    return sorted({*covered, *issued_months}, reverse=True)


def covered_months(build: Build) -> list[date]:
    """From the latest wholly covered month back to the first of which anything is known."""
    first, last = first_covered_day(build), last_whole_month(build)
    if first is None or last is None:
        return []
    size = (last.year - first.year) * 12 + last.month - first.month + 1
    return [months_later(last.replace(day=1), -at) for at in range(size)]


def previewed(build: OpenBuild, chosen: Chosen, dated: date) -> Review:
    """The month as it would be issued now, with what is typed and set at this moment."""
    brief = brief_for(desk().home.root, build, chosen.kind.name, chosen.month, dated)
    return _review(str(build.path), brief.to_json(), build)


@st.cache_resource(max_entries=8, show_spinner="正在计算本月通报")
def _review(path: str, brief: str, _build: OpenBuild) -> Review:
    return review_of(_build, Brief.from_json(brief))


def made_again(notice: Issued) -> Again:
    """An issued month from its kept build. Refused when that cannot be read."""
    return _again(str(desk().home.root), notice.id, notice)


@st.cache_resource(max_entries=8, show_spinner="正在按定稿时的数据版本重新生成")
def _again(root: str, number: int, _notice: Issued) -> Again:
    return again(desk().home, _notice)
