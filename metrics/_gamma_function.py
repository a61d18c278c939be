"""The regularised incomplete gamma function and its inverse, with numpy only: limits of counts that come in clumps.

Series and continued fraction (Abramowitz and Stegun 6.5.29 and 6.5.31) below a shape of 40, from there Gauss-Legendre
quadrature of the density over the shorter tail, scaled by Stirling's series so that nothing large cancels.
"""

from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike

from metrics._arithmetic import Floats

_QUADRATURE_FROM = 40.0
_TURNS = 500
_NEWTON_STEPS = 60
_CLOSE = 1e-7
"""A last step of Newton's this long leaves an error of its square."""
_TINY = 1e-300
_EPS = 1e-16
_BERNOULLI = (1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400)
_STIRLING_FROM = 12.0
_HALF_LOG_2PI = 0.5 * np.log(2 * np.pi)
_half_nodes, _half_weights = np.polynomial.legendre.leggauss(40)
NODES, WEIGHTS = (_half_nodes + 1) / 2, _half_weights / 2
"""Points and weights of the quadrature on 0…1."""


def stirling_rest(a: Floats) -> Floats:
    """log Γ(a + 1) less a·log a - a + log √(2πa), for a from 12 up."""
    inverse = 1 / a
    square = inverse * inverse
    rest = np.zeros_like(a)
    for coefficient in reversed(_BERNOULLI):
        rest = rest * square + coefficient
    return rest * inverse


def log_gamma(a: ArrayLike) -> Floats:
    """log Γ(a) for a > 0; Stirling's series after pushing small arguments up by the recurrence."""
    given = np.asarray(a, dtype=np.float64)
    high, product = given.copy(), np.ones_like(given)
    is_low = given < _STIRLING_FROM
    while is_low.any():
        product = np.where(is_low, product * high, product)
        high = np.where(is_low, high + 1, high)
        is_low = high < _STIRLING_FROM
    return (high - 0.5) * np.log(high) - high + _HALF_LOG_2PI + stirling_rest(high) - np.log(product)


def log_beta(a: ArrayLike, b: ArrayLike) -> Floats:
    """log B(a, b) for a, b > 0; nothing large cancels where one of them is large."""
    first, second = np.broadcast_arrays(np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64))
    small, large = np.minimum(first, second), np.maximum(first, second)
    safe = np.maximum(large, _STIRLING_FROM)
    whole = small + safe
    ratio = stirling_rest(safe) - stirling_rest(whole) - (safe - 0.5) * np.log1p(small / safe)
    ratio = ratio - small * np.log(whole) + small
    plain = log_gamma(np.minimum(large, _STIRLING_FROM)) - log_gamma(np.minimum(first + second, 2 * _STIRLING_FROM))
    return log_gamma(small) + np.where(large >= _STIRLING_FROM, ratio, plain)


def gamma_tails(a: ArrayLike, x: ArrayLike) -> tuple[Floats, Floats]:
    """P(a, x) and Q(a, x) = 1 - P: how much of a gamma law of shape a > 0 lies below and above x ≥ 0. NaN elsewhere.

    Both keep their relative precision far out in their own tail.
    """
    shape, at = np.broadcast_arrays(np.asarray(a, dtype=np.float64), np.asarray(x, dtype=np.float64))
    below, above = np.full(shape.shape, np.nan), np.full(shape.shape, np.nan)
    legal = (shape > 0) & (at >= 0)
    is_high = at > shape + 1
    for part, tail, is_upper in (
        (legal & (shape >= _QUADRATURE_FROM) & ~is_high, _by_quadrature, False),
        (legal & (shape >= _QUADRATURE_FROM) & is_high, _by_quadrature, True),
        (legal & (shape < _QUADRATURE_FROM) & ~is_high, _by_series, False),
        (legal & (shape < _QUADRATURE_FROM) & is_high, _by_fraction, True),
    ):
        if part.any():
            found = np.clip(tail(shape[part], at[part]), 0, 1)
            (above if is_upper else below)[part] = found
            (below if is_upper else above)[part] = 1 - found
    return below, above


def _density_factor(a: Floats, x: Floats) -> Floats:
    """x^a e^-x / Γ(a)."""
    with np.errstate(divide="ignore", under="ignore"):
        return np.exp(a * np.log(x) - x - log_gamma(a))


def _by_series(a: Floats, x: Floats) -> Floats:
    """P(a, x) for x ≤ a + 1."""
    term = 1 / a
    total = term.copy()
    for turn in range(1, _TURNS):
        term = term * x / (a + turn)
        total += term
        if (term <= total * _EPS).all():
            break
    return total * _density_factor(a, x)


def _by_fraction(a: Floats, x: Floats) -> Floats:
    """Q(a, x) for x > a + 1, by Lentz's method."""
    b = x + 1 - a
    c, d = np.full_like(b, 1 / _TINY), 1 / b
    product = d.copy()
    for turn in range(1, _TURNS):
        top = -turn * (turn - a)
        b = b + 2
        d = top * d + b
        d = 1 / np.where(np.abs(d) < _TINY, _TINY, d)
        c = b + top / c
        c = np.where(np.abs(c) < _TINY, _TINY, c)
        factor = d * c
        product *= factor
        if (np.abs(factor - 1) <= 10 * _EPS).all():
            break
    return product * _density_factor(a, x)


def _by_quadrature(a: Floats, x: Floats) -> Floats:
    """The shorter tail at x: the one above where x > a + 1, else the one below."""
    mode = a - 1
    spread = np.sqrt(mode)
    up = np.maximum(mode + 13 * spread, x + 8 * spread)
    down = np.maximum(0, np.minimum(mode - 7.5 * spread, x - 5 * spread))
    width = np.where(x > a + 1, up, down) - x
    total = np.zeros_like(x)
    with np.errstate(under="ignore", divide="ignore"):
        for node, weight in zip(NODES, WEIGHTS, strict=True):
            away = (x + width * node - mode) / mode
            total += weight * np.exp(-mode * (away - np.log1p(away)))
    return total * np.abs(width) * np.exp(-stirling_rest(mode)) / np.sqrt(2 * np.pi * mode)


def gamma_quantile(a: ArrayLike, p: ArrayLike) -> Floats:
    """The x with P(a, x) = p (one for all, or one each) for shapes a > 0; 0 for a shape of 0; NaN for a negative one.

    Newton on the logarithm of the smaller tail against log x: that curve is concave, so it arrives from any start.
    """
    shape, below = np.broadcast_arrays(np.asarray(a, dtype=np.float64), np.asarray(p, dtype=np.float64))
    safe = np.where(shape > 0, shape, 1.0)
    is_low = below < 0.5
    wanted, sign = np.log(np.where(is_low, below, 1 - below)), np.where(is_low, 1, -1)
    s = _first_guess(safe, below)
    for _ in range(_NEWTON_STEPS):
        x = np.exp(s)
        tail = np.maximum(np.where(is_low, *gamma_tails(safe, x)), _TINY)
        slope = np.maximum(_density_factor(safe, x), _TINY) / tail
        step = (wanted - np.log(tail)) / slope * sign
        s = s + np.clip(step, -5, 5)
        if (np.abs(step) <= _CLOSE).all():
            break
    return np.where(shape > 0, np.exp(s), np.where(shape == 0, 0.0, np.nan))


def _first_guess(a: Floats, p: Floats) -> Floats:
    """Logarithm of Wilson and Hilferty's cube; near 0 that of the power the law begins with."""
    different, at = np.unique(p, return_inverse=True)
    z = np.array([NormalDist().inv_cdf(one) for one in different.tolist()])[at].reshape(p.shape)
    cube = 1 - 1 / (9 * a) + z / (3 * np.sqrt(a))
    start = (np.log(p) + log_gamma(a + 1)) / a
    return np.where(cube > 0.3, np.log(a) + 3 * np.log(np.maximum(cube, 0.3)), np.minimum(start, np.log(a + 1)))
