"""What the next count may be, given what was counted before: the negative binomial law behind warnings and forecasts.

With φ = 1 it is the Bayes method of R's surveillance package (Höhle 2007): a Poisson rate with Jeffreys' prior. φ above
1 widens it to variance φμ(1 + g).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from metrics._arithmetic import Floats
from metrics._beta_function import beta_below
from metrics._clumped_limits import checked_phi


@dataclass(frozen=True)
class Predictive:
    """Negative binomial laws, one per entry. A mean of 0 is the certainty of 0; NaN: nothing is known."""

    mean: Floats
    variance: Floats

    @property
    def prob(self) -> Floats:
        """Chance parameter p = mean ÷ variance; NaN for a mean of 0."""
        return np.divide(self.mean, self.variance, out=np.full_like(self.mean, np.nan), where=self.variance > 0)

    @property
    def size(self) -> Floats:
        """k = mean·p ÷ (1 - p), not a whole number."""
        return self.mean * self.prob / (1 - self.prob)

    def at_most(self, y: ArrayLike) -> Floats:
        """P(Y ≤ y) for whole y; 0 below 0."""
        count = np.asarray(y, dtype=np.float64)
        inside = beta_below(self.size, np.maximum(count, 0) + 1, self.prob)
        return self._certain(np.where(count < 0, 0.0, inside), count >= 0)

    def at_least(self, y: ArrayLike) -> Floats:
        """P(Y ≥ y) for whole y; 1 at 0 and below. Small answers keep their relative precision."""
        count = np.asarray(y, dtype=np.float64)
        inside = beta_below(np.maximum(count, 1), self.size, 1 - self.prob)
        return self._certain(np.where(count <= 0, 1.0, inside), count <= 0)

    def nothing(self) -> Floats:
        """P(Y = 0)."""
        return self._certain(np.exp(self.size * np.log(self.prob)), 1.0)

    def quantile(self, q: float) -> Floats:
        """Smallest whole y with P(Y ≤ y) ≥ q, for q between 0 and 1; NaN where nothing is known."""
        known = ~np.isnan(self.mean)
        mean, sd = np.where(known, self.mean, 0), np.sqrt(np.where(known, self.variance, 0))
        low, high = np.full(mean.shape, -1.0), np.ceil(mean + 10 * sd) + 30
        while (short := known & (self.at_most(high) < q)).any():
            high = np.where(short, 2 * high, high)
        while (open_ := high - low > 1).any():
            middle = np.where(open_, np.floor((low + high) / 2), high)
            reached = ~(self.at_most(middle) < q)
            low, high = np.where(open_ & ~reached, middle, low), np.where(reached, middle, high)
        return np.where(known, high, np.nan)

    def _certain(self, value: Floats, if_zero: ArrayLike) -> Floats:
        unknown = np.isnan(self.mean)
        return np.where(unknown, np.nan, np.where(self.mean == 0, np.asarray(if_zero, dtype=np.float64), value))


def predict(total: ArrayLike, ratio: ArrayLike, phi: float = 1.0) -> Predictive:
    """Law of a count after a baseline `total`, at `ratio` = its exposure ÷ the baseline's; mean (total + ½)·ratio.

    NaN for a negative or unknown total or ratio. Raises ValueError for φ below 1.
    """
    checked_phi(phi)
    given, g = np.broadcast_arrays(np.asarray(total, dtype=np.float64), np.asarray(ratio, dtype=np.float64))
    legal = (given >= 0) & (g >= 0) & (g < np.inf)
    g = np.where(legal, g, np.nan)
    mean = (np.where(legal, given, np.nan) + 0.5) * g
    return Predictive(mean, phi * mean * (1 + g))
