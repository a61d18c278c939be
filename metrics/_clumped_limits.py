"""Limits of counts, rates and proportions whose cases come in clumps: those of 1/φ as many, widened back.

At φ = 1 they are the plain limits. A quasi-likelihood argument (McCullagh and Nelder 1989): a count of variance φμ
tells as much as a Poisson count of μ/φ. Rates: exact gamma limits (Garwood 1936) at x/φ, times φ. Proportions:
Wilson's limits (1927) of x/φ out of n/φ.
"""

import numpy as np
from numpy.typing import ArrayLike

from metrics import _arithmetic as arithmetic
from metrics._arithmetic import Floats
from metrics._gamma_function import gamma_quantile


def checked_phi(phi: float) -> float:
    """φ itself. Raises ValueError for anything but a number from 1 up."""
    if not 1 <= phi < np.inf:
        raise ValueError(f"a dispersion is a number from 1 up, not {phi}")
    return float(phi)


def count_limits(x: ArrayLike, phi: float = 1.0, confidence: float = 0.95) -> tuple[Floats, Floats]:
    """Lower and upper limit of counts (any shape); NaN for negative or unknown ones.

    Raises ValueError for φ below 1, KeyError for a confidence without a stored quantile (0.95 and 0.998 have one).
    """
    if checked_phi(phi) == 1:
        return arithmetic.count_limits(x, confidence)
    tail = round((1 - confidence) / 2, 6)
    given = np.asarray(x, dtype=np.float64)
    different, at = np.unique(given, return_inverse=True)
    fewer = different / phi
    low, high = gamma_quantile(fewer, tail), gamma_quantile(np.where(fewer >= 0, fewer + 1, np.nan), 1 - tail)
    return phi * low[at].reshape(given.shape), phi * high[at].reshape(given.shape)


def rate_limits(
    x: ArrayLike, n: ArrayLike, per: int, phi: float = 1.0, confidence: float = 0.95
) -> tuple[Floats, Floats]:
    """Limits of x ÷ n × per; NaN where n is 0 or unknown. Errors as in count_limits."""
    low, high = count_limits(x, phi, confidence)
    return arithmetic.value(low, n, per), arithmetic.value(high, n, per)


def wilson_limits(
    x: ArrayLike, n: ArrayLike, per: int = 100, phi: float = 1.0, confidence: float = 0.95
) -> tuple[Floats, Floats]:
    """Limits of the proportion x ÷ n × per; NaN for n = 0 and for x outside 0…n. Errors as in count_limits."""
    checked_phi(phi)
    part, whole = np.asarray(x, dtype=np.float64), np.asarray(n, dtype=np.float64)
    return arithmetic.wilson_limits(part / phi, whole / phi, per, confidence)
