"""Amounts of money in yuan and counts of people, with the units that people write into the cell."""

import math
import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from data.clean.reading import EMPTY, PLACEHOLDERS, Reading, plain

_UNITS = {"亿": Decimal(100_000_000), "千万": Decimal(10_000_000), "百万": Decimal(1_000_000), "万": Decimal(10_000)}
_MONEY = re.compile(
    r"(?:约|人民币|RMB|CNY|¥|￥)*(-?\d[\d,]*(?:\.\d*)?|-?\.\d+)\(?(亿|千万|百万|万)?(元|圆)?(?:整|人民币|左右)?\)?",
    re.I,
)
_PEOPLE = re.compile(r"约?(-?\d[\d,]*(?:\.\d+)?)\(?(亿|千万|百万|万)?(?:人|口|户籍人口)?\)?")
_THOUSANDS = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d*)?")
_NOTHING = PLACEHOLDERS | {"无标的", "无标的额", "不涉及金额", "无金额", "非财产案件"}
LARGEST_AMOUNT = 1e13
LARGEST_PEOPLE = 2_000_000_000

REASONS = {
    "not_an_amount": "不是能识别的金额",
    "negative": "是负数",
    "not_a_number": "不是能识别的整数",
    "not_whole": "不是整数",
    "too_large": "大得不可信",
}


def parse_money(cell: Any, scale: float = 1.0) -> Reading:
    """Reading of a float in yuan, rounded to fen; `scale` is what one unit of the column is in yuan.

    A unit written in the cell (万元, 元) wins over the column's.
    """
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _yuan(float(cell) if scale == 1.0 else float(Decimal(repr(cell)) * Decimal(str(scale))))
    if not isinstance(cell, str):
        return Reading(fault="not_an_amount")
    text = plain(cell)
    if text.lower() in _NOTHING:
        return EMPTY
    found = _MONEY.fullmatch(text)
    if found is None or not _grouped_well(found[1]):
        return Reading(fault="not_an_amount")
    unit = _UNITS[found[2]] if found[2] else Decimal(1) if found[3] else Decimal(str(scale))
    return _yuan(float(Decimal(found[1].replace(",", "")) * unit))


def parse_people(cell: Any, scale: float = 1.0) -> Reading:
    """Reading of an int of people; halves of a person only appear where 万 was rounded, and are rounded half up."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return (
            _whole(Decimal(repr(cell)), Decimal(str(scale))) if math.isfinite(cell) else Reading(fault="not_a_number")
        )
    if not isinstance(cell, str):
        return Reading(fault="not_a_number")
    text = plain(cell)
    if text.lower() in PLACEHOLDERS:
        return EMPTY
    found = _PEOPLE.fullmatch(text)
    if found is None or not _grouped_well(found[1]):
        return Reading(fault="not_a_number")
    return _whole(Decimal(found[1].replace(",", "")), _UNITS[found[2]] if found[2] else Decimal(str(scale)))


def _grouped_well(digits: str) -> bool:
    """A comma that does not part thousands may be a decimal comma or two numbers: not ours to guess."""
    return "," not in digits or _THOUSANDS.fullmatch(digits) is not None


def _yuan(value: float) -> Reading:
    if not math.isfinite(value):
        return Reading(fault="not_an_amount")
    if value < 0:
        return Reading(fault="negative")
    return Reading(round(value, 2)) if value < LARGEST_AMOUNT else Reading(fault="too_large")


def _whole(number: Decimal, scale: Decimal) -> Reading:
    people = number * scale
    if people < 0:
        return Reading(fault="negative")
    if people > LARGEST_PEOPLE:
        return Reading(fault="too_large")
    if scale == 1 and people != people.to_integral_value():
        return Reading(fault="not_whole")
    return Reading(int(people.to_integral_value(ROUND_HALF_UP)))
