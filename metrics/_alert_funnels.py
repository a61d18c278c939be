"""Rates and proportions against all townships together: the year to date beyond 99.8 %, or 95 % two periods running.

The two periods are the last three months and the three before, each by itself. Two year-to-date figures in a row share
nearly all their cases: both beyond 95 % is hardly more than one of them, and one is too little for many townships.
The flags are those of the funnel with φ, so that a township here and its point there agree. Fewer than ten cases (of a
proportion: disputes), or fewer residents than the definition ranks, are never warned of.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np
from numpy.typing import NDArray

from metrics import _arithmetic as arithmetic
from metrics._alert_rules import Rule
from metrics._alert_series import MonthTable, Span, Watched, in_a_row, month_starts, month_table
from metrics._areas import areas_of
from metrics._arithmetic import Floats, Z
from metrics._build import Build
from metrics._clumped_limits import count_limits
from metrics._coverage import Flags
from metrics._dispersion import dispersion
from metrics._metric import Metric
from metrics._period import month_end, months_later, year_start
from metrics._population import population_of
from metrics._registry import METRICS
from metrics._usable import Words, is_usable, usability

RECENT_MONTHS = 3
"""Length of each of the two periods."""


@dataclass(frozen=True)
class _Windows:
    """Spans of days with the sums of every township in them, held against all townships of the same span."""

    spans: tuple[Span, ...]
    x: Floats
    n: Floats
    target: Floats
    """Per span: Σx ÷ Σn of the townships that take part."""
    status: Words
    is_near: Flags
    """Beyond 95 % on the rule's side."""
    is_far: Flags
    """Beyond 99.8 %."""


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
    whole, late, early = (_windows(build, rule, metric, tables, one, phi) for one in (year, recent, before))
    small, status = _too_small(build, year), whole.status
    far = whole.is_far & ~small
    near = late.is_near & ~small
    alarm = far | (near & early.is_near)
    choices = [alarm, near, status == "no_population", status == "invalid", (status != "ok") | small]
    words = ["alarm", "watch", "no_population", "not_covered", "few"]
    level = np.select(choices, words, "normal").astype(object)
    shown = partial(_watched, rule, metric, phi, level, far, in_a_row(alarm))
    return shown(whole, shown(late, None))


def _windows(
    build: Build, rule: Rule, metric: Metric, tables: Sequence[MonthTable], spans: tuple[Span, ...], phi: float
) -> _Windows:
    """The flags of _funnel.py for many spans at once; a test holds the two together."""
    x, n = _sums(build, metric, tables, spans)
    status = usability(x, n, metric.is_proportion)
    used = is_usable(status)
    target = arithmetic.divide(np.where(used, x, 0).sum(axis=1), np.where(used, n, 0).sum(axis=1))
    near, far = (_beyond(rule, metric, x, n, target[:, None], phi, one) for one in (0.95, 0.998))
    is_told = status == "ok"
    return _Windows(spans, x, n, target, status, near & is_told, far & is_told)


def _beyond(rule: Rule, metric: Metric, x: Floats, n: Floats, target: Floats, phi: float, confidence: float) -> Flags:
    if metric.is_rate:
        low, high = count_limits(np.where(x >= 0, x, np.nan), phi, confidence)
        return low > n * target if rule.side == "high" else high < n * target
    z = arithmetic.divide(arithmetic.divide(x, n) - target, np.sqrt(arithmetic.divide(phi * target * (1 - target), n)))
    return z > Z[confidence] if rule.side == "high" else z < -Z[confidence]


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
    value = arithmetic.value(windows.x, windows.n, metric.per)
    target = windows.target * metric.per
    return Watched(
        rule=rule,
        spans=windows.spans,
        value=np.where(is_usable(windows.status), value, np.nan),
        expected=np.repeat(target[:, None], windows.x.shape[1], axis=1),
        numerator=windows.x,
        denominator=windows.n,
        level=level,
        is_far=is_far,
        run=run,
        limits=lambda place, rows: _limits(metric, target[rows], windows.n[rows, place], phi, 0.998),
        near_limits=lambda place, rows: _limits(metric, target[rows], windows.n[rows, place], phi, 0.95),
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


def _limits(metric: Metric, target: Floats, n: Floats, phi: float, confidence: float) -> tuple[Floats, Floats]:
    """The funnel's lines at denominators n × per; for rates the last count of cases inside, as a rate."""
    p0 = target / metric.per
    if not metric.is_rate:
        with np.errstate(divide="ignore", invalid="ignore"):
            reach = Z[confidence] * np.sqrt(phi * p0 * (1 - p0) / n)
        return np.maximum(0, p0 - reach) * metric.per, np.minimum(1, p0 + reach) * metric.per
    low, high = _last_inside(n * p0, phi, confidence)
    return arithmetic.value(low, n, metric.per), arithmetic.value(high, n, metric.per)


def _last_inside(expected: Floats, phi: float, confidence: float) -> tuple[Floats, Floats]:
    """Smallest and greatest count that is still inside: whose own limits hold what is expected. NaN: unknown."""
    known = expected > 0
    mean = np.where(known, expected, 1.0)
    reach = np.ceil(8 * np.sqrt(phi * mean) + 20 * phi)

    def first(inside: Callable[[Floats], Flags], low: Floats, high: Floats) -> Floats:
        """Smallest count of low + 1 … high for which it holds, as it does for all greater ones."""
        while (high - low > 1).any():
            middle = np.floor((low + high) / 2)
            holds = inside(middle)
            low, high = np.where(holds, low, middle), np.where(holds, middle, high)
        return high

    centre = np.floor(mean)
    least = first(lambda k: count_limits(k, phi, confidence)[1] >= mean, np.maximum(-1, centre - reach), centre + 1)
    above = first(lambda k: count_limits(k, phi, confidence)[0] > mean, centre, centre + reach)
    return np.where(known, least, np.nan), np.where(known, above - 1, np.nan)
