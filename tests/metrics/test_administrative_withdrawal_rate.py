"""行政案件撤诉率, worked by hand."""

from datetime import date

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.registers import Closing
from tests.metrics.tiny import by_area, county_of

METRIC = METRICS["administrative_withdrawal_rate"]
DAY = date(2026, 5, 4)
COUNTED = (
    *[
        Closing(
            "甲镇",
            DAY,
            is_civil_first_instance=False,
            is_administrative_first_instance=True,
            has_close_method=True,
            is_withdrawn=True,
        )
    ]
    * 16,
    *[Closing("甲镇", DAY, is_civil_first_instance=False, is_administrative_first_instance=True, has_close_method=True)]
    * 28,
)
LEFT_OUT = (
    *[Closing("甲镇", DAY, is_withdrawn=True, has_close_method=True)] * 7,
    *[Closing("甲镇", DAY, is_civil_first_instance=False, is_administrative_first_instance=True, is_withdrawn=True)]
    * 7,
)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_16_of_44_administrative_cases_were_withdrawn(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (16, 44)
    assert format_value(one, METRIC) == "36.36"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (16, 44)
