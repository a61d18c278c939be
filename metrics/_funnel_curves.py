"""The lines of a funnel picture: they pass exactly where the flags change.

Rates: parametric in the number of cases, with the same limits as the flags. Proportions: target ± z·√(p(1 - p)/n).
Over-dispersed lines: Spiegelhalter 2005 on the square-root or arcsine scale, squared back.
"""

from dataclasses import dataclass

import numpy as np

from metrics._arithmetic import Floats, Z
from metrics._clumped_limits import count_limits
from metrics._funnel import Funnel

_POINTS = 120


@dataclass(frozen=True)
class Curve:
    """One line: denominators (residents or disputes) in rising order, and value × per at each."""

    n: Floats
    value: Floats


def plain_curves(
    funnel: Funnel, smallest: float, largest: float, confidence: float = 0.95, phi: float = 1.0
) -> tuple[Curve, Curve]:
    """Lower and upper line between two denominators; empty when the county has no case or no township takes part.

    Raises ValueError unless 0 < smallest ≤ largest, or for φ below 1; KeyError for other confidences than 0.95, 0.998.
    """
    _check(smallest, largest)
    p0 = funnel.target / funnel.per
    if not p0 > 0:
        return _nothing(), _nothing()
    if funnel.kind == "rate":
        low, high = _by_events(funnel, largest, confidence, phi)
        return _between(low, smallest, largest), _between(high, smallest, largest)
    n = np.geomspace(smallest, largest, _POINTS)
    reach = Z[confidence] * np.sqrt(phi * p0 * (1 - p0) / n)
    return Curve(n, np.maximum(0, p0 - reach) * funnel.per), Curve(n, np.minimum(1, p0 + reach) * funnel.per)


def adjusted_curves(funnel: Funnel, smallest: float, largest: float, confidence: float = 0.95) -> tuple[Curve, Curve]:
    """Lower and upper over-dispersed line between two denominators. Empty lines and errors as in plain_curves."""
    _check(smallest, largest)
    p0 = funnel.target / funnel.per
    if not p0 > 0:
        return _nothing(), _nothing()
    n = np.geomspace(smallest, largest, _POINTS)
    low, high = adjusted_limits(funnel, n, confidence)
    return Curve(n, low), Curve(n, high)


def adjusted_limits(funnel: Funnel, n: Floats, confidence: float = 0.95) -> tuple[Floats, Floats]:
    """Over-dispersed limits × per at denominators n (any shape)."""
    p0, z = funnel.target / funnel.per, Z[confidence]
    if funnel.kind == "rate":
        reach = z * np.sqrt(1 / (4 * n * p0) + funnel.spread)
        return funnel.target * np.maximum(0, 1 - reach) ** 2, funnel.target * (1 + reach) ** 2
    reach, middle = z * np.sqrt(1 / (4 * n) + funnel.spread), np.arcsin(np.sqrt(p0))
    low, high = np.maximum(0, middle - reach), np.minimum(np.pi / 2, middle + reach)
    return funnel.per * np.sin(low) ** 2, funnel.per * np.sin(high) ** 2


def _by_events(funnel: Funnel, largest: float, confidence: float, phi: float) -> tuple[Curve, Curve]:
    """Through the denominators at which k cases just reach a limit: each k one by one at first, then in wider steps."""
    p0 = funnel.target / funnel.per
    expected = largest * p0
    most = expected + 6 * np.sqrt(phi * expected) + 20 * phi
    k = np.unique(np.concatenate([np.arange(40), np.round(np.geomspace(1, most, _POINTS))]))
    low, high = count_limits(k, phi, confidence)
    above = k > 0
    upper = Curve(low[above] / p0, funnel.target * k[above] / low[above])
    return Curve(high / p0, funnel.target * k / high), upper


def _between(curve: Curve, smallest: float, largest: float) -> Curve:
    inside = (curve.n >= smallest) & (curve.n <= largest)
    return Curve(curve.n[inside], curve.value[inside])


def _nothing() -> Curve:
    return Curve(np.empty(0), np.empty(0))


def _check(smallest: float, largest: float) -> None:
    if not 0 < smallest <= largest:
        raise ValueError(f"a line needs 0 < smallest ≤ largest, not {smallest} and {largest}")
