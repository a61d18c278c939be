"""行政万人起诉率, worked by hand."""

import pytest

from metrics import METRICS, compute, parse_period
from tests.metrics.tiny import by_area, case, tiny_county


@pytest.fixture
def figures(build_of):
    rows = (
        case("甲镇", "2026-03-01", number="行初", times=4),
        case("甲镇", "2026-03-02", number="民初", times=30),
        case("甲镇", "2026-03-02", number="行赔初", times=30),
        case("甲镇", "2026-03-02", number="行初", excluded=True, times=30),
        case("乙镇", "2026-03-31", number="行初", times=12),
        case("乙镇", "2026-04-01", number="行初", times=30),
    )
    found = compute(build_of(tiny_county(*rows)), [METRICS["administrative_litigation_rate"]], parse_period("2026-03"))
    return by_area(found)


def test_only_first_instance_administrative_cases_count(figures):
    assert (figures["甲镇"].numerator, figures["甲镇"].value) == (4, 5.0)
    assert (figures["乙镇"].numerator, figures["乙镇"].value) == (12, 4.0)


def test_four_cases_are_too_few_and_say_so(figures):
    assert figures["甲镇"].status == "small"
    assert "small" in figures["甲镇"].notes
    assert figures["乙镇"].status == "ok"


def test_fewer_is_better_and_few_cases_are_still_ranked(figures):
    assert [figures[code].rank for code in ("丙镇", "乙镇", "甲镇")] == [1, 2, 3]
