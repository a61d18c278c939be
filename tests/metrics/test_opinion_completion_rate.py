"""意见落实率, worked by hand."""

from datetime import date

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.registers import Activity
from tests.metrics.tiny import by_area, county_of

METRIC = METRICS["opinion_completion_rate"]
DAY = date(2026, 5, 4)
COUNTED = (
    Activity("甲镇", DAY, "circuit_hearing", 1, 20, 10),
    Activity("甲镇", DAY, "return_visit", 1, 5, 1),
)
LEFT_OUT = (Activity("甲镇", DAY, "circuit_hearing", 1, None, 9),)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_11_of_25_were_acted_on(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (11, 25)
    assert format_value(one, METRIC) == "44.0"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (11, 25)
