"""The funnel beside a ranking: townships by size, and the limits within which chance alone would keep them."""

from dataclasses import dataclass

import numpy as np

from metrics._figures import Figure
from metrics._funnel import Kind, funnel
from metrics._funnel_curves import Curve, plain_curves
from metrics._ranking_table import RankingTable
from metrics._words import HIGH, LOW, SAME, Comparison

_NEAR, _FAR = 0.95, 0.998
_STANDS = {
    "high_998": Comparison("▲", HIGH, True),
    "high_95": Comparison("▲", HIGH, False),
    "none": Comparison("●", SAME, False),
    "low_95": Comparison("▽", LOW, False),
    "low_998": Comparison("▽", LOW, True),
}


@dataclass(frozen=True)
class FunnelPicture:
    """Townships with how each stands to the limits, and the limits themselves: lower and upper, 95 and 99.8 %."""

    points: tuple[tuple[Figure, Comparison], ...]
    target: float
    near: tuple[Curve, Curve]
    far: tuple[Curve, Curve]


def funnel_of(table: RankingTable, beside: float = 1.0) -> FunnelPicture | None:
    """Of the ranked townships; None where the metric has no limits or nobody is ranked.

    The lines reach so many times beyond the smallest and the largest township.
    """
    metric, figures = table.metric, [one.figure for one in table.rows]
    if metric.interval == "none" or metric.denominator is None or not figures:
        return None
    kind: Kind = "proportion" if metric.interval == "wilson" else "rate"
    x = np.array([one.numerator for one in figures], dtype=np.float64)
    n = np.array([one.denominator for one in figures], dtype=np.float64)
    phi = table.county.phi
    found = funnel(x, n, kind, metric.per, phi)
    points = tuple((one, _STANDS[str(flag)]) for one, flag in zip(figures, found.flag, strict=True))
    ends = float(n.min()) / beside, float(n.max()) * beside
    near, far = (plain_curves(found, *ends, confidence, phi) for confidence in (_NEAR, _FAR))
    return FunnelPicture(points, found.target, near, far)
