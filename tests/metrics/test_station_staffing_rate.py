"""法官工作站配备达标率, worked by hand."""

from data.definition import Definition
from metrics import METRICS, compute, parse_period
from metrics._words import format_value
from tests.metrics.registers import Station
from tests.metrics.tiny import by_area, county_of, tiny_county

METRIC = METRICS["station_staffing_rate"]
COUNTED = (
    Station("甲镇", None, "齐", 2, 2, 0, 1),
    Station("甲镇", None, "多", 3, 2, 0, 0, 1),
    Station("甲镇", None, "缺助理", 2, 1, 1),
    Station("甲镇", None, "缺他人", 2, 2),
)
LEFT_OUT = (Station("乙镇", None, "别处的站", 2, 2, 1),)


def figure(build, area="甲镇"):
    return by_area(compute(build, [METRIC], parse_period("2026-05"), by="all"))[area]


def test_two_judges_two_assistants_and_one_other(build_of):
    one = figure(build_of(county_of(*COUNTED)))
    assert (one.numerator, one.denominator) == (2, 4)
    assert format_value(one, METRIC) == "50.0"


def test_what_the_card_leaves_out_changes_nothing(build_of):
    one = figure(build_of(county_of(*COUNTED, *LEFT_OUT)))
    assert (one.numerator, one.denominator) == (2, 4)


def test_the_pattern_is_a_switch_of_the_definition(build_of):
    rows = (Station("甲镇", None, "小站", 1, 1, 1), Station("甲镇", None, "空站"))
    county = tiny_county(registers=rows, definition=Definition(station_judges=1, station_assistants=1))
    one = by_area(compute(build_of(county), [METRIC], parse_period("2026-05")))["甲镇"]
    assert (one.numerator, one.denominator) == (1, 2)
