"""行政机关负责人出庭应诉率, worked by hand."""

from datetime import date

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.registers import Closing
from tests.metrics.tiny import by_area, county_of

METRIC = METRICS["chief_attendance_rate"]
DAY = date(2026, 5, 4)
COUNTED = (
    *[Closing("甲镇", DAY, is_civil_first_instance=False, is_administrative_first_instance=True, is_chief_present=True)]
    * 13,
    *[
        Closing(
            "甲镇", DAY, is_civil_first_instance=False, is_administrative_first_instance=True, is_chief_present=False
        )
    ]
    * 17,
)
LEFT_OUT = (
    *[Closing("甲镇", DAY, is_civil_first_instance=False, is_administrative_first_instance=True)] * 7,
    *[Closing("甲镇", DAY, is_chief_present=True)] * 7,
)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_the_chief_came_in_13_of_30(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (13, 30)
    assert format_value(one, METRIC) == "43.33"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (13, 30)
