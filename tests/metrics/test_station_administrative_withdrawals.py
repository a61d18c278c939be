"""工作站促成行政撤诉, worked by hand."""

from datetime import date

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.registers import Activity
from tests.metrics.tiny import by_area, county_of

METRIC = METRICS["station_administrative_withdrawals"]
DAY = date(2026, 5, 4)
COUNTED = (*[Activity("甲镇", DAY, "administrative_withdrawal")] * 16,)
LEFT_OUT = (*[Activity("甲镇", DAY, "administrative_settlement")] * 5,)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_sixteen_as_the_field_reported(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (16, None)
    assert format_value(one, METRIC) == "16"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (16, None)
