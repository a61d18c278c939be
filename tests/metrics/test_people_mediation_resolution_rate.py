"""人民调解化解率, worked by hand."""

import pytest

from metrics import METRICS, compute, parse_period
from tests.metrics.tiny import by_area, mediation, tiny_county


@pytest.fixture
def figures(build_of):
    rows = (
        mediation("甲镇", "2026-05-01", "people", "success", times=12),
        mediation("甲镇", "2026-05-01", "people", "failure", times=3),
        mediation("甲镇", "2026-05-31", "people", "withdrawn", times=2),
        mediation("甲镇", "2026-05-31", "people", "open", times=3),
        mediation("甲镇", "2026-05-10", "court", "success", times=90),
        mediation("甲镇", "2026-05-10", "trade", "failure", times=90),
        mediation("甲镇", "2025-05-10", "people", "success", times=15),
        mediation("甲镇", "2025-05-10", "people", "open", times=10),
        mediation("乙镇", "2026-05-10", "people", "success", times=10),
        mediation("丙镇", "2026-05-10", "people", "success", times=3),
        mediation("outside", "2026-05-10", "people", "success", times=2),
        mediation("outside", "2026-05-10", "people", "open", times=8),
    )
    metrics = [METRICS["people_mediation_resolution_rate"]]
    return by_area(compute(build_of(tiny_county(*rows)), metrics, parse_period("2026-05"), by="all"))


def test_resolved_over_accepted_with_open_and_withdrawn_ones_below_the_line(figures):
    one = figures["甲镇"]
    assert (one.numerator, one.denominator, one.value) == (12, 20, 60.0)
    assert (one.unit, one.per) == ("%", 100)


def test_kinds_are_never_pooled(figures):
    assert figures["county"].numerator == 12 + 10 + 3 + 2
    assert figures["county"].denominator == 20 + 10 + 3 + 10


def test_a_change_of_proportions_is_in_points(figures):
    one = figures["甲镇"]
    assert (one.base_numerator, one.base_denominator, one.base_value) == (15, 25, 60.0)
    assert (one.change, one.change_unit, one.change_z) == (0.0, "百分点", 0.0)


def test_three_of_three_are_too_few_to_lead(figures):
    assert (figures["丙镇"].value, figures["丙镇"].status, figures["丙镇"].rank) == (100.0, "small", None)
    assert [figures[code].rank for code in ("乙镇", "甲镇")] == [1, 2]


def test_outside_shows_both_counts_and_no_rate(figures):
    one = figures["outside"]
    assert (one.numerator, one.denominator, one.value, one.status) == (2, 10, None, "none")


def test_no_year_before_is_no_change(figures):
    assert figures["乙镇"].change is None
    assert "base_zero" in figures["乙镇"].notes
