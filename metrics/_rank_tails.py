"""Limits and tails of the mixture of laws that the ranking model leaves, by quadrature of its density.

On the log (rates) or logit (proportions) scale the density is smooth and has one hump; forty Gauss-Legendre points over
the tail at hand give its mass to 1e-10 in counties as they are, and to 1e-5 where no case among tens of thousands
stands beside one among two dozen.
"""

from statistics import NormalDist

import numpy as np

from metrics._arithmetic import Floats
from metrics._gamma_function import NODES, WEIGHTS, log_beta, log_gamma
from metrics._rank_grid import Mixture

_SPREADS = 12.0
_DECAY = 36.0
_STEPS = 40
_CLOSE = 1e-6
"""Of a standard deviation: the last step of Newton's squares this."""
_TINY = 1e-300


class Tails:
    """How much of each township's mixture lies above a point, and the points with a given part below."""

    def __init__(self, mixture: Mixture) -> None:
        first, second, weights = mixture.first, mixture.second, mixture.weights
        self._is_beta = mixture.is_beta
        self._first, self._last = first, first + second if mixture.is_beta else second
        scale = -log_beta(first, second) if mixture.is_beta else first * np.log(second) - log_gamma(first)
        self._factor = scale + np.log(weights)[:, None]
        centre = _digamma(first) - (_digamma(second) if mixture.is_beta else np.log(second))
        spread = _trigamma(first) + (_trigamma(second) if mixture.is_beta else 0)
        self._middle = weights @ centre
        self._sd = np.sqrt(weights @ (spread + centre**2) - self._middle**2)
        self._down = np.maximum(_SPREADS * self._sd, _DECAY / first.min(axis=0))
        self._up = _SPREADS * self._sd
        if mixture.is_beta:
            self._up = np.maximum(self._up, _DECAY / second.min(axis=0))
            self._down = np.minimum(self._down, self._middle + _steep_end(second, first).max(axis=0))
        self._up = np.minimum(self._up, _steep_end(first, second, mixture.is_beta).max(axis=0) - self._middle)

    def above(self, point: float) -> Floats:
        """P(true rate or proportion > point) of each township, for a point above 0 (and below 1 for a proportion)."""
        s = np.full_like(self._middle, np.log(point / (1 - point)) if self._is_beta else np.log(point))
        return np.clip(1 - self._below(s), 0, 1)

    def quantile(self, q: float) -> Floats:
        """The rate or proportion of each township with q of its mixture below.

        Newton on the logarithm of the smaller tail, which is all but concave, held inside a bracket.
        """
        low, high = self._middle - self._down, self._middle + self._up
        s = self._middle + NormalDist().inv_cdf(q) * self._sd
        for _ in range(_STEPS):
            below = self._below(s)
            low, high = np.where(below < q, s, low), np.where(below < q, high, s)
            tail, wanted, sign = (below, q, -1) if q < 0.5 else (1 - below, 1 - q, 1)
            tail = np.maximum(tail, _TINY)
            step = sign * np.log(tail / wanted) * tail / np.maximum(self._density(s), _TINY)
            following = s + step
            is_close = (np.abs(step) < _CLOSE * self._sd) & (tail > _TINY)
            s = np.where(is_close | ((following > low) & (following < high)), following, (low + high) / 2)
            if is_close.all():
                break
        return np.asarray(1 / (1 + np.exp(-s)) if self._is_beta else np.exp(s))

    def _below(self, s: Floats) -> Floats:
        """Mass below s, through the tail on the side of s that leads away from the middle."""
        is_right = s > self._middle
        end = np.where(is_right, np.maximum(self._middle + self._up, s), np.minimum(self._middle - self._down, s))
        mass = sum(weight * self._density(s + (end - s) * node) for node, weight in zip(NODES, WEIGHTS, strict=True))
        tail = mass * np.abs(end - s)
        return np.where(is_right, 1 - tail, tail)

    def _density(self, s: Floats) -> Floats:
        """Of log θ or logit p at one point s per township."""
        growing = np.logaddexp(0, s) if self._is_beta else np.exp(s)
        with np.errstate(under="ignore"):
            return np.asarray(np.exp(self._first * s - self._last * growing + self._factor).sum(axis=0))


def _steep_end(first: Floats, second: Floats, is_beta: bool = True) -> Floats:
    """Where a density that grows by `first` and is cut by `second` has died away, on the log or logit scale."""
    return np.log((first + 9 * np.sqrt(first) + 45) / second) + (45 / second if is_beta else 0)


def _digamma(a: Floats) -> Floats:
    """Near enough to place a window: one step of the recurrence, then the asymptotic series."""
    b = a + 1
    return np.log(b) - 1 / (2 * b) - 1 / (12 * b * b) - 1 / a


def _trigamma(a: Floats) -> Floats:
    b = a + 1
    return 1 / b + 1 / (2 * b * b) + 1 / (6 * b**3) + 1 / (a * a)
