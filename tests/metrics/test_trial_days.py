"""平均审理天数, worked by hand."""

from datetime import date

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.registers import Closing
from tests.metrics.tiny import by_area, county_of

METRIC = METRICS["trial_days"]
DAY = date(2026, 5, 4)
COUNTED = (
    *[Closing("甲镇", DAY, days=40)] * 30,
    *[Closing("甲镇", DAY, days=60)] * 10,
)
LEFT_OUT = (
    *[Closing("甲镇", DAY, days=-3)] * 5,
    *[Closing("甲镇", DAY, days=400, is_civil_first_instance=False, is_first_instance=False)] * 5,
)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_thirty_cases_of_40_days_and_ten_of_60_take_45(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (1800, 40)
    assert format_value(one, METRIC) == "45.0"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (1800, 40)
