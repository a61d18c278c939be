"""行业专业调解成功率, worked by hand."""

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.tiny import by_area, county_of, mediation

METRIC = METRICS["trade_mediation_success_rate"]
COUNTED = (
    *mediation("甲镇", "2026-05-04", "trade", "success", times=33),
    *mediation("甲镇", "2026-05-04", "trade", "failure", times=7),
)
LEFT_OUT = (
    *mediation("甲镇", "2026-05-04", "trade", "open", times=9),
    *mediation("甲镇", "2026-05-04", "trade", "withdrawn", times=9),
)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_what_is_open_or_withdrawn_stands_aside(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (33, 40)
    assert format_value(one, METRIC) == "82.50"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (33, 40)
