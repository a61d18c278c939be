"""From a figure to the rows behind it: what stands above or below its line, row by row. Nobody is named."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Literal, NamedTuple

from data.count import Count, PeriodCount, leaves_of
from metrics._areas import COUNTY
from metrics._build import Build
from metrics._coverage import covered
from metrics._groups import Groups, each_area, townships_together, tribunals
from metrics._metric import Metric
from metrics._period import Period
from metrics._sides import Span, period_query
from metrics._totals import has_totals

Part = Literal["numerator", "denominator"]
KEYS = {"cases": "case_number", "closings": "case_number"}
"""Columns that name a row, by table; `record_key` where none is given."""
PEOPLE, SUMMARY = "residents", "totals_used"
"""Tables whose rows are no rows of a ledger of events: a population figure, a month of a summary."""
NO_CAUSE = "未填案由"
ANY_ORGANISATION = "any"
"""Stands for all organisations that file in batches."""


class BehindRow(NamedTuple):
    """One row that was counted: its key, its day, the township it lies in, what it adds, and the table it is of.

    `table` is empty for what is no row of a ledger: a village, a month of a village.
    """

    key: str
    day: date | None
    township_code: str
    n: int
    table: str = ""


class RowsPage(NamedTuple):
    """How many rows there are behind one side of a figure, what they add up to, and some of them, newest first."""

    rows: int
    total: int
    page: list[BehindRow]


def rows_behind(build: Build, metric: Metric, period: Period, area: str, part: Part = "numerator") -> list[BehindRow]:
    """The rows whose `n` add up to a figure's numerator or denominator, the newest first; none for a plain count's.

    `area` is a township, tribunal, 辖区外, 未归属 or the county, by code. Raises KeyError for another.
    """
    return rows_page(build, metric, period, area, part, limit=None).page


def rows_page(
    build: Build,
    metric: Metric,
    period: Period,
    area: str,
    part: Part = "numerator",
    *,
    cause: str = "",
    organisation: str = "",
    offset: int = 0,
    limit: int | None = 50,
) -> RowsPage:
    """`rows_behind`, some rows at a time: counted, added up and cut to the page by the database.

    `cause` leaves only cases of one cause, as exports write it (未填案由: of none), `organisation` only those that are
    listed in a batch of one organisation (ANY_ORGANISATION: in any). Raises ValueError where the side holds what has
    neither (see `has_causes`), and KeyError for an unknown area.
    """
    found = _relation(build, metric, period, area, part, cause, organisation)
    if found is None:
        return RowsPage(0, 0, [])
    cut = f" LIMIT {int(limit)} OFFSET {int(offset)}" if limit is not None else ""
    page = [BehindRow(*row) for row in found.ask("key, day, township_code, n, source", _NEWEST + cut)]
    if limit is None:
        return RowsPage(len(page), sum(row.n for row in page), page)
    [(rows, total)] = found.ask("count(*), coalesce(sum(n), 0)")
    return RowsPage(int(rows), int(total), page)


def causes_behind(
    build: Build, metric: Metric, period: Period, area: str, part: Part = "numerator"
) -> list[tuple[str, str, int]]:
    """Township, cause and number of the cases among the rows behind one side of a figure; rows without cause left out.

    What the suppression of small counts looks at. Raises KeyError for an unknown area.
    """
    found = _relation(build, metric, period, area, part)
    if found is None:
        return []
    of_cases = (
        f"JOIN (SELECT case_number, coalesce(cause, '{NO_CAUSE}') AS cause FROM cases) AS facts ON case_number = key "
        "WHERE source IN ('cases', 'closings') GROUP BY township_code, cause ORDER BY township_code, cause"
    )
    return found.ask("township_code, cause, count(*)", of_cases)


def has_causes(metric: Metric, part: Part = "numerator") -> bool:
    """True where every row of a side is a case, so that they can be told apart by cause."""
    side = metric.sides[-1] if part == "denominator" else metric.numerator
    return all(isinstance(one, Count) and one.table in KEYS for one in leaves_of(side))


def batch_organisations(build: Build) -> list[str]:
    """Every organisation that files in batches, by name."""
    found = build.cursor().execute("SELECT DISTINCT organisation FROM batch_filings ORDER BY organisation").fetchall()
    return [organisation for (organisation,) in found]


def townships_of_area(build: Build, area: str) -> list[str]:
    """The townships, 辖区外 and 未归属 that an area is made of. Raises KeyError for an unknown area."""
    known: list[Groups] = [each_area(build), townships_together(build), tribunals(build)]
    groups = next((one for one in known if area in one.codes), None)
    if groups is None:
        raise KeyError(area)
    return [township for township, group in groups.pairs() if group == area]


_NEWEST = "ORDER BY day DESC NULLS LAST, key DESC, township_code, place"
Rows = list[tuple[Any, ...]]


@dataclass(frozen=True)
class _Relation:
    """The rows behind one side as a relation `found(key, day, township_code, n, source, place)`."""

    run: Callable[[str, str], Rows]

    def ask(self, columns: str, rest: str = "") -> Rows:
        """Columns of it; `rest` is what follows its name in the query. Columns need no prefix."""
        return self.run(columns, rest)


_ONLY = {
    "cause": f"coalesce(cause, '{NO_CAUSE}') = $cause",
    "organisation": "case_number IN (SELECT case_number FROM batch_filings "
    f"WHERE $organisation IN (organisation, '{ANY_ORGANISATION}'))",
}
"""What narrows a list of cases."""


def _relation(
    build: Build, metric: Metric, period: Period, area: str, part: Part, cause: str = "", organisation: str = ""
) -> _Relation | None:
    """None where there is no such side."""
    known = metric.under(build.definition)
    if part == "denominator" and known.denominator is None:
        return None
    only = {name: value for name, value in (("cause", cause), ("organisation", organisation)) if value}
    if only and not has_causes(known, part):
        raise ValueError(f"{known.name}: the {part} has no causes")
    days = covered(build, known, period.start, period.end)
    townships = townships_of_area(build, area)
    side = known.sides[1 if part == "denominator" else 0]
    if isinstance(side, PeriodCount):
        return _Relation(partial(_of_period, build, Span(side, days.start, days.end), side, townships))
    leaves = [one for one in leaves_of(side) if isinstance(one, Count)]
    given = {"start": days.start, "end": days.end, "townships": townships, **only}
    return _Relation(partial(_of_days, build, leaves, given))


def _of_period(build: Build, span: Span, count: PeriodCount, townships: list[str], columns: str, rest: str) -> Rows:
    pairs = [(township, COUNTY) for township in townships]
    each = f"CROSS JOIN (SELECT 1 AS n, '{count.table}' AS source, 0 AS place) AS each_one"
    return period_query(build, span, count, pairs, columns, f"{each} {rest}")


_OF_DAYS = """
SELECT {key} AS key, CAST({day} AS DATE) AS day, township_code, CAST({weight} AS BIGINT) AS n, '{table}' AS source,
    {place} AS place
FROM {table}
WHERE ({where}) AND {when} AND township_code IN (SELECT unnest(CAST($townships AS VARCHAR[])))"""
_OF_TOTALS = """
SELECT '历史汇总 ' || strftime(month, '%Y-%m'), month, township_code, n, 'totals_used', {place}
FROM totals_used
WHERE count_name = $name{place} AND month >= $start AND last_day(month) <= $end
    AND township_code IN (SELECT unnest(CAST($townships AS VARCHAR[])))"""
_PEOPLE = """
SELECT township_code AS key, as_of AS day, township_code, people AS n, 'residents' AS source, {place} AS place
FROM (
    SELECT *, row_number() OVER (
        PARTITION BY township_code ORDER BY as_of > $end, abs(date_diff('day', as_of, CAST($end AS DATE)))
    ) AS nearest
    FROM residents
) AS ordered
WHERE nearest = 1 AND township_code IN (SELECT unnest(CAST($townships AS VARCHAR[])))"""


def _of_days(build: Build, leaves: Sequence[Count], given: dict[str, Any], columns: str, rest: str) -> Rows:
    """Rows of the facts; of months that a summary tells the summary's number stands instead, as one row."""
    parts: list[str] = []
    names: dict[str, str] = {}
    for place, count in enumerate(leaves):
        is_summed = count.fold == "sum" and has_totals(build, count)
        only = [condition for name, condition in _ONLY.items() if name in given]
        parts.append(_leaf(count, place, is_summed, only))
        if is_summed:
            names[f"name{place}"] = count.name
            parts += [] if only else [_OF_TOTALS.format(place=place)]
    union = " UNION ALL ".join(parts)
    used = {name: value for name, value in {**given, **names}.items() if f"${name}" in union}
    return build.cursor().execute(f"SELECT {columns} FROM ({union}) AS found {rest}", used).fetchall()


def _leaf(count: Count, place: int, is_summed: bool, only: Sequence[str]) -> str:
    """SQL of the rows of one count, those that meet all of `only`."""
    if count.fold == "last":
        return _PEOPLE.format(place=place)
    when = f"CAST({count.day} AS DATE) BETWEEN $start AND $end"
    if count.fold == "stock":
        when = f"CAST({count.day} AS DATE) <= $end AND coalesce({count.leaves} > $end, $start IS NOT NULL)"
    elif count.fold == "present":
        when = f"CAST({count.day} AS DATE) <= $end AND coalesce({count.leaves} >= $start, TRUE)"
    if is_summed:
        when += (
            f" AND NOT (date_trunc('month', {count.day}) IN "
            f"(SELECT month FROM totals_months WHERE count_name = $name{place})"
            f" AND date_trunc('month', {count.day}) >= $start AND last_day({count.day}) <= $end)"
        )
    when += "".join(f" AND {condition}" for condition in only)
    key = KEYS.get(count.table, "record_key")
    return _OF_DAYS.format(
        key=key, day=count.day, weight=count.weight, table=count.table, where=count.where, when=when, place=place
    )
