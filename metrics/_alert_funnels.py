"""Rates and proportions against all townships together: the year to date beyond 99.8 %, or 95 % two periods running.

The two periods are the last three months and the three before, each by itself. Two year-to-date figures in a row share
nearly all their cases: both beyond 95 % is hardly more than one of them, and one is too little for many townships.
The flags are those of the funnel with φ, so that a township here and its point there agree. Fewer than ten cases (of a
proportion: disputes), or fewer residents than the definition ranks, are never warned of.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np
from numpy.typing import NDArray

from metrics._alert_rules import Rule
from metrics._alert_series import MonthTable, Span, Watched, in_a_row, month_starts, month_table
from metrics._areas import areas_of
from metrics._arithmetic import Floats, Z
from metrics._build import Build
from metrics._clumped_limits import count_limits
from metrics._coverage import Flags
from metrics._dispersion import dispersion
from metrics._funnel import Funnel, Kind, funnel
from metrics._metric import Metric
from metrics._period import month_end, months_later, year_start
from metrics._population import population_of
from metrics._registry import METRICS
from metrics._usable import Words

RECENT_MONTHS = 3
"""Length of each of the two periods."""


@dataclass(frozen=True)
class _Windows:
    """Spans of days with the sums of every township in them, and their funnels."""

    spans: tuple[Span, ...]
    x: Floats
    n: Floats
    found: tuple[Funnel, ...]


def watch_funnel(build: Build, rule: Rule, first: date, month: date) -> Watched:
    """One rule, judged at every month from `first` to `month`; values, limits and counts are of the year so far."""
    metric = METRICS[rule.metric].under(build.definition)
    december = build.definition.year_starts_in_december
    starts = month_starts(first, month)
    year = tuple((year_start(one, december), month_end(one)) for one in starts)
    recent = tuple((_back(start, RECENT_MONTHS), month_end(start)) for start in starts)
    before = tuple((_back(start, 2 * RECENT_MONTHS), month_end(_back(start, RECENT_MONTHS + 1))) for start in starts)
    tables = month_table(build, metric, min(year[0][0], before[0][0]), month)
    phi = dispersion(build, metric, month_end(month))
    whole, late, early = (_windows(build, metric, tables, one, phi) for one in (year, recent, before))
    small = _too_small(build, year)
    far, status = _flags(whole, small, (f"{rule.side}_998",))
    near, earlier = (_flags(one, small, (f"{rule.side}_998", f"{rule.side}_95"))[0] for one in (late, early))
    alarm = far | (near & earlier)
    choices = [alarm, near, status == "no_population", status == "invalid", (status != "ok") | small]
    words = ["alarm", "watch", "no_population", "not_covered", "few"]
    level = np.select(choices, words, "normal").astype(object)
    shown = partial(_watched, rule, metric, phi, level, far, in_a_row(alarm))
    return shown(whole, shown(late, None))


def _windows(
    build: Build, metric: Metric, tables: Sequence[MonthTable], spans: tuple[Span, ...], phi: float
) -> _Windows:
    x, n = _sums(build, metric, tables, spans)
    kind: Kind = "rate" if metric.is_rate else "proportion"
    return _Windows(spans, x, n, tuple(funnel(x[at], n[at], kind, metric.per, phi) for at in range(len(spans))))


def _watched(
    rule: Rule,
    metric: Metric,
    phi: float,
    level: Words,
    is_far: Flags,
    run: NDArray[np.int64],
    windows: _Windows,
    recent: Watched | None,
) -> Watched:
    target = np.array([one.target for one in windows.found])
    return Watched(
        rule=rule,
        spans=windows.spans,
        value=np.array([one.value for one in windows.found]).reshape(windows.x.shape),
        expected=np.repeat(target[:, None], windows.x.shape[1], axis=1),
        numerator=windows.x,
        denominator=windows.n,
        level=level,
        is_far=is_far,
        run=run,
        limits=lambda place: _limits(metric, target, windows.n[:, place], phi, 0.998),
        near_limits=lambda place: _limits(metric, target, windows.n[:, place], phi, 0.95),
        recent=recent,
    )


def _back(start: date, months: int) -> date:
    """First day of a stretch of so many months that ends with the month of `start`."""
    return months_later(start.replace(day=1), 1 - months)


def _sums(build: Build, metric: Metric, tables: Sequence[MonthTable], windows: Sequence[Span]) -> tuple[Floats, Floats]:
    """Numerator and denominator by window and township; NaN where a month of the window is not covered."""
    place = {one: at for at, one in enumerate(tables[0].starts)}
    sides = []
    for table in tables:
        rows = [table.n[place[start] : place[end.replace(day=1)] + 1].sum(axis=0) for start, end in windows]
        sides.append(np.array(rows).reshape(len(windows), table.n.shape[1]))
    if metric.is_rate:
        sides.append(np.array([population_of(build).on(end).people for _, end in windows]).reshape(sides[0].shape))
    return sides[0], sides[1]


def _too_small(build: Build, spans: Sequence[Span]) -> Flags:
    """Townships that are no 街道, 镇 or 乡, or have fewer residents than the definition ranks."""
    areas = areas_of(build)
    apart = ~areas.is_rankable[: areas.townships]
    people = np.array([population_of(build).on(end).people for _, end in spans]).reshape(len(spans), areas.townships)
    return apart | (people < build.definition.smallest_ranked_population)


def _flags(windows: _Windows, small: Flags, sides: Sequence[str]) -> tuple[Flags, Words]:
    """Where a flag is one of `sides` and enough is counted to say so; and every township's status."""
    flag = np.array([one.flag for one in windows.found]).reshape(small.shape).astype(str)
    status = np.array([one.status for one in windows.found]).reshape(small.shape).astype(object)
    return np.isin(flag, list(sides)) & (status == "ok") & ~small, status


def _limits(metric: Metric, target: Floats, n: Floats, phi: float, confidence: float) -> tuple[Floats, Floats]:
    """The funnel's lines at denominators n × per; for rates the last count of cases inside, as a rate."""
    p0 = target / metric.per
    if not metric.is_rate:
        with np.errstate(divide="ignore", invalid="ignore"):
            reach = Z[confidence] * np.sqrt(phi * p0 * (1 - p0) / n)
        return np.maximum(0, p0 - reach) * metric.per, np.minimum(1, p0 + reach) * metric.per
    pairs = [_last_inside(one, phi, confidence) for one in n * p0]
    low, high = np.array(pairs).reshape(len(pairs), 2).T
    with np.errstate(divide="ignore", invalid="ignore"):
        return low / n * metric.per, high / n * metric.per


def _last_inside(expected: float, phi: float, confidence: float) -> tuple[float, float]:
    """Smallest and greatest count that is still inside: whose own limits hold what is expected. NaN: no such limit."""
    if not expected > 0:
        return np.nan, np.nan
    reach = 8 * np.sqrt(phi * expected) + 20 * phi
    counts = np.arange(max(0, np.floor(expected - reach)), np.ceil(expected + reach) + 1)
    low, high = count_limits(counts, phi, confidence)
    below, above = counts[high < expected], counts[low > expected]
    return float(below[-1]) + 1 if len(below) else np.nan, float(above[0]) - 1 if len(above) else np.nan
