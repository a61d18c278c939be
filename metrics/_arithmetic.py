"""The arithmetic of figures: pure functions of counts. Scalars or numpy arrays in, numpy float64 out, NaN for "none".

Formulas: Byar's limits (Breslow and Day 1987), exact Poisson limits (Garwood 1936), Wilson's limits (1927),
score tests for two rates and two proportions.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

Z = {0.95: 1.959963984540054, 0.998: 3.090232306167813}
_EXACT_BELOW = 10
# Exact limits of a Poisson count 0…9: the gamma quantiles (x, alpha/2) and (x + 1, 1 - alpha/2). scipy stays out of
# run time; a test regenerates every number with it.
EXACT_LOW = {
    0.95: (
        0.0, 0.025317807984289897, 0.24220927854396507, 0.6186721228956015, 1.089865373626325,
        1.623486390118421, 2.201894253490851, 2.814363051519867, 3.4538321767485023, 4.115373097378334,
    ),
    0.998: (
        0.0, 0.0010005003335835346, 0.045402017769489565, 0.19053337756840327, 0.42855241362842295,
        0.7393717319178327, 1.1071046602556396, 1.5203362603988093, 1.9708139217403662, 2.452424404363775,
    ),
}  # fmt: skip
EXACT_HIGH = {
    0.95: (
        3.6888794541139354, 5.571643390938898, 7.22468766772396, 8.767273069742323, 10.241588675403694,
        11.66833207932267, 13.059474022518685, 14.422675361702376, 15.763189220193313, 17.084803451419166,
    ),
    0.998: (
        6.907755278982137, 9.233413476451585, 11.228872242412661, 13.06224077918807, 14.79414922253721,
        16.454745203680105, 18.061636840199064, 19.626177395384232, 21.15619816583998, 22.65737330906293,
    ),
}  # fmt: skip


def _floats(*values: ArrayLike) -> tuple[Floats, ...]:
    return tuple(np.asarray(value, dtype=np.float64) for value in values)


def divide(x: ArrayLike, n: ArrayLike) -> Floats:
    """x ÷ n; NaN where n is 0 or either is unknown."""
    top, bottom = _floats(x, n)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(bottom == 0, np.nan, top / bottom)


def value(x: ArrayLike, n: ArrayLike, per: int) -> Floats:
    """A rate or proportion: numerator ÷ denominator × per. Multiplied first, so that only the division rounds."""
    return divide(np.asarray(x, dtype=np.float64) * per, n)


def growth(x1: ArrayLike, x0: ArrayLike, n1: ArrayLike = 1, n0: ArrayLike = 1) -> Floats:
    """Change in percent of x1/n1 over x0/n0; for counts leave the exposures at 1. NaN for a base of 0."""
    a1, a0, b1, b0 = _floats(x1, x0, n1, n0)
    return divide((a1 * b0 - a0 * b1) * 100, a0 * b1)


def points(x1: ArrayLike, n1: ArrayLike, x0: ArrayLike, n0: ArrayLike) -> Floats:
    """Change of a proportion in percentage points (百分点)."""
    return value(x1, n1, 100) - value(x0, n0, 100)


def count_limits(x: ArrayLike, confidence: float = 0.95) -> tuple[Floats, Floats]:
    """Limits of a Poisson count: exact below 10, Byar from 10. NaN for negative counts."""
    (count,) = _floats(x)
    z = Z[confidence]
    safe = np.where(count >= _EXACT_BELOW, count, 1.0)
    low = safe * (1 - 1 / (9 * safe) - z / (3 * np.sqrt(safe))) ** 3
    high = (safe + 1) * (1 - 1 / (9 * (safe + 1)) + z / (3 * np.sqrt(safe + 1))) ** 3
    few = (count >= 0) & (count < _EXACT_BELOW)
    row = np.where(few, count, 0).astype(np.int64)
    known = count >= 0
    return (
        np.where(few, np.take(EXACT_LOW[confidence], row), np.where(known, low, np.nan)),
        np.where(few, np.take(EXACT_HIGH[confidence], row), np.where(known, high, np.nan)),
    )


def rate_limits(x: ArrayLike, n: ArrayLike, per: int, confidence: float = 0.95) -> tuple[Floats, Floats]:
    """Limits of a rate: those of its count, over the same people."""
    low, high = count_limits(x, confidence)
    return value(low, n, per), value(high, n, per)


def arms(of: ArrayLike, low: ArrayLike, high: ArrayLike) -> tuple[Floats, Floats]:
    """How far limits lie below and above a value, for error bars; NaN where there are none."""
    middle, below, above = _floats(of, low, high)
    return middle - below, above - middle


def wilson_limits(x: ArrayLike, n: ArrayLike, per: int = 100, confidence: float = 0.95) -> tuple[Floats, Floats]:
    """Wilson's limits of a proportion; NaN for n = 0 and for x outside 0…n."""
    part, whole = _floats(x, n)
    z = Z[confidence]
    legal = (whole > 0) & (part >= 0) & (part <= whole)
    part, whole = np.where(legal, part, 0.0), np.where(legal, whole, 1.0)
    spread = z * np.sqrt(z * z + 4 * part * (1 - part / whole))
    low = np.where(part == 0, 0.0, (2 * part + z * z - spread) / (2 * (whole + z * z)))
    high = np.where(part == whole, 1.0, (2 * part + z * z + spread) / (2 * (whole + z * z)))
    return np.where(legal, low * per, np.nan), np.where(legal, high * per, np.nan)


def change_z(x1: ArrayLike, x0: ArrayLike, n1: ArrayLike = 1, n0: ArrayLike = 1, phi: ArrayLike = 1) -> Floats:
    """Score test of two counts with exposures n1, n0: (x1 - d·x0) / √(φ·d·(x1 + x0)), d = n1/n0. NaN for 0 and 0."""
    a1, a0 = _floats(x1, x0)
    d = divide(n1, n0)
    return divide(a1 - d * a0, np.sqrt(np.asarray(phi, dtype=np.float64) * d * (a1 + a0)))


def proportion_z(x1: ArrayLike, n1: ArrayLike, x0: ArrayLike, n0: ArrayLike, phi: ArrayLike = 1) -> Floats:
    """Pooled score test of two proportions: (p1 - p0) / √(φ·p(1 - p)(1/n1 + 1/n0)), p = (x1 + x0)/(n1 + n0).

    NaN where nothing can be told: an empty year, or all or none resolved in both.
    """
    a1, b1, a0, b0 = _floats(x1, n1, x0, n0)
    pooled = divide(a1 + a0, b1 + b0)
    spread = np.asarray(phi, dtype=np.float64) * pooled * (1 - pooled) * (divide(1, b1) + divide(1, b0))
    return divide(divide(a1, b1) - divide(a0, b0), np.sqrt(np.maximum(spread, 0)))


def ratio_limits(
    x1: ArrayLike, x0: ArrayLike, n1: ArrayLike = 1, n0: ArrayLike = 1, phi: float = 1, confidence: float = 0.95
) -> tuple[Floats, Floats]:
    """Limits of (x1/n1)/(x0/n0): Wilson on x1 of x1 + x0 (both over φ), as odds, over n1/n0.

    They leave out 1 exactly when |change_z| exceeds the same quantile. Nothing counted at all: 0 and infinity.
    """
    a1, a0 = _floats(x1, x0)
    d = divide(n1, n0)
    low, high = wilson_limits(a1 / phi, (a1 + a0) / phi, 1, confidence)
    with np.errstate(divide="ignore"):
        below, above = low / (1 - low) / d, high / (1 - high) / d
    nothing = a1 + a0 == 0
    return np.where(nothing, 0.0, below), np.where(nothing, np.inf, above)
