"""乡镇街道一季一排查覆盖率, worked by hand."""

from datetime import date

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.registers import Screening
from tests.metrics.tiny import by_area, county_of

METRIC = METRICS["township_screening_coverage"]
COUNTED = (
    Screening("甲镇", date(2026, 1, 1)),
    Screening("甲镇", date(2026, 3, 31)),
)
LEFT_OUT = (
    Screening("乙镇", date(2026, 4, 9)),
    Screening("甲镇", date(2026, 7, 9)),
)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-01-01..2026-08-31"), by="all"))[area]


def test_one_of_two_whole_quarters(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (1, 2)
    assert format_value(one, METRIC) == "50.0"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (1, 2)
