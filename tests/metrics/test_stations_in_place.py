"""法官工作站数, worked by hand."""

from datetime import date

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.registers import Station
from tests.metrics.tiny import by_area, county_of

METRIC = METRICS["stations_in_place"]
COUNTED = (
    Station("甲镇", None, "一站"),
    Station("甲镇", date(2026, 5, 31), "二站"),
)
LEFT_OUT = (
    Station("甲镇", date(2026, 6, 1), "以后的站"),
    Station("乙镇", None, "别处的站"),
)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_those_set_up_by_the_last_day(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (2, None)
    assert format_value(one, METRIC) == "2"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (2, None)
