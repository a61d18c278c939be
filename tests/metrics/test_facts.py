from dataclasses import dataclass
from datetime import date

import duckdb
import pytest

from data.build.counts import create_counts
from data.definition import Definition
from metrics import _facts as facts
from metrics._counts import CIVIL_FILINGS, PEOPLE, RESIDENTS

NOW = (date(2026, 1, 1), date(2026, 3, 31))
BASE = (date(2025, 1, 1), date(2025, 3, 31))


@dataclass
class SmallBuild:
    con: duckdb.DuckDBPyConnection
    path: str
    definition: Definition
    number: int = 1

    @property
    def meta(self):
        return {}

    def cursor(self):
        return self.con.cursor()


CASES = [
    ("1号", date(2026, 1, 5), "离婚纠纷", "甲镇", True),
    ("2号", date(2026, 1, 6), "离婚纠纷", "甲镇", True),
    ("3号", date(2026, 2, 7), None, "甲镇", True),
    ("4号", date(2026, 2, 8), "民间借贷纠纷", "outside", True),
    ("5号", date(2026, 2, 9), "民间借贷纠纷", "unassigned", True),
    ("6号", date(2026, 3, 1), "行政处罚", "甲镇", False),
    ("7号", date(2025, 3, 1), "离婚纠纷", "甲镇", True),
    ("8号", date(2024, 3, 1), "离婚纠纷", "甲镇", True),
]


@pytest.fixture
def build(tmp_path):
    con = duckdb.connect()
    con.execute(
        "CREATE TABLE cases (case_number VARCHAR, filed_on DATE, cause VARCHAR, township_code VARCHAR, "
        "is_civil_first_instance BOOLEAN, is_excluded BOOLEAN DEFAULT FALSE, procedure VARCHAR, status VARCHAR, "
        "close_method VARCHAR, closed_on DATE, placed_by VARCHAR)"
    )
    con.executemany(
        "INSERT INTO cases (case_number, filed_on, cause, township_code, is_civil_first_instance) "
        "VALUES (?, ?, ?, ?, ?)",
        CASES,
    )
    con.execute("CREATE TABLE mediations (township_code VARCHAR, accepted_on DATE, kind VARCHAR, result VARCHAR)")
    con.execute("INSERT INTO mediations VALUES ('甲镇', '2026-01-02', 'people', 'success')")
    create_counts(con, (CIVIL_FILINGS, PEOPLE.accepted))
    con.execute(
        "CREATE TABLE daily_cause_counts AS SELECT 'civil_filings' AS count_name, "
        "coalesce(cause, '未填案由') AS cause, township_code, filed_on AS day, "
        "count(*) AS n FROM cases WHERE is_civil_first_instance GROUP BY ALL"
    )
    con.execute(
        "CREATE TABLE places (source VARCHAR, place_text VARCHAR, township_code VARCHAR, how VARCHAR, rows INT)"
    )
    con.execute(
        "INSERT INTO places VALUES ('defendant', '甲镇', '甲镇', 'exact', 9), "
        "('defendant', '某地', NULL, 'unknown', 2), ('plaintiff', '别处', NULL, 'unknown', 5), "
        "('defendant', '西安市', 'outside', 'city_outside', 4)"
    )
    con.execute("CREATE TABLE coverage (ledger VARCHAR, kind VARCHAR, covers_start DATE, covers_end DATE, batch INT)")
    con.execute(
        "INSERT INTO coverage VALUES ('cases', NULL, '2024-01-01', '2025-12-31', 1), "
        "('cases', NULL, '2026-01-01', '2026-03-20', 2), ('mediations', 'people', '2026-01-01', '2026-01-31', 3)"
    )
    con.execute("CREATE TABLE townships (township_code VARCHAR, township_name VARCHAR, sort_order INT)")
    con.execute("INSERT INTO townships VALUES ('甲镇', '甲镇', 0), ('乙镇', '乙镇', 1)")
    con.execute("CREATE TABLE population (township_code VARCHAR, basis VARCHAR, as_of DATE, people BIGINT)")
    con.execute("INSERT INTO population VALUES ('甲镇', '常住', '2025-12-31', 100), ('乙镇', '户籍', '2025-12-31', 50)")
    return SmallBuild(con, str(tmp_path), Definition())


def test_spans_that_touch_are_one_span_and_each_kind_stands_alone(build):
    assert facts.ledger_spans(build) == [
        ("cases", None, date(2024, 1, 1), date(2026, 3, 20)),
        ("mediations", "people", date(2026, 1, 1), date(2026, 1, 31)),
    ]


def test_the_last_whole_month_is_the_one_before_an_unfinished_one(build):
    assert facts.last_whole_month(build) == date(2026, 2, 28)
    assert facts.last_whole_month(build, PEOPLE.accepted) == date(2026, 1, 31)


def test_without_imports_there_is_no_last_month_and_no_first_day(build):
    build.con.execute("DELETE FROM coverage")
    assert facts.last_whole_month(build) is None
    assert facts.first_covered_day(build) is None


def test_causes_of_an_area_come_with_last_years_and_the_most_frequent_first(build):
    assert facts.top_causes(build, "甲镇", NOW, BASE) == [("离婚纠纷", 2, 1), ("未填案由", 1, 0)]


def test_causes_of_the_court_include_those_without_a_township(build):
    assert ("民间借贷纠纷", 2, 0) in facts.top_causes(build, None, NOW, BASE)


def test_cases_are_the_counted_ones_newest_first_a_page_at_a_time(build):
    total, rows = facts.cases_page(build, "甲镇", *NOW, limit=2)
    assert (total, [one.case_number for one in rows]) == (3, ["3号", "2号"])
    assert [one.case_number for one in facts.cases_page(build, "甲镇", *NOW, offset=2, limit=2)[1]] == ["1号"]


def test_cases_of_a_cause_are_as_many_as_its_count(build):
    assert facts.cases_page(build, "甲镇", *NOW, cause="离婚纠纷")[0] == 2
    assert facts.cases_page(build, "甲镇", *NOW, cause="未填案由")[0] == 1


def test_a_case_row_names_no_party():
    assert not {name for name in facts.CaseRow._fields if "plaintiff" in name or "defendant" in name}


def test_townships_outside_and_unassigned_are_the_total(build):
    civil, mediated = facts.identities(build, [CIVIL_FILINGS, RESIDENTS, PEOPLE.accepted], *NOW)
    assert civil == (CIVIL_FILINGS.label, 3, 1, 1, 5, CIVIL_FILINGS.name)
    assert civil.adds_up
    assert mediated[1:] == (1, 0, 0, 1, PEOPLE.accepted.name)


def test_of_a_ledger_that_never_came_no_account_is_drawn_up(build):
    build.con.execute("DELETE FROM coverage WHERE ledger = 'mediations'")
    [told] = facts.identities(build, [CIVIL_FILINGS, PEOPLE.accepted], *NOW)
    assert told.label == CIVIL_FILINGS.label


def test_a_lost_row_is_noticed(build):
    build.con.execute("DELETE FROM daily_counts WHERE township_code = 'outside'")
    assert not facts.identities(build, [CIVIL_FILINGS], *NOW)[0].adds_up


def test_the_unassigned_share_is_part_of_all_and_printed_half_up(build):
    share = facts.unassigned_share(build, *NOW)
    assert (share.numerator, share.denominator, share.value, share.text) == (1, 5, 20.0, "20.0")
    assert facts.Share(1, 16, 6.25).text == "6.3"


def test_a_span_without_cases_has_no_share(build):
    assert facts.unassigned_share(build, date(2020, 1, 1), date(2020, 1, 2)) == (0, 0, None)
    assert facts.Share(0, 0, None).text == "—"


def test_shares_by_month_name_the_month_by_its_first_day(build):
    months = facts.unassigned_by_month(build, *NOW)
    assert list(months) == [date(2026, 1, 1), date(2026, 2, 1)]
    assert months[date(2026, 2, 1)][:2] == (1, 3)


def test_places_without_a_township_are_told_from_places_outside(build):
    assert facts.places_without_township(build, outside=False) == (
        7,
        [("别处", "plaintiff", "unknown", 5), ("某地", "defendant", "unknown", 2)],
    )
    assert facts.places_without_township(build, outside=True)[0] == 4


def test_a_township_with_another_basis_only_is_a_gap_that_says_so(build):
    assert facts.population_gaps(build) == [("乙镇", "户籍")]


def test_population_dates_count_townships_and_people(build):
    assert facts.population_dates(build) == [("常住", date(2025, 12, 31), 1, 100), ("户籍", date(2025, 12, 31), 1, 50)]
