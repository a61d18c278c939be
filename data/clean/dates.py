"""Dates in every form that exports and people write; nothing is guessed where two days are possible."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import Any

from data.clean.reading import EMPTY, PLACEHOLDERS, Reading, plain

FIRST_YEAR, LAST_YEAR = 1990, 2100
_SERIAL_ORIGIN = date(1899, 12, 30)
_SERIALS = range(20_000, 60_001)
_MONTHS = {"JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC"[i * 3 : i * 3 + 3]: i + 1 for i in range(12)}
_TIME = r"(?:[T日号]?(?:上午|下午)?\d{1,2}[:时点]\d{1,2}(?:[:分](?:\d{1,2}(?:\.\d+)?秒?)?)?(?:Z|\+08:?00)?)?"
_WEEKDAY = r"(?:\(?(?:星期|周)[一二三四五六日天]\)?)?"
_YMD = re.compile(rf"(\d{{4}})([-/.年,])(\d{{1,2}})[-/.月,](\d{{1,2}})[日号]?{_WEEKDAY}{_TIME}")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:\d{2}:?\d{2}(?::?\d{2})?(?:\.\d+)?)?")
_MONTH_ONLY = re.compile(r"(\d{4})[-/.年](\d{1,2})月?(?:份)?")
_YEAR_ONLY = re.compile(r"(\d{4})年?(?:度|末|底)?")
_NAMED_MONTH = re.compile(r"(\d{1,2})-?([A-Z]{3})[A-Z]*-?(\d{4}|\d\d)")
_AMBIGUOUS = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}.*")
_SHORT_YEAR = re.compile(r"\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?.*")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CHINESE = re.compile(
    r"([〇○零一二三四五六七八九]{4})年([元正一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十廿卅]{1,4})[日号])?"
)
_NOT_YET = PLACEHOLDERS | {"未结", "未结案", "未办结", "审理中", "至今"}

REASONS = {
    "not_a_date": "不是能识别的日期",
    "impossible_date": "不是有效日期",
    "ambiguous_date": "日与月的先后无法判断",
    "two_digit_year": "年份只有两位，无法判断",
    "month_only": "只写到月份，缺少日",
    "year_out_of_range": f"年份不在{FIRST_YEAR}至{LAST_YEAR}之间",
    "serial_out_of_range": "是数字但不是可信的日期",
}
"""Fault codes of this module and how a sentence names them."""


def parse_date(cell: Any) -> Reading:
    """Reading of a `date`, from a cell of any type; the time of day is cut, never rounded.

    A month alone is a fault: a filing date must name its day, and other columns do not get an invented one either.
    """
    if isinstance(cell, datetime):
        return _bounded(cell.date())
    if isinstance(cell, date):
        return _bounded(cell)
    if isinstance(cell, str):
        return _from_text(cell)
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _from_number(float(cell))
    return Reading(fault="not_a_date")


def parse_as_of(cell: Any) -> Reading:
    """Like `parse_date`, but a year means its 31 December and a month its last day: how populations are dated."""
    text = plain(str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell))
    if found := _YEAR_ONLY.fullmatch(text):
        return _bounded(date(int(found[1]), 12, 31)) if int(found[1]) > 0 else Reading(fault="not_a_date")
    found = _MONTH_ONLY.fullmatch(text)
    if found and 1 <= int(found[2]) <= 12 and int(found[1]) > 0:
        return _bounded(date(int(found[1]), int(found[2]), monthrange(int(found[1]), int(found[2]))[1]))
    return parse_date(cell)


def _from_number(value: float) -> Reading:
    whole = int(value) if abs(value) < 1e12 else 0
    if whole in _SERIALS:
        return _bounded(_SERIAL_ORIGIN + timedelta(days=whole))
    if value == whole and 10_000_000 <= whole <= 99_999_999:
        return _day(whole // 10_000, whole // 100 % 100, whole % 100)
    return Reading(fault="serial_out_of_range")


def _from_text(cell: str) -> Reading:
    text = plain(cell)
    if text.lower() in _NOT_YET:
        return EMPTY
    text = text.lstrip("'").replace("—", "-").replace("–", "-").replace("－", "-")
    if (found := _YMD.fullmatch(text)) or (found := re.fullmatch(_spaced(), _one_space(cell))):
        return _day(int(found[1]), int(found[3]), int(found[4]))
    if found := _COMPACT.fullmatch(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if text.replace(".", "", 1).isdigit():
        return _from_number(float(text))
    return _from_words(text)


def _spaced() -> str:
    return r"(\d{4})( )(\d{1,2}) (\d{1,2})"


def _one_space(cell: str) -> str:
    return " ".join(cell.split())


def _from_words(text: str) -> Reading:
    if found := _NAMED_MONTH.fullmatch(text.upper()):
        return _named(found)
    if found := _CHINESE.fullmatch(text):
        year, month = int(found[1].translate(_DIGITS)), _chinese_number(found[2])
        return _day(year, month, _chinese_number(found[3])) if found[3] else Reading(fault="month_only")
    for pattern, fault in (
        (_AMBIGUOUS, "ambiguous_date"),
        (_MONTH_ONLY, "month_only"),
        (_SHORT_YEAR, "two_digit_year"),
    ):
        if pattern.fullmatch(text):
            return Reading(fault=fault)
    return Reading(fault="not_a_date")


def _named(found: re.Match[str]) -> Reading:
    month, short = _MONTHS.get(found[2]), len(found[3]) == 2
    if month is None:
        return Reading(fault="not_a_date")
    read = _day(int(found[3]) + (2000 if short else 0), month, int(found[1]))
    return Reading(read.value, read.fault, ("two_digit_year",)) if short and read.value else read


def _chinese_number(text: str) -> int:
    text = text.replace("元", "一").replace("正", "一").replace("廿", "二十").replace("卅", "三十")
    if "十" not in text:
        return int(text.translate(_DIGITS))
    tens, units = text.split("十", 1)
    if len(tens) > 1 or len(units) > 1:
        return 0
    return (int(tens.translate(_DIGITS)) if tens else 1) * 10 + (int(units.translate(_DIGITS)) if units else 0)


def _day(year: int, month: int, day: int) -> Reading:
    try:
        return _bounded(date(year, month, day))
    except ValueError:
        return Reading(fault="impossible_date")


def _bounded(day: date) -> Reading:
    return Reading(day) if FIRST_YEAR <= day.year <= LAST_YEAR else Reading(fault="year_out_of_range")
