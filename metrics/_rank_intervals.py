"""How sure the places of one metric's figures are: rank intervals, and what else the ranking model says of a township.

Only townships that have a place take part. Drawing takes a tenth of a second, so figures come without unless asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from metrics._arithmetic import Floats
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._ranking import RankStatus, is_clumped, rank_limits, rank_proportions, rank_rates, verdict_on

IntervalStatus = RankStatus | Literal["not_ranked", "not_by_chance"]


@dataclass(frozen=True, slots=True)
class Standing:
    """One ranked township. Rank 1 is the best; `among_worst` 0…1; `shrunken` with its 90 % interval in the unit of the
    figure's value."""

    rank: int
    rank_low: int
    rank_high: int
    expected_rank: float
    among_worst: float
    """P(one of the last three)."""
    may_be_named: bool
    """Sure enough to be named among the last three: 0.8 or more, and ten cases (disputes) or more."""
    among_best: float
    """P(one of the first three)."""
    may_be_named_best: bool
    """Sure enough to be named among the first three, by the same rule."""
    tier: int
    """梯队, 1 the best."""
    shrunken: float
    shrunken_low: float
    shrunken_high: float


@dataclass(frozen=True)
class Standings:
    """Standings by area code. Only status ok has any; metrics._rank_words says the others in Chinese."""

    status: IntervalStatus
    of: dict[str, Standing]
    phi: float = 1.0
    """What the figures' cases clump by."""


def can_be_modelled(metric: Metric) -> bool:
    """True where the figures have intervals: averages, ratios and lists have a place and none."""
    return metric.interval != "none" and metric.better != "none"


def interval_status(metric: Metric, rows: Sequence[Figure]) -> IntervalStatus:
    """Whether the places of one metric's figures have intervals, without drawing any: ok, or why not."""
    ranked = _ranked(metric, rows)
    if not ranked:
        return "not_ranked"
    if not can_be_modelled(metric):
        return "not_by_chance"
    x, n = _counts(ranked)
    return verdict_on(x, n, ranked[0].phi, metric.interval == "wilson")


def standings(metric: Metric, rows: Sequence[Figure]) -> Standings:
    """Standings of the ranked townships among figures of one period; rows of other metrics are passed over."""
    status, ranked = interval_status(metric, rows), _ranked(metric, rows)
    if status != "ok":
        return Standings(status, {}, ranked[0].phi if ranked else 1.0)
    x, n = _counts(ranked)
    rank = rank_proportions if metric.interval == "wilson" else rank_rates
    better: Literal["lower", "higher"] = "lower" if metric.better == "lower" else "higher"
    found = rank(x, n, metric.per, ranked[0].phi, better)
    low, high = _around(_places(ranked), found.rank_low, found.rank_high)
    return Standings(
        "ok",
        {
            figure.area_code: Standing(
                rank=figure.rank or 0,
                rank_low=int(low[at]),
                rank_high=int(high[at]),
                expected_rank=float(found.expected_rank[at]),
                among_worst=float(found.among_worst[at]),
                may_be_named=bool(found.may_be_named[at]),
                among_best=float(found.among_best[at]),
                may_be_named_best=bool(found.may_be_named_best[at]),
                tier=int(found.tier[at]),
                shrunken=float(found.shrunken[at]),
                shrunken_low=float(found.low[at]),
                shrunken_high=float(found.high[at]),
            )
            for at, figure in enumerate(ranked)
        },
        ranked[0].phi,
    )


def place_of(figure: Figure) -> int | None:
    """The place as it may be printed; a figure keeps its own for saying that it takes part."""
    return None if is_clumped(figure.phi) else figure.rank


def with_intervals(rows: Sequence[Figure], of: Mapping[str, Standing]) -> list[Figure]:
    """Figures with the intervals of their standings: drawn once for both."""
    return [
        one if (own := of.get(one.area_code)) is None else replace(one, rank_low=own.rank_low, rank_high=own.rank_high)
        for one in rows
    ]


def limits_of_ranks(metric: Metric, x: Floats, n: Floats, phi: float, rank: Floats) -> tuple[Floats, Floats]:
    """First and last place of every area, given its counts and its rank (NaN: none); NaN where there is no interval."""
    low, high = np.full(rank.shape, np.nan), np.full(rank.shape, np.nan)
    ranked = ~np.isnan(rank)
    if can_be_modelled(metric) and ranked.any():
        better: Literal["lower", "higher"] = "lower" if metric.better == "lower" else "higher"
        found = rank_limits(x[ranked], n[ranked], phi, better, is_proportion=metric.interval == "wilson")
        low[ranked], high[ranked] = _around(rank[ranked], *found)
    return low, high


def _around(rank: Floats, low: Floats, high: Floats) -> tuple[Floats, Floats]:
    """The interval with the place itself in it; NaN stays.

    Where townships hardly differ, the model pulls the first and last ones inwards, at times past the place that is
    printed beside it. Widening by those few places moves the coverage by less than half a point.
    """
    return np.minimum(low, rank), np.maximum(high, rank)


def _ranked(metric: Metric, rows: Sequence[Figure]) -> list[Figure]:
    return [one for one in rows if one.metric == metric.name and one.rank is not None]


def _places(ranked: Sequence[Figure]) -> Floats:
    return np.array([one.rank for one in ranked], dtype=np.float64)


def _counts(ranked: Sequence[Figure]) -> tuple[Floats, Floats]:
    pairs = np.array([(one.numerator, one.denominator or 0) for one in ranked], dtype=np.float64)
    return pairs[:, 0], pairs[:, 1]
