"""万人成讼率, worked by hand."""

from datetime import date

import pytest

from data.definition import SUPREME_COURT_RATE, Definition
from metrics import METRICS, compute, parse_period
from tests.metrics.county import Mediation
from tests.metrics.tiny import by_area, case, mediation, tiny_county

ROWS = (
    case("甲镇", "2026-01-01", times=9),
    case("甲镇", "2026-01-31", times=3),
    case("甲镇", "2025-12-31", times=50),
    case("甲镇", "2026-02-01", times=50),
    case("甲镇", "2026-01-05", excluded=True, times=50),
    case("甲镇", "2026-01-05", number="行初", times=50),
    case("甲镇", "2026-01-05", number="民终", times=50),
    case("甲镇", "2025-01-15", times=10),
    case("乙镇", "2026-01-10", times=27),
    case("outside", "2026-01-10", times=4),
    case("unassigned", "2026-01-10", times=1),
    mediation("甲镇", "2026-01-05", "court", "success", times=50),
)


@pytest.fixture
def figures(build_of):
    build = build_of(tiny_county(*ROWS))
    return by_area(compute(build, [METRICS["litigation_rate"]], parse_period("2026-01"), by="all"))


def test_only_first_instance_civil_cases_filed_in_the_month_count(figures):
    assert figures["甲镇"].numerator == 12
    assert figures["甲镇"].denominator == 8_000
    assert figures["甲镇"].value == 15.0  # 12 ÷ 8,000 × 10,000
    assert figures["乙镇"].value == 9.0  # 27 ÷ 30,000 × 10,000


def test_a_township_without_a_case_has_a_rate_of_zero(figures):
    assert (figures["丙镇"].numerator, figures["丙镇"].value, figures["丙镇"].status) == (0, 0.0, "small")
    assert figures["丙镇"].low == 0.0
    assert figures["丙镇"].high == pytest.approx(3.6888794541139354 * 5)


def test_outside_and_unassigned_are_counted_without_a_rate(figures):
    for code, n in (("outside", 4), ("unassigned", 1)):
        one = figures[code]
        assert (one.numerator, one.denominator, one.value, one.low, one.status) == (n, None, None, None, "none")


def test_the_county_is_all_cases_over_all_people_and_no_mean_of_rates(figures):
    county = figures["county"]
    assert county.numerator == 12 + 27 + 4 + 1
    assert county.denominator == 40_000
    assert county.value == 11.0  # the mean of 15, 9 and 0 would be 8


def test_the_change_is_that_of_the_rate_in_percent(figures):
    assert figures["甲镇"].base_value == 12.5
    assert figures["甲镇"].change == pytest.approx(20.0)
    assert figures["甲镇"].change_unit == "%"
    assert figures["甲镇"].change_z == pytest.approx(2 / 22**0.5)


def test_fewer_is_better(figures):
    assert {code: one.rank for code, one in figures.items()} == {
        "丙镇": 1, "乙镇": 2, "甲镇": 3, "outside": None, "unassigned": None, "county": None,
    }  # fmt: skip


def test_limits_are_those_of_the_count_over_the_people(figures):
    low, high = figures["甲镇"].low, figures["甲镇"].high
    assert low == pytest.approx(12 * (1 - 1 / 108 - 1.959963984540054 / (3 * 12**0.5)) ** 3 / 0.8)
    assert high == pytest.approx(13 * (1 - 1 / 117 + 1.959963984540054 / (3 * 13**0.5)) ** 3 / 0.8)


def under(build_of, definition, *more):
    build = build_of(tiny_county(*ROWS, more, definition=definition))
    return by_area(compute(build, [METRICS["litigation_rate"]], parse_period("2026-01"), by="all"))


def test_a_definition_may_add_administrative_cases(build_of):
    found = under(build_of, Definition(rate_numerator="civil_and_administrative"))
    assert found["甲镇"].numerator == 12 + 50
    assert found["甲镇"].label == "万人起诉率（民事、行政）"
    assert found["county"].numerator == 44 + 50


def test_the_supreme_court_adds_what_was_settled_before_filing_and_counts_no_dispute_twice(build_of):
    filed = Mediation("甲镇", date(2026, 1, 6), "court", "success", "（2026）甘0733民初1号")
    failed = mediation("甲镇", "2026-01-05", "court", "failure", times=7)
    found = under(build_of, SUPREME_COURT_RATE, filed, *failed, *mediation("甲镇", "2026-01-05", "people", "success"))
    assert found["甲镇"].numerator == 12 + 50 + 50
    assert found["甲镇"].value == 140.0  # 112 ÷ 8,000 × 10,000
    assert "break" not in found["甲镇"].notes


def test_the_card_says_what_the_definition_has_counted():
    metric = METRICS["litigation_rate"].under(SUPREME_COURT_RATE)
    assert metric.formula.startswith("诉前（先行）调解成功数与新收一审民商事、行政案件之和 ÷ 人口数")
    assert "每万人诉至法院的纠纷" in metric.event
    assert metric.under(SUPREME_COURT_RATE) == metric
    assert METRICS["litigation_rate"].under(Definition()) == METRICS["litigation_rate"]
