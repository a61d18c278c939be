"""The demo files go through the same intake as anybody's; the generator says what must come out."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

import duckdb
import pytest

from data.build.upload import UploadedFile
from data.demo.targets import targets
from data.desk import Desk
from data.receipt import Receipt
from data.store.builds import Build, current_build
from metrics import METRICS, compute, counts, parse_period
from metrics._period import year_to_date
from metrics._targets import FAILED, judge
from tests.data.demo.conftest import LAST_MONTH, Demo

Cells = dict[tuple[str, str, str], int]


class Loaded(NamedTuple):
    receipts: list[Receipt]
    build: Build
    con: duckdb.DuckDBPyConnection
    truth: dict[str, Any]


@pytest.fixture(scope="module")
def loaded(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    home = tmp_path_factory.mktemp("home")
    desk = Desk(home, counts())
    desk.mark_as_demo()
    receipts = desk.load([UploadedFile(f.name, f) for f in demo.files], by="演示", now=datetime(2026, 11, 2, 9))
    build = current_build(home)
    assert build is not None
    yield Loaded(receipts, build, build.cursor(), demo.truth)
    build.con.close()


def test_every_receipt_reads_leaves_out_and_sets_aside_what_was_written(loaded: Loaded):
    by_file: dict[str, list[Receipt]] = defaultdict(list)
    for receipt in loaded.receipts:
        by_file[receipt.file].append(receipt)
    assert list(by_file) == list(loaded.truth["files"])
    for name, wanted in loaded.truth["files"].items():
        told = [(r.ledger, r.header_row, r.rows_read, r.rows_set_aside, r.rows_left_out) for r in by_file[name]]
        keys = ("ledger", "header_row", "rows_read", "rows_set_aside", "rows_left_out")
        assert told == [tuple(sheet[key] for key in keys) for sheet in wanted["sheets"]], name
        settled = sum(r.rows_added + r.rows_changed + r.rows_unchanged for r in by_file[name])
        assert settled == wanted["distinct"], name


def test_every_count_of_every_area_and_month_is_what_was_generated(loaded: Loaded):
    wanted = {
        (name, area, month): n
        for name, areas in loaded.truth["monthly"].items()
        for area, months in areas.items()
        for month, n in months.items()
    }
    names = list(loaded.truth["monthly"])
    rows = loaded.con.execute(
        "SELECT count_name, township_code, strftime(day, '%Y-%m'), CAST(sum(n) AS BIGINT) FROM daily_counts "
        "WHERE list_contains($names, count_name) GROUP BY ALL",
        {"names": names},
    ).fetchall()
    found: Cells = {(name, area, month): n for name, area, month, n in rows}
    differing = {key: (wanted.get(key), found.get(key)) for key in wanted.keys() | found.keys()}
    assert {key: pair for key, pair in differing.items() if pair[0] != pair[1]} == {}


@pytest.mark.parametrize(
    ("key", "sql"),
    [
        ("by_type", "SELECT type_code, count(*) FROM cases GROUP BY 1"),
        ("by_area", "SELECT township_code, count(*) FROM cases GROUP BY 1"),
        ("closed_by_type", "SELECT type_code, count(closed_on) FROM cases GROUP BY 1"),
        (
            "closed_by_month",
            "SELECT strftime(closed_on, '%Y-%m'), count(*) FROM cases WHERE closed_on > '2000-1-1' GROUP BY 1",
        ),
        (
            "civil_by_cause",
            "SELECT cause, count(*) FROM cases WHERE is_civil_first_instance AND cause <> '' GROUP BY 1",
        ),
    ],
)
def test_the_cases_are_those_of_the_registry(loaded: Loaded, key: str, sql: str):
    assert dict(loaded.con.execute(sql).fetchall()) == loaded.truth["cases"][key]


def test_amounts_in_yuan_fen_and_ten_thousands_come_to_the_same(loaded: Loaded):
    (total,) = loaded.con.execute("SELECT sum(round(amount * 100)) FROM cases").fetchone() or (None,)
    assert total == loaded.truth["cases"]["amount_in_cents"]


def test_mediations_fall_in_the_buckets_their_words_mean(loaded: Loaded):
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for kind, result, n in loaded.con.execute("SELECT kind, result, count(*) FROM mediations GROUP BY 1, 2").fetchall():
        found[kind][result] = n
    assert found == loaded.truth["mediations"]


def test_residents_are_read_with_basis_and_date_from_three_header_rows(loaded: Loaded):
    rows = loaded.con.execute(
        "SELECT township_code, CAST(as_of AS VARCHAR), people FROM population WHERE basis = '常住'"
    ).fetchall()
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for township, as_of, people in rows:
        found[township][as_of] = people
    assert found == loaded.truth["residents"]


def test_petitions_suggestions_stations_and_their_work_are_those_of_the_registers(loaded: Loaded):
    work = loaded.truth["work"]
    asked = {
        "petitions": "SELECT result, count(*) FROM petitions GROUP BY 1",
        "petitions_by_area": "SELECT township_code, count(*) FROM petitions GROUP BY 1",
        "activities": "SELECT activity_type, CAST(sum(times) AS BIGINT) FROM activities GROUP BY 1",
        "activities_by_area": "SELECT township_code, CAST(sum(times) AS BIGINT) FROM activities GROUP BY 1",
    }
    for key, sql in asked.items():
        assert dict(loaded.con.execute(sql).fetchall()) == work[key], key
    told = "SELECT count(*), count(*) FILTER (is_replied), count(reply_due_on) FROM suggestions"
    assert loaded.con.execute(told).fetchall() == [
        (work["suggestions"], work["suggestions_replied"], work["suggestions"])
    ]
    summed = "SELECT CAST(sum(opinions) AS BIGINT), CAST(sum(opinions_done) AS BIGINT) FROM activities"
    assert loaded.con.execute(summed).fetchall() == [tuple(work["opinions"])]


def test_staff_of_every_station_is_counted_from_a_row_per_person(loaded: Loaded):
    roles = ("judges", "assistants", "clerks", "mediators", "liaisons")
    rows = loaded.con.execute(f"SELECT station, {', '.join(roles)} FROM stations").fetchall()
    found = {row[0]: {role: n for role, n in zip(roles, row[1:], strict=True) if n} for row in rows}
    assert found == loaded.truth["work"]["stations"]


@pytest.mark.parametrize(
    ("key", "sql"),
    [
        ("villages", "SELECT township_code, village, 1 FROM villages"),
        ("village_cases", "SELECT township_code, village, count(*) FROM case_villages GROUP BY 1, 2"),
        (
            "screened_months",
            "SELECT township_code, village, count(DISTINCT date_trunc('month', held_on)) FROM screenings "
            "WHERE village IS NOT NULL GROUP BY 1, 2",
        ),
    ],
)
def test_villages_have_the_cases_and_the_screenings_that_name_them(loaded: Loaded, key: str, sql: str):
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for township, village, n in loaded.con.execute(sql).fetchall():
        found[township][village] = n
    assert found == loaded.truth[key]


def test_the_higher_courts_list_is_read_once_per_case_and_the_neighbours_lines_touch_no_case(loaded: Loaded):
    told = (
        "SELECT count(*), count(*) FILTER (c.case_number IS NOT NULL) FROM appeals AS a "
        "LEFT JOIN cases AS c ON c.case_number = a.original_case_number"
    )
    assert loaded.con.execute(told).fetchall() == [(loaded.truth["appeals"]["listed"], loaded.truth["appeals"]["ours"])]


def test_every_metric_of_the_county_is_known_for_the_year_to_the_last_month_and_the_year_before(loaded: Loaded):
    period = parse_period(loaded.truth["last_month"], "ytd")
    figures = compute(loaded.build, METRICS.values(), period, by="county")
    known = [(one.metric, one.status, one.value, one.base_value) for one in figures.rows()]
    assert len(known) == len(METRICS)
    assert [one for one in known if one[1] != "ok" or one[3] is None] == []


def test_the_year_before_the_window_comes_from_the_old_report(loaded: Loaded):
    rows = loaded.con.execute("SELECT count_name, CAST(sum(n) AS BIGINT) FROM totals_used GROUP BY 1").fetchall()
    assert dict(rows) == loaded.truth["history"]


def test_of_what_the_county_s_documents_ask_some_townships_fall_short_and_some_do_not(loaded: Loaded):
    found = judge(loaded.build, targets(LAST_MONTH), year_to_date(date(2026, 10, 31)))
    verdicts: dict[str, set[bool]] = defaultdict(set)
    for one in found:
        assert "云泽县" in one.target.document
        verdicts[one.metric.name].add(one.verdict in FAILED)
    assert verdicts.pop("litigation_rate") == {True}
    assert len(verdicts) == 3
    assert all(seen == {True, False} for seen in verdicts.values())
