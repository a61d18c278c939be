"""Sums of whole months, held in memory per build: what a period or a dispersion asks for first."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from metrics._areas import areas_of
from metrics._arithmetic import Floats
from metrics._build import Build, remembered


class BrokenBuild(ValueError):
    """A build holds rows that its own lists do not know; it should never have been published."""


@dataclass(frozen=True)
class Months:
    """`numbers` are the months that have any row, ascending; `sums` of a count: months (rows) × areas (columns).

    The county's column is not filled: whoever adds up areas adds it.
    """

    numbers: NDArray[np.int64]
    sums: dict[str, Floats]
    areas: int

    def total(self, count_name: str, first: int, last: int) -> Floats:
        """The sum over months first…last, per area."""
        low, high = np.searchsorted(self.numbers, (first, last + 1))
        found = self.sums.get(count_name)
        return np.zeros(self.areas) if found is None else found[low:high].sum(axis=0)

    def each(self, count_name: str, first: int, last: int) -> Floats:
        """Every month of first…last (rows, zeros where nothing was counted), per area."""
        out = np.zeros((last - first + 1, self.areas))
        low, high = np.searchsorted(self.numbers, (first, last + 1))
        if count_name in self.sums:
            out[self.numbers[low:high] - first] = self.sums[count_name][low:high]
        return out


def month_number(day: date) -> int:
    """Months are numbered without a gap over the years."""
    return day.year * 12 + day.month - 1


def months_of(build: Build) -> Months:
    """All month sums of a build, read once. Raises BrokenBuild for a township nobody listed."""
    return remembered(build, "months", lambda: _read(build))


# The place of a township in the list is its column; one stretch of the sorted table per count.
_PLACES = """
WITH places AS (
    SELECT township_code, row_number() OVER (ORDER BY sort_order, township_code) - 1 AS place FROM townships
    UNION ALL SELECT 'outside', count(*) FROM townships
    UNION ALL SELECT 'unassigned', count(*) + 1 FROM townships
)"""
_OF_A_COUNT = """
SELECT {count} AS count_no, year(month) * 12 + month(month) - 1 AS month_no, coalesce(place, -1) AS place, n
FROM monthly_counts LEFT JOIN places ON places.township_code = monthly_counts.township_code
WHERE count_name = ?"""


def _read(build: Build) -> Months:
    areas = len(areas_of(build).codes)
    names = [name for (name,) in build.cursor().execute("SELECT DISTINCT count_name FROM monthly_counts").fetchall()]
    if not names:
        return Months(np.empty(0, dtype=np.int64), {}, areas)
    sql = _PLACES + " UNION ALL ".join(_OF_A_COUNT.format(count=i) for i in range(len(names)))
    found: dict[str, Any] = build.cursor().execute(sql, names).fetchnumpy()
    if (found["place"] < 0).any():
        raise BrokenBuild(f"monthly_counts names areas that are not in the list of townships: {_strangers(build)}")
    numbers = np.flatnonzero(np.bincount(found["month_no"]))
    table = np.zeros((len(names), len(numbers), areas))
    table[found["count_no"], np.searchsorted(numbers, found["month_no"]), found["place"]] = found["n"]
    return Months(numbers, {name: table[i] for i, name in enumerate(names)}, areas)


def _strangers(build: Build) -> str:
    sql = (
        "SELECT DISTINCT township_code FROM monthly_counts WHERE township_code NOT IN ('outside', 'unassigned') "
        "AND township_code NOT IN (SELECT township_code FROM townships) ORDER BY 1 LIMIT 5"
    )
    return "、".join(code for (code,) in build.cursor().execute(sql).fetchall())
