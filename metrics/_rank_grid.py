"""The model behind the ranking: what is known of every township's true rate, given all townships together.

Counts: x ~ Poisson(n·θ), θ ~ Gamma(a, rate b). Proportions: x ~ Binomial(n, p), p ~ Beta(a, b). The county's mean and
the spread between townships are not estimated but averaged over a grid, each node weighted by how well it explains all
counts (hierarchical Bayes; plain empirical Bayes after Marshall 1991 claims too much with 12 to 20 townships).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from metrics._arithmetic import Floats
from metrics._gamma_function import log_beta, log_gamma

_LEVELS = 61
_RATE_MEANS = np.linspace(-1.2, 1.2, _LEVELS)
_RATE_SPREADS: Floats = np.arange(1, 61, dtype=np.float64) * 0.025
_PART_MEANS = np.linspace(-1.5, 1.5, _LEVELS)
_PART_SPREADS: Floats = np.arange(1, 61, dtype=np.float64) * 0.005
_LIGHTEST = 1e-9
"""Nodes of less weight than this (of a total of 1) are dropped; together they move no mean by 1e-7 of itself."""
_ZOOMS = 4
_ENOUGH_LEVELS = 5
_ZOOM_LEVELS = 17
_VISIBLE, _REACHED = 1e-4, 1e-10


@dataclass(frozen=True)
class Mixture:
    """Laws of J grid nodes for I townships: Gamma(shape, rate) of a rate, or Beta(shape, other) of a proportion."""

    is_beta: bool
    weights: Floats
    """J weights that sum to 1."""
    first: Floats
    """J × I: shape a + x."""
    second: Floats
    """J × I: rate b + n, or the other shape b + n - x."""

    def mean(self) -> Floats:
        """Shrunken rate or proportion of each township."""
        below = self.first + self.second if self.is_beta else self.second
        return np.asarray(self.weights @ (self.first / below))


def rate_mixture(x: Floats, n: Floats) -> Mixture:
    """For I counts x (whole or divided by φ) with exposures n > 0; Σx must be above 0."""
    overall = x.sum() / n.sum()

    def prior(u: Floats, cv: Floats) -> tuple[Floats, Floats]:
        a = 1 / cv**2
        return a, a / (overall * np.exp(u))

    def log_weights(u: Floats, cv: float) -> Floats:
        a, b = prior(u, np.full_like(u, cv))
        fixed = (log_gamma(a[0] + x) - log_gamma(a[0])).sum()
        return fixed + len(x) * a * np.log(b) - np.log(b[:, None] + n) @ (a[0] + x)

    u, cv, weights = _nodes(_RATE_MEANS, _RATE_SPREADS, log_weights)
    a, b = prior(u, cv)
    return Mixture(False, weights, a[:, None] + x, b[:, None] + n)


def part_mixture(x: Floats, n: Floats) -> Mixture:
    """For I parts x out of n > 0 (whole or divided by φ); 0 < Σx < Σn."""
    overall = np.log(x.sum() / (n - x).sum())

    def prior(u: Floats, rho: Floats) -> tuple[Floats, Floats]:
        mean, size = 1 / (1 + np.exp(-(overall + u))), 1 / rho - 1
        return mean * size, (1 - mean) * size

    def log_weights(u: Floats, rho: float) -> Floats:
        a, b = prior(u, np.full_like(u, rho))
        each = log_gamma(a[:, None] + x) + log_gamma(b[:, None] + n - x)
        return each.sum(axis=1) - log_gamma(a[0] + b[0] + n).sum() - len(x) * log_beta(a, b)

    u, rho, weights = _nodes(_PART_MEANS, _PART_SPREADS, log_weights)
    a, b = prior(u, rho)
    return Mixture(True, weights, a[:, None] + x, b[:, None] + n - x)


def _nodes(
    means: Floats, spreads: Floats, log_weights: Callable[[Floats, float], Floats]
) -> tuple[Floats, Floats, Floats]:
    """Mean, spread and weight of the nodes that matter.

    Hundreds of townships pin mean and spread down to less than a step of the grid; it is then drawn finer around them.
    """
    for _ in range(_ZOOMS):
        logs = np.column_stack([log_weights(means, spread) for spread in spreads.tolist()])
        weights = np.exp(logs - logs.max())
        finer_means = _finer(means, weights.sum(axis=1), -np.inf)
        finer_spreads = _finer(spreads, weights.sum(axis=0), 0.0)
        if finer_means is means and finer_spreads is spreads:
            break
        means, spreads = finer_means, finer_spreads
    return _heaviest(np.repeat(means, len(spreads)), np.tile(spreads, len(means)), weights.ravel() / weights.sum())


def _finer(levels: Floats, weights: Floats, floor: float) -> Floats:
    """The levels themselves when enough of them carry weight, else finer ones over the part that does."""
    if np.count_nonzero(weights > _VISIBLE * weights.max()) >= _ENOUGH_LEVELS:
        return levels
    step = levels[1] - levels[0]
    reached = levels[weights > _REACHED * weights.max()]
    low = reached[0] - step
    return np.linspace(low if low > floor else reached[0] / _ZOOM_LEVELS, reached[-1] + step, _ZOOM_LEVELS)


def _heaviest(means: Floats, spreads: Floats, weights: Floats) -> tuple[Floats, Floats, Floats]:
    kept = weights > _LIGHTEST
    return means[kept], spreads[kept], weights[kept] / weights[kept].sum()
