"""期间条: the same on every page."""

from datetime import date

import streamlit as st

from metrics._counts import CIVIL_FILINGS
from metrics._coverage import spans_of
from metrics._facts import first_covered_day, last_whole_month
from metrics._period import Period, free, months_later, parse_period, year_start
from ui import address_bar
from ui.open_build import OpenBuild

SPANS = {"month": "本月", "quarter": "本季", "ytd": "年初至今", "rolling12": "近12个月", "free": "自定义"}
DEFAULT = "ytd"
_YEARS_WITHOUT_DATA = 3


def _month_name(text: str) -> str:
    return f"{text[:4]}年{int(text[5:])}月"


def _months(first: date, last: date) -> list[str]:
    count = (last.year - first.year) * 12 + last.month - first.month
    return [months_later(last.replace(day=1), -n).isoformat()[:7] for n in range(count + 1)]


def _day_text(day: date | None) -> str:
    """An emptied field goes back to its default."""
    return day.isoformat() if day else ""


def _read_day(text: str, default: date) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return default


def period_bar(build: OpenBuild, today: date) -> Period:
    """Draw the bar and return the period chosen; at first the year to date of the latest wholly covered month."""
    last = last_whole_month(build) or today
    first = first_covered_day(build) or months_later(today, -12 * _YEARS_WITHOUT_DATA)
    newest = max([last, *[end for end in [_cutoff(build)] if end]])
    months = _months(first, newest)
    december = build.definition.year_starts_in_december
    span = address_bar.read("span", DEFAULT, tuple(SPANS), label="期间")
    st.segmented_control(
        "期间", tuple(SPANS), required=True, format_func=SPANS.__getitem__, **address_bar.bound("span", span)
    )
    if span == "free":
        return _free_dates(year_start(last, december), last)
    chosen = address_bar.read("month", last.isoformat()[:7], months, label="月份")
    label = "所在月份" if span == "quarter" else ("统计月份" if span == "month" else "截至月份")
    st.selectbox(
        label, months, format_func=_month_name, placeholder="请选择", width=150, **address_bar.bound("month", chosen)
    )
    return parse_period(chosen, span, december)


def _cutoff(build: OpenBuild) -> date | None:
    spans = spans_of(build, CIVIL_FILINGS)
    return spans[-1][1] if spans else None


def _free_dates(first: date, last: date) -> Period:
    start = _read_day(address_bar.read("from", first.isoformat()), first)
    end = _read_day(address_bar.read("to", last.isoformat()), last)
    st.date_input("开始日期", format="YYYY-MM-DD", width=150, **address_bar.bound("from", start, _day_text))
    st.date_input("结束日期", format="YYYY-MM-DD", width=150, **address_bar.bound("to", end, _day_text))
    return free(min(start, end), max(start, end))
