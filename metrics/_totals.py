"""Months and places that only a summary tells (历史汇总): where they stand, and where rows say something else."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from data.count import Count, PeriodCount
from metrics._areas import areas_of
from metrics._arithmetic import Floats
from metrics._build import Build, remembered
from metrics._period import month_end, months_later

Flags = NDArray[np.bool_]


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


@dataclass(frozen=True)
class Totals:
    """Per count months (rows, from month number `first`) × areas (columns).

    `known`: no import of rows touches the month and a summary tells the area in full. `used`: a summary's number is in
    the sums of that area. `lengths` are the months' days.
    """

    first: int
    lengths: Floats
    known: dict[str, Flags]
    used: dict[str, Flags]

    def days(self, count: Count | PeriodCount, start: date, end: date) -> Floats:
        """Per area the days of whole months inside start…end that a summary tells; a month that is cut counts none."""
        low, high = self._whole(start, end)
        return np.asarray((self.known[count.name][low:high] * self.lengths[low:high, None]).sum(axis=0))

    def are_used(self, count: Count | PeriodCount, start: date, end: date) -> Flags:
        """Per area whether sums of start…end hold a summary's number."""
        low, high = self._whole(start, end)
        return np.asarray(self.used[count.name][low:high].any(axis=0))

    def _whole(self, start: date, end: date) -> tuple[int, int]:
        low = _number(start) + (start.day != 1) - self.first
        high = _number(end) + (end == month_end(end)) - self.first
        return max(0, low), max(0, high)

    def spans(self, count: Count | PeriodCount) -> tuple[tuple[date, date], ...]:
        """The months that a summary tells for the whole county, as spans of days."""
        rows = np.flatnonzero(self.known[count.name][:, -1]) if count.name in self.known else ()
        starts = [months_later(date(1, 1, 1), self.first + int(row) - 12) for row in rows]
        return tuple((start, month_end(start)) for start in starts)


def totals_of(build: Build) -> Totals:
    """What summaries tell in a build, read once."""
    return remembered(build, "totals", lambda: _read(build))


def has_totals(build: Build, count: Count) -> bool:
    """Whether a summary tells any month of a count."""
    return count.name in totals_of(build).known


def _read(build: Build) -> Totals:
    if not _has(build, "totals_used"):
        return Totals(0, np.empty(0), {}, {})
    known = _rows(build, "SELECT count_name, month, township_code FROM totals_coverage")
    used = _rows(build, "SELECT count_name, month, township_code FROM totals_used")
    months = [_number(row[1]) for row in (*known, *used)]
    if not months:
        return Totals(0, np.empty(0), {}, {})
    first, size = min(months), max(months) - min(months) + 1
    starts = [months_later(date(1, 1, 1), first + row - 12) for row in range(size)]
    lengths = np.array([month_end(one).day for one in starts], dtype=np.float64)
    names = {row[0] for row in (*known, *used)}
    index, areas = areas_of(build).index, len(areas_of(build).codes)
    tables: list[dict[str, Flags]] = []
    for rows in (known, used):
        table = {name: np.zeros((size, areas), dtype=bool) for name in names}
        for name, month, code in rows:
            table[name][_number(month) - first, index[code]] = True
        tables.append(table)
    for flags in tables[1].values():
        flags[:, -1] = flags.any(axis=1)
    return Totals(first, lengths, tables[0], tables[1])


def _has(build: Build, table: str) -> bool:
    """False for a build that an earlier program made; the next one that is made has the table."""
    return bool(_rows(build, "SELECT 1 FROM duckdb_tables() WHERE table_name = ?", [table]))


def _rows(build: Build, query: str, values: list[Any] | None = None) -> list[tuple[Any, ...]]:
    return build.cursor().execute(query, values or []).fetchall()


class TotalBesideRows(NamedTuple):
    """A summary's number of a month of which rows exist; the rows stand. `rows` is what they count."""

    count_name: str
    month: date
    area_name: str
    total: int
    rows: int


_BESIDE_ROWS = """
SELECT
    totals.count_name,
    totals.month,
    CASE totals.township_code WHEN 'county' THEN ? ELSE coalesce(areas.township_name, totals.township_code) END,
    CAST(totals.total AS BIGINT),
    CAST(coalesce(sum(counted.n), 0) AS BIGINT) AS n
FROM monthly_totals AS totals
LEFT JOIN areas ON areas.township_code = totals.township_code
LEFT JOIN monthly_counts AS counted
    ON counted.count_name = totals.count_name AND counted.month = totals.month
        AND (counted.township_code = totals.township_code OR totals.township_code = 'county')
WHERE NOT EXISTS (
        SELECT 1 FROM totals_months AS m WHERE m.count_name = totals.count_name AND m.month = totals.month
    )
    AND NOT EXISTS (
        SELECT 1 FROM totals_used AS u
        WHERE u.count_name = totals.count_name AND u.month = totals.month AND u.township_code = totals.township_code
    )
GROUP BY ALL
HAVING coalesce(sum(counted.n), 0) <> totals.total
ORDER BY totals.month DESC, totals.count_name, 3"""


def totals_beside_rows(build: Build) -> list[TotalBesideRows]:
    """Summaries that differ from the rows of the same month and area, newest first."""
    if not _has(build, "totals_used"):
        return []
    county = areas_of(build).names[-1]
    return [TotalBesideRows(*row) for row in _rows(build, _BESIDE_ROWS, [county])]


class TooSmallCounty(NamedTuple):
    """A month whose summary for the whole county is smaller than the sum of its areas: the areas stand."""

    count_name: str
    month: date
    county: int
    areas: int


def too_small_counties(build: Build) -> list[TooSmallCounty]:
    """Summaries that contradict themselves, newest first."""
    if not _has(build, "totals_used"):
        return []
    query = (
        "SELECT count_name, month, CAST(sum(total) FILTER (WHERE township_code = 'county') AS BIGINT) AS whole, "
        "CAST(coalesce(sum(total) FILTER (WHERE township_code <> 'county'), 0) AS BIGINT) AS parts "
        "FROM monthly_totals JOIN totals_months USING (count_name, month) GROUP BY count_name, month "
        "HAVING sum(total) FILTER (WHERE township_code = 'county') "
        "< coalesce(sum(total) FILTER (WHERE township_code <> 'county'), 0) ORDER BY month DESC, count_name"
    )
    return [TooSmallCounty(*row) for row in _rows(build, query)]


class TotalsSpan(NamedTuple):
    """First and last month of which a count is known by a summary, and how many months lie between, holes left out."""

    count_name: str
    first: date
    last: date
    months: int


def totals_spans(build: Build) -> list[TotalsSpan]:
    """What summaries contribute to the figures, by count."""
    if not _has(build, "totals_used"):
        return []
    query = (
        "SELECT count_name, min(month), max(month), CAST(count(DISTINCT month) AS BIGINT) FROM totals_used "
        "GROUP BY count_name ORDER BY count_name"
    )
    return [TotalsSpan(*row) for row in _rows(build, query)]


class OpenCounty(NamedTuple):
    """Months that a summary tells for some townships only, without the county: the county is not covered there."""

    count_name: str
    first: date
    last: date
    months: int
    missing: tuple[str, ...]


_OPEN_COUNTIES = """
WITH gaps AS (
    SELECT told.count_name, told.month, list(areas.township_name ORDER BY areas.sort_order) AS missing
    FROM totals_months AS told
    CROSS JOIN townships
    JOIN areas ON areas.township_code = townships.township_code
    WHERE NOT EXISTS (
            SELECT 1 FROM totals_coverage AS c
            WHERE c.count_name = told.count_name AND c.month = told.month
                AND c.township_code IN ('county', townships.township_code)
        )
    GROUP BY told.count_name, told.month
)
SELECT count_name, min(month), max(month), CAST(count(*) AS BIGINT), missing
FROM gaps
GROUP BY count_name, missing
ORDER BY count_name, 2"""


def open_counties(build: Build) -> list[OpenCounty]:
    """Which townships summaries lack where they do not tell the county either, by count."""
    if not _has(build, "totals_used"):
        return []
    rows = _rows(build, _OPEN_COUNTIES)
    return [OpenCounty(name, first, last, n, tuple(missing)) for name, first, last, n, missing in rows]
