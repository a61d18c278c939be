"""案-件比, worked by hand."""

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.tiny import by_area, case, county_of

METRIC = METRICS["case_multiplication"]
COUNTED = (
    *[one._replace(type_code="民初") for one in case("甲镇", "2026-05-04", "民初", times=36)],
    *[one._replace(type_code="刑初") for one in case("甲镇", "2026-05-04", "刑初", times=4)],
    *[one._replace(type_code="执") for one in case("甲镇", "2026-05-04", "执", times=20)],
)
LEFT_OUT = (
    *[one._replace(type_code="诉前调书") for one in case("甲镇", "2026-05-04", "诉前调书", times=8)],
    *case("甲镇", "2026-05-04", "?", times=3),
)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_forty_disputes_became_sixty_numbers(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (60, 40)
    assert format_value(one, METRIC) == "1.50"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (60, 40)
