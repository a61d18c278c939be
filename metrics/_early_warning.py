"""Early warning: is a period's count out of line with the township's own recent past?

A rule fires on one breach of 99.8 % limits or on two periods in a row beyond 95 % on the same side, and only when at
least five cases separate the count from what was expected, so that small townships do not flicker.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from metrics._arithmetic import Floats
from metrics._predictive import Predictive, predict
from metrics._usable import Words, as_rows

FAR, BEYOND = 0.001, 0.025
"""One-sided chances of the 99.8 % and 95 % limits."""
LEAST_DIFFERENCE = 5.0
PERIODS_IN_A_ROW = 2
LONGEST_BASELINE, SHORTEST_BASELINE = 33, 22
"""Three and two years of periods, January and February being one."""


@dataclass(frozen=True)
class PeriodWarnings:
    """One period; one entry per township."""

    level: Words
    """ "alarm", "watch" (first period beyond 95 %), "normal" or "not_judged"."""
    direction: Words
    """ "high" or "low" of an alarm or watch, else ""."""
    observed: Floats
    law: Predictive
    """What was to be expected; unknown where not judged, as all numbers below."""
    p_high: Floats
    """P(at least as many)."""
    p_low: Floats
    """P(at most as many)."""
    run: NDArray[np.int64]
    """Periods in a row beyond 95 % up to this one; negative when below."""
    is_blind_below: NDArray[np.bool_]
    """Expected so few that not even a count of 0 would breach the lower 99.8 % limit: say so instead of "normal"."""

    @property
    def expected(self) -> Floats:
        """Mean count to be expected."""
        return self.law.mean

    def limits(self) -> tuple[Floats, Floats]:
        """99.8 % limits: counts outside breach them. Worked out when asked for, since most periods are only passed."""
        return self.law.quantile(FAR), self.law.quantile(1 - FAR)


def judge(
    observed: ArrayLike, baseline: ArrayLike, ratio: ArrayLike, phi: float = 1.0, run_before: ArrayLike | None = None
) -> PeriodWarnings:
    """Judge one period of each township.

    `baseline`: its count over the baseline; `ratio`: exposure of the period ÷ exposure of the baseline (seasonal share
    × residents). NaN in any of the three: not judged, and the run is broken. `run_before`: `run` of the period before.
    Raises ValueError for columns of unequal length and for φ below 1.
    """
    y, total, g = as_rows(observed, baseline, ratio)
    before = np.zeros(y.shape) if run_before is None else as_rows(y, run_before)[1]
    law = predict(total, np.where(y >= 0, g, np.nan), phi)
    p_high, p_low = law.at_least(y), law.at_most(y)
    is_off = np.abs(y - law.mean) >= LEAST_DIFFERENCE
    side = np.where(is_off & (p_high < BEYOND), 1, np.where(is_off & (p_low < BEYOND), -1, 0))
    run = np.where(side == 0, 0, np.where(np.sign(before) == side, before + side, side)).astype(np.int64)
    is_far = np.where(side > 0, p_high < FAR, p_low < FAR) & (side != 0)
    is_alarm = is_far | (np.abs(run) >= PERIODS_IN_A_ROW)
    levels = [np.isnan(law.mean), is_alarm, side != 0]
    return PeriodWarnings(
        level=np.select(levels, ["not_judged", "alarm", "watch"], "normal").astype(object),
        direction=np.select([side > 0, side < 0], ["high", "low"], "").astype(object),
        observed=y,
        law=law,
        p_high=p_high,
        p_low=p_low,
        run=run,
        is_blind_below=law.nothing() >= FAR,
    )


def watch(
    counts: ArrayLike,
    exposures: ArrayLike,
    phi: float = 1.0,
    longest: int = LONGEST_BASELINE,
    shortest: int = SHORTEST_BASELINE,
) -> Sequence[PeriodWarnings]:
    """Judge each period of a series (periods × townships, oldest first) by the periods before it.

    The baseline is what the last `longest` periods hold without those that raised an alarm; fewer than `shortest` left:
    not judged. Only closed periods belong in. NaN (not covered) is neither judged nor learnt from. Raises ValueError
    for tables of unequal or wrong shape, for shortest outside 1…longest, and for φ below 1.
    """
    y, exposure = np.asarray(counts, dtype=np.float64), np.asarray(exposures, dtype=np.float64)
    if y.ndim != 2 or y.shape != exposure.shape or not 1 <= shortest <= longest:
        raise ValueError(f"two tables of one shape and 1 ≤ shortest ≤ longest, not {y.shape} and {exposure.shape}")
    teaches = (y >= 0) & (exposure > 0)
    run: ArrayLike = np.zeros(y.shape[1])
    found: list[PeriodWarnings] = []
    for period in range(len(y)):
        window = slice(max(0, period - longest), period)
        used = teaches[window]
        base_count = np.where(used, y[window], 0).sum(axis=0)
        base_exposure = np.where(used, exposure[window], 0).sum(axis=0)
        is_enough = used.sum(axis=0) >= shortest
        ratio = np.divide(exposure[period], base_exposure, out=np.full(len(is_enough), np.nan), where=is_enough)
        found.append(judge(y[period], base_count, ratio, phi, run))
        run = found[-1].run
        teaches[period] &= found[-1].level != "alarm"
    return found
