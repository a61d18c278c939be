"""万人信访量, worked by hand."""

from datetime import date

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.registers import Petition
from tests.metrics.tiny import by_area, county_of

METRIC = METRICS["petition_rate"]
DAY = date(2026, 5, 4)
COUNTED = (*[Petition("甲镇", DAY, "open")] * 10,)
LEFT_OUT = (*[Petition("乙镇", DAY)] * 4,)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_ten_petitions_among_8_000_people(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (10, 8000)
    assert format_value(one, METRIC) == "12.50"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (10, 8000)
