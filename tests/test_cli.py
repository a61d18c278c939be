"""The command line as other programs call it: exit status, JSON, and nothing but data on standard output."""

import json
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from cli import app
from data.store.home import Home
from data.store.imports import begin_import
from data.store.targets import score_sheet_in_force, targets_in_force
from data.target_rules import total_weight
from metrics import METRICS
from tests.data.exports import a_case, cases_file, civil, population_file, townships_file

RECEIPT_KEYS = {
    *("file", "sha256", "ledger", "sheet", "header_row", "layout", "batch", "rows_read", "rows_added", "rows_changed"),
    *("rows_unchanged", "rows_repeated", "rows_set_aside", "rows_left_out", "unassigned", "outside", "problems"),
}
FIGURE_KEYS = {
    *("metric", "label", "period_start", "period_end", "area_code", "area_name", "numerator", "denominator", "value"),
    *("low", "high", "status", "notes", "base_start", "base_end", "base_numerator", "base_denominator", "base_value"),
    *("change", "change_unit", "change_z", "unit", "per", "rank", "rank_low", "rank_high", "build", "cutoff"),
    "definition",
}


@pytest.fixture
def run(tmp_path):
    def call(*arguments):
        return CliRunner().invoke(app, ["--home", str(tmp_path / "home"), *map(str, arguments)])

    return call


@pytest.fixture
def loaded(run, tmp_path):
    cases = [a_case(n, date(2025, month, 2 * month)) for n, month in enumerate((1, 2, 3, 3, 4), 1)]
    cases += [a_case(9, date(2025, 4, 30), "安和县东门街道"), a_case(8, date(2024, 3, 1), "安和县东门街道")]
    paths = [townships_file(tmp_path), population_file(tmp_path), cases_file(tmp_path, cases)]
    assert run("load", *paths).exit_code == 0
    return run


def test_load_prints_one_json_list_of_receipts(run, tmp_path):
    result = run("load", townships_file(tmp_path), cases_file(tmp_path, [a_case(1, date(2025, 3, 3))]), "--json")
    receipts = json.loads(result.stdout)
    assert [r["ledger"] for r in receipts] == ["townships", "cases"]
    assert all(set(r) >= RECEIPT_KEYS for r in receipts)
    assert result.exit_code == 0


def test_load_ends_with_1_when_a_row_was_set_aside(run, tmp_path):
    result = run("load", cases_file(tmp_path, [a_case(1, date(2025, 3, 3)), (civil(2), "", "", "", "")]))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "待修正1" in result.stderr


def test_load_ends_with_1_when_a_file_was_refused_and_counts_nothing_of_it(run, tmp_path):
    bad = tmp_path / "坏.xlsx"
    bad.write_bytes(b"PK\x03\x04 nothing")
    result = run("load", bad, "--json")
    [receipt] = json.loads(result.stdout)
    assert (result.exit_code, receipt["rows_read"]) == (1, 0)
    assert receipt["error_code"]
    assert receipt["error"]


def test_a_file_that_is_not_there_is_a_wrong_call(run, tmp_path):
    assert run("load", tmp_path / "没有.csv").exit_code == 2


@pytest.mark.parametrize("ledger", ["case", "cases:court", "mediations:nobody"])
def test_an_unknown_ledger_is_a_wrong_call(run, tmp_path, ledger):
    result = run("load", townships_file(tmp_path), "--ledger", ledger)
    assert result.exit_code == 2
    assert "mediations:court" in result.stderr


def test_metrics_prints_every_field_of_the_contract_for_every_area(loaded):
    rows = json.loads(loaded("metrics", "--period", "2025-03", "--metric", "litigation_rate", "--json").stdout)
    assert set(rows[0]) == FIGURE_KEYS
    assert [r["area_code"] for r in rows] == [
        "东门街道",
        "柳河镇",
        "石坪乡",
        "种羊场管理处",
        "outside",
        "unassigned",
    ]
    found = {r["area_name"]: (r["numerator"], r["denominator"], r["value"]) for r in rows}
    assert found["柳河镇"] == (2, 18000, pytest.approx(2 / 18000 * 10000))
    assert found["石坪乡"] == (0, 3000, 0)
    assert found["辖区外"] == (0, None, None)


def test_metrics_of_the_county_divide_once(loaded):
    call = "metrics --period 2025-04 --span ytd --metric litigation_rate --by county --json"
    [row] = json.loads(loaded(*call.split()).stdout)
    assert (row["numerator"], row["denominator"]) == (6, 52000 + 18000 + 3000 + 24)
    assert (row["period_start"], row["period_end"]) == ("2025-01-01", "2025-04-30")


def test_metrics_by_tribunal_sum_the_townships_that_each_serves(loaded):
    call = "metrics --period 2025-04 --span ytd --metric litigation_rate --by tribunal --json"
    rows = json.loads(loaded(*call.split()).stdout)
    assert [r["area_code"] for r in rows] == ["no_tribunal", "outside", "unassigned"]
    assert rows[0]["denominator"] == 52000 + 18000 + 3000 + 24
    assert sum(r["numerator"] for r in rows) == 6


def test_metrics_of_a_home_without_data_is_a_wrong_call(run):
    result = run("metrics", "--period", "2025-03")
    assert result.exit_code == 2
    assert "load" in result.stderr


@pytest.mark.parametrize("arguments", [("--metric", "nothing"), ("--span", "decade"), ("--by", "village")])
def test_an_unknown_choice_is_a_wrong_call(loaded, arguments):
    assert loaded("metrics", "--period", "2025-03", *arguments).exit_code == 2


def test_a_period_that_cannot_be_read_is_a_wrong_call(loaded):
    result = loaded("metrics", "--period", "三月份")
    assert result.exit_code == 2
    assert result.stderr


def test_without_json_a_line_per_figure_is_printed(loaded):
    result = loaded("metrics", "--period", "2025-03", "--metric", "civil_filings")
    assert result.exit_code == 0
    assert "柳河镇\t2" in result.stdout


def test_undo_takes_an_import_back(loaded):
    assert loaded("undo", 3).exit_code == 0
    rows = json.loads(loaded("metrics", "--period", "2025-03", "--metric", "civil_filings", "--json").stdout)
    assert {r["numerator"] for r in rows} == {0}


def test_undo_of_an_import_that_is_not_there_is_a_wrong_call(loaded):
    result = loaded("undo", 99)
    assert result.exit_code == 2
    assert "99号" in result.stderr


@pytest.mark.parametrize(
    "period", ["0001-01", "9999-12", "2026-13", "2026-02-30..2026-03-01", "2026-05-02..2026-05-01"]
)
@pytest.mark.parametrize("span", ["ytd", "rolling12"])
def test_a_period_out_of_this_world_is_a_wrong_call(loaded, period, span):
    assert loaded("metrics", "--period", period, "--span", span).exit_code == 2


@pytest.mark.parametrize("arguments", [("metrics", "--period", "2025-03"), ("undo", 1)])
def test_asking_a_folder_that_is_no_home_leaves_it_as_it_is(tmp_path, arguments):
    folder = tmp_path / "not a home"
    folder.mkdir()
    assert CliRunner().invoke(app, ["--home", str(folder), *map(str, arguments)]).exit_code == 2
    assert list(folder.iterdir()) == []


def test_metrics_of_a_home_whose_build_an_older_program_made_are_those_of_a_new_build(loaded, tmp_path, monkeypatch):
    call = ("metrics", "--period", "2025-03", "--metric", "civil_filings", "--by", "county", "--json")
    [before] = json.loads(loaded(*call).stdout)
    monkeypatch.setattr("data.build.build._program", lambda: "a newer program")
    [after] = json.loads(loaded(*call).stdout)
    assert after["build"] == before["build"] + 1
    assert {**after, "build": 0} == {**before, "build": 0}


def test_a_program_that_fails_ends_with_3_and_shows_no_value(loaded, tmp_path):
    (tmp_path / "home" / "rows" / "cases" / "3.parquet").unlink()
    (tmp_path / "home" / "builds" / "current").unlink()
    command = [sys.executable, "cli.py", "--home", str(tmp_path / "home"), "metrics", "--period", "2025-03", "--json"]
    done = subprocess.run(command, cwd=Path(cli.__file__).parent, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (3, "")
    assert "BuildBroken" in done.stderr


def test_an_interrupted_demo_is_made_again_and_its_targets_stand_once(tmp_path, monkeypatch):
    made = []

    def generate(folder, last_month):
        made.append(last_month)
        folder.mkdir(exist_ok=True)
        return []

    monkeypatch.setattr("data.demo.generate", generate)
    home = tmp_path / "demo"
    call = ["--home", str(home), "demo"]
    assert CliRunner().invoke(app, call).exit_code == 0
    begin_import(
        Home(home).state, file_name="x", sha256="", size=1, forced=None, reader_version=1, at=datetime.now(), by="演示"
    )
    assert CliRunner().invoke(app, call).exit_code == 0
    assert len(made) == 2
    year = made[0].year
    asked = targets_in_force(Home(home).state, year)
    assert len(asked) == len({(one.metric, one.scope) for one in asked}) == 4
    assert len(targets_in_force(Home(home).state, year - 1)) == 4
    sheet = score_sheet_in_force(Home(home).state, year)
    assert sheet is not None
    assert total_weight(sheet.items) == 100
    assert all(one.label == METRICS[one.metric].label for one in (*asked, *sheet.items))
