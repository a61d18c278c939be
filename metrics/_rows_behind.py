"""From a figure to the rows behind it: what stands above or below its line, row by row. Nobody is named."""

from datetime import date
from typing import Any, Literal, NamedTuple

from data.count import Count, PeriodCount, leaves_of
from metrics._areas import COUNTY
from metrics._build import Build
from metrics._coverage import covered
from metrics._groups import Groups, each_area, tribunals
from metrics._metric import Metric
from metrics._period import Period
from metrics._sides import Span, period_query
from metrics._totals import has_totals

Part = Literal["numerator", "denominator"]
KEYS = {"cases": "case_number", "closings": "case_number"}
"""Columns that name a row, by table; `record_key` where none is given."""


class BehindRow(NamedTuple):
    """One row that was counted: its key, its day, the township it lies in, and what it adds to the count."""

    key: str
    day: date | None
    township_code: str
    n: int


def rows_behind(build: Build, metric: Metric, period: Period, area: str, part: Part = "numerator") -> list[BehindRow]:
    """The rows whose `n` add up to a figure's numerator or denominator, the newest first; none for a plain count's.

    `area` is a township, tribunal, 辖区外, 未归属 or the county, by code. Raises KeyError for another.
    """
    known = metric.under(build.definition)
    sides = known.sides if part == "denominator" else known.sides[:1]
    if part == "denominator" and known.denominator is None:
        return []
    days = covered(build, known, period.start, period.end)
    townships = _townships(build, area)
    found: list[BehindRow] = []
    for one in leaves_of(sides[-1]):
        span = Span(one, days.start, days.end)
        if isinstance(one, PeriodCount):
            found += _of_period(build, span, one, townships)
        elif one.fold == "last":
            found += _people(build, days.end, townships)
        else:
            found += _of_days(build, span, one, townships)
    return sorted(found, key=lambda row: (row.day or date.min, row.key), reverse=True)


def _townships(build: Build, area: str) -> list[str]:
    """The townships, 辖区外 and 未归属 that an area is made of."""
    plain: Groups = each_area(build)
    groups = plain if area in plain.codes else tribunals(build)
    if area not in groups.codes:
        raise KeyError(area)
    return [township for township, group in groups.pairs() if group == area]


def _of_period(build: Build, span: Span, count: PeriodCount, townships: list[str]) -> list[BehindRow]:
    pairs = [(township, COUNTY) for township in townships]
    rows = period_query(build, span, count, pairs, "key, day, township_code, 1", "")
    return [BehindRow(*row) for row in rows]


_OF_DAYS = """
SELECT {key}, CAST({day} AS DATE), township_code, CAST({weight} AS BIGINT)
FROM {table}
WHERE ({where}) AND {when} AND township_code IN (SELECT unnest(CAST($townships AS VARCHAR[])))"""
_OF_TOTALS = """
SELECT '历史汇总 ' || strftime(month, '%Y-%m'), month, township_code, n
FROM totals_used
WHERE count_name = $name AND month >= $start AND last_day(month) <= $end
    AND township_code IN (SELECT unnest(CAST($townships AS VARCHAR[])))"""


def _of_days(build: Build, span: Span, count: Count, townships: list[str]) -> list[BehindRow]:
    """Rows of the facts; of months that a summary tells the summary's number stands instead, as one row."""
    given = {"start": span.start, "end": span.end, "townships": townships}
    when = f"CAST({count.day} AS DATE) BETWEEN $start AND $end"
    if count.fold == "stock":
        when = f"CAST({count.day} AS DATE) <= $end AND coalesce({count.leaves} > $end, $start IS NOT NULL)"
    elif count.fold == "present":
        when = f"CAST({count.day} AS DATE) <= $end AND coalesce({count.leaves} >= $start, TRUE)"
    is_summed = count.fold == "sum" and has_totals(build, count)
    if is_summed:
        when += (
            f" AND NOT (date_trunc('month', {count.day}) IN (SELECT month FROM totals_months WHERE count_name = $name)"
            f" AND date_trunc('month', {count.day}) >= $start AND last_day({count.day}) <= $end)"
        )
        given["name"] = count.name
    key = KEYS.get(count.table, "record_key")
    sql = _OF_DAYS.format(key=key, day=count.day, weight=count.weight, table=count.table, where=count.where, when=when)
    return [*_rows(build, sql, given), *(_rows(build, _OF_TOTALS, given) if is_summed else [])]


_PEOPLE = """
SELECT township_code, as_of, township_code, people
FROM (
    SELECT *, row_number() OVER (
        PARTITION BY township_code ORDER BY as_of > $end, abs(date_diff('day', as_of, CAST($end AS DATE)))
    ) AS place
    FROM residents
) AS ordered
WHERE place = 1 AND township_code IN (SELECT unnest(CAST($townships AS VARCHAR[])))"""


def _people(build: Build, day: date, townships: list[str]) -> list[BehindRow]:
    """The population figure of every township that stands on a day."""
    return _rows(build, _PEOPLE, {"end": day, "townships": townships})


def _rows(build: Build, sql: str, given: dict[str, Any]) -> list[BehindRow]:
    return [BehindRow(*row) for row in build.cursor().execute(sql, given).fetchall()]
