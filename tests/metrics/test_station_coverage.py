"""法官工作站覆盖率, worked by hand."""

from datetime import date

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.registers import Station, StationTownship
from tests.metrics.tiny import by_area, county_of

METRIC = METRICS["station_coverage"]
COUNTED = (
    Station("甲镇", None, "一站", record_key="一站"),
    StationTownship("甲镇", "一站"),
    StationTownship("乙镇", "一站"),
    Station("丙镇", date(2026, 6, 1), "以后的站", record_key="以后的站"),
)
LEFT_OUT = (StationTownship("丙镇", "以后的站"),)


def figure(build, area="county"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_served_from_elsewhere_counts_as_covered(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (2, 3)
    assert format_value(one, METRIC) == "66.7"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (2, 3)
