"""What stands above and below the line over many spans: how often the rows are asked for."""

from datetime import date

import pytest

from metrics import METRICS, compute, monthly, parse_period
from metrics._groups import each_area
from metrics._register_counts import SERVED_TOWNSHIPS, STATIONS, TOWNSHIPS
from metrics._sides import Span, side_sums
from metrics._village_counts import SCREENED_TOWNSHIP_QUARTERS
from tests.metrics.registers import Station, StationTownship
from tests.metrics.tiny import by_area, county_of

MONTHS = tuple((date(2026, month, 1), date(2026, month, 28)) for month in range(1, 7))
ROWS = (
    Station("甲镇", None, "一站", record_key="一站"),
    StationTownship("甲镇", "一站"),
    Station("乙镇", date(2026, 4, 10), "二站", record_key="二站"),
    StationTownship("乙镇", "二站"),
)


class Asked:
    """A build that counts the queries it answers."""

    def __init__(self, build):
        self.build, self.queries = build, 0

    def __getattr__(self, name):
        return getattr(self.build, name)

    def cursor(self):
        self.queries += 1
        return self.build.cursor()


@pytest.mark.parametrize(
    ("count", "times"), [(TOWNSHIPS, 1), (STATIONS, 6), (SERVED_TOWNSHIPS, 6), (SCREENED_TOWNSHIP_QUARTERS, 6)]
)
def test_rows_are_asked_for_once_per_day_that_their_sql_looks_at(count, times, build_of):
    build = build_of(county_of(*ROWS))
    groups = each_area(build)
    asked = Asked(build)
    side_sums(asked, [Span(count, start, end) for start, end in MONTHS], groups)
    assert asked.queries == times


def test_a_list_that_no_day_changes_is_the_same_in_every_span(build_of):
    build = build_of(county_of(*ROWS))
    found = side_sums(build, [Span(TOWNSHIPS, start, end) for start, end in MONTHS], each_area(build))
    assert len(found) == 6
    assert {tuple(total.tolist()) for total in found.values()} == {(1, 1, 1, 0, 0, 3)}


def test_stations_of_every_month_are_those_of_the_month_alone(build_of):
    build = build_of(county_of(*ROWS))
    rows = monthly(build, [METRICS["station_coverage"]], None, date(2026, 6, 1), months=6).rows()
    assert [one.numerator for one in rows] == [1, 1, 1, 2, 2, 2]
    for one in rows:
        period = parse_period(one.period_start.isoformat()[:7])
        alone = by_area(compute(build, [METRICS["station_coverage"]], period, by="all"))["county"]
        assert (alone.numerator, alone.denominator, alone.value) == (one.numerator, one.denominator, one.value)
