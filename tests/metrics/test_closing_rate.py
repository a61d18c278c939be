"""结案率, worked by hand."""

from datetime import date

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.registers import Closing
from tests.metrics.tiny import by_area, case, county_of

METRIC = METRICS["closing_rate"]
DAY = date(2026, 5, 4)
COUNTED = (
    *[Closing("甲镇", DAY)] * 15,
    *case("甲镇", "2026-05-04", times=27),
    *case("甲镇", "2026-03-04", times=13),
)
LEFT_OUT = (
    *[one._replace(closed_on=date(2026, 4, 30)) for one in case("甲镇", "2026-03-04", times=8)],
    *case("甲镇", "2026-06-01", times=5),
)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_1456_of_3881_scaled_down_old_ones_count_below_the_line(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (15, 40)
    assert format_value(one, METRIC) == "37.50"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (15, 40)
