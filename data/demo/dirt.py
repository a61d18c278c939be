"""How systems and people spell case numbers and dates. Every deviation still means the same; the ruined ones do not."""

from collections.abc import Callable
from datetime import date
from random import Random

from data.demo.chance import pick
from data.demo.sheets import Cell

_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_EPOCH = date(1899, 12, 30)


def _without_brackets(number: str) -> str:
    return number.replace("（", "").replace("）", "")


def _with_spaces(number: str) -> str:
    return f" {number[:6]} {number[6:11]} {number[11:]} "


DEVIATIONS = (
    lambda n: n.replace("（", "(").replace("）", ")"),
    lambda n: n.replace("（", "〔").replace("）", "〕"),
    lambda n: n.replace("（", "[").replace("）", "]"),
    _without_brackets,
    lambda n: n.translate(_FULL_WIDTH),
    _with_spaces,
    lambda n: n.removesuffix("号"),
    lambda n: f"{n}之一",
    lambda n: n.replace("）", ")"),
)
# The serial begins where the type ends; these need the type to put the character in front of it.
_BEFORE_SERIAL = ("第", "字第")


def deviating(rng: Random, number: str, serial: int) -> str:
    """The same case number as somebody might have typed it."""
    chosen = rng.randrange(len(DEVIATIONS) + len(_BEFORE_SERIAL))
    if chosen < len(DEVIATIONS):
        return DEVIATIONS[chosen](number)
    mark = _BEFORE_SERIAL[chosen - len(DEVIATIONS)]
    return number.removesuffix(f"{serial}号") + f"{mark}{serial}号"


def ruined(rng: Random, number: str, serial: int) -> str:
    """A number nobody can read back: masked digits, a list, a range, a remark."""
    head = number.removesuffix(f"{serial}号")
    return pick(
        rng,
        (f"{head}{serial // 10}**号", f"{head}{serial}、{serial + 1}号", f"{head}{serial}-{serial + 3}号", "详见附件"),
    )


def iso(day: date) -> str:
    """2025-06-15."""
    return day.isoformat()


def midnight(day: date) -> str:
    """2025-06-15 00:00:00, as text: the statistics front end."""
    return f"{day.isoformat()} 00:00:00"


def compact(day: date) -> str:
    """20250615."""
    return f"{day:%Y%m%d}"


def chinese(day: date) -> str:
    """2025年6月15日."""
    return f"{day.year}年{day.month}月{day.day}日"


def dotted(day: date) -> str:
    """2025.06.15."""
    return f"{day:%Y.%m.%d}"


def slashed(day: date) -> str:
    """2025/6/15."""
    return f"{day.year}/{day.month}/{day.day}"


def serial_number(day: date) -> int:
    """Days since 1899-12-30, as a bare number."""
    return (day - _EPOCH).days


def compact_number(day: date) -> int:
    """20250615 as an integer."""
    return int(f"{day:%Y%m%d}")


def month_name(day: date) -> str:
    """20JAN25."""
    names = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
    return f"{day.day:02d}{names[day.month - 1]}{day.year % 100:02d}"


def mixed(rng: Random, day: date | None) -> Cell:
    """Mostly ISO text, else any of the other text forms."""
    if day is None:
        return ""
    if rng.random() < 0.9:
        return iso(day)
    return pick(rng, (midnight, compact, chinese, dotted, slashed))(day)


_ODD: tuple[Callable[[date], Cell], ...] = (serial_number, compact_number, dotted, chinese)


def typed(rng: Random, day: date | None) -> Cell:
    """Mostly a real spreadsheet date, else a bare serial, an integer or text."""
    if day is None:
        return None
    if rng.random() < 0.9:
        return day
    return pick(rng, _ODD)(day)
