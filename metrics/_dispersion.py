"""How much more a count jumps from month to month than chance alone: the factor φ of every change test."""

from datetime import date, timedelta
from itertools import takewhile

from metrics._areas import OUTSIDE, UNASSIGNED
from metrics._build import Build, remembered
from metrics._coverage import covered_days, event_counts, spans_of
from metrics._metric import Metric
from metrics._period import month_end, months_later, year_before

_YEARS = 3
_JANUARY = 1

# Cells are township-years by months, January and February being one, since the Spring Festival moves between them.
# Years are runs of twelve months that end with the last one.
_CELLS = """
WITH cells AS (
    SELECT township_code,
        CAST(floor((year(day) * 12 + month(day) - 1 - ?) / 12.0) AS INTEGER) AS year_no,
        CASE WHEN month(day) = 1 THEN 2 ELSE month(day) END AS month_no,
        CAST(coalesce(sum(n) FILTER (WHERE count_name = ?), 0) AS DOUBLE) AS x,
        CAST(coalesce(sum(n) FILTER (WHERE count_name = ?), 0) AS DOUBLE) AS n
    FROM daily_counts
    WHERE count_name IN (?, ?) AND day BETWEEN ? AND ? AND township_code NOT IN (?, ?)
    GROUP BY 1, 2, 3
)"""

# Pearson's chi-square of the table over its degrees of freedom; Σ(x - e)²/e = Σx²/e - Σx with e = row × column / all.
_OF_A_COUNT = f"""{_CELLS},
shares AS (
    SELECT x,
        sum(x) OVER (PARTITION BY township_code, year_no) AS row_x,
        sum(x) OVER (PARTITION BY month_no) AS column_x,
        sum(x) OVER () AS all_x
    FROM cells WHERE x > 0
),
rows_used AS (SELECT count(*) AS row_count FROM (SELECT DISTINCT township_code, year_no FROM cells WHERE x > 0) AS r),
columns_used AS (SELECT count(*) AS column_count FROM (SELECT DISTINCT month_no FROM cells WHERE x > 0) AS c)
SELECT (sum(x * x * all_x / (row_x * column_x)) - sum(x))
    / nullif(max((row_count - 1) * (column_count - 1)), 0)
FROM shares CROSS JOIN rows_used CROSS JOIN columns_used"""

# The same for parts of a whole: Σ(x - np)²/(np(1 - p)) with p = Σx/Σn of the township-year, over cells less rows.
_OF_A_PROPORTION = f"""{_CELLS},
shares AS (
    SELECT x, n,
        sum(x) OVER (PARTITION BY township_code, year_no) / sum(n) OVER (PARTITION BY township_code, year_no) AS p,
        row_number() OVER (PARTITION BY township_code, year_no ORDER BY month_no) AS cell_no
    FROM cells WHERE n > 0
)
SELECT sum((x - n * p) * (x - n * p) / (n * p * (1 - p))) / nullif(count(*) FILTER (WHERE cell_no > 1), 0)
FROM shares WHERE p > 0 AND p < 1"""


def dispersion(build: Build, metric: Metric, last_day: date) -> float:
    """φ of a metric's numerator from up to three wholly covered years that end on or before a day; never below 1.

    For a rate or count: Pearson dispersion of township-year × month. For a proportion: binomial Pearson dispersion
    of the same cells, given the denominator. Without one covered year nothing is known and φ is 1.
    """
    spans = _years(build, metric, last_day)
    if not spans:
        return 1.0
    start, end = spans[-1][0], spans[0][1]
    whole = metric.denominator if metric.is_proportion and metric.denominator else metric.numerator
    names = (metric.numerator.name, whole.name)

    def read() -> float:
        sql = _OF_A_PROPORTION if metric.is_proportion else _OF_A_COUNT
        first_month = start.year * 12 + start.month - 1
        values = [first_month, *names, *names, start, end, OUTSIDE, UNASSIGNED]
        (phi,) = build.cursor().execute(sql, values).fetchone() or (None,)
        return 1.0 if phi is None else max(1.0, float(phi))

    return remembered(build, ("dispersion", names, metric.is_proportion, start, end), read)


def _years(build: Build, metric: Metric, last_day: date) -> list[tuple[date, date]]:
    """Up to three runs of twelve whole, covered months, the newest first. None ends in January: see _CELLS."""
    ledgers = [spans_of(build, count) for count in event_counts(metric)]
    if not all(ledgers):
        return []
    end = min(last_day, *(spans[-1][1] for spans in ledgers))
    if end != month_end(end):
        end = end.replace(day=1) - timedelta(days=1)
    if end.month == _JANUARY:
        end = end.replace(day=1) - timedelta(days=1)
    years = [(months_later(end.replace(day=1), -11), end)]
    while len(years) < _YEARS:
        years.append(year_before(*years[-1]))

    def is_covered(year: tuple[date, date]) -> bool:
        days = (year[1] - year[0]).days + 1
        return all(covered_days(spans, *year) == days for spans in ledgers)

    return list(takewhile(is_covered, years))
