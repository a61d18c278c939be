"""Days and months inside running text, rewritten to one marked form that patterns can build on."""

import re
import unicodedata
from datetime import date

DAY = r"<(\d{4})\|(\d\d)\|(\d\d)(?:T(\d\d))?>"
"""A marked day: year, month, day, hour or None."""
MONTH = r"<(\d{4})\|(\d\d)>"
"""A marked month: year, month."""

_Y = r"(?<!\d)((?:19|20)\d\d)"
_HOUR = r"(?:\s*[T ]?\s*([01]?\d|2[0-3])\s*[:：时_]\s*[0-5]\d(?:[:：分_][0-5]\d)?)?"
_DAYS = (
    re.compile(rf"{_Y}\s*年\s*(\d{{1,2}})\s*月\s*(\d{{1,2}})\s*日?{_HOUR}"),
    re.compile(rf"{_Y}([-./_])(\d{{1,2}})\2(\d{{1,2}})(?!\d){_HOUR}"),
    re.compile(rf"{_Y}(\d\d)(\d\d)(?:[-_T ]?([01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?:\d{{3}})?)?(?!\d)"),
)
_MONTHS = (
    re.compile(rf"{_Y}\s*年\s*(\d{{1,2}})\s*月份?"),
    re.compile(rf"{_Y}[-./_](\d{{1,2}})(?!\d)月?份?"),
    re.compile(rf"{_Y}(0[1-9]|1[0-2])(?!\d)"),
)
_CN_YEAR = re.compile("[〇零○二一][〇零○一二三四五六七八九]{3}(?=年)")
_CN_MONTH = re.compile("(?<![一二三四五六七八九十])(十[一二]?|[一二三四五六七八九])(?=月)")
_CN_DIGITS = {**{c: str(i) for i, c in enumerate("〇一二三四五六七八九")}, "零": "0", "○": "0"}


def plain(text: str) -> str:
    """NFKC, and years and months in Chinese numerals as digits."""
    text = _CN_YEAR.sub(lambda m: "".join(_CN_DIGITS[c] for c in m[0]), unicodedata.normalize("NFKC", text))
    return _CN_MONTH.sub(lambda m: str(_cn_number(m[0])), text)


def with_marks(text: str) -> str:
    """The text with each real day and month of the calendar in its marked form; impossible ones stay as they are."""
    for pattern in _DAYS:
        text = pattern.sub(_mark_day, text)
    for pattern in _MONTHS:
        text = pattern.sub(_mark_month, text)
    return text


def _cn_number(text: str) -> int:
    return 10 + int(_CN_DIGITS.get(text[1:], "0")) if text[0] == "十" else int(_CN_DIGITS[text])


def _mark_day(found: re.Match[str]) -> str:
    year, *rest, hour = found.groups()
    month, day = rest[-2:]
    try:
        stated = date(int(year), int(month), int(day))
    except ValueError:
        return found[0]
    return f"<{stated:%Y|%m|%d}{f'T{int(hour):02}' if hour else ''}>"


def _mark_month(found: re.Match[str]) -> str:
    year, month = found.groups()
    if not 1 <= int(month) <= 12:
        return found[0]
    return f"<{year}|{int(month):02}>"
