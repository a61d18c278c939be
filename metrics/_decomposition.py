"""What moved a count or a rate: exact shares that add up, by cause, by township, and by population, rate and mix.

Population and rate: Kitagawa 1955 and Das Gupta 1993, two factors, in the mean of both years, so no order of steps
matters. Differences from the county's course: the binomial score of x1 out of x0 + x1.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from metrics import _arithmetic as arithmetic
from metrics._arithmetic import Floats
from metrics._clumped_limits import checked_phi
from metrics._usable import Words, as_rows


@dataclass(frozen=True)
class Contributions:
    """Of each cell of a table (any shape: causes, townships, or both) to the change of the whole."""

    difference: Floats
    """x1 - x0; sums to the change of the whole."""
    points: Floats
    """100 × difference ÷ the whole of the base: sums to its change in percent. NaN when the base is empty."""
    excess: Floats
    """x1 less what the cell would hold had it moved like the whole; sums to 0. NaN when the base is empty."""
    z: Floats
    """Moved otherwise than the whole? NaN for a cell without a case in either period."""


def contributions(x1: ArrayLike, x0: ArrayLike, phi: float = 1.0) -> Contributions:
    """Split a change. For a margin of the table (causes alone) sum the counts first; points and excess add up likewise.

    Raises ValueError for tables of unequal shape, unknown or negative counts, and φ below 1.
    """
    checked_phi(phi)
    now, base = np.asarray(x1, dtype=np.float64), np.asarray(x0, dtype=np.float64)
    if now.shape != base.shape or not ((now >= 0).all() and (base >= 0).all()):
        raise ValueError("two tables of one shape, without unknown or negative counts, are needed")
    ratio = arithmetic.divide(now.sum(), base.sum())
    both = now + base
    chance = ratio / (1 + ratio)
    z = arithmetic.divide(now - both * chance, np.sqrt(phi * both * chance * (1 - chance)))
    return Contributions(now - base, arithmetic.divide(100 * (now - base), base.sum()), now - ratio * base, z)


@dataclass(frozen=True)
class PopulationAndRate:
    """One entry per township. population + rate + undecomposed = x1 - x0, in every row and in total."""

    status: Words
    """ok; entered or left (no residents in one year: no rate there); no_population; the last three are undecomposed."""
    population: Floats
    """Cases that more or fewer residents account for; 0 where undecomposed."""
    rate: Floats
    """Cases that more or fewer filings per resident account for; 0 where undecomposed."""
    undecomposed: Floats
    """The whole change of townships without a rate in both years, else 0."""


def population_and_rate(x1: ArrayLike, n1: ArrayLike, x0: ArrayLike, n0: ArrayLike) -> PopulationAndRate:
    """Split the change of counts x between residents n of both years (NaN unknown, 0 none).

    With the same population in both years everything is rate. Raises ValueError for columns of unequal length and for
    negative or unknown counts.
    """
    now, people1, base, people0, status = _checked(x1, n1, x0, n0)
    known = status == "ok"
    r1, r0 = arithmetic.divide(now, people1), arithmetic.divide(base, people0)
    population = np.where(known, (people1 - people0) * (r1 + r0) / 2, 0.0)
    rate = np.where(known, (r1 - r0) * (people1 + people0) / 2, 0.0)
    return PopulationAndRate(status, population, rate, np.where(known, 0.0, now - base))


@dataclass(frozen=True)
class MixAndRate:
    """One entry per township; mix + within sum to the change of the county's rate (× per)."""

    status: Words
    """As above. A township that entered or left changes the mix only; of unknown population: in neither rate, 0."""
    mix: Floats
    """Through a larger or smaller share of the residents, times its distance from the county's rate."""
    within: Floats
    """Through its own rate."""
    overall1: float
    overall0: float
    """The county's rate × per in both years, without townships of unknown population; NaN when nobody lives there."""


def mix_and_rate(x1: ArrayLike, n1: ArrayLike, x0: ArrayLike, n0: ArrayLike, per: int = 10_000) -> MixAndRate:
    """Split the change of the county's rate. Arguments and errors as in population_and_rate."""
    now, people1, base, people0, status = _checked(x1, n1, x0, n0)
    known = status != "no_population"
    people1, people0 = np.where(known, people1, 0), np.where(known, people0, 0)
    share1, share0 = arithmetic.divide(people1, people1.sum()), arithmetic.divide(people0, people0.sum())
    r1, r0 = arithmetic.value(now, people1, per), arithmetic.value(base, people0, per)
    r1, r0 = np.where(people1 > 0, r1, r0), np.where(people0 > 0, r0, r1)
    overall1 = float(arithmetic.value((people1 > 0) @ now, people1.sum(), per))
    overall0 = float(arithmetic.value((people0 > 0) @ base, people0.sum(), per))
    lived = people1 + people0 > 0
    mix = np.where(lived, (share1 - share0) * ((r1 + r0) / 2 - (overall1 + overall0) / 2), 0.0)
    return MixAndRate(status, mix, np.where(lived, (r1 - r0) * (share1 + share0) / 2, 0.0), overall1, overall0)


def _checked(
    x1: ArrayLike, n1: ArrayLike, x0: ArrayLike, n0: ArrayLike
) -> tuple[Floats, Floats, Floats, Floats, Words]:
    now, people1, base, people0 = as_rows(x1, n1, x0, n0)
    if not ((now >= 0).all() and (base >= 0).all()):
        raise ValueError("a negative or unknown count cannot be split")
    choices = [~(people1 >= 0) | ~(people0 >= 0), (people1 == 0) & (people0 == 0), people0 == 0, people1 == 0]
    words = ["no_population", "no_population", "entered", "left"]
    return now, people1, base, people0, np.select(choices, words, "ok").astype(object)
