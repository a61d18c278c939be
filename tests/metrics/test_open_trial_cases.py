"""期末未结一审案件, worked by hand."""

from datetime import date

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.tiny import by_area, case, county_of

METRIC = METRICS["open_trial_cases"]
COUNTED = (
    *case("甲镇", "2026-05-31", times=3),
    *case("甲镇", "2025-01-04", times=4),
    *[one._replace(closed_on=date(2026, 6, 1)) for one in case("甲镇", "2026-05-04", times=5)],
)
LEFT_OUT = (
    *[one._replace(closed_on=date(2026, 5, 31)) for one in case("甲镇", "2026-05-04", times=8)],
    *case("甲镇", "2026-06-01", times=6),
)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_what_came_and_has_not_left_on_the_last_day(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (12, None)
    assert format_value(one, METRIC) == "12"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (12, None)
