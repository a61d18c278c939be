"""Were filings held back before a cut-off (month end, year end)? A dip before it and a rebound after.

The exact binomial manipulation test (Cattaneo, Frandsen and Titiunik 2015, as in rddensity) with a share expected in
advance; clumped filings by the normal score with φ. An indication for review, never proof.
"""

from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal

import numpy as np

from metrics import _arithmetic as arithmetic
from metrics._beta_function import beta_below
from metrics._clumped_limits import checked_phi

FLAGGED_BELOW = 0.001


@dataclass(frozen=True)
class HeldBack:
    """The answer for one court or county, pooled over cut-offs; NaN where `status` is "nothing_filed"."""

    status: Literal["ok", "nothing_filed"]
    moved: float
    """Filings that seem to be missing before the cut-off; negative when more came than expected."""
    low: float
    high: float
    """95 % limits of it."""
    z: float
    p_exact: float
    """P(so few or fewer before the cut-off) if nothing was held back and nothing clumps."""
    p: float
    """The same allowing for φ; equal to p_exact at φ = 1."""
    is_flagged: bool
    """Both below 0.001: φ may weaken the finding, never make it."""


def held_back(before: int, after: int, expected_share: float = 0.5, phi: float = 1.0) -> HeldBack:
    """Compare filings of the last h working days before with those of the first h after (h 5 or 10, fixed in advance).

    `expected_share` of the two windows' filings before the cut-off must not come from past filings at the same
    cut-off; take disputes accepted for mediation, or 0.5 with equal working days. Raises ValueError for negative
    counts, a share outside 0…1 (exclusive) and φ below 1.
    """
    checked_phi(phi)
    if before < 0 or after < 0 or not 0 < expected_share < 1:
        raise ValueError(f"counts from 0 up and a share between 0 and 1, not {before}, {after}, {expected_share}")
    number = before + after
    if number == 0:
        nothing = float("nan")
        return HeldBack("nothing_filed", 0.0, nothing, nothing, nothing, nothing, nothing, False)
    expected = number * expected_share
    z = (before - expected) / float(np.sqrt(phi * expected * (1 - expected_share)))
    p_exact = float(beta_below(number - before, before + 1, 1 - expected_share)) if after else 1.0
    p = p_exact if phi == 1 else NormalDist().cdf(z)
    low, high = arithmetic.wilson_limits(before / phi, number / phi, 1)
    return HeldBack(
        status="ok",
        moved=expected - before,
        low=expected - number * float(high),
        high=expected - number * float(low),
        z=z,
        p_exact=p_exact,
        p=p,
        is_flagged=max(p, p_exact) < FLAGGED_BELOW,
    )


def smallest_detectable_share(
    number: int, expected_share: float = 0.5, phi: float = 1.0, alpha: float = 0.01, power: float = 0.8
) -> float:
    """Which part of the filings before the cut-off must have been moved behind it to be found with that power.

    Normal approximation, one-sided. 1.0 when not even all of them would do: pool more cut-offs. Raises ValueError for
    a number below 1, chances outside 0…1 and φ below 1.
    """
    checked_phi(phi)
    if number < 1 or not all(0 < chance < 1 for chance in (expected_share, alpha, power)):
        raise ValueError("a number from 1 up and chances between 0 and 1")
    z_alpha, z_power = NormalDist().inv_cdf(1 - alpha), NormalDist().inv_cdf(power)
    spread = (phi * expected_share * (1 - expected_share)) ** 0.5
    low, high = 0.0, 1.0
    for _ in range(50):
        share = (low + high) / 2
        left = expected_share * (1 - share)
        reach = expected_share * share * number**0.5 - z_alpha * spread
        low, high = (low, share) if reach >= z_power * (phi * left * (1 - left)) ** 0.5 else (share, high)
    return high
