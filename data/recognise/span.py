"""The span of days that a file's name or a sheet's title states."""

import re
from calendar import monthrange
from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import date, timedelta

from data.recognise.dates_in_text import DAY, MONTH, plain, with_marks

Span = tuple[date | None, date]

_TO = r"\s*(?:至|到|~|～|[-—–―_]+|一)\s*"
_YEAR = r"(?<![\d<|])((?:19|20)\d\d)"
_EXPORTED = re.compile(rf"(?:导出|打印|下载|生成|制表|查询|填报|报送)(?:时间|日期|日|于)?\s*[:：]?\s*{DAY}")
_UP_TO = re.compile(rf"(?:截至|截止)(?:时间|日期|到|至)?\s*[:：]?\s*{DAY}")
_UP_TO_MONTH = re.compile(rf"(?:截至|截止)(?:时间|日期|到|至)?\s*[:：]?\s*{MONTH}")
_LOOSE_DAY = re.compile(DAY)
_EVENING = 17
_EXTENSION = re.compile(r"\.[A-Za-z]{1,5}$")
_BARE_MONTHS = re.compile(rf"(?<![\d<|])(\d{{1,2}})月?{_TO}(\d{{1,2}})月")
_BARE_MONTH = re.compile(r"(?<![\d<|])(\d{1,2})月份?(?!\s*\d)")


@dataclass(frozen=True)
class _Stated:
    start: date
    end: date
    specific: int


def covers(file_name: str, title: str) -> Span | None:
    """First and last day covered, as stated; None where nothing is stated.

    The most specific statement wins: days, then months, quarter, half-year, year; of equals the shorter. 截至 a day
    and 导出时间 cut the span off; alone they give an end without a start (None): the rows say where it begins. A day
    of an export counts as covered only when the export was taken from 17:00 on, or when no hour is known and it is
    the last day of a month; otherwise the day before is the last one covered. A single day in a file's name is the
    day of its export.
    """
    texts = [with_marks(plain(title)), with_marks(plain(_EXTENSION.sub("", file_name)))]
    cuts: list[date] = []
    stated = [one for text in texts for one in _spans(text, cuts)]
    end = min(cuts, default=None)
    if not stated:
        return (None, end) if end else None
    best = min(stated, key=lambda one: (-one.specific, one.end - one.start))
    best = _in_its_year(best, texts)
    cut = end is not None and best.start <= end < best.end
    return best.start, end if cut and end else best.end


def day_in_name(file_name: str) -> date | None:
    """The one single day that a file's name holds, outside of any span and not as 截至: the day of its export."""
    text = with_marks(plain(_EXTENSION.sub("", file_name)))
    for pattern in (*(pattern for pattern, _, _ in _RANGES), _UP_TO):
        text = pattern.sub(" ", text)
    found = list(_LOOSE_DAY.finditer(text))
    return _day(found[0]) if len(found) == 1 else None


def _spans(text: str, cuts: list[date]) -> Generator[_Stated, None, None]:
    """The spans of one text; the days up to which it says it reaches go into `cuts`."""
    for pattern, specific, build in _RANGES:
        text = yield from _take(text, pattern, specific, build)
    text = _take_cuts(text, cuts)
    for pattern, specific, build in _SINGLES:
        text = yield from _take(text, pattern, specific, build)


def _take(
    text: str, pattern: re.Pattern[str], specific: int, build: Callable[[re.Match[str]], tuple[date, date] | None]
) -> Generator[_Stated, None, str]:
    for found in pattern.finditer(text):
        if span := build(found):
            yield _Stated(span[0], span[1], specific)
    return pattern.sub(" ", text)


def _take_cuts(text: str, cuts: list[date]) -> str:
    cuts += [_day(found) for found in _UP_TO.finditer(text)]
    text = _UP_TO.sub(" ", text)
    cuts += [_month_end(int(found[1]), int(found[2])) for found in _UP_TO_MONTH.finditer(text)]
    text = _UP_TO_MONTH.sub(" ", text)
    for pattern in (_EXPORTED, _LOOSE_DAY):
        cuts += [_last_whole_day(_day(found), int(found[4]) if found[4] else None) for found in pattern.finditer(text)]
        text = pattern.sub(" ", text)
    return text


def _last_whole_day(day: date, hour: int | None) -> date:
    whole = (day + timedelta(1)).day == 1 if hour is None else hour >= _EVENING
    return day if whole else day - timedelta(1)


def _in_its_year(best: _Stated, texts: list[str]) -> _Stated:
    """A whole year said in one place and 1-10月 or 10月 in another belong together."""
    if best.specific > 1:
        return best
    year = best.start.year
    for text in texts:
        if found := _BARE_MONTHS.search(text) or _BARE_MONTH.search(text):
            span = _months(year, int(found[1]), year, int(found[found.lastindex or 1]))
            if span:
                return _Stated(span[0], span[1], 4)
    return best


def _day(found: re.Match[str], at: int = 1) -> date:
    return date(int(found[at]), int(found[at + 1]), int(found[at + 2]))


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _months(year: int, first: int, last_year: int, last: int) -> tuple[date, date] | None:
    if not (1 <= first <= 12 and 1 <= last <= 12 and (year, first) <= (last_year, last)):
        return None
    return date(year, first, 1), _month_end(last_year, last)


def _two_days(found: re.Match[str]) -> tuple[date, date] | None:
    start, end = _day(found), _day(found, 5)
    return (start, end) if start <= end else None


def _day_to_day_of_year(found: re.Match[str]) -> tuple[date, date] | None:
    start = _day(found)
    try:
        end = date(start.year, int(found[5]), int(found[6]))
    except ValueError:
        return None
    return (start, end) if start <= end else None


def _two_months(found: re.Match[str]) -> tuple[date, date] | None:
    return _months(int(found[1]), int(found[2]), int(found[3]), int(found[4]))


def _months_of_year(found: re.Match[str]) -> tuple[date, date] | None:
    return _months(int(found[1]), int(found[2]), int(found[1]), int(found[3]))


def _month_to_day(found: re.Match[str]) -> tuple[date, date] | None:
    start, end = date(int(found[1]), int(found[2]), 1), _day(found, 3)
    return (start, end) if start <= end else None


def _day_to_month(found: re.Match[str]) -> tuple[date, date] | None:
    start, end = _day(found), _month_end(int(found[5]), int(found[6]))
    return (start, end) if start <= end else None


def _month_to_day_of_year(found: re.Match[str]) -> tuple[date, date] | None:
    start = date(int(found[1]), int(found[2]), 1)
    try:
        end = date(start.year, int(found[3]), int(found[4]))
    except ValueError:
        return None
    return (start, end) if start <= end else None


def _one_month(found: re.Match[str]) -> tuple[date, date] | None:
    return _months(int(found[1]), int(found[2]), int(found[1]), int(found[2]))


def _quarter(found: re.Match[str]) -> tuple[date, date] | None:
    number = "一二三四".find(found[3]) + 1 if found[3] in "一二三四" else int(found[3])
    return _months(int(found[1]), 1 if found[2] == "前" else number * 3 - 2, int(found[1]), number * 3)


def _half(found: re.Match[str]) -> tuple[date, date] | None:
    first = 1 if found[2] in "上前" else 7
    return _months(int(found[1]), first, int(found[1]), first + 5)


def _year(found: re.Match[str]) -> tuple[date, date] | None:
    return _months(int(found[1]), 1, int(found[1]), 12)


def _two_years(found: re.Match[str]) -> tuple[date, date] | None:
    return _months(int(found[1]), 1, int(found[2]), 12)


_RANGES = (
    (re.compile(DAY + _TO + DAY), 5, _two_days),
    (re.compile(DAY + _TO + r"(\d{1,2})\s*[-月./]\s*(\d{1,2})日?"), 5, _day_to_day_of_year),
    (re.compile(MONTH + _TO + DAY), 5, _month_to_day),
    (re.compile(DAY + _TO + MONTH), 5, _day_to_month),
    (re.compile(MONTH + _TO + r"(\d{1,2})月(\d{1,2})日"), 5, _month_to_day_of_year),
    (re.compile(MONTH + _TO + MONTH), 4, _two_months),
    (re.compile(MONTH + _TO + r"(\d{1,2})月?"), 4, _months_of_year),
    (re.compile(rf"{_YEAR}\s*年度?\s*(\d{{1,2}})月?{_TO}(\d{{1,2}})月"), 4, _months_of_year),
    (re.compile(rf"{_YEAR}\s*年?度?{_TO}((?:19|20)\d\d)年(?!\s*\d)"), 1, _two_years),
)
_SINGLES = (
    (re.compile(rf"{_YEAR}\s*年?度?\s*(第|前)?\s*([一二三四1-4])个?季度"), 3, _quarter),
    (re.compile(rf"{_YEAR}\s*年?度?[-_]?()[Qq]([1-4])"), 3, _quarter),
    (re.compile(rf"{_YEAR}\s*年?度?\s*([上下前后])半年"), 2, _half),
    (re.compile(MONTH), 4, _one_month),
    (re.compile(rf"{_YEAR}(?![\d)）〕\]])"), 1, _year),
)
