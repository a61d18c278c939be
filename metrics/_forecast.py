"""How many cases the year will end with: what was counted, and a credible guess at the rest.

Credibility weighting of last year's total with this year's pace (Bühlmann 1967), as a negative binomial law. Without a
year before: this year's pace alone.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from metrics import _arithmetic as arithmetic
from metrics._arithmetic import Floats
from metrics._clumped_limits import checked_phi
from metrics._predictive import Predictive, predict
from metrics._usable import as_rows

LEAST_DRIFT, FIRST_DRIFT = 0.0025, 0.15**2
"""c²: relative variance of a township's true level from year to year: the smallest believed, and one to begin with."""
_TAIL = 0.05

_NO_REST = 1e-9
"""A rest of the year below this share is none: its law would be lost in rounding."""


@dataclass(frozen=True)
class Forecast:
    """Cases of the whole year, one entry per township; NaN where nothing can be said (no pace and no year before)."""

    mean: Floats
    low: Floats
    median: Floats
    high: Floats
    """Limits of 90 %; at the end of the year they close on the count."""
    rest: Predictive
    """Law of what is still to come."""


def year_end(
    so_far: ArrayLike,
    share: float,
    previous: ArrayLike | None = None,
    drift: float = FIRST_DRIFT,
    phi: float = 1.0,
) -> Forecast:
    """Forecast from counts of the closed months.

    `share` (0…1): part of a year's cases expected by then; `previous`: totals of the year before (scaled by population
    growth if known), NaN or None without one. Before April show the interval, not the point. Raises ValueError for a
    share outside 0…1, a drift not above 0, φ below 1, and columns of unequal length.
    """
    checked_phi(phi)
    if not 0 <= share <= 1 or not drift > 0:
        raise ValueError(f"a share from 0 to 1 and a drift above 0, not {share} and {drift}")
    share = 1.0 if share > 1 - _NO_REST else share
    count = as_rows(so_far)[0]
    last = np.full(count.shape, np.nan) if previous is None else as_rows(count, previous)[1]
    count, last = np.where(count >= 0, count, np.nan), np.where(last >= 0, last, np.nan)
    by_pace = predict(count, (1 - share) / share if share > 0 else np.nan, phi)
    mean, variance = _by_credibility(count, share, last, drift, phi)
    alone = np.isnan(last)
    rest = Predictive(np.where(alone, by_pace.mean, mean), np.where(alone, by_pace.variance, variance))
    low, median, high = (count + rest.quantile(q) for q in (_TAIL, 0.5, 1 - _TAIL))
    return Forecast(count + rest.mean, low, median, high, rest)


def _by_credibility(x: Floats, share: float, previous: Floats, drift: float, phi: float) -> tuple[Floats, Floats]:
    """Mean and variance of the rest, with a Gamma prior on the year's level that last year's total gives."""
    level = previous + 0.5
    shape = 1 / (drift + phi / level)
    alpha, beta = shape + x / phi, shape / level + share / phi
    mean = (1 - share) * alpha / beta
    return mean, phi * mean + (1 - share) ** 2 * alpha / beta**2


def drift_of(x1: ArrayLike, x0: ArrayLike, phi: float = 1.0) -> float:
    """c² from closed years: x1 follows x0; one row of townships, or a row for each pair of years.

    Never below 0.0025; the starting value when there is nothing to learn from. Unknown counts are left out. Raises
    ValueError for tables of unequal shape and for φ below 1.
    """
    checked_phi(phi)
    after, before = (np.atleast_2d(np.asarray(one, dtype=np.float64)) for one in (x1, x0))
    if after.shape != before.shape:
        raise ValueError(f"tables of one shape are needed, not {after.shape} and {before.shape}")
    known = (after >= 0) & (before > 0)
    after, before = np.where(known, after, 0), np.where(known, before, 0)
    growth = arithmetic.divide(after.sum(axis=1), before.sum(axis=1))[:, None]
    expected = growth * before
    excess = arithmetic.divide((after - expected) ** 2 - phi * (after + growth**2 * before), expected)
    if not np.nansum(expected) > 0:
        return FIRST_DRIFT
    return max(LEAST_DRIFT, float(np.nansum(excess) / np.nansum(expected)))
