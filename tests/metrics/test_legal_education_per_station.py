"""站均普法宣传场次, worked by hand."""

from datetime import date

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.registers import Activity, Station
from tests.metrics.tiny import by_area, county_of

METRIC = METRICS["legal_education_per_station"]
DAY = date(2026, 5, 4)
COUNTED = (
    *[Activity("甲镇", DAY, "legal_education")] * 9,
    *[Activity("甲镇", DAY, "legal_education", 3)] * 2,
    Station("甲镇", None, "一站"),
    Station("甲镇", date(2026, 5, 31), "二站"),
)
LEFT_OUT = (
    *[Activity("甲镇", DAY, "other")] * 5,
    Activity("甲镇", date(2026, 6, 1), "legal_education"),
    Station("甲镇", date(2026, 6, 1), "以后的站"),
)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_fifteen_over_two_stations(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (15, 2)
    assert format_value(one, METRIC) == "7.5"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (15, 2)
