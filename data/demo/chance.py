"""Draws that are cheap enough for a million of them; the stream of `Random` is the only source of chance."""

from bisect import bisect
from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import exp
from random import Random
from typing import TypeVar

T = TypeVar("T")


def pick(rng: Random, items: Sequence[T]) -> T:
    """One of the items, each as likely."""
    return items[int(rng.random() * len(items))]


def between(rng: Random, low: int, high: int) -> int:
    """A whole number from low to high, both included."""
    return low + int(rng.random() * (high - low + 1))


class Weighted:
    """Words with weights, summed up once."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._words, self._sums = tuple(weights), tuple(accumulate(weights.values()))

    def draw(self, rng: Random) -> str:
        """One word, as likely as its weight."""
        return self._words[bisect(self._sums, rng.random() * self._sums[-1], hi=len(self._words) - 1)]


def poisson(rng: Random, mean: float) -> int:
    """A Poisson count; above 60 the normal approximation is as good as anybody can tell."""
    if mean > 60:
        return max(0, round(rng.gauss(mean, mean**0.5)))
    limit, n, product = exp(-mean), 0, rng.random()
    while product > limit:
        n += 1
        product *= rng.random()
    return n
