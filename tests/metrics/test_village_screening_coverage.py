"""村（社区）一月一排查覆盖率, worked by hand."""

from datetime import date

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.registers import Screening, Village
from tests.metrics.tiny import by_area, county_of

METRIC = METRICS["village_screening_coverage"]
COUNTED = (
    Village("甲镇", "东村"),
    Village("甲镇", "西村"),
    Screening("甲镇", date(2026, 4, 1), "东村"),
    Screening("甲镇", date(2026, 4, 30), "东村"),
    Screening("甲镇", date(2026, 5, 31), "东村"),
    Screening("甲镇", date(2026, 5, 1), "西村"),
)
LEFT_OUT = (
    Screening("甲镇", date(2026, 4, 9)),
    Screening("乙镇", date(2026, 4, 9), "西村"),
    Screening("甲镇", date(2026, 3, 31), "西村"),
)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-04-01..2026-06-10"), by="all"))[area]


def test_three_of_four_village_months(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (3, 4)
    assert format_value(one, METRIC) == "75.0"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (3, 4)
