"""The funnel beside a ranking: townships by size, and the limits within which chance alone would keep them."""

from dataclasses import dataclass

import numpy as np

from metrics._figures import Figure
from metrics._funnel import Funnel, Kind, funnel
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


def funnel_of(table: RankingTable) -> FunnelPicture | None:
    """Of the ranked and of those listed with a value; None where the metric has no limits or nobody has any size."""
    metric = table.metric
    every = [*(one.figure for one in table.rows), *(one.figure for one in table.unranked)]
    figures = [one for one in every if one.value is not None and one.denominator]
    if metric.interval == "none" or metric.denominator is None or not figures:
        return None
    kind: Kind = "proportion" if metric.interval == "wilson" else "rate"
    x = np.array([one.numerator for one in figures], dtype=np.float64)
    n = np.array([one.denominator for one in figures], dtype=np.float64)
    phi = table.county.phi
    found = funnel(x, n, kind, metric.per, phi)
    points = tuple((one, _STANDS[str(flag)]) for one, flag in zip(figures, found.flag, strict=True))
    return FunnelPicture(points, found.target, _curves(found, n, _NEAR, phi), _curves(found, n, _FAR, phi))


def _curves(found: Funnel, n: np.ndarray, confidence: float, phi: float) -> tuple[Curve, Curve]:
    return plain_curves(found, float(n.min()) * 0.5, float(n.max()) * 1.06, confidence, phi)
