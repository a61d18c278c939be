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
    ((low, high),) = _limits(x, phi, confidence)
    return low, high


def _limits(x: ArrayLike, phi: float, *confidences: float) -> list[tuple[Floats, Floats]]:
    """Lower and upper limits of counts for each confidence, all quantiles in one go and equal counts only once."""
    if checked_phi(phi) == 1:
        return [arithmetic.count_limits(x, confidence) for confidence in confidences]
    given = np.asarray(x, dtype=np.float64)
    different, at = np.unique(given, return_inverse=True)
    fewer = different / phi
    more = np.where(fewer >= 0, fewer + 1, np.nan)
    tails = [round((1 - confidence) / 2, 6) for confidence in confidences]
    both = gamma_quantile(
        np.concatenate([[fewer, more] for _ in tails]), np.array([[p] for tail in tails for p in (tail, 1 - tail)])
    )
    rows = [phi * row[at].reshape(given.shape) for row in both]
    return list(zip(rows[::2], rows[1::2], strict=True))


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


def near_and_wide(
    x: ArrayLike, n: ArrayLike, per: int, phi: float, *, is_proportion: bool
) -> tuple[tuple[Floats, Floats], tuple[Floats, Floats]]:
    """The 95 % limits of x ÷ n × per and the 99.8 % ones, Wilson's for a proportion. Errors as in count_limits."""
    if is_proportion:
        return wilson_limits(x, n, per, phi, 0.95), wilson_limits(x, n, per, phi, 0.998)
    near, wide = _limits(x, phi, 0.95, 0.998)
    return (
        (arithmetic.value(near[0], n, per), arithmetic.value(near[1], n, per)),
        (arithmetic.value(wide[0], n, per), arithmetic.value(wide[1], n, per)),
    )
