"""Judged periods of every township, oldest first: what the rules of 预警 come to, and what charts of them show."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from data.count import leaves_of
from metrics._alert_rules import Rule
from metrics._areas import areas_of
from metrics._arithmetic import Floats
from metrics._build import Build
from metrics._coverage import area_cover, covered
from metrics._metric import Metric
from metrics._months import month_number, months_of
from metrics._period import month_end, months_later
from metrics._usable import Words

Span = tuple[date, date]
Limits = Callable[[int, slice], tuple[Floats, Floats]]


@dataclass(frozen=True)
class Watched:
    """One rule over its judged periods. Tables are periods × townships; NaN where there is no number."""

    rule: Rule
    spans: tuple[Span, ...]
    value: Floats
    """What is judged: cases, rate or percent."""
    expected: Floats
    """What was expected of it, on the same scale; of a funnel the townships' common value."""
    numerator: Floats
    denominator: Floats
    """NaN for a count."""
    level: Words
    """alarm, watch, normal, or why nothing is said: not_covered, no_population, few, short (too few periods, or none
    since a break), blind (so few are expected that no count could be called low)."""
    is_far: NDArray[np.bool_]
    """Beyond 99.8 %, which alone is enough."""
    run: NDArray[np.int64]
    """Periods in a row beyond 95 % on the rule's side, up to this one."""
    limits: Limits
    """99.8 % limits of one township (by its place in the list) over some periods; counts outside breach them."""
    near_limits: Limits
    """95 % limits of the same."""
    recent: "Watched | None" = None
    """What a rule over the year so far looks at besides: its last three months by themselves."""


@dataclass(frozen=True)
class MonthTable:
    """Whole months, first to last, of one side of a metric × townships; NaN where a month is not wholly covered."""

    starts: tuple[date, ...]
    n: Floats


def month_starts(first: date, last: date) -> tuple[date, ...]:
    """First days of the months from `first` to `last`."""
    number = month_number(last) - month_number(first) + 1
    return tuple(months_later(first.replace(day=1), at) for at in range(number))


def month_table(build: Build, metric: Metric, first: date, last: date) -> tuple[MonthTable, ...]:
    """Numerator, and denominator where it is counted by days too, by month and township."""
    starts = month_starts(first, last)
    townships = areas_of(build).townships
    whole = np.array([_is_whole(build, metric, one)[:townships] for one in starts]).reshape(len(starts), townships)
    sides = metric.sides[:1] if metric.is_rate else metric.sides
    tables = []
    for side in sides:
        months, span = months_of(build), (month_number(starts[0]), month_number(starts[-1]))
        n = np.sum([months.each(one.name, *span) for one in leaves_of(side)], axis=0)[:, :townships]
        tables.append(MonthTable(starts, np.where(whole, n, np.nan)))
    return tuple(tables)


def _is_whole(build: Build, metric: Metric, start: date) -> NDArray[np.bool_]:
    days = covered(build, metric, start, month_end(start))
    return area_cover(build, metric, days).is_whole & (not days.is_cut)


def in_a_row(flags: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Per period (rows) how many periods in a row, up to it, are flagged."""
    run = np.zeros(flags.shape, dtype=np.int64)
    for at in range(len(flags)):
        run[at] = np.where(flags[at], (run[at - 1] if at else 0) + 1, 0)
    return run
