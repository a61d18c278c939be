"""When things are filed: weekdays, the Spring Festival dip, the October holiday, the quiet year end."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

MONTHS = 36

# First day of the lunar year. Outside the table the demo takes the middle of the possible range.
SPRING_FESTIVAL = {
    year: date(year, month, day)
    for year, month, day in (
        (2020, 1, 25),
        (2021, 2, 12),
        (2022, 2, 1),
        (2023, 1, 22),
        (2024, 2, 10),
        (2025, 1, 29),
        (2026, 2, 17),
        (2027, 2, 6),
        (2028, 1, 26),
        (2029, 2, 13),
        (2030, 2, 3),
    )
}
_MONTH_WEIGHT = (1.0, 0.95, 1.12, 1.05, 1.04, 1.08, 1.06, 1.0, 1.06, 0.96, 1.04, 0.78)


def spring_festival(year: int) -> date:
    """First day of the lunar year that begins in `year`."""
    return SPRING_FESTIVAL.get(year, date(year, 2, 5))


def day_weight(day: date) -> float:
    """How much a court files on that day, relative to an ordinary weekday; 0 on holidays."""
    if day.weekday() >= 5:
        return 0.0
    if (day.month, day.day) == (1, 1) or (day.month == 5 and day.day <= 3) or (day.month == 10 and day.day <= 7):
        return 0.0
    since = (day - spring_festival(day.year)).days
    if -1 <= since <= 6:
        return 0.0
    if -6 <= since < -1:
        return 0.5 * _MONTH_WEIGHT[day.month - 1]
    if 6 < since <= 20:
        return 0.65 * _MONTH_WEIGHT[day.month - 1]
    return _MONTH_WEIGHT[day.month - 1]


def first_of_month(last_month: date, index: int) -> date:
    """First day of month `index` of the window, 0 = the oldest, MONTHS - 1 = `last_month`."""
    months = last_month.year * 12 + last_month.month - 1 - (MONTHS - 1) + index
    return date(months // 12, months % 12 + 1, 1)


@cache
def working_days(first: date) -> tuple[tuple[date, ...], tuple[float, ...], float]:
    """Days of the month with filings, their weights, and the month's weight (1 = an ordinary month of 21 days)."""
    days = [first + timedelta(days=n) for n in range(31) if (first + timedelta(days=n)).month == first.month]
    weighted = [(day, day_weight(day)) for day in days]
    kept = [(day, weight) for day, weight in weighted if weight > 0]
    return tuple(d for d, _ in kept), tuple(w for _, w in kept), sum(w for _, w in kept) / 21


def next_working_day(day: date) -> date:
    """The day itself, or the first day after it on which the court works."""
    while day_weight(day) == 0:
        day += timedelta(days=1)
    return day


def months(last_month: date, start: int = 0, stop: int = MONTHS) -> Iterator[tuple[int, date]]:
    """Index and first day of the months from `start` up to but not including `stop`."""
    for index in range(start, stop):
        yield index, first_of_month(last_month, index)
