"""Population or rate: how the change of filings, and of 万人成讼率, splits between people and cases per person.

The counts are split with the population figure that stands in each year, whatever the definition divides by; the rate
is split with the definition's own denominators, so that both splits add up to what is printed.
"""

from dataclasses import dataclass

import numpy as np

from metrics import _arithmetic as arithmetic
from metrics._build import Build
from metrics._decomposition import mix_and_rate, population_and_rate
from metrics._figures import Figure
from metrics._population import population_of
from metrics._what_moved import WhatMoved


@dataclass(frozen=True)
class PeopleSplit:
    """Filings: population + rate + apart + unknown is the county's change, exactly."""

    population: float
    """Cases that more or fewer residents account for."""
    rate: float
    """Cases that more or fewer filings per resident account for."""
    apart: int
    """Change of 辖区外 and 未归属, where nobody is counted."""
    unknown: int
    """Change of townships whose people are unknown in one of the years, or none."""
    unknown_townships: int
    residents: int
    base_residents: int
    """Of the townships that could be split."""
    is_same: bool
    """The same figure stands in both years, so that no part can be told from the other."""
    is_base_carried: bool = False
    """A figure of the year before is older than that year: the change of people may be that of more than one year."""


def people_split(build: Build, moved: WhatMoved) -> PeopleSplit | None:
    """Split the change of filings; None where no township has a population."""
    *townships, outside, unassigned = moved.filings
    earlier = population_of(build).on(moved.county.base_end)
    now, base = population_of(build).on(moved.county.period_end).people, earlier.people
    x1, x0 = _columns(townships)
    found = population_and_rate(x1, now, x0, base)
    known = found.status == "ok"
    if not known.any():
        return None
    return PeopleSplit(
        population=float(found.population.sum()),
        rate=float(found.rate.sum()),
        apart=sum(one.numerator - one.base_numerator for one in (outside, unassigned)),
        unknown=int(found.undecomposed.sum()),
        unknown_townships=int(np.count_nonzero(~known)),
        residents=int(now[known].sum()),
        base_residents=int(base[known].sum()),
        is_same=bool((now[known] == base[known]).all()),
        is_base_carried=bool(earlier.is_carried[known].any()),
    )


def _columns(rows: list[Figure]) -> tuple[arithmetic.Floats, arithmetic.Floats]:
    return (
        np.array([one.numerator for one in rows], dtype=np.float64),
        np.array([one.base_numerator for one in rows], dtype=np.float64),
    )


@dataclass(frozen=True)
class RateSplit:
    """万人成讼率: mix + within + apart is the change of the county's rate. In the metric's unit."""

    value: float
    base_value: float
    mix: float
    """Through townships' larger or smaller share of the residents."""
    within: float
    """Through the townships' own rates."""
    apart: float
    """Through 辖区外 and 未归属, which only the county's rate holds."""
    is_same_population: bool
    """The definition divides both years by the same people: there is no mix."""


def rate_split(build: Build, moved: WhatMoved) -> RateSplit | None:
    """Split the change of the county's rate; None where the county has none in either year."""
    county = moved.rate
    if county.value is None or county.base_value is None:
        return None
    *townships, outside, unassigned = moved.rates
    x1, x0 = _columns(townships)
    n1, n0 = (np.array([_known(one) for one in column]) for column in _denominators(townships))
    found = mix_and_rate(x1, n1, x0, n0, county.per)
    after = arithmetic.value(outside.numerator + unassigned.numerator, _known(county.denominator), county.per)
    base = outside.base_numerator + unassigned.base_numerator
    before = arithmetic.value(base, _known(county.base_denominator), county.per)
    return RateSplit(
        value=county.value,
        base_value=county.base_value,
        mix=float(found.mix.sum()),
        within=float(found.within.sum()),
        apart=float(after - before),
        is_same_population=build.definition.same_population_for_both_years,
    )


def _known(people: int | None) -> float:
    return np.nan if people is None else float(people)


def _denominators(rows: list[Figure]) -> tuple[list[int | None], list[int | None]]:
    return [one.denominator for one in rows], [one.base_denominator for one in rows]
