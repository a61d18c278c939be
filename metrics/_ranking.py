"""A fair ranking: how sure a place is, who may be named among the worst, and who cannot be told apart.

Rank intervals by simulation from the model of _rank_grid (Goldstein and Spiegelhalter 1996). Clumped cases enter as
x/φ out of n/φ.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from metrics._arithmetic import Floats
from metrics._clumped_limits import checked_phi
from metrics._rank_grid import Mixture, part_mixture, rate_mixture
from metrics._rank_pairs import is_lower
from metrics._rank_tails import Tails
from metrics._usable import Words, as_rows, is_usable, spread_out, usability

RankStatus = Literal["ok", "too_few", "nothing_to_tell", "clumped"]
SEED = 20260101
DRAWS = 10_000
_MOST_DRAWN = 2_000_000
"""Draws × townships. Above 200 townships there are fewer draws, 1,333 for 1,500: 5 % are then known to 0.6 points,
little beside intervals that are hundreds of places wide."""
FEWEST = 8
"""Fewer townships than this are not ranked."""
MOST_DISPERSED = 5.0
"""Above this φ no ranks: the list of batches says more."""
NAMED_FROM = 0.8
"""P(among the worst) from which a township may be named as such."""
APART_FROM = 0.95
"""P(better) from which two townships can be told apart."""
_UNDECIDED = 0.02
"""Five standard errors of a share of 0.95 in 2,000 draws: nearer than this to APART_FROM it is worked out exactly."""
_TAIL = 0.05
_BLOCK = 1_000_000


@dataclass(frozen=True)
class Ranking:
    """One entry per township in the order given; NaN, 0 and False where it is not ranked. Rank 1 is the best.

    `status`: ok; clumped (φ above 5); too_few (fewer than 8 townships that can be used); nothing_to_tell (no case at
    all, or a proportion that is 0 or 100 % everywhere). Only ok has ranks.
    """

    status: RankStatus
    left_out: Words
    """Per township "" or why it is not in the model: no_population, zero_denominator, invalid."""
    overall: float
    """Σx ÷ Σn × per over the townships in the model."""
    shrunken: Floats
    """Posterior mean × per: the raw value pulled towards the county, the further the fewer its people."""
    low: Floats
    high: Floats
    """90 % interval of the true value × per."""
    above_overall: Floats
    """P(true value > overall)."""
    expected_rank: Floats
    median_rank: Floats
    rank_low: Floats
    rank_high: Floats
    """90 % interval of the rank: the 5 and 95 % quantiles, an end moved in by one place where that brings what the
    interval holds nearer to 90 %. Ranks are whole, so the quantiles alone would hold 95 to 97 %."""
    among_worst: Floats
    """P(one of the `worst` last places)."""
    may_be_named: NDArray[np.bool_]
    """among_worst is 0.8 or more, and the township has ten cases (disputes) or more."""
    among_best: Floats
    """P(one of the `worst` first places)."""
    may_be_named_best: NDArray[np.bool_]
    """The same of among_best."""
    tier: NDArray[np.int64]
    """梯队, 1 the best. In order of expected rank a tier takes in all until one can be told apart from its first one,
    that is with P(the first is better) of 0.95 or more. That one opens the next."""


def rank_rates(
    x: ArrayLike,
    n: ArrayLike,
    per: int = 10_000,
    phi: float = 1.0,
    better: Literal["lower", "higher"] = "lower",
    worst: int = 3,
    seed: int = SEED,
) -> Ranking:
    """Rank townships by cases x over residents n. Missing residents (NaN) leave a township out, with its cases.

    Raises ValueError for columns of unequal length, φ below 1, and a negative or unknown count.
    """
    return _rank(x, n, per, phi, better, worst, seed, is_proportion=False)


def rank_proportions(
    x: ArrayLike,
    n: ArrayLike,
    per: int = 100,
    phi: float = 1.0,
    better: Literal["lower", "higher"] = "higher",
    worst: int = 3,
    seed: int = SEED,
) -> Ranking:
    """Rank townships by parts x out of n (disputes resolved and accepted). Errors as in rank_rates, x > n included."""
    return _rank(x, n, per, phi, better, worst, seed, is_proportion=True)


def rank_limits(
    x: ArrayLike,
    n: ArrayLike,
    phi: float,
    better: Literal["lower", "higher"],
    *,
    is_proportion: bool,
    seed: int = SEED,
) -> tuple[Floats, Floats]:
    """rank_low and rank_high of the Ranking alone, at half its price; NaN for none. Errors as in rank_rates."""
    part, whole, used, _ = _checked(x, n, phi, is_proportion)
    if verdict_on(part, whole, phi, is_proportion) != "ok":
        nothing = np.full(used.shape, np.nan)
        return nothing, nothing
    mixture = (part_mixture if is_proportion else rate_mixture)(part, whole)
    low, high = _rank_interval(_drawn_ranks(mixture, better == "lower", seed))
    return spread_out(low, used), spread_out(high, used)


def _checked(
    x: ArrayLike, n: ArrayLike, phi: float, is_proportion: bool
) -> tuple[Floats, Floats, NDArray[np.bool_], Words]:
    """Counts over φ of the townships that can be used, which those are, and what each is."""
    count, size = as_rows(x, n)
    checked_phi(phi)
    status = usability(count, size, is_proportion)
    if (status == "invalid").any():
        raise ValueError("a negative or unknown count, or more resolved than accepted, cannot be ranked")
    used = is_usable(status)
    return count[used] / phi, size[used] / phi, used, status


def _rank(
    x: ArrayLike, n: ArrayLike, per: int, phi: float, better: str, worst: int, seed: int, is_proportion: bool
) -> Ranking:
    part, whole, used, status = _checked(x, n, phi, is_proportion)
    left_out = np.where(used, "", status).astype(object)
    overall = float(part.sum() / whole.sum()) if used.any() else np.nan
    verdict = verdict_on(part, whole, phi, is_proportion)
    if verdict != "ok":
        return _unranked(verdict, left_out, overall * per)
    mixture = (part_mixture if is_proportion else rate_mixture)(part, whole)
    tails = Tails(mixture)
    ranks = _drawn_ranks(mixture, better == "lower", seed)
    last, first = (among.mean(axis=0) for among in (ranks > len(part) - worst, ranks <= worst))
    rank_low, rank_high = _rank_interval(ranks)
    tier = np.zeros(used.shape, dtype=np.int64)
    tier[used] = _tiers(ranks, mixture, better == "lower")
    return Ranking(
        status="ok",
        left_out=left_out,
        overall=overall * per,
        shrunken=spread_out(mixture.mean() * per, used),
        low=spread_out(tails.quantile(_TAIL) * per, used),
        high=spread_out(tails.quantile(1 - _TAIL) * per, used),
        above_overall=spread_out(tails.above(overall), used),
        expected_rank=spread_out(ranks.mean(axis=0), used),
        median_rank=spread_out(np.quantile(ranks, 0.5, axis=0, method="inverted_cdf"), used),
        rank_low=spread_out(rank_low, used),
        rank_high=spread_out(rank_high, used),
        among_worst=spread_out(last, used),
        may_be_named=(spread_out(last, used) >= NAMED_FROM) & (status == "ok"),
        among_best=spread_out(first, used),
        may_be_named_best=(spread_out(first, used) >= NAMED_FROM) & (status == "ok"),
        tier=tier,
    )


def verdict_on(x: Floats, n: Floats, phi: float, is_proportion: bool) -> RankStatus:
    """Whether townships with these usable counts (whole or over φ) can be ranked, before anything is drawn."""
    if is_clumped(phi):
        return "clumped"
    if len(x) < FEWEST:
        return "too_few"
    return "nothing_to_tell" if x.sum() == 0 or (is_proportion and (x == n).all()) else "ok"


def is_clumped(phi: float) -> bool:
    """Whether a few batches decide the order, so that not even a bare place may be printed."""
    return phi > MOST_DISPERSED


def _unranked(status: RankStatus, left_out: Words, overall: float) -> Ranking:
    nothing = np.full(left_out.shape, np.nan)
    nobody = np.zeros(left_out.shape, dtype=bool)
    return Ranking(
        status=status,
        left_out=left_out,
        overall=overall,
        shrunken=nothing,
        low=nothing,
        high=nothing,
        above_overall=nothing,
        expected_rank=nothing,
        median_rank=nothing,
        rank_low=nothing,
        rank_high=nothing,
        among_worst=nothing,
        may_be_named=nobody,
        among_best=nothing,
        may_be_named_best=nobody,
        tier=nobody.astype(np.int64),
    )


def _drawn_ranks(mixture: Mixture, lower_is_better: bool, seed: int) -> NDArray[np.int16]:
    """Draws × townships: the rank of each in 10,000 counties that might be the true one, a million rates at a time."""
    dice = np.random.default_rng(seed)
    townships = mixture.first.shape[1]
    draws = min(DRAWS, _MOST_DRAWN // townships)
    nodes = np.repeat(np.arange(len(mixture.weights)), dice.multinomial(draws, mixture.weights))
    ranks = np.empty((draws, townships), dtype=np.int16)
    places = np.arange(1, townships + 1, dtype=np.int16)
    for start in range(0, draws, max(1, _BLOCK // townships)):
        block = slice(start, start + max(1, _BLOCK // townships))
        first, second = mixture.first[nodes[block]], mixture.second[nodes[block]]
        true = dice.beta(first, second) if mixture.is_beta else dice.standard_gamma(first) / second
        order = np.argsort(true if lower_is_better else -true, axis=1)
        np.put_along_axis(ranks[block], order, np.broadcast_to(places, order.shape), axis=1)
    return ranks


def _rank_interval(ranks: NDArray[np.int16]) -> tuple[Floats, Floats]:
    quantiles = np.quantile(ranks, [_TAIL, 1 - _TAIL], axis=0, method="inverted_cdf").astype(np.float64)
    (low, high), miss = quantiles, np.full(ranks.shape[1], np.inf)
    for up, down in ((0, 0), (1, 0), (0, 1), (1, 1)):
        first, last = quantiles[0] + up, quantiles[1] - down
        held = ((ranks >= first) & (ranks <= last)).mean(axis=0)
        off = np.where(first <= last, np.abs(held - (1 - 2 * _TAIL)), np.inf)
        is_nearer = off < miss
        low, high, miss = (np.where(is_nearer, *two) for two in ((first, low), (last, high), (off, miss)))
    return low, high


def _tiers(ranks: NDArray[np.int16], mixture: Mixture, lower_is_better: bool) -> NDArray[np.int64]:
    """By the draws, except where these leave it open on which side of APART_FROM a pair lies."""
    order = np.argsort(ranks.mean(axis=0), kind="stable")
    tier = np.empty(len(order), dtype=np.int64)
    number, leader = 1, order[0]
    for one in order:
        sure = float((ranks[:, leader] < ranks[:, one]).mean())
        if abs(sure - APART_FROM) < _UNDECIDED:
            sure = is_lower(mixture, *((leader, one) if lower_is_better else (one, leader)))
        if sure >= APART_FROM:
            number, leader = number + 1, one
        tier[one] = number
    return tier
