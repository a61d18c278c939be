"""人民调解平均天数, worked by hand."""

from datetime import date

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.tiny import by_area, county_of, mediation

METRIC = METRICS["people_mediation_days"]
COUNTED = (
    *[
        one._replace(ended_on=date(2026, 5, 16))
        for one in mediation("甲镇", "2026-05-04", "people", "success", times=10)
    ],
    *[
        one._replace(ended_on=date(2026, 5, 24))
        for one in mediation("甲镇", "2026-05-04", "people", "failure", times=10)
    ],
)
LEFT_OUT = (
    *[one._replace(ended_on=date(2026, 6, 1)) for one in mediation("甲镇", "2026-05-04", "people", "success", times=3)],
    *[one._replace(ended_on=date(2026, 5, 3)) for one in mediation("甲镇", "2026-05-04", "people", "success", times=3)],
    *[one._replace(ended_on=date(2026, 5, 30)) for one in mediation("甲镇", "2026-05-04", "people", "open", times=3)],
    *[one._replace(ended_on=date(2026, 5, 30)) for one in mediation("甲镇", "2026-05-04", "court", "success", times=3)],
)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_ten_of_12_days_and_ten_of_20_take_16(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (320, 20)
    assert format_value(one, METRIC) == "16.0"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (320, 20)
