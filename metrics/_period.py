"""Periods: a span of days, the same dates a year before, and the span before."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, get_args

Span = Literal["month", "quarter", "ytd", "rolling12", "year", "free"]
DECEMBER = 12
_ONE_DAY = timedelta(days=1)
_QUARTER_NAMES = "一二三四"
_FIRST_YEAR, _LAST_YEAR = 1950, 2100


class PeriodUnclear(ValueError):
    """A period that cannot be read; the message is one Chinese sentence."""


def month_end(day: date) -> date:
    """Last day of the day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def months_later(day: date, months: int) -> date:
    """The same day so many months later (or earlier); a day that month lacks becomes its last one."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def is_whole_months(start: date, end: date) -> bool:
    """True when the span runs from the first of a month to the last of a month."""
    return start.day == 1 and end == month_end(end)


def shifted(start: date, end: date, months: int) -> tuple[date, date]:
    """The span so many months later. Whole months stay whole: all of February 2025 goes with all of February 2024.

    Otherwise dates keep their day, 29 February becoming 28.
    """
    moved = months_later(end, months)
    return months_later(start, months), month_end(moved) if is_whole_months(start, end) else moved


def year_before(start: date, end: date) -> tuple[date, date]:
    """The same dates a year before."""
    return shifted(start, end, -12)


def year_start(day: date, december: bool) -> date:
    """First day of the year a day lies in; the statistical year Y runs from 1 December Y-1 to 30 November Y."""
    if not december:
        return date(day.year, 1, 1)
    return date(day.year if day.month == DECEMBER else day.year - 1, DECEMBER, 1)


def year_number(day: date, december: bool) -> int:
    """The year a day counts in; the statistical year has the number of its end."""
    return year_start(day, december).year + december


@dataclass(frozen=True)
class Period:
    """A span of days, both ends included. `december` tells that its year starts in December (statistical year)."""

    span: Span
    start: date
    end: date
    december: bool = False

    def __post_init__(self) -> None:
        if self.start > self.end:
            raise PeriodUnclear(f"期间的开始日期 {self.start} 晚于结束日期 {self.end}，请对调后重试。")

    @property
    def base(self) -> "Period":
        """The same dates a year before; year and quarter spans stay whole."""
        start, end = year_before(self.start, self.end)
        return replace(self, start=start, end=end)

    @property
    def previous(self) -> "Period":
        """As long a span, just before: whole months go back by months, other dates by days."""
        if is_whole_months(self.start, self.end):
            months = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1
            start, end = shifted(self.start, self.end, -months)
        else:
            end = self.start - _ONE_DAY
            start = end - (self.end - self.start)
        return replace(self, start=start, end=end)

    @property
    def label(self) -> str:
        """How the period is named in Chinese: 2026年10月, 2026年第三季度, 2026年1—9月, 2025年11月—2026年10月."""
        if self.span not in ("quarter", "year") or not is_whole_months(self.start, self.end):
            return dates_label(self.start, self.end)
        year = year_number(self.end, self.december)
        name = f"{year}统计年度" if self.december else f"{year}年"
        if self.span == "year":
            return name
        first = year_start(self.start, self.december)
        quarter = ((self.start.year - first.year) * 12 + self.start.month - first.month) // 3
        return f"{name}第{_QUARTER_NAMES[quarter]}季度"


def dates_label(start: date, end: date) -> str:
    """A span of days in Chinese, as short as it is clear: months when whole, else days."""
    if is_whole_months(start, end):
        if (start.month, end.month) == (1, 12) and start.year == end.year:
            return f"{start.year}年"
        first, last = f"{start.year}年{start.month}月", f"{end.year}年{end.month}月"
        if first == last:
            return first
        return f"{start.year}年{start.month}—{last[5:]}" if start.year == end.year else f"{first}—{last}"
    first, last = (f"{day.year}年{day.month}月{day.day}日" for day in (start, end))
    if first == last:
        return first
    return f"{first}—{last[5:]}" if start.year == end.year else f"{first}—{last}"


def month(year: int, number: int) -> Period:
    """A calendar month; months never follow the statistical year."""
    start = date(year, number, 1)
    return Period("month", start, month_end(start))


def quarter(year: int, number: int, december: bool = False) -> Period:
    """Quarter 1 to 4; of a statistical year the first is December to February."""
    start = months_later(year_start(date(year, 1, 1), december), 3 * (number - 1))
    return Period("quarter", start, month_end(months_later(start, 2)), december)


def year(number: int, december: bool = False) -> Period:
    """A whole year, calendar or statistical."""
    start = year_start(date(number, 1, 1), december)
    return Period("year", start, month_end(months_later(start, 11)), december)


def year_to_date(end: date, december: bool = False) -> Period:
    """From the year's first day to `end`."""
    return Period("ytd", year_start(end, december), end, december)


def rolling12(end: date) -> Period:
    """The twelve months that end on `end`; a year back to the day when `end` is no month's end."""
    if end == month_end(end):
        return Period("rolling12", months_later(end.replace(day=1), -11), end)
    return Period("rolling12", months_later(end, -12) + _ONE_DAY, end)


def free(start: date, end: date) -> Period:
    """Any dates, both included."""
    return Period("free", start, end)


def parse_period(text: str, span: str | None = None, year_starts_in_december: bool = False) -> Period:
    """Read '2026-10', '2026-Q3', '2026' or '2026-01-01..2026-03-15'; without a span the text decides.

    A shorter text under a longer span means the span it lies in ('2026-10' as quarter: October to December);
    year to date and rolling 12 months end where the text ends. Raises PeriodUnclear.
    """
    if span is not None and span not in get_args(Span):
        raise PeriodUnclear(f"不认识的期间类型“{span}”，可用：{'、'.join(get_args(Span))}。")
    stated = _stated(text.strip(), year_starts_in_december)
    if not _FIRST_YEAR <= stated.start.year <= stated.end.year <= _LAST_YEAR:
        raise PeriodUnclear(f"期间“{text}”不在{_FIRST_YEAR}年至{_LAST_YEAR}年之间，请核对年份。")
    if span is None or span == stated.span:
        return stated
    lengths = ("month", "quarter", "year")
    if span in lengths and (stated.span not in lengths or lengths.index(stated.span) > lengths.index(span)):
        raise PeriodUnclear(f"“{text}”比一个{_SPAN_NAMES[span]}长或不是整段时间，不能按{_SPAN_NAMES[span]}统计。")
    return _AS[span](stated, year_starts_in_december)


_SPAN_NAMES = {"month": "月", "quarter": "季度", "year": "年"}


def _quarter_of(stated: Period, december: bool) -> Period:
    first = year_start(stated.start, december)
    months = (stated.start.year - first.year) * 12 + stated.start.month - first.month
    return quarter(year_number(stated.start, december), months // 3 + 1, december)


_AS: dict[str, Callable[[Period, bool], Period]] = {
    "quarter": _quarter_of,
    "year": lambda stated, december: year(year_number(stated.start, december), december),
    "ytd": lambda stated, december: year_to_date(stated.end, december),
    "rolling12": lambda stated, december: rolling12(stated.end),
    "free": lambda stated, december: free(stated.start, stated.end),
}


def _stated(text: str, december: bool) -> Period:
    """The period that the text alone means."""
    try:
        if found := re.fullmatch(r"(\d{4})-(\d{1,2})", text):
            return month(int(found[1]), int(found[2]))
        if found := re.fullmatch(r"(\d{4})-?[Qq]([1-4])", text):
            return quarter(int(found[1]), int(found[2]), december)
        if found := re.fullmatch(r"\d{4}", text):
            return year(int(found[0]), december)
        if found := re.fullmatch(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})", text):
            return free(date.fromisoformat(found[1]), date.fromisoformat(found[2]))
    except PeriodUnclear:
        raise
    except ValueError as wrong:
        raise PeriodUnclear(f"“{text}”里没有这样的日期，请核对年月日。") from wrong
    raise PeriodUnclear(
        f"看不懂期间“{text}”，请写成 2026-10（月）、2026-Q3（季）、2026（年）或 2026-01-01..2026-03-15（起止日期）。"
    )
