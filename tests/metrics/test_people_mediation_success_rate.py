"""人民调解成功率, worked by hand."""

import pytest

from metrics import METRICS, compute, parse_period
from tests.metrics.tiny import by_area, mediation, tiny_county


@pytest.fixture
def figures(build_of):
    rows = (
        mediation("甲镇", "2026-05-01", "people", "success", times=12),
        mediation("甲镇", "2026-05-01", "people", "failure", times=4),
        mediation("甲镇", "2026-05-01", "people", "withdrawn", times=50),
        mediation("甲镇", "2026-05-01", "people", "open", times=50),
        mediation("甲镇", "2026-05-01", "court", "failure", times=50),
        mediation("乙镇", "2026-05-01", "people", "open", times=50),
    )
    metrics = [METRICS["people_mediation_success_rate"]]
    return by_area(compute(build_of(tiny_county(*rows)), metrics, parse_period("2026-05")))


def test_successes_over_successes_and_failures(figures):
    one = figures["甲镇"]
    assert (one.numerator, one.denominator, one.value) == (12, 16, 75.0)


def test_nothing_decided_is_no_rate_and_no_zero(figures):
    one = figures["乙镇"]
    assert (one.numerator, one.denominator, one.value, one.status) == (0, 0, None, "zero_denominator")
    assert one.rank is None


def test_limits_are_wilsons(figures):
    z2 = 1.959963984540054**2
    spread = 1.959963984540054 * (z2 + 4 * 12 * (1 - 12 / 16)) ** 0.5
    assert figures["甲镇"].low == pytest.approx((24 + z2 - spread) / (2 * (16 + z2)) * 100)
    assert figures["甲镇"].high == pytest.approx((24 + z2 + spread) / (2 * (16 + z2)) * 100)
