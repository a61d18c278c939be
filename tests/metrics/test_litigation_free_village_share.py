"""无讼村（社区）占比, worked by hand."""

from datetime import date

from data.definition import Definition
from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.registers import CaseVillage, Village
from tests.metrics.tiny import by_area, county_of, tiny_county

METRIC = METRICS["litigation_free_village_share"]
DAY = date(2026, 5, 4)
COUNTED = (
    Village("甲镇", "东村"),
    Village("甲镇", "西村"),
    Village("甲镇", "南社区"),
    CaseVillage("甲镇", DAY, "东村"),
)
LEFT_OUT = (
    CaseVillage("甲镇", date(2026, 6, 1), "西村"),
    CaseVillage("乙镇", DAY, "西村"),
)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_a_village_with_one_case_is_not_free(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (2, 3)
    assert format_value(one, METRIC) == "66.7"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (2, 3)


def test_the_threshold_is_a_switch_of_the_definition(build_of):
    rows = (Village("甲镇", "东村"), Village("甲镇", "西村"), *[CaseVillage("甲镇", DAY, "东村")] * 2)
    rows += tuple([CaseVillage("甲镇", DAY, "西村")] * 3)
    county = tiny_county(registers=rows, definition=Definition(litigation_free_cases=2))
    one = by_area(compute(build_of(county), [METRIC], parse_period("2026-05")))["甲镇"]
    assert (one.numerator, one.denominator) == (1, 2)


def test_where_no_case_names_a_village_nothing_is_known(build_of):
    county = tiny_county(registers=(Village("甲镇", "东村"),))
    one = by_area(compute(build_of(county), [METRIC], parse_period("2026-05")))["甲镇"]
    assert (one.value, one.status) == (None, "not_covered")
