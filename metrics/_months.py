"""Sums of whole months, held in memory per build: what a period or a dispersion asks for first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from metrics._areas import areas_of
from metrics._arithmetic import Floats
from metrics._build import Build, remembered


class BrokenBuild(ValueError):
    """A build holds rows that its own lists do not know; it should never have been published."""


class Series(NamedTuple):
    """Sums of one count: months that have any row, ascending (`numbers`), × areas. The county's column is not filled:
    whoever adds up areas adds it."""

    numbers: NDArray[np.int64]
    sums: Floats


@dataclass(frozen=True)
class Months:
    """Month sums of a build's counts, each read once, when first asked for."""

    build: Build
    areas: int

    def total(self, count_name: str, first: int, last: int) -> Floats:
        """The sum over months first…last, per area."""
        numbers, sums = self.series(count_name)
        low, high = np.searchsorted(numbers, (first, last + 1))
        return np.asarray(sums[low:high].sum(axis=0))

    def each(self, count_name: str, first: int, last: int) -> Floats:
        """Every month of first…last (rows, zeros where nothing was counted), per area."""
        numbers, sums = self.series(count_name)
        out = np.zeros((last - first + 1, self.areas))
        low, high = np.searchsorted(numbers, (first, last + 1))
        out[numbers[low:high] - first] = sums[low:high]
        return out

    def series(self, count_name: str) -> Series:
        """Of one count. Raises BrokenBuild for a township nobody listed."""
        return self.read([count_name])[count_name]

    def read(self, count_names: Iterable[str]) -> dict[str, Series]:
        """Of several counts at once: one query for those not read before."""
        kept: dict[str, Series] = remembered(self.build, "months", dict)
        names = list(dict.fromkeys(count_names))
        missing = [name for name in names if name not in kept]
        if missing:
            kept |= _read(self.build, missing, self.areas)
        return {name: kept[name] for name in names}


def month_number(day: date) -> int:
    """Months are numbered without a gap over the years."""
    return day.year * 12 + day.month - 1


def months_of(build: Build) -> Months:
    """The month sums of a build."""
    return Months(build, len(areas_of(build).codes))


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


def _read(build: Build, names: list[str], areas: int) -> dict[str, Series]:
    sql = _PLACES + " UNION ALL ".join(_OF_A_COUNT.format(count=i) for i in range(len(names)))
    found: dict[str, Any] = build.cursor().execute(sql, names).fetchnumpy()
    if (found["place"] < 0).any():
        raise BrokenBuild(f"monthly_counts names areas that are not in the list of townships: {_strangers(build)}")
    out = {}
    for i, name in enumerate(names):
        mine = found["count_no"] == i
        numbers = np.flatnonzero(np.bincount(found["month_no"][mine])) if mine.any() else np.empty(0, dtype=np.int64)
        table = np.zeros((len(numbers), areas))
        table[np.searchsorted(numbers, found["month_no"][mine]), found["place"][mine]] = found["n"][mine]
        out[name] = Series(numbers, table)
    return out


def _strangers(build: Build) -> str:
    sql = (
        "SELECT DISTINCT township_code FROM monthly_counts WHERE township_code NOT IN ('outside', 'unassigned') "
        "AND township_code NOT IN (SELECT township_code FROM townships) ORDER BY 1 LIMIT 5"
    )
    return "、".join(code for (code,) in build.cursor().execute(sql).fetchall())
