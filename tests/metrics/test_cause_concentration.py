"""案由集中度, worked by hand."""

from data.definition import Definition
from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.tiny import by_area, case, county_of, tiny_county

METRIC = METRICS["cause_concentration"]
COUNTED = (
    *[one._replace(cause="甲纠纷") for one in case("甲镇", "2026-05-04", times=20)],
    *[one._replace(cause="乙纠纷") for one in case("甲镇", "2026-05-04", times=8)],
    *[one._replace(cause="丙纠纷") for one in case("甲镇", "2026-05-04", times=5)],
    *[one._replace(cause="丁纠纷") for one in case("甲镇", "2026-05-04", times=4)],
    *[one._replace(cause="戊纠纷") for one in case("甲镇", "2026-05-04", times=2)],
    *[one._replace(cause="己纠纷") for one in case("甲镇", "2026-05-04", times=1)],
)
LEFT_OUT = (*[one._replace(cause=None) for one in case("甲镇", "2026-05-04", times=9)],)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_the_five_most_frequent_of_six_causes(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (39, 40)
    assert format_value(one, METRIC) == "97.5"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (39, 40)


def test_the_countys_own_most_frequent_causes_are_meant_and_how_many_is_a_switch(build_of):
    rows = (
        *[one._replace(cause="甲纠纷") for one in case("甲镇", "2026-05-04", times=6)],
        *[one._replace(cause="乙纠纷") for one in case("乙镇", "2026-05-04", times=5)],
        *[one._replace(cause="丙纠纷") for one in case("乙镇", "2026-05-04", times=4)],
    )
    county = tiny_county(rows, definition=Definition(concentration_causes=1))
    found = by_area(compute(build_of(county), [METRIC], parse_period("2026-05"), by="all"))
    assert [found[code].numerator for code in ("甲镇", "乙镇", "county")] == [6, 5, 6]
