"""信访积案化解率, worked by hand."""

from datetime import date

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.registers import Petition
from tests.metrics.tiny import by_area, county_of

METRIC = METRICS["backlog_petition_resolution_rate"]
DAY = date(2026, 5, 4)
COUNTED = (
    *[Petition("甲镇", DAY, "success", None, True)] * 17,
    *[Petition("甲镇", DAY, "open", None, True)] * 33,
)
LEFT_OUT = (*[Petition("甲镇", DAY, "success")] * 20,)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_a_third_of_the_backlog(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (17, 50)
    assert format_value(one, METRIC) == "34.00"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (17, 50)
