"""How people name a run of months in a file's name, and the day an export was made."""

from datetime import date, timedelta

from data.demo.season import first_of_month


def month_end(first: date) -> date:
    """Last day of the month that begins on `first`."""
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def span_name(first: date, last: date) -> str:
    """2025年 · 2025年3月 · 2025年1—9月 · 2024年11月—2025年6月; both are first days of months."""
    if first == last:
        return f"{first.year}年{first.month}月"
    if first.year != last.year:
        return f"{first.year}年{first.month}月—{last.year}年{last.month}月"
    return f"{first.year}年" if (first.month, last.month) == (1, 12) else f"{first.year}年{first.month}—{last.month}月"


class Months:
    """Months `start` to `stop` (exclusive) of the window; `exported_on` is the day on which somebody exported them."""

    def __init__(self, last_month: date, start: int, stop: int, exported_day: int = 5) -> None:
        self.first = first_of_month(last_month, start)
        last = first_of_month(last_month, stop - 1)
        self.end = month_end(last)
        self.name = span_name(self.first, last)
        self.exported_on = self.end + timedelta(days=exported_day)

    def holds(self, day: date) -> bool:
        """Whether the day lies in these months."""
        return self.first <= day <= self.end
