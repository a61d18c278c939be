"""Filings of a township's month against what its own last two to three years predict.

Exposure of a period = its share of a year (pooled over all townships) × residents × the county's level between two
breaks of the series. January and February are one period, so January alone is never judged.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np

from metrics._alert_rules import BY_NAME
from metrics._alert_series import MonthTable, Span, Watched, month_table
from metrics._arithmetic import Floats
from metrics._breaks import breaks_of
from metrics._build import Build
from metrics._dispersion import dispersion
from metrics._early_warning import BEYOND, FAR, PERIODS_IN_A_ROW, PeriodWarnings, watch
from metrics._period import month_end
from metrics._population import population_of
from metrics._predictive import Predictive
from metrics._registry import METRICS
from metrics._season import PERIODS, seasonal_shares

LEAST_PERIODS = 3
"""Fewer periods between two breaks tell no level: the county is not judged there."""
_YEARS, _MONTHS, _SPRING = 3, 12, 2
FILINGS = METRICS["civil_filings"]


def watch_filings(build: Build, first: date, month: date) -> tuple[Watched, Watched]:
    """The rules of many and of few filings, over all periods from `first` to the end of `month`."""
    [table] = month_table(build, FILINGS, first, month)
    spans, counts = _periods(table)
    phi = dispersion(build, FILINGS, month_end(month))
    found = watch(counts, _exposures(build, spans, counts), phi)
    # A batch must not teach the season of its own month: once more, with what was expected in place of every breach.
    level = _rows([one.level for one in found], counts)
    usual = np.where(level == "alarm", _rows([one.law.mean for one in found], counts), counts)
    exposures = _exposures(build, spans, usual)
    found = watch(counts, exposures, phi)
    return _side(found, spans, counts, exposures, "high"), _side(found, spans, counts, exposures, "low")


def _periods(table: MonthTable) -> tuple[tuple[Span, ...], Floats]:
    """Months as periods; a spring of which only one month is in the table is left out."""
    spans: list[Span] = []
    rows: list[Floats] = []
    for at, start in enumerate(table.starts):
        if start.month == _SPRING and at:
            spans.append((table.starts[at - 1], month_end(start)))
            rows.append(table.n[at - 1] + table.n[at])
        elif start.month > _SPRING:
            spans.append((start, month_end(start)))
            rows.append(table.n[at])
    return tuple(spans), np.array(rows).reshape(len(rows), table.n.shape[1])


def _shares(spans: Sequence[Span], counts: Floats) -> Floats:
    """Eleven shares of the year, pooled over the last three runs of eleven periods."""
    years = []
    for end in range(len(spans), max(0, len(spans) - _YEARS * PERIODS), -PERIODS):
        if end >= PERIODS:
            year = np.zeros((_MONTHS, counts.shape[1]))
            for at in range(end - PERIODS, end):
                year[spans[at][1].month - 1] = counts[at]  # a spring stands in February alone
            years.append(year.T)
    return seasonal_shares(np.concatenate(years) if years else np.full((1, _MONTHS), np.nan))


def _exposures(build: Build, spans: Sequence[Span], counts: Floats) -> Floats:
    """NaN in periods that a break cuts in two, or that have too few others on their side of the breaks."""
    shares = _shares(spans, counts)
    people = [population_of(build).on(end).people for _, end in spans]
    everyone = np.array(people).reshape(counts.shape)
    everyone = np.where(np.isnan(everyone).all(axis=0), 1.0, everyone)  # nobody counted: the season alone
    season = np.array([shares[0 if end.month == _SPRING else end.month - _SPRING] for _, end in spans])
    exposures = season[:, None] * everyone
    breaks = [one.on for one in breaks_of(build.definition, FILINGS)]
    side = np.array([sum(on <= start for on in breaks) for start, _ in spans])
    for segment in np.unique(side):
        rows = (side == segment)[:, None] & ~np.isnan(counts)
        known = rows & ~np.isnan(exposures)
        is_enough = np.count_nonzero(rows.any(axis=1)) >= LEAST_PERIODS
        base = exposures[known].sum()
        level = counts[known].sum() / base if is_enough and base > 0 else np.nan
        exposures[side == segment] *= level
    is_cut = np.array([any(start < on <= end for on in breaks) for start, end in spans], dtype=bool)
    exposures[is_cut] = np.nan
    return exposures


def _side(
    found: Sequence[PeriodWarnings], spans: tuple[Span, ...], counts: Floats, exposures: Floats, side: str
) -> Watched:
    rule = BY_NAME[f"filings_{side}"]
    mean = _rows([one.law.mean for one in found], counts)
    variance = _rows([one.law.variance for one in found], counts)
    own = _rows([one.direction == side for one in found], counts).astype(bool)
    chance = _rows([one.p_high if side == "high" else one.p_low for one in found], counts)
    level = _rows([one.level for one in found], counts).astype(object)
    blind = _rows([one.is_blind_below for one in found], counts).astype(bool)
    level = np.where((level == "not_judged") & np.isnan(counts), "not_covered", level)
    level = np.where(level == "not_judged", "short", level)
    level = np.where(~own & np.isin(level.astype(str), ("alarm", "watch")), "normal", level)
    if side == "low":
        level = np.where((level == "normal") & blind, "blind", level)
    run = _rows([one.run for one in found], counts)
    law = Predictive(mean, variance)

    def limits(tail: float, place: int, rows: slice) -> tuple[Floats, Floats]:
        one = Predictive(law.mean[rows, place], law.variance[rows, place])
        return one.quantile(tail), one.quantile(1 - tail)

    return Watched(
        rule=rule,
        spans=spans,
        value=counts,
        expected=mean,
        numerator=counts,
        denominator=np.full(counts.shape, np.nan),
        level=level.astype(object),
        is_far=own & (chance < FAR),
        run=np.where(own, np.abs(run), 0).astype(np.int64),
        limits=lambda place, rows: limits(FAR, place, rows),
        near_limits=lambda place, rows: limits(BEYOND, place, rows),
    )


def _rows(values: Sequence[object], like: Floats) -> np.ndarray:
    return np.array(values).reshape(like.shape)


__all__ = ["FILINGS", "LEAST_PERIODS", "PERIODS_IN_A_ROW", "watch_filings"]
