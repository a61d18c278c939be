"""Reads daily_counts: sums of counts over two ranges of days per township, and per month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from metrics._areas import Areas, areas_of
from metrics._build import Build


@dataclass(frozen=True)
class Slot:
    """One count over a period and its base."""

    count_name: str
    start: date
    end: date
    base_start: date
    base_end: date


class BrokenBuild(ValueError):
    """A build holds rows that its own lists do not know; it should never have been published."""


# One stretch of the sorted table per slot: the engine reads only the row groups of that count and those days.
_SLOT_SQL = """
SELECT {slot} AS slot, township_code,
    CAST(coalesce(sum(n) FILTER (WHERE day BETWEEN ? AND ?), 0) AS BIGINT) AS n,
    CAST(coalesce(sum(n) FILTER (WHERE day BETWEEN ? AND ?), 0) AS BIGINT) AS base_n
FROM daily_counts
WHERE count_name = ? AND (day BETWEEN ? AND ? OR day BETWEEN ? AND ?)
GROUP BY township_code"""


def sums(build: Build, slots: Sequence[Slot]) -> dict[Slot, tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """Per slot the period's and the base's sums for every area, the county's last, in one query.

    The county is the sum of townships, 辖区外 and 未归属. Raises BrokenBuild for a township nobody listed.
    """
    areas = areas_of(build)
    sql = " UNION ALL ".join(_SLOT_SQL.format(slot=i) for i in range(len(slots)))
    values: list[object] = []
    for one in slots:
        days = (one.start, one.end, one.base_start, one.base_end)
        values += [*days, one.count_name, *days]
    found: dict[str, Any] = build.cursor().execute(sql, values).fetchnumpy()
    where = _columns(areas, list(found["township_code"]))
    table = np.zeros((len(slots), 2, len(areas.codes)))
    table[found["slot"], 0, where] = found["n"]
    table[found["slot"], 1, where] = found["base_n"]
    table[:, :, -1] = table[:, :, :-1].sum(axis=2)
    return {one: (table[i, 0], table[i, 1]) for i, one in enumerate(slots)}


def _columns(areas: Areas, codes: list[str]) -> NDArray[np.int64]:
    try:
        return np.fromiter((areas.index[code] for code in codes), dtype=np.int64, count=len(codes))
    except KeyError as unknown:
        raise BrokenBuild(f"daily_counts names the area {unknown}, which is not in the list of townships") from unknown


@dataclass(frozen=True)
class MonthSlot:
    """One count over many months; `cut_day` cuts every month after that day of the month as well."""

    count_name: str
    cut_day: int


_MONTHS_SQL = """
SELECT {slot} AS slot, CAST(year(day) * 12 + month(day) - 1 AS INTEGER) AS month,
    CAST(sum(n) AS BIGINT) AS n,
    CAST(coalesce(sum(n) FILTER (WHERE day(day) <= ?), 0) AS BIGINT) AS cut_n
FROM daily_counts
WHERE count_name = ? AND day BETWEEN ? AND ?{area}
GROUP BY year(day) * 12 + month(day) - 1"""


def month_sums(
    build: Build, slots: Sequence[MonthSlot], start: date, end: date, area_code: str | None
) -> dict[MonthSlot, tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """Per slot the sums of every month from `start` to `end`, whole and up to the cut day, for one area or all."""
    area = "" if area_code is None else " AND township_code = ?"
    sql = " UNION ALL ".join(_MONTHS_SQL.format(slot=i, area=area) for i in range(len(slots)))
    values: list[object] = []
    for one in slots:
        values += [one.cut_day, one.count_name, start, end, *([] if area_code is None else [area_code])]
    found: dict[str, Any] = build.cursor().execute(sql, values).fetchnumpy()
    first = start.year * 12 + start.month - 1
    table = np.zeros((len(slots), 2, end.year * 12 + end.month - first))
    table[found["slot"], 0, found["month"] - first] = found["n"]
    table[found["slot"], 1, found["month"] - first] = found["cut_n"]
    return {one: (table[i, 0], table[i, 1]) for i, one in enumerate(slots)}
