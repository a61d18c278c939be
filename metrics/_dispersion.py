"""How much more a count jumps from month to month than chance alone: the factor φ of every change test."""

from datetime import date, timedelta
from itertools import takewhile

import numpy as np

from data.count import Side, leaves_of
from metrics._areas import areas_of
from metrics._arithmetic import Floats
from metrics._build import Build
from metrics._coverage import covered_days, event_counts, spans_of
from metrics._metric import Metric
from metrics._months import month_number, months_of
from metrics._period import month_end, months_later, year_before

_YEARS = 3
_MONTHS = 12
_JANUARY = 1


def dispersion(build: Build, metric: Metric, last_day: date) -> float:
    """φ of a metric's numerator from up to three wholly covered years that end on or before a day; never below 1.

    For a rate or count: Pearson dispersion of township-year × month. For a proportion: binomial Pearson dispersion
    of the same cells, given the denominator. Without one covered year nothing is known and φ is 1.
    """
    years = _years(build, metric, last_day) if metric.is_tested else []
    if not years:
        return 1.0
    x = _cells(build, metric.numerator, years)
    if metric.is_proportion and metric.denominator is not None:
        return _of_a_proportion(x, _cells(build, metric.denominator, years))
    return _of_a_count(x)


def _cells(build: Build, side: Side, years: list[tuple[date, date]]) -> Floats:
    """Township-years (rows) by months, January and February being one, since the Spring Festival moves between them."""
    start, end = years[-1][0], years[0][1]
    first, last = month_number(start), month_number(end)
    months = np.sum([months_of(build).each(one.name, first, last) for one in leaves_of(side)], axis=0)
    by_year = months[:, : areas_of(build).townships].T.reshape(-1, _MONTHS)
    january = (_JANUARY - start.month) % _MONTHS
    by_year[:, january + 1] += by_year[:, january]
    return np.delete(by_year, january, axis=1)


def _of_a_count(x: Floats) -> float:
    """Pearson's chi-square of the table over its degrees of freedom; rows and columns without any count left out."""
    rows, columns = x.sum(axis=1), x.sum(axis=0)
    x = x[rows > 0][:, columns > 0]
    rows, columns = rows[rows > 0], columns[columns > 0]
    degrees = (len(rows) - 1) * (len(columns) - 1)
    if degrees <= 0:
        return 1.0
    expected = np.outer(rows, columns) / rows.sum()
    return max(1.0, float(((x - expected) ** 2 / expected).sum() / degrees))


def _of_a_proportion(x: Floats, n: Floats) -> float:
    """Σ(x - np)²/(np(1 - p)) with p = Σx/Σn of the township-year, over the cells less the rows."""
    whole = n.sum(axis=1)
    known = whole > 0
    p = np.divide(x.sum(axis=1), whole, out=np.zeros_like(whole), where=known)
    tells = known & (p > 0) & (p < 1)
    x, n, p = x[tells], n[tells], p[tells, None]
    degrees = np.count_nonzero(n) - len(n)
    if degrees <= 0:
        return 1.0
    used = n > 0
    squares = ((x - n * p) ** 2 / np.where(used, n * p * (1 - p), 1))[used]
    return max(1.0, float(squares.sum() / degrees))


def _years(build: Build, metric: Metric, last_day: date) -> list[tuple[date, date]]:
    """Up to three runs of twelve whole, covered months, the newest first. None ends in January: see _cells."""
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
