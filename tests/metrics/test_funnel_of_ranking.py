"""The funnel beside a ranking: its points are the ranked townships, its lines pass where their marks change."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from scipy.stats import chi2

from metrics import METRICS
from metrics._funnel_of_ranking import funnel_of
from metrics._period import parse_period
from metrics._ranking_table import ranking
from tests.metrics.county import People, Township
from tests.metrics.tiny import case, tiny_county

RATE = METRICS["litigation_rate"]
MAY = parse_period("2026-05")
CASES = {"甲": (20, 4_000), "乙": (90, 30_000), "丙": (150, 60_000), "丁": (60, 6_000), "戊": (14, 12_000)}


@pytest.fixture
def table(build_of):
    townships = (*(Township(one, "镇", False, True) for one in CASES), Township("场", "农场", True, False))
    people = tuple(People(one, "常住", date(2024, 12, 31), n) for one, (_, n) in {**CASES, "场": (0, 30)}.items())
    filed = [one for name, (x, _) in CASES.items() for one in case(name, "2026-05-06", times=x)]
    county = tiny_county(filed, case("场", "2026-05-06", times=12), townships=townships, people=people)
    return ranking(build_of(county), RATE, MAY)


def test_the_points_are_the_ranked_and_stand_to_the_limits_as_exact_poisson_limits_say(table):
    """334 cases of 112,000 people; a township is out where that rate leaves its own exact limits."""
    found = funnel_of(table)
    rate = 334 / 112_000
    expected = {}
    for name, (x, n) in CASES.items():
        ends = {
            level: (chi2.ppf((1 - level) / 2, 2 * x) / 2 / n, chi2.ppf((1 + level) / 2, 2 * (x + 1)) / 2 / n)
            for level in (0.95, 0.998)
        }
        near, far = ends[0.95], ends[0.998]
        symbol = "▲" if near[0] > rate else "▽" if near[1] < rate else "●"
        expected[name] = symbol, far[0] > rate or far[1] < rate
    assert table.county.phi == 1.0
    assert found.target == pytest.approx(rate * 10_000)
    assert {one.area_code: (stands.symbol, stands.may_colour) for one, stands in found.points} == expected
    assert {symbol for symbol, _ in expected.values()} == {"▲", "▽", "●"}


def test_the_lines_reach_beyond_the_smallest_and_the_largest_and_the_wide_ones_lie_outside(table):
    found = funnel_of(table, 2.0)
    for low, high in (found.near, found.far):
        for line in (low, high):
            assert line.n.min() >= 2_000
            assert line.n.max() <= 120_000
            assert line.n.max() > 60_000
    at = 40_000.0
    values = [np.interp(at, line.n, line.value) for line in (found.far[0], found.near[0], found.near[1], found.far[1])]
    assert values == sorted(values)
    assert values[1] < found.target < values[2]


def test_a_metric_without_limits_has_no_funnel_nor_has_a_period_without_anybody(table):
    assert funnel_of(replace(table, metric=METRICS["trial_days"])) is None
    assert funnel_of(replace(table, rows=())) is None
