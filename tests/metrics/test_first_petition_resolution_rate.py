"""初信初访一次性化解率, worked by hand."""

from datetime import date

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.registers import Petition
from tests.metrics.tiny import by_area, county_of

METRIC = METRICS["first_petition_resolution_rate"]
DAY = date(2026, 5, 4)
COUNTED = (
    *[Petition("甲镇", DAY, "success", True, False, True)] * 34,
    *[Petition("甲镇", DAY, "failure", True)] * 2,
)
LEFT_OUT = (
    *[Petition("甲镇", DAY, "open", True)] * 5,
    *[Petition("甲镇", DAY, "success", False, False, True)] * 6,
    *[Petition("甲镇", DAY, "success", None, False, True)] * 6,
)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_34_of_36_first_ones_were_settled_at_once(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (34, 36)
    assert format_value(one, METRIC) == "94.44"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (34, 36)
