"""The rows behind every cell of the table of stations add up to it, and are those of its line."""

from datetime import date

import pytest

from metrics import parse_period
from metrics._rows_behind import SUMMARY
from metrics._station_rows import station_rows, work_named
from metrics._station_work import WORK, station_work, total_work
from tests.metrics.registers import Activity
from tests.metrics.test_station_work import MAY, ROWS, STATIONS, tell
from tests.metrics.tiny import county_of

SPRING = date(2026, 4, 1), date(2026, 5, 31)


def every_cell_is_its_rows(build, days):
    lines = station_work(build, *days)
    total = total_work(lines)
    for count in WORK:
        for line in lines:
            found = station_rows(build, count, days, line.where, line.key, limit=None)
            assert sum(row.n for row in found.page) == found.total == line.work[count.name], (line, count.name)
            assert found.rows == len(found.page)
        assert station_rows(build, count, days, "all", limit=1).total == total[count.name]
    return sum(total.values())


@pytest.mark.parametrize("stations", [(), STATIONS], ids=["no register", "register"])
def test_every_cell_is_the_sum_of_its_rows(stations, build_of):
    assert every_cell_is_its_rows(build_of(county_of(*stations, *ROWS)), MAY) == 28


def test_so_it_is_in_the_ordinary_county_over_a_quarter(build):
    period = parse_period("2026-Q1")
    assert every_cell_is_its_rows(build, (period.start, period.end)) > 0


def test_months_of_a_summary_are_rows_of_its_own_line_and_of_the_total_alone(build_of):
    early = Activity("甲镇", date(2026, 4, 3), "legal_education", 2, station="甲站")
    build = build_of(county_of(*STATIONS, early, *ROWS))
    tell(build, "legal_education_events", date(2026, 5, 1), {"甲镇": 7, "unassigned": 1})
    every_cell_is_its_rows(build, SPRING)
    count = work_named("legal_education_events")
    told = station_rows(build, count, SPRING, "summary").page
    assert {(row.township_code, row.n, row.table) for row in told} == {("甲镇", 7, SUMMARY), ("unassigned", 1, SUMMARY)}
    assert {row.table for row in station_rows(build, count, SPRING, "listed", "甲站").page} == {"activities"}


def test_a_station_s_rows_are_its_own_and_those_of_its_township_that_name_none(build_of):
    build = build_of(county_of(*STATIONS, *ROWS))
    count = work_named("station_mediation_events")
    found = station_rows(build, count, MAY, "listed", "甲站").page
    assert sorted(row.n for row in found) == [2, 3]
    assert {row.day for row in found} == {date(2026, 5, 12)}
    of_keys = "SELECT station FROM activities WHERE record_key IN (SELECT unnest(CAST(? AS VARCHAR[])))"
    named = build.cursor().execute(of_keys, [[row.key for row in found]]).fetchall()
    assert set(named) == {("甲站",), (None,)}


def test_pages_of_rows_are_the_whole_list(build):
    period, count = parse_period("2026-Q1"), work_named("station_mediation_events")
    days = period.start, period.end
    whole = station_rows(build, count, days, "all", limit=None).page
    size = -(-len(whole) // 3)
    pages = [station_rows(build, count, days, "all", offset=at, limit=size).page for at in range(0, len(whole), size)]
    assert len(pages) == 3
    assert [row for page in pages for row in page] == whole
