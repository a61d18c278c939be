"""Stations against the pattern 2+2+1 and the townships they serve, worked by hand."""

from datetime import date

from data.definition import Definition
from metrics import METRICS, compute, parse_period
from metrics._station_staff import coverage_on, stations_on
from tests.metrics.registers import Station, StationTownship
from tests.metrics.tiny import by_area, county_of, tiny_county

END = date(2026, 5, 31)
STATIONS = (
    Station("甲镇", None, "一站", 2, 2, None, 1, None, record_key="一站"),
    Station("甲镇", None, "二站", 1, None, 1, None, 2, record_key="二站"),
    Station("乙镇", None, "三站", 3, 2, None, None, None, record_key="三站"),
    Station("乙镇", None, "四站", record_key="四站"),
    Station("丙镇", date(2026, 6, 1), "以后的站", 2, 2, 1, record_key="以后的站"),
)


def test_what_is_missing_is_told_by_role(build_of):
    found = {one.name: one for one in stations_on(build_of(county_of(*STATIONS)), END)}
    assert set(found) == {"一站", "二站", "三站", "四站"}
    assert (found["一站"].staff, found["一站"].lacking, found["一站"].is_staffed) == ((2, 2, 1), (0, 0, 0), True)
    assert (found["二站"].staff, found["二站"].lacking) == ((1, 0, 3), (1, 2, 0))
    assert (found["三站"].staff, found["三站"].lacking) == ((3, 2, 0), (0, 0, 1))
    assert (found["四站"].staff, found["四站"].lacking, found["四站"].is_staffed) == (None, (2, 2, 1), False)


def test_the_pattern_is_that_of_the_definition(build_of):
    given = Definition(station_judges=1, station_assistants=0, station_others=3)
    found = {one.name: one for one in stations_on(build_of(tiny_county(registers=STATIONS, definition=given)), END)}
    assert found["二站"].is_staffed
    assert found["一站"].lacking == (0, 0, 2)


def test_as_many_are_staffed_as_the_figure_says(build_of):
    build = build_of(county_of(*STATIONS))
    figure = by_area(compute(build, [METRICS["station_staffing_rate"]], parse_period("2026-05"), by="all"))["county"]
    found = stations_on(build, END)
    assert (sum(one.is_staffed for one in found), len(found)) == (figure.numerator, figure.denominator) == (1, 4)


def test_townships_without_a_station_are_those_the_figure_lacks(build_of):
    served = (StationTownship("甲镇", "一站"), StationTownship("甲镇", "二站"), StationTownship("丙镇", "以后的站"))
    build = build_of(county_of(*STATIONS, *served))
    found = coverage_on(build, END)
    assert (found.served, found.unserved) == ({"甲镇": ("一站", "二站")}, ("乙镇", "丙镇"))
    figure = by_area(compute(build, [METRICS["station_coverage"]], parse_period("2026-05"), by="all"))["county"]
    assert (len(found.served), len(found.served) + len(found.unserved)) == (figure.numerator, figure.denominator)
