"""万人法律咨询次数, worked by hand."""

from datetime import date

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.registers import Activity
from tests.metrics.tiny import by_area, county_of

METRIC = METRICS["consultation_rate"]
DAY = date(2026, 5, 4)
COUNTED = (
    *[Activity("甲镇", DAY, "consultation")] * 9,
    *[Activity("甲镇", DAY, "consultation", 3)] * 2,
)
LEFT_OUT = (
    *[Activity("甲镇", DAY, "other")] * 5,
    Activity("甲镇", date(2026, 6, 1), "consultation"),
)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_fifteen_among_8_000_people(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (15, 8000)
    assert format_value(one, METRIC) == "18.75"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (15, 8000)
