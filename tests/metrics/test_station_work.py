"""The table of stations and their work, worked by hand; its last line is the county's figures."""

from datetime import date

import duckdb
import pytest

from metrics import METRICS, compute, parse_period
from metrics._period import free
from metrics._station_work import WORK, station_work, total_work
from tests.metrics.registers import Activity, Station
from tests.metrics.tiny import by_area, county_of

MAY = date(2026, 5, 1), date(2026, 5, 31)
DAY = date(2026, 5, 12)
STATIONS = (
    Station("甲镇", None, "甲站", record_key="甲站"),
    Station("乙镇", date(2024, 1, 1), "乙一站", record_key="乙一站"),
    Station("乙镇", date(2026, 6, 1), "乙二站", record_key="乙二站"),
)
ROWS = (
    Activity("甲镇", DAY, "mediation", 3, station="甲站"),
    Activity("甲镇", DAY, "mediation", 2),  # 甲镇只有一个站
    Activity("乙镇", DAY, "legal_education", 1, opinions=5, opinions_done=2, station="甲站"),  # 到邻镇普法，仍是甲站的
    Activity("乙镇", DAY, "circuit_hearing", 1),  # 乙镇有两个站，不知道是哪一个
    Activity("甲镇", DAY, "screening", 4, station="丙站"),  # 名册里没有
    Activity("丙镇", DAY, "screening", 1, station="丙站"),
    Activity("unassigned", DAY, "consultation", 6),
    Activity("outside", DAY, "return_visit", 1, station="乙一站"),
    Activity("丙镇", DAY, "confirmation", 2),
    Activity("甲镇", date(2026, 4, 30), "mediation", 50, station="甲站"),
    Activity("甲镇", date(2026, 6, 1), "mediation", 70, station="甲站"),
)
OF_METRIC = {
    "station_mediations": "station_mediation_events",
    "circuit_hearing_count": "circuit_hearing_events",
    "legal_education_count": "legal_education_events",
    "consultation_count": "consultation_events",
    "return_visit_count": "return_visit_events",
    "station_administrative_withdrawals": "station_withdrawal_events",
    "station_administrative_settlements": "station_settlement_events",
}


def said(row):
    """A line without its zeros."""
    return (row.where, row.key, row.township_code, {name: n for name, n in row.work.items() if n}, row.assumed)


def test_work_goes_to_its_station_and_what_has_none_stays_apart(build_of):
    found = station_work(build_of(county_of(*STATIONS, *ROWS)), *MAY)
    opinions = {"opinions_heard": 5, "opinions_acted_on": 2}
    expected = [
        ("listed", "乙一站", "乙镇", {"return_visit_events": 1}, 0),
        ("listed", "甲站", "甲镇", {"station_mediation_events": 5, "legal_education_events": 1, **opinions}, 1),
        ("named", "丙站", None, {"screening_events": 5}, 0),
        ("place", "丙镇", "丙镇", {"other_station_work": 2}, 0),
        ("place", "乙镇", "乙镇", {"circuit_hearing_events": 1}, 0),
        ("nowhere", "unassigned", "unassigned", {"consultation_events": 6}, 0),
    ]
    assert sorted(map(said, found), key=str) == sorted(expected, key=str)


def test_a_station_of_later_days_stands_there_only_with_work(build_of):
    late = Activity("乙镇", DAY, "mediation", 1, station="乙二站")
    keys = {row.key for row in station_work(build_of(county_of(*STATIONS, late)), *MAY)}
    assert keys == {"甲站", "乙一站", "乙二站"}
    assert {row.key for row in station_work(build_of(county_of(*STATIONS)), *MAY)} == {"甲站", "乙一站"}


def test_without_a_register_work_is_listed_by_the_names_it_states(build_of):
    found = station_work(build_of(county_of(*ROWS)), *MAY)
    assert {row.where for row in found} == {"named", "place", "nowhere"}
    assert {row.key for row in found if row.where == "named"} == {"甲站", "丙站", "乙一站"}


@pytest.mark.parametrize("stations", [(), STATIONS], ids=["no register", "register"])
def test_the_last_line_is_the_figures_of_the_county(stations, build_of):
    build = build_of(county_of(*stations, *ROWS))
    total = total_work(station_work(build, *MAY))
    period = parse_period("2026-05")
    for metric, count in OF_METRIC.items():
        assert by_area(compute(build, [METRICS[metric]], period, by="all"))["county"].numerator == total[count]
    opinions = by_area(compute(build, [METRICS["opinion_completion_rate"]], period, by="all"))["county"]
    assert (opinions.numerator, opinions.denominator) == (total["opinions_acted_on"], total["opinions_heard"]) == (2, 5)
    assert sum(total.values()) == 5 + 1 + 1 + 6 + 1 + 5 + 2 + 5 + 2


def test_the_ordinary_county_adds_up_in_every_month_of_two_years(build):
    for year, month in [(2025, 2), (2025, 7), (2026, 3), (2026, 4)]:
        period = parse_period(f"{year}-{month:02d}")
        figures = {name: by_area(compute(build, [METRICS[name]], period, by="all"))["county"] for name in OF_METRIC}
        one = figures["station_mediations"]
        total = total_work(station_work(build, one.period_start, one.period_end))
        assert {name: figure.numerator for name, figure in figures.items()} == {
            name: total[count] for name, count in OF_METRIC.items()
        }
        assert sum(total.values()) > 0


def test_no_kind_of_work_is_counted_in_two_columns_and_none_is_left_out(build_of):
    from data.ledgers import ACTIVITY_TYPES

    rows = [Activity("甲镇", DAY, kind, 1) for kind in ACTIVITY_TYPES]
    (row,) = station_work(build_of(county_of(*rows)), *MAY)
    pieces = {name: n for name, n in row.work.items() if not name.startswith("opinions")}
    assert sum(pieces.values()) == len(ACTIVITY_TYPES)
    assert len(pieces) == len(WORK) - 2


def test_months_that_only_a_summary_tells_have_a_line_of_their_own(build_of):
    rows = (*STATIONS, Activity("甲镇", date(2026, 4, 3), "legal_education", 2, station="甲站"), *ROWS)
    build = build_of(county_of(*rows))
    tell(build, "legal_education_events", date(2026, 5, 1), {"甲镇": 7, "unassigned": 1})
    spring = date(2026, 4, 1), date(2026, 5, 31)
    found = station_work(build, *spring)
    of_summary = next(row for row in found if row.where == "summary")
    assert {name: n for name, n in of_summary.work.items() if n} == {"legal_education_events": 8}
    total = total_work(found)
    assert total["legal_education_events"] == 2 + 8  # the row of May gives way to the summary of May
    figure = by_area(compute(build, [METRICS["legal_education_count"]], free(*spring), by="all"))["county"]
    assert figure.numerator == 10
    cut = station_work(build, date(2026, 4, 1), date(2026, 5, 20))
    assert total_work(cut)["legal_education_events"] == 2 + 1  # a month that is cut is told by its rows


def tell(build, name, month, numbers):
    """Write a summary of one month into a build, as data/sql/totals_*.sql and monthly_counts_with_totals.sql do."""
    build.con.close()
    con = duckdb.connect(str(build.path))
    con.execute("CREATE TABLE totals_months (count_name VARCHAR, month DATE)")
    con.execute("CREATE TABLE totals_used (count_name VARCHAR, month DATE, township_code VARCHAR, n BIGINT)")
    con.execute("CREATE TABLE totals_coverage (count_name VARCHAR, month DATE, township_code VARCHAR)")
    con.execute("INSERT INTO totals_months VALUES (?, ?)", [name, month])
    con.execute("DELETE FROM monthly_counts WHERE count_name = ? AND month = ?", [name, month])
    for township, n in numbers.items():
        con.execute("INSERT INTO totals_used VALUES (?, ?, ?, ?)", [name, month, township, n])
        con.execute("INSERT INTO totals_coverage VALUES (?, ?, ?)", [name, month, township])
        con.execute("INSERT INTO monthly_counts VALUES (?, ?, ?, ?)", [name, month, township, n])
    con.close()
    build.con = duckdb.connect(str(build.path), read_only=True)
