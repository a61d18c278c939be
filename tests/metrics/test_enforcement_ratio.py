"""执行派生比, worked by hand."""

from datetime import date

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.registers import Closing
from tests.metrics.tiny import by_area, case, county_of

METRIC = METRICS["enforcement_ratio"]
DAY = date(2026, 5, 4)
COUNTED = (
    *[Closing("甲镇", DAY)] * 40,
    *[one._replace(type_code="执") for one in case("甲镇", "2026-05-04", "执", times=10)],
)
LEFT_OUT = (*[one._replace(type_code="执恢") for one in case("甲镇", "2026-05-04", "执恢", times=9)],)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_ten_enforcements_to_forty_closings(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (10, 40)
    assert format_value(one, METRIC) == "25.00"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (10, 40)
