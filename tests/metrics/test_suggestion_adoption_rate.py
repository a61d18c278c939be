"""司法建议采纳率, worked by hand."""

from datetime import date

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.registers import Suggestion
from tests.metrics.tiny import by_area, county_of

METRIC = METRICS["suggestion_adoption_rate"]
DAY = date(2026, 5, 4)
COUNTED = (
    *[Suggestion("甲镇", DAY, True, "adopted")] * 10,
    *[Suggestion("甲镇", DAY, True, "partly")] * 5,
    *[Suggestion("甲镇", DAY, True, "rejected")] * 2,
    *[Suggestion("甲镇", DAY, False)] * 3,
)
LEFT_OUT = (Suggestion("甲镇", date(2026, 6, 1), True, "adopted"),)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_partly_adopted_counts_and_unanswered_does_not(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (15, 20)
    assert format_value(one, METRIC) == "75.00"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (15, 20)
