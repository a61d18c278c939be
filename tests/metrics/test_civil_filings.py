"""一审民商事新收, worked by hand."""

import pytest

from metrics import METRICS, compute, parse_period
from tests.metrics.tiny import by_area, case, tiny_county


@pytest.fixture
def figures(build_of):
    rows = (
        case("甲镇", "2025-02-10", times=40),
        case("甲镇", "2026-02-10", times=30),
        case("乙镇", "2026-01-01", times=7),
        case("outside", "2026-03-31", times=3),
        case("outside", "2025-03-31", times=2),
        case("unassigned", "2026-03-31", times=1),
        case("甲镇", "2026-04-01", times=100),
        case("甲镇", "2026-02-10", number="行初", times=100),
    )
    metrics = [METRICS["civil_filings"]]
    return by_area(compute(build_of(tiny_county(*rows)), metrics, parse_period("2026-Q1"), by="all"))


def test_a_count_has_no_denominator_and_is_its_own_value(figures):
    one = figures["甲镇"]
    assert (one.numerator, one.denominator, one.value, one.low, one.high) == (30, None, 30.0, None, None)
    assert (one.unit, one.per) == ("件", 1)


def test_townships_outside_and_unassigned_add_up_to_the_county(figures):
    county = figures.pop("county")
    assert county.numerator == sum(one.numerator for one in figures.values()) == 41
    assert county.base_numerator == sum(one.base_numerator for one in figures.values()) == 42


def test_growth_is_over_the_same_dates_a_year_before(figures):
    assert figures["甲镇"].change == -25.0
    assert figures["甲镇"].change_z == pytest.approx(-10 / 70**0.5)
    assert figures["outside"].change == 50.0
    assert figures["outside"].notes == ("base_small",)


def test_growth_from_nothing_is_no_percentage(figures):
    assert figures["乙镇"].change is None
    assert figures["乙镇"].notes == ("base_zero",)
    assert figures["乙镇"].numerator - figures["乙镇"].base_numerator == 7


def test_a_count_without_direction_is_not_ranked(figures):
    assert {one.rank for one in figures.values()} == {None}
