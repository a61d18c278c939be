"""一审服判息诉率, worked by hand."""

from datetime import date

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.registers import Closing
from tests.metrics.tiny import by_area, county_of

METRIC = METRICS["acceptance_rate"]
DAY = date(2026, 5, 4)
COUNTED = (
    *[Closing("甲镇", DAY, is_appealed=False)] * 89,
    *[Closing("甲镇", DAY, is_appealed=True)] * 4,
)
LEFT_OUT = (
    *[Closing("甲镇", DAY, is_appealed=None)] * 7,
    *[Closing("甲镇", DAY, is_appealed=False, is_civil_first_instance=False, is_first_instance=False)] * 7,
)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_of_93_closings_4_were_appealed_as_wangqing_published(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (89, 93)
    assert format_value(one, METRIC) == "95.70"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (89, 93)
