"""结收比, worked by hand."""

from datetime import date

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.registers import Closing
from tests.metrics.tiny import by_area, case, county_of

METRIC = METRICS["closing_filing_ratio"]
DAY = date(2026, 5, 4)
COUNTED = (
    *[Closing("甲镇", DAY)] * 45,
    *case("甲镇", "2026-05-04", times=40),
)
LEFT_OUT = (
    *case("甲镇", "2026-05-04", "执", times=9),
    *[Closing("甲镇", DAY, is_civil_first_instance=False, is_first_instance=False)] * 9,
)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_more_was_closed_than_came_in(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (45, 40)
    assert format_value(one, METRIC) == "112.50"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (45, 40)
