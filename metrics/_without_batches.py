"""The same build as it would count without batch filings (table batch_filings): what 剔除批量案件 shows.

No second build and no second division: compute() is asked as ever, of a build whose counts lack those cases. Spread
between months, limits, places and their intervals then follow from the counts that are left.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from data.count import Count
from data.definition import Definition
from metrics._build import Build, remembered
from metrics._compute import compute
from metrics._exclusions import SWITCH
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._period import Period
from metrics._rank_intervals import Standings, standings, with_intervals
from metrics._registry import counts
from metrics._totals import totals_of


class Places(NamedTuple):
    """The figures of one metric, every area and the county last, and the standings of the ranked among them."""

    figures: tuple[Figure, ...]
    standings: Standings


def places_without_batches(build: Build, metric: Metric, period: Period) -> Places:
    """A metric over a period and its base without batch filings.

    They are the figures themselves where that leaves nothing out: see `can_do_without_batches`.
    """
    rest = without_batches(build) if can_do_without_batches(build, metric) else build
    rows = compute(rest, [metric], period, by="all").rows()
    found = standings(metric, rows)
    return Places(tuple(with_intervals(rows, found.of)), found)


def can_do_without_batches(build: Build, metric: Metric) -> bool:
    """True where the definition counts batch filings and the metric, made of counts of days alone, heeds them."""
    asked = metric.under(build.definition).counts
    heeds = any(isinstance(one, Count) and SWITCH in one.where for one in asked)
    return heeds and all(isinstance(one, Count) for one in asked) and _counts_batches(build)


def without_batches(build: Build) -> Build:
    """A build without batch filings; itself where its definition leaves them out."""
    return _Rest(build) if _counts_batches(build) else build


def _counts_batches(build: Build) -> bool:
    """False also for a build that an earlier program made, before batches were told apart."""

    def is_there() -> bool:
        found = build.cursor().execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'batch_filings'").fetchall()
        return bool(found)

    return not build.definition.exclude_batch_filings and remembered(build, "batch_filings", is_there)


@dataclass(frozen=True)
class _Rest:
    """A build seen through views that bear the names of its tables, made anew on every cursor."""

    whole: Build

    @property
    def number(self) -> int:
        return self.whole.number

    @property
    def path(self) -> Path:
        """No file, but a name of its own among the builds of which answers are remembered."""
        return self.whole.path / "without_batches"

    @property
    def definition(self) -> Definition:
        return self.whole.definition

    @property
    def meta(self) -> dict[str, Any]:
        return self.whole.meta

    def cursor(self) -> duckdb.DuckDBPyConnection:
        cursor = self.whole.cursor()
        cursor.execute(remembered(self, "views", self._views))
        return cursor

    def _views(self) -> str:
        cursor = self.whole.cursor()
        [[name]] = cursor.execute("SELECT current_database()").fetchall()
        tables = f'"{name}".main'
        heeding = [one for one in counts() if SWITCH in one.where]
        batches = [f"SELECT '{one.name}' AS count_name, * FROM ({_of_batches(one).sql()})" for one in heeding]
        not_summed = _NOT_SUMMED if totals_of(self.whole).used else ""
        return _VIEWS.format(batches=" UNION ALL ".join(batches), tables=tables, not_summed=not_summed)


def _of_batches(count: Count) -> Count:
    return replace(count, where=f"({count.where}) AND case_number IN (SELECT case_number FROM batch_filings)")


_NOT_SUMMED = "WHERE (count_name, date_trunc('month', day)) NOT IN (SELECT (count_name, month) FROM totals_months)"
"""No row is counted in a month that a summary tells, so none is to be taken away."""
_VIEWS = """
CREATE TEMP VIEW taken AS SELECT count_name, township_code, day, n FROM ({batches});
CREATE TEMP VIEW daily_counts AS
SELECT count_name, township_code, day, CAST(sum(n) AS BIGINT) AS n
FROM (
    SELECT count_name, township_code, day, n FROM {tables}.daily_counts
    UNION ALL SELECT count_name, township_code, day, -n FROM taken
) GROUP BY ALL;
CREATE TEMP VIEW monthly_counts AS
SELECT count_name, month, township_code, CAST(sum(n) AS BIGINT) AS n
FROM (
    SELECT count_name, month, township_code, n FROM {tables}.monthly_counts
    UNION ALL SELECT count_name, date_trunc('month', day), township_code, -n FROM taken {not_summed}
) GROUP BY ALL;"""
