"""零受理调委会, worked by hand."""

from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.tiny import by_area, county_of, mediation

METRIC = METRICS["idle_mediation_bodies"]
COUNTED = (
    *[one._replace(organisation="闲会") for one in mediation("甲镇", "2026-02-04", "people", "success", times=2)],
    *[one._replace(organisation="闲会") for one in mediation("乙镇", "2026-04-30", "people", "success")],
)
LEFT_OUT = (
    *[one._replace(organisation="忙会") for one in mediation("甲镇", "2026-05-01", "people", "open")],
    *[one._replace(organisation="旧会") for one in mediation("甲镇", "2025-05-31", "people", "open")],
    *[one._replace(organisation="法院站") for one in mediation("甲镇", "2026-02-04", "court", "open")],
)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_known_in_twelve_months_and_idle_in_the_period(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (1, None)
    assert format_value(one, METRIC) == "1"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (1, None)
