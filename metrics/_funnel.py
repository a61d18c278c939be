"""Funnel: which townships differ from the county by more than chance, and which are odd even among unlike peers.

Two questions, two sets of limits. Plain ones as in PHEindicatormethods: the limits of the township's own count against
the county (rates), the normal score test (proportions). Over-dispersed ones as in Spiegelhalter 2005: an additive
random effect on the square-root scale (rates, after Poisson) or the arcsine scale (proportions).
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from metrics import _arithmetic as arithmetic
from metrics._arithmetic import Floats, Z
from metrics._clumped_limits import count_limits
from metrics._usable import Words, as_rows, is_usable, spread_out, usability

Kind = Literal["rate", "proportion"]
WINSORISED = (0.1, 0.9)
"""Quantiles that outlying z-scores are pulled to before the spread between townships is estimated."""


@dataclass(frozen=True)
class Funnel:
    """One entry per township in the order given; NaN and the flag "" where it is left out (see `status`).

    Flags: "high_998", "high_95", "none", "low_95", "low_998". Only a 99.8 % flag may colour a cell; one of status
    small is never named.
    """

    kind: Kind
    per: int
    status: Words
    value: Floats
    """x ÷ n × per."""
    target: float
    """Σx ÷ Σn × per over the townships that take part; NaN when there is none."""
    expected: Floats
    """n × target: cases, or disputes resolved."""
    flag: Words
    """Against the plain limits: differs from the county."""
    z: Floats
    """On the scale of the over-dispersed limits, before the random effect."""
    adjusted_z: Floats
    adjusted_flag: Words
    """Against the over-dispersed limits: unusual among its peers."""
    spread: float
    """τ²: variance between townships beyond chance on that scale; 0 when there is no sign of any."""
    winsorised_dispersion: float
    """φ_w: mean square of the winsorised z; NaN when nothing can be told."""


def funnel(x: ArrayLike, n: ArrayLike, kind: Kind, per: int, phi: float = 1.0) -> Funnel:
    """Flags of townships with counts x and denominators n (residents or accepted disputes).

    φ widens the plain limits only; the over-dispersed ones estimate their own spread. A township is part of the county
    it is compared with, which understates its distance by √(1 - its share of n). Raises ValueError for columns of
    unequal length and for φ below 1.
    """
    count, size = as_rows(x, n)
    status = usability(count, size, kind == "proportion")
    used = is_usable(status)
    part, whole = count[used], size[used]
    p0 = float(arithmetic.divide(part.sum(), whole.sum()))
    z, deviation, s2 = _scores(part, whole, p0, kind)
    dispersion, tau2 = _spread(z, s2)
    adjusted = arithmetic.divide(deviation, np.sqrt(s2 + tau2))
    plain = _rate_flags(part, whole * p0, phi) if kind == "rate" else _z_flags(_score_z(part, whole, p0, phi))
    return Funnel(
        kind=kind,
        per=per,
        status=status,
        value=spread_out(arithmetic.value(part, whole, per), used),
        target=float(arithmetic.value(part.sum(), whole.sum(), per)),
        expected=spread_out(whole * p0, used),
        flag=_words(plain, used),
        z=spread_out(z, used),
        adjusted_z=spread_out(adjusted, used),
        adjusted_flag=_words(_z_flags(adjusted), used),
        spread=tau2,
        winsorised_dispersion=dispersion,
    )


def _words(flags: Words, used: NDArray[np.bool_]) -> Words:
    out = np.full(used.shape, "", dtype=object)
    out[used] = flags
    return out


def _rate_flags(x: Floats, expected: Floats, phi: float) -> Words:
    """The county's expectation against the limits of the township's count."""
    low, high = count_limits(x, phi, 0.95)
    far_low, far_high = count_limits(x, phi, 0.998)
    choices = [expected < far_low, expected < low, expected > far_high, expected > high]
    return np.select(choices, ["high_998", "high_95", "low_998", "low_95"], "none").astype(object)


def _score_z(x: Floats, n: Floats, p0: float, phi: float) -> Floats:
    """(x/n - p0) / √(φ·p0(1 - p0)/n): a point beyond it lies outside the drawn line."""
    return arithmetic.divide(x / n - p0, np.sqrt(phi * p0 * (1 - p0) / n))


def _z_flags(z: Floats) -> Words:
    choices = [z > Z[0.998], z > Z[0.95], z < -Z[0.998], z < -Z[0.95]]
    return np.select(choices, ["high_998", "high_95", "low_998", "low_95"], "none").astype(object)


def _scores(x: Floats, n: Floats, p0: float, kind: Kind) -> tuple[Floats, Floats, Floats]:
    """z, distance from the target and variance on the scale that steadies it."""
    if kind == "rate":
        deviation, s2 = np.sqrt(arithmetic.divide(x, n * p0)) - 1, arithmetic.divide(1, 4 * n * p0)
    else:
        deviation, s2 = np.arcsin(np.sqrt(x / n)) - np.arcsin(np.sqrt(p0)), arithmetic.divide(1, 4 * n)
    return deviation / np.sqrt(s2), deviation, s2


def _spread(z: Floats, s2: Floats) -> tuple[float, float]:
    """φ_w and τ²; τ² is 0 for fewer than two townships and where the county has no case."""
    known = ~np.isnan(z)
    if np.count_nonzero(known) < 2:
        return np.nan, 0.0
    low, high = np.quantile(z[known], WINSORISED)
    dispersion = float((np.clip(z[known], low, high) ** 2).mean())
    weight = 1 / s2[known]
    number = len(weight)
    room = weight.sum() - (weight**2).sum() / weight.sum()
    return dispersion, max(0.0, float((number * dispersion - (number - 1)) / room))
