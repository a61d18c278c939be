"""Small read-only questions to a build that are no metric: what is covered, causes, cases, places, sums that agree.

One cursor per call. Rows are plain named tuples. Nothing here returns a person's name.
"""

import json
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from data.count import Count
from metrics._arithmetic import value
from metrics._build import Build
from metrics._counts import CIVIL_FILINGS
from metrics._coverage import joined, spans_of
from metrics._period import month_end
from metrics._rounding import half_up


class LedgerSpan(NamedTuple):
    """Days that imports in force cover of one ledger (and kind of mediation), gaps left out."""

    ledger: str
    kind: str | None
    start: date
    end: date


class CauseCount(NamedTuple):
    """First-instance civil filings of one cause, in a period and the same dates a year before."""

    cause: str
    n: int
    base_n: int


class CaseRow(NamedTuple):
    """A counted case without parties."""

    case_number: str
    filed_on: date
    cause: str | None
    procedure: str | None
    status: str | None
    close_method: str | None
    closed_on: date | None
    placed_by: str | None


class PlaceRow(NamedTuple):
    """One distinct place text of one source, and how many rows bear it."""

    place_text: str
    source: str
    how: str | None
    rows: int


class Identity(NamedTuple):
    """One count over one span: townships + outside + unassigned, and the total counted again from the facts."""

    label: str
    townships: int
    outside: int
    unassigned: int
    total: int
    name: str = ""
    """Of the count."""

    @property
    def adds_up(self) -> bool:
        """True when the three parts are the total."""
        return self.townships + self.outside + self.unassigned == self.total


class Share(NamedTuple):
    """A part of a whole in percent; None where the whole is 0."""

    numerator: int
    denominator: int
    value: float | None

    @property
    def text(self) -> str:
        """The percentage with one decimal, rounded half up; — when the whole is 0."""
        return half_up(Fraction(100 * self.numerator, self.denominator), 1) if self.denominator else "—"


class PopulationGap(NamedTuple):
    """A listed township without a figure of the basis in force; `other` names the bases it does have."""

    township_name: str
    other: str


def _rows(build: Build, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    return build.cursor().execute(sql, list(parameters)).fetchall()


def ledger_spans(build: Build) -> list[LedgerSpan]:
    """What is covered, by ledger and kind, in order of days."""
    found: dict[tuple[str, str | None], list[tuple[date, date]]] = {}
    sql = "SELECT ledger, kind, covers_start, covers_end FROM coverage WHERE covers_start IS NOT NULL ORDER BY ALL"
    for ledger, kind, start, end in _rows(build, sql):
        found.setdefault((ledger, kind), []).append((start, end))
    return [LedgerSpan(*key, *span) for key, spans in found.items() for span in joined(tuple(spans))]


def last_whole_month(build: Build, count: Count = CIVIL_FILINGS) -> date | None:
    """Last day of the latest month that imports cover to its end; None when nothing is covered."""
    spans = spans_of(build, count)
    if not spans:
        return None
    end = spans[-1][1]
    whole = end if end == month_end(end) else date.fromordinal(end.replace(day=1).toordinal() - 1)
    return whole if whole >= spans[0][0] else end


def first_covered_day(build: Build, count: Count = CIVIL_FILINGS) -> date | None:
    """First day that any import covers."""
    spans = spans_of(build, count)
    return spans[0][0] if spans else None


def top_causes(build: Build, area: str | None, now: tuple[date, date], base: tuple[date, date]) -> list[CauseCount]:
    """Causes of one area (None: the whole court), most frequent first."""
    sql = (
        "SELECT cause, CAST(coalesce(sum(n) FILTER (WHERE day BETWEEN $a AND $b), 0) AS BIGINT) AS now, "
        "CAST(coalesce(sum(n) FILTER (WHERE day BETWEEN $c AND $d), 0) AS BIGINT) AS base "
        "FROM daily_cause_counts WHERE count_name = 'civil_filings' AND ($area IS NULL OR township_code = $area) "
        "AND (day BETWEEN $a AND $b OR day BETWEEN $c AND $d) GROUP BY cause ORDER BY now DESC, base DESC, cause"
    )
    parameters = {"a": now[0], "b": now[1], "c": base[0], "d": base[1], "area": area}
    return [CauseCount(*row) for row in build.cursor().execute(sql, parameters).fetchall()]


def cases_page(
    build: Build, area: str, start: date, end: date, *, cause: str | None = None, offset: int = 0, limit: int = 50
) -> tuple[int, list[CaseRow]]:
    """How many counted first-instance civil cases an area has in a span, and one page of them, newest first."""
    where = (
        f"{CIVIL_FILINGS.where} AND township_code = $area AND filed_on BETWEEN $start AND $end "
        "AND ($cause IS NULL OR coalesce(cause, '未填案由') = $cause)"
    )
    parameters = {"area": area, "start": start, "end": end, "cause": cause}
    counted = build.cursor().execute(f"SELECT count(*) FROM cases WHERE {where}", parameters).fetchone()
    sql = (
        "SELECT case_number, filed_on, cause, procedure, status, close_method, closed_on, placed_by FROM cases "
        f"WHERE {where} ORDER BY filed_on DESC, case_number DESC LIMIT {int(limit)} OFFSET {int(offset)}"
    )
    rows = build.cursor().execute(sql, parameters).fetchall()
    return int(counted[0]) if counted else 0, [CaseRow(*row) for row in rows]


def places_without_township(build: Build, *, outside: bool, limit: int = 200) -> tuple[int, list[PlaceRow]]:
    """Place texts that name a place outside the county, or that match nothing: rows in all, and the most frequent."""
    where = "township_code = 'outside'" if outside else "township_code IS NULL"
    counted = _rows(build, f"SELECT coalesce(sum(rows), 0) FROM places WHERE {where}")
    sql = (
        f"SELECT place_text, source, how, rows FROM places WHERE {where} "
        f"ORDER BY rows DESC, place_text, source LIMIT {int(limit)}"
    )
    return int(counted[0][0]), [PlaceRow(*row) for row in _rows(build, sql)]


def identities(build: Build, counts: Sequence[Count], start: date, end: date) -> list[Identity]:
    """For every count of events that anything was imported for: its three parts from the table the screens read, its
    total from the facts. Of a ledger that never came, 0 = 0 would look like a finding."""
    sql = (
        "SELECT CAST(coalesce(sum(n) FILTER (WHERE township_code NOT IN ('outside', 'unassigned')), 0) AS BIGINT), "
        "CAST(coalesce(sum(n) FILTER (WHERE township_code = 'outside'), 0) AS BIGINT), "
        "CAST(coalesce(sum(n) FILTER (WHERE township_code = 'unassigned'), 0) AS BIGINT) "
        "FROM daily_counts WHERE count_name = ? AND day BETWEEN ? AND ?"
    )
    found = []
    for count in counts:
        if count.fold != "sum" or not spans_of(build, count):
            continue
        here, outside, unassigned = _rows(build, sql, [count.name, start, end])[0]
        again = (
            f"SELECT {count.n} FROM {count.table} WHERE ({count.where}) AND CAST({count.day} AS DATE) BETWEEN ? AND ?"
        )
        total = int(_rows(build, again, [start, end])[0][0] or 0)
        found.append(Identity(count.label, here, outside, unassigned, total, count.name))
    return found


def share_of(part: int, whole: int) -> Share:
    """A part of a whole in percent."""
    return Share(part, whole, float(value(part, whole, 100)) if whole else None)


def unassigned_share(build: Build, start: date, end: date) -> Share:
    """First-instance civil filings that no township could be found for, in percent of all of the span."""
    sql = (
        "SELECT CAST(coalesce(sum(n) FILTER (WHERE township_code = 'unassigned'), 0) AS BIGINT), "
        "CAST(coalesce(sum(n), 0) AS BIGINT) FROM daily_counts WHERE count_name = ? AND day BETWEEN ? AND ?"
    )
    return share_of(*_rows(build, sql, [CIVIL_FILINGS.name, start, end])[0])


def unassigned_by_month(build: Build, start: date, end: date) -> dict[date, Share]:
    """The share of every month (named by its first day) that has filings."""
    sql = (
        "SELECT CAST(date_trunc('month', day) AS DATE) AS month, "
        "CAST(coalesce(sum(n) FILTER (WHERE township_code = 'unassigned'), 0) AS BIGINT), CAST(sum(n) AS BIGINT) "
        "FROM daily_counts WHERE count_name = ? AND day BETWEEN ? AND ? GROUP BY month ORDER BY month"
    )
    return {row[0]: share_of(row[1], row[2]) for row in _rows(build, sql, [CIVIL_FILINGS.name, start, end])}


def population_gaps(build: Build) -> list[PopulationGap]:
    """Listed townships without a population of the basis in force."""
    sql = (
        "SELECT t.township_name, coalesce(string_agg(DISTINCT p.basis, '、'), '') FROM townships AS t "
        "LEFT JOIN population AS p ON p.township_code = t.township_code GROUP BY t.township_name, t.sort_order "
        "HAVING count(*) FILTER (WHERE p.basis = ?) = 0 ORDER BY t.sort_order"
    )
    return [PopulationGap(*row) for row in _rows(build, sql, [build.definition.population_basis])]


def population_not_listed(build: Build) -> tuple[str, ...]:
    """Units that a population table names and the township list does not: their people are in no denominator."""
    return tuple(json.loads(build.meta.get("unlisted_population", "[]")))


def population_dates(build: Build) -> list[tuple[str, date, int, int]]:
    """Basis, date, townships with a figure, people in all; newest first."""
    sql = (
        "SELECT basis, as_of, CAST(count(DISTINCT township_code) AS BIGINT), CAST(sum(people) AS BIGINT) "
        "FROM population GROUP BY basis, as_of ORDER BY as_of DESC, basis"
    )
    return [(row[0], row[1], int(row[2]), int(row[3])) for row in _rows(build, sql)]
