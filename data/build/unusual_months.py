"""Months whose number of rows is far from the usual: often a file that was cut off, or loaded under a wrong ledger."""

import calendar
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from statistics import median
from typing import NamedTuple

import duckdb

FEWEST_MONTHS = 6
"""Other whole months that it takes to know what is usual."""
SMALLEST_DIFFERENCE = 10
"""Rows that a month must be away from the usual before it is pointed out: small counts double by chance."""


class Unusual(NamedTuple):
    """A whole month with less than half or more than twice the median of the other whole months."""

    month: date
    n: int
    usual: float

    @property
    def is_few(self) -> bool:
        """True when rows are missing rather than too many."""
        return self.n < self.usual


def unusual_months(
    con: duckdb.DuckDBPyConnection,
    ledger: str,
    kind: str | None,
    by_month: Mapping[date, int],
    touched: Collection[date],
    coverage: str = "after_build.coverage",
) -> tuple[Unusual, ...]:
    """Of the months that are touched those that stand out; only whole months, covered by imports, are compared.

    `coverage` is the table that says what imports cover; by default that of a build on trial.
    """
    if not touched:
        return ()
    whole = {month: by_month.get(month, 0) for month in _whole_months(con, ledger, kind, coverage)}
    found = []
    for month in sorted(set(touched) & set(whole)):
        others = [n for other, n in whole.items() if other != month]
        if len(others) >= FEWEST_MONTHS and _stands_out(whole[month], usual := float(median(others))):
            found.append(Unusual(month, whole[month], usual))
    return tuple(found)


def _stands_out(n: int, usual: float) -> bool:
    return abs(n - usual) >= SMALLEST_DIFFERENCE and (2 * n < usual or n > 2 * usual)


def _whole_months(con: duckdb.DuckDBPyConnection, ledger: str, kind: str | None, coverage: str) -> set[date]:
    """First days of the months of which every day is covered by imports."""
    rows = con.execute(
        f"SELECT covers_start, covers_end FROM {coverage} "
        "WHERE ledger = $ledger AND kind IS NOT DISTINCT FROM $kind AND covers_start IS NOT NULL",
        {"ledger": ledger, "kind": kind},
    ).fetchall()
    days: set[date] = set()
    for start, end in rows:
        days.update(start + timedelta(days=at) for at in range((end - start).days + 1))
    firsts = {day.replace(day=1) for day in days}
    return {first for first in firsts if _all_of(first) <= days}


def _all_of(first: date) -> set[date]:
    return {first.replace(day=at) for at in range(1, calendar.monthrange(first.year, first.month)[1] + 1)}
