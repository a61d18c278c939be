"""人民调解司法确认率, worked by hand."""

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.tiny import by_area, county_of, mediation

METRIC = METRICS["people_mediation_confirmation_rate"]
COUNTED = (
    *[one._replace(confirmed=True) for one in mediation("甲镇", "2026-05-04", "people", "success", times=15)],
    *[one._replace(confirmed=None) for one in mediation("甲镇", "2026-05-04", "people", "success", times=5)],
)
LEFT_OUT = (
    *[one._replace(batch=2) for one in mediation("甲镇", "2026-05-04", "people", "success", times=30)],
    *[one._replace(confirmed=True) for one in mediation("甲镇", "2026-05-04", "people", "failure", times=3)],
    *[one._replace(confirmed=True) for one in mediation("甲镇", "2026-05-04", "court", "success", times=8)],
)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_an_empty_cell_says_no_where_the_register_has_the_column(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (15, 20)
    assert format_value(one, METRIC) == "75.00"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (15, 20)
