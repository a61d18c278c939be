"""φ: what chance alone gives is 1, clumps give more, and level and season give nothing."""

import random
from datetime import date, timedelta

import pytest

from metrics import METRICS, compute, parse_period
from metrics._dispersion import dispersion
from tests.metrics import plain_python, plain_rules
from tests.metrics.county import Case, County, Mediation, Span, Township
from tests.metrics.tiny import case, tiny_county

COUNT, PART = METRICS["civil_filings"], METRICS["people_mediation_resolution_rate"]
TOWNSHIPS = tuple(Township(f"{number}镇", "镇", False, True) for number in range(12))
COVERAGE = (
    Span("cases", None, date(2023, 1, 1), date(2025, 12, 31)),
    Span("mediations", "people", date(2023, 1, 1), date(2025, 12, 31)),
)
LAST = date(2025, 12, 31)


def clumped_county(clump):
    """Filings in clumps of a size, with level and season of each township and month."""
    dice, cases, mediations = random.Random(clump), [], []
    day = date(2023, 1, 1)
    while day <= LAST:
        for number, township in enumerate(TOWNSHIPS):
            chance = 0.05 * (1 + number) * (0.5 if day.month < 3 else 1)
            if dice.random() < chance / clump:
                cases += [Case(township.code, day, True, False, False)] * clump
            if dice.random() < chance:
                result = "success" if dice.random() < 0.4 + number / 40 else "open"
                mediations += [Mediation(township.code, day, "people", result)] * clump
        day += timedelta(days=1)
    return County(townships=TOWNSHIPS, cases=tuple(cases), mediations=tuple(mediations), people=(), coverage=COVERAGE)


@pytest.mark.parametrize(("clump", "low", "high"), [(1, 1.0, 1.15), (2, 1.75, 2.25), (5, 4.2, 5.8)])
def test_cases_that_come_in_clumps_disperse_by_their_size(clump, low, high, build_of):
    county = clumped_county(clump)
    build = build_of(county)
    years = [(date(year, 1, 1), date(year, 12, 31)) for year in (2023, 2024, 2025)]
    codes = {township.code for township in TOWNSHIPS}
    twin = plain_python.pearson_phi(plain_rules.cases(plain_rules.civil).things(county), codes, years)
    assert low <= dispersion(build, COUNT, LAST) <= high
    assert dispersion(build, COUNT, LAST) == pytest.approx(twin, rel=1e-9)


@pytest.mark.parametrize(("clump", "low", "high"), [(1, 1.0, 1.15), (3, 2.5, 3.5)])
def test_outcomes_that_come_in_clumps_disperse_too(clump, low, high, build_of):
    county = clumped_county(clump)
    years = [(date(year, 1, 1), date(year, 12, 31)) for year in (2023, 2024, 2025)]
    codes = {township.code for township in TOWNSHIPS}
    part, whole = plain_rules.mediation("people", "success"), plain_rules.mediation("people")
    twin = plain_python.binomial_phi(part.things(county), whole.things(county), codes, years)
    found = dispersion(build_of(county), PART, LAST)
    assert low <= found <= high
    assert found == pytest.approx(twin, rel=1e-9)


def test_the_change_test_is_weakened_by_the_root_of_the_dispersion(build_of):
    build = build_of(clumped_county(5))
    (one,) = compute(build, [COUNT], parse_period("2025"), by="county").rows()
    phi = dispersion(build, COUNT, LAST)
    x1, x0 = one.numerator, one.base_numerator
    assert phi > 4
    assert one.change_z == pytest.approx((x1 - x0) / (phi * (x1 + x0)) ** 0.5)


def test_a_year_that_is_not_wholly_covered_teaches_nothing(build_of):
    county = clumped_county(5)
    short = (Span("cases", None, date(2025, 2, 1), LAST),)
    assert dispersion(build_of(County(**{**county.__dict__, "coverage": short})), COUNT, LAST) == 1.0
    assert dispersion(build_of(County(**{**county.__dict__, "coverage": ()})), COUNT, LAST) == 1.0


def test_one_township_alone_has_no_table(build_of):
    rows = [*case("甲镇", "2025-03-01", times=90), *case("甲镇", "2025-04-01", times=1)]
    assert dispersion(build_of(tiny_county(rows)), COUNT, LAST) == 1.0


def test_january_and_february_are_one_period(build_of):
    """A holiday that moves between them would else look like clumps."""
    rows = [
        *case("甲镇", "2025-01-10", times=40), *case("乙镇", "2025-02-10", times=40),
        *case("甲镇", "2025-06-10", times=40), *case("乙镇", "2025-06-10", times=40),
    ]  # fmt: skip
    assert dispersion(build_of(tiny_county(rows)), COUNT, LAST) == 1.0
    moved = [one._replace(filed_on=one.filed_on.replace(month=one.filed_on.month + 2)) for one in rows]
    assert dispersion(build_of(tiny_county(moved)), COUNT, LAST) > 10
    assert dispersion(build_of(tiny_county(moved)), COUNT, date(2026, 1, 31)) > 10  # a year never ends in January
