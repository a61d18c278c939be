"""What every judge's station did in a period, row by row of a table whose total is the county's figures."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

from data.count import Count
from metrics._areas import COUNTY, OUTSIDE, UNASSIGNED
from metrics._build import Build
from metrics._register_counts import (
    CIRCUIT_HEARINGS,
    CONSULTATIONS,
    LEGAL_EDUCATION,
    OPINIONS,
    OPINIONS_DONE,
    RETURN_VISITS,
    STATION_MEDIATIONS,
    STATION_SETTLEMENTS,
    STATION_WITHDRAWALS,
)
from metrics._totals import has_totals

SCREENINGS = Count(
    name="screening_events",
    label="纠纷排查次数",
    table="activities",
    day="held_on",
    where="activity_type = 'screening'",
    n="sum(times)",
    ledger="activities",
    unit="次",
)
OTHER_WORK = Count(
    name="other_station_work",
    label="其他工作次数",
    table="activities",
    day="held_on",
    where="activity_type IN ('confirmation', 'training', 'other')",
    n="sum(times)",
    ledger="activities",
    unit="次",
)
WORK = (
    *(STATION_MEDIATIONS, CIRCUIT_HEARINGS, LEGAL_EDUCATION, CONSULTATIONS, RETURN_VISITS, SCREENINGS),
    *(STATION_WITHDRAWALS, STATION_SETTLEMENTS, OTHER_WORK, OPINIONS, OPINIONS_DONE),
)
"""The columns of the table; the two without a metric are counted here only."""

Where = Literal["listed", "named", "place", "nowhere", "summary"]
"""At a station of the register; at one that only the work names; at a township; nowhere; told by a summary only."""


class WorkRow(NamedTuple):
    """One line: a station, or work that no station was found for. `work` has a number per count of WORK, by name."""

    where: Where
    key: str
    station: str
    township_code: str | None
    work: dict[str, int]
    assumed: int = 0
    """Lines of the work ledger that name no station and lie where the register has just this one."""


PLACED = """
WITH alone AS (
    SELECT township_code, min(record_key) AS record_key
    FROM stations WHERE township_code NOT IN ('outside', 'unassigned')
    GROUP BY township_code HAVING count(*) = 1
),
placed AS (
    SELECT
        facts.*,
        coalesce(kept.record_key, alone.record_key) AS found,
        kept.record_key IS NULL AND alone.record_key IS NOT NULL AS is_assumed
    FROM activities AS facts
    LEFT JOIN stations AS kept ON kept.record_key = facts.station
    LEFT JOIN alone ON facts.station IS NULL AND alone.township_code = facts.township_code
    WHERE facts.held_on BETWEEN $start AND $end
)"""
"""Begins a query: the work of $start…$end with the station of the register that was `found` for it."""
_BY_STATION = (
    PLACED
    + """
SELECT
    found,
    CASE WHEN found IS NULL THEN station END AS named,
    CASE WHEN found IS NULL AND station IS NULL THEN township_code END AS place,
    CASE WHEN count(DISTINCT township_code) = 1 THEN min(township_code) END AS township_code,
    count(*) FILTER (WHERE is_assumed) AS assumed,
    {columns}
FROM placed
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3"""
)


def station_work(build: Build, start: date, end: date) -> list[WorkRow]:
    """Every station that stands on the last day (also without work), then work that belongs to none; ends included.

    The numbers of each count add up to the county's figure of the same days. Work without a station's name counts for
    the one station of its township; work that names another station stays apart under that name.
    """
    months = _summary_months(build, start, end)
    columns = ", ".join(_column(count, bool(months[count.name])) for count in WORK)
    sql = _BY_STATION.format(columns=columns)
    values: dict[str, Any] = {f"{name}_months": days for name, days in months.items() if days}
    found = build.cursor().execute(sql, {"start": start, "end": end, **values}).fetchall()
    of_station = {row[0]: row for row in found if row[0] is not None}
    rows = [
        WorkRow("listed", key, name, code, *_tail(of_station.get(key)))
        for key, name, code, stands in build.cursor().execute(_STATIONS, {"end": end}).fetchall()
        if stands or key in of_station
    ]
    rows += [_apart(row) for row in found if row[0] is None]
    told = _summary(build, start, end)
    return [*rows, WorkRow("summary", "", "", COUNTY, told)] if any(told.values()) else rows


_STATIONS = """
SELECT record_key, station, township_code, coalesce(established_on <= $end, TRUE) AS stands
FROM stations ORDER BY record_key"""


def _column(count: Count, has_months: bool) -> str:
    """A count's own SQL; months that a summary tells are left to the summary."""
    other = f" AND NOT list_contains(${count.name}_months, date_trunc('month', held_on))" if has_months else ""
    return f"CAST(coalesce({count.n} FILTER (WHERE {count.where}{other}), 0) AS BIGINT)"


def _tail(row: Sequence[Any] | None) -> tuple[dict[str, int], int]:
    numbers = row[5:] if row is not None else [0] * len(WORK)
    return {count.name: n for count, n in zip(WORK, numbers, strict=True)}, row[4] if row is not None else 0


def _apart(row: Sequence[Any]) -> WorkRow:
    _, named, place, township = row[:4]
    where: Where = "named" if named else "nowhere" if place in (OUTSIDE, UNASSIGNED) else "place"
    return WorkRow(where, named or place, named or "", township, *_tail(row))


_SUMMARY_MONTHS = """
SELECT DISTINCT CAST(month AS TIMESTAMP) FROM totals_months
WHERE count_name = $name AND month >= $start AND last_day(month) <= $end"""
_SUMMARY = """
SELECT CAST(coalesce(sum(n), 0) AS BIGINT) FROM totals_used
WHERE count_name = $name AND month >= $start AND last_day(month) <= $end"""


def _told_by_summary(build: Build, count: Count, query: str, start: date, end: date) -> list[Any]:
    if not has_totals(build, count):
        return []
    return [
        row[0] for row in build.cursor().execute(query, {"name": count.name, "start": start, "end": end}).fetchall()
    ]


def _summary_months(build: Build, start: date, end: date) -> dict[str, list[Any]]:
    """Whole months of start…end whose number is a summary's, by count."""
    return {count.name: summary_months(build, count, start, end) for count in WORK}


def summary_months(build: Build, count: Count, start: date, end: date) -> list[Any]:
    """Whole months of start…end whose number of one count is a summary's."""
    return _told_by_summary(build, count, _SUMMARY_MONTHS, start, end)


def _summary(build: Build, start: date, end: date) -> dict[str, int]:
    """What summaries tell of start…end, by count; 0 where they tell nothing."""
    return {count.name: sum(_told_by_summary(build, count, _SUMMARY, start, end)) for count in WORK}


def total_work(rows: Sequence[WorkRow]) -> dict[str, int]:
    """The last line of the table: each count over all rows."""
    return {count.name: sum(row.work[count.name] for row in rows) for count in WORK}
