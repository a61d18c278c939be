"""诉前（先行）调解成功分流率, worked by hand."""

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.tiny import by_area, case, county_of, mediation

METRIC = METRICS["mediation_diversion_rate"]
COUNTED = (
    *mediation("甲镇", "2026-05-04", "court", "success", times=19),
    *case("甲镇", "2026-05-04", times=30),
    *case("甲镇", "2026-05-04", "行初"),
)
LEFT_OUT = (
    *[
        one._replace(filed_case_number="（2026）甘0733民初1号")
        for one in mediation("甲镇", "2026-05-04", "court", "success", times=4)
    ],
    *mediation("甲镇", "2026-05-04", "people", "success", times=9),
    *case("甲镇", "2026-05-04", "执", times=9),
)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_what_was_settled_of_all_that_came_to_court(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (19, 50)
    assert format_value(one, METRIC) == "38.00"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (19, 50)
