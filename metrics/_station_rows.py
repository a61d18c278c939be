"""The rows behind one cell of the table of stations: what a line of it counts of one kind of work."""

from datetime import date
from typing import Any, Literal

from data.count import Count
from metrics._build import Build
from metrics._metric import Metric
from metrics._rows_behind import SUMMARY, BehindRow, RowsPage
from metrics._station_work import PLACED, WORK, Where, summary_months

Line = Where | Literal["all"]
"""A line of the table, or its total."""
_OF_LINE: dict[str, str] = {
    "listed": "found = $key",
    "named": "found IS NULL AND station = $key",
    "place": "found IS NULL AND station IS NULL AND township_code = $key",
    "nowhere": "found IS NULL AND station IS NULL AND township_code = $key",
    "summary": "FALSE",
    "all": "TRUE",
}
LINES = tuple(_OF_LINE)
_ROWS = (
    PLACED
    + """,
behind AS (
    SELECT
        record_key AS key, CAST(held_on AS DATE) AS day, township_code, CAST({weight} AS BIGINT) AS n,
        'activities' AS source
    FROM placed
    WHERE ({where}) AND {line}{not_summed}{summed}
)
"""
)
_NOT_SUMMED = " AND NOT list_contains($months, date_trunc('month', held_on))"
_SUMMED = f"""
    UNION ALL
    SELECT '历史汇总 ' || strftime(month, '%Y-%m'), month, township_code, n, '{SUMMARY}'
    FROM totals_used
    WHERE count_name = $name AND month >= $start AND last_day(month) <= $end"""


def station_rows(
    build: Build, count: Count, days: tuple[date, date], line: Line, key: str = "", *, offset: int = 0,
    limit: int | None = 50,
) -> RowsPage:  # fmt: skip
    """Rows of one count of WORK in a line (`where` and `key` of its WorkRow), newest first; both days included.

    Their `n` add up to the cell of station_work; those of the line `all` to the last line of the table.
    """
    start, end = days
    months = summary_months(build, count, start, end)
    has_sums = bool(months) and line in ("summary", "all")
    behind = _ROWS.format(
        weight=count.weight,
        where=count.where,
        line=_OF_LINE[line],
        not_summed=_NOT_SUMMED if months else "",
        summed=_SUMMED if has_sums else "",
    )
    given: dict[str, Any] = {"start": start, "end": end}
    given |= {"key": key} if "$key" in behind else {}
    given |= {"months": months} if months else {}
    given |= {"name": count.name} if has_sums else {}
    cut = "" if limit is None else f" LIMIT {int(limit)} OFFSET {int(offset)}"
    columns = "SELECT key, day, township_code, n, source FROM behind"
    order = f"{columns} ORDER BY day DESC, key DESC, township_code{cut}"
    page = [BehindRow(*row) for row in build.cursor().execute(behind + order, given).fetchall()]
    [(rows, total)] = (
        build.cursor().execute(f"{behind}SELECT count(*), coalesce(sum(n), 0) FROM behind", given).fetchall()
    )
    return RowsPage(int(rows), int(total), page)


def work_named(name: str) -> Count:
    """The count of WORK of that name. Raises KeyError for another."""
    return {count.name: count for count in WORK}[name]


def as_metric(count: Count) -> Metric:
    """A count of work as a figure of its own: the table has kinds of work that no metric is made of."""
    return Metric(
        name=count.name,
        label=count.label,
        family="延伸",
        numerator=count,
        denominator=None,
        per=1,
        unit=count.unit,
        decimals=0,
        better="none",
        interval="none",
        includes=(),
        excludes=(),
        basis="",
        order=0,
        event=count.label,
    )
