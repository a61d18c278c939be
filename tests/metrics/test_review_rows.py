"""Rows of the table of places, the sums below it, groups of a kind, and what the charts draw."""

from dataclasses import replace

import pytest

from metrics import METRICS
from metrics._peer_rows import peer_rows
from metrics._review_charts import cause_parts, marks, together_value, two_years
from metrics._review_rows import ranked_rows, sum_rows, together
from metrics._standing_words import as_counted, view_of
from tests.reports.bulletin.counties import hand_worked, ten_townships, told

RATE, SHARE = METRICS["litigation_rate"], METRICS["dispute_resolution_rate"]


@pytest.fixture(scope="module")
def small():
    return told(hand_worked())


@pytest.fixture(scope="module")
def ten():
    return told(ten_townships())


def test_the_ranked_come_first_and_the_others_say_why_they_are_not(small):
    rows = ranked_rows(small, as_counted(small, SHARE))
    assert [(one.figure.area_name, one.figure.rank, one.mark) for one in rows] == [
        ("乙镇", 1, ""),
        ("甲镇", 2, ""),
        ("丙镇", None, "数量过小"),
    ]


def test_sums_tell_the_townships_apart_from_the_county(small):
    """163 after 127 of 40,000 people; 12 outside, 5 unassigned, 180 in all."""
    townships, outside, unassigned, county = [one.figure for one in sum_rows(as_counted(small, RATE))]
    assert (townships.area_name, townships.numerator, townships.base_numerator) == ("各乡镇街道合计", 163, 127)
    assert townships.value == pytest.approx(163 / 40_000 * 10_000)
    assert townships.change == pytest.approx(100 * (163 - 127) / 127)
    assert [one.numerator for one in (outside, unassigned, county)] == [12, 5, 180]


def test_the_sum_of_a_handful_a_year_before_tells_no_change(small):
    _, outside, _, county = [one.figure for one in sum_rows(as_counted(small, RATE))]
    ten, nine = (replace(county, base_numerator=outside.base_numerator + n) for n in (10, 9))
    assert together(ten, [outside]).change is not None
    assert together(nine, [outside]).change is None


def test_a_share_without_disputes_outside_has_one_sum(small):
    [county] = sum_rows(as_counted(small, SHARE))
    assert (county.figure.numerator, county.figure.denominator) == (35, 46)


def test_places_count_within_the_kind_and_equals_share_one(ten):
    rows = [(one.kind, one.figure.area_name, one.place) for one in peer_rows(ten, RATE)]
    assert ("乡", "双河乡", 1) in rows
    assert [place for kind, _, place in rows if kind == "镇"] == [1, 1, 1, 1, 1, None]
    assert ("乡", "各乡合计", None) in rows
    assert not [one for one in rows if one[0] == "街道"]


def test_the_chart_holds_the_same_townships_in_the_order_of_the_table(ten):
    view = view_of(ten, RATE)
    drawn = [(one.area_name, stands.symbol) for one, stands in marks(view)]
    assert [name for name, _ in drawn] == [one.area_name for one in view.in_order]
    assert (drawn[0], drawn[-1]) == (("双河乡", "▽"), ("城关街道", "▲"))
    assert together_value(view) == pytest.approx(1_110 / 200_000 * 10_000)


def test_months_that_are_not_covered_are_unknown_and_not_0(small):
    drawn = two_years(small)
    assert (drawn.labels[0], drawn.labels[-1]) == ("6月", "5月")
    assert drawn.now[-3:] == (10, 0, 170)
    assert drawn.before[:7] == (None,) * 7
    assert drawn.before[7:] == (0, 0, 5, 0, 150)


def test_causes_are_drawn_by_what_they_added(small):
    assert [(one.name, one.difference) for one in cause_parts(small)] == [
        ("买卖合同纠纷", 47),
        ("民间借贷纠纷", -23),
        ("追偿权纠纷", 1),
    ]
