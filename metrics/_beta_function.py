"""The regularised incomplete beta function with numpy only: tails of binomial, negative binomial and beta laws.

Continued fraction (Abramowitz and Stegun 26.5.8) by Lentz's method; where both shapes reach 40 Gauss-Legendre
quadrature of the density over the shorter tail, scaled by Stirling's series.
"""

import numpy as np
from numpy.typing import ArrayLike

from metrics._arithmetic import Floats
from metrics._gamma_function import NODES, WEIGHTS, log_beta, stirling_rest

_QUADRATURE_FROM = 40.0
_TURNS = 3_000
_TINY = 1e-300
_EPS = 1e-16


def beta_below(a: ArrayLike, b: ArrayLike, x: ArrayLike) -> Floats:
    """I_x(a, b): how much of a beta law of shapes a, b > 0 lies below x in 0…1. NaN for anything else.

    For the part above call it with the shapes exchanged and 1 - x: small answers keep their relative precision.
    """
    first, second, at = np.broadcast_arrays(*(np.asarray(one, dtype=np.float64) for one in (a, b, x)))
    out = np.full(at.shape, np.nan)
    legal = (first > 0) & (second > 0) & (at >= 0) & (at <= 1)
    is_big = (np.minimum(first, second) >= _QUADRATURE_FROM) & (at > 0) & (at < 1)
    is_turned = at > (first + 1) / (first + second + 2)
    for part, tail in ((legal & is_big, _by_quadrature), (legal & ~is_big, _by_fraction)):
        for turned in (False, True):
            chosen = part & (is_turned == turned)
            if chosen.any():
                shapes = (second, first, 1 - at) if turned else (first, second, at)
                found = np.clip(tail(*(one[chosen] for one in shapes)), 0, 1)
                out[chosen] = 1 - found if turned else found
    return out


def _by_fraction(a: Floats, b: Floats, x: Floats) -> Floats:
    """I_x(a, b) for x ≤ (a + 1) / (a + b + 2)."""
    with np.errstate(divide="ignore", under="ignore"):
        front = np.exp(a * np.log(x) + b * np.log1p(-x) - log_beta(a, b)) / a
    c = np.ones_like(x)
    d = 1 / _away_from_0(1 - (a + b) * x / (a + 1))
    product = d.copy()
    for turn in range(1, _TURNS):
        twice = a + 2 * turn
        even = turn * (b - turn) * x / ((twice - 1) * twice)
        odd = -(a + turn) * (a + b + turn) * x / (twice * (twice + 1))
        for top in (even, odd):
            d = 1 / _away_from_0(1 + top * d)
            c = _away_from_0(1 + top / c)
            factor = d * c
            product *= factor
        if (np.abs(factor - 1) <= 10 * _EPS).all():
            break
    return front * product


def _away_from_0(value: Floats) -> Floats:
    return np.where(np.abs(value) < _TINY, _TINY, value)


def _by_quadrature(a: Floats, b: Floats, x: Floats) -> Floats:
    """The part below x, for x not above the mean."""
    a1, b1 = a - 1, b - 1
    whole = a1 + b1
    mode = a1 / whole
    spread = np.sqrt(mode * (1 - mode) / whole)
    width = x - np.maximum(0, np.minimum(mode - 13 * spread, x - 8 * spread))
    total = np.zeros_like(x)
    with np.errstate(under="ignore", divide="ignore"):
        for node, weight in zip(NODES, WEIGHTS, strict=True):
            away = x - width * node - mode
            total += weight * np.exp(a1 * np.log1p(away / mode) + b1 * np.log1p(-away / (1 - mode)))
    rest = stirling_rest(whole) - stirling_rest(a1) - stirling_rest(b1)
    return total * width * (whole + 1) * np.exp(rest) * np.sqrt(whole / (2 * np.pi * a1 * b1))
