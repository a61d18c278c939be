"""司法建议发出数, worked by hand."""

from datetime import date

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.registers import Suggestion
from tests.metrics.tiny import by_area, county_of

METRIC = METRICS["suggestions_issued"]
DAY = date(2026, 5, 4)
COUNTED = (*[Suggestion("甲镇", DAY, False)] * 25,)
LEFT_OUT = (Suggestion("甲镇", date(2026, 6, 1)),)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_each_is_counted_by_the_day_it_was_issued(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (25, None)
    assert format_value(one, METRIC) == "25"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (25, None)
