"""`review` as other programs call it."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from cli import app
from data.desk import Desk
from metrics import counts
from tests.data.exports import a_case, cases_file, population_file, townships_file
from tests.data.loading import begin

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def call(*arguments: object) -> Result:
        return CliRunner().invoke(app, ["--home", str(tmp_path / "home"), *map(str, arguments)])

    return call


@pytest.fixture
def drafted(run: Run, tmp_path: Path) -> Run:
    """A home whose fourth import is a draft: one case new, one at another township, one as it was."""
    cases = [a_case(n, date(2025, 3, n)) for n in (1, 2)]
    paths = [townships_file(tmp_path), population_file(tmp_path), cases_file(tmp_path, cases)]
    begin(Desk(tmp_path / "home", counts()), *paths)
    again = [cases[0], a_case(2, date(2025, 3, 2), "安和县东门街道"), a_case(3, date(2025, 3, 31))]
    assert run("load", "--draft", cases_file(tmp_path, again, "更正.csv")).exit_code == 0
    return run


def test_a_review_is_one_json_list_with_rows_cells_and_figures(drafted: Run):
    result = drafted("review", 4, "--json")
    assert result.exit_code == 0
    [found] = json.loads(result.stdout)
    [cases] = found["ledgers"]
    assert (cases["rows_added"], cases["rows_changed"], cases["rows_moved"], cases["rows_retracted"]) == (1, 1, 1, 0)
    cells = {one["area_code"]: (one["before"], one["after"]) for one in cases["cells"] if one["month"] == "2025-03"}
    assert cells == {"柳河镇": (2, 2), "东门街道": (0, 1)}
    [change] = cases["changes"]
    assert (change["state"], change["old_area"], change["new_area"]) == ("moved", "柳河镇", "东门街道")
    county = [one for one in found["figures"] if (one["metric"], one["area_code"]) == ("civil_filings", "county")]
    assert [(one["before"]["numerator"], one["after"]["numerator"]) for one in county] == [(2, 3)]
    assert "新增 1 条" in result.stderr


def test_without_a_number_every_draft_is_reviewed_and_nothing_is_published(drafted: Run):
    assert [one["batch"] for one in json.loads(drafted("review", "--json").stdout)] == [4]
    assert [one["batch"] for one in json.loads(drafted("review", "--json").stdout)] == [4]


def test_an_import_that_is_no_draft_is_a_wrong_call(drafted: Run):
    result = drafted("review", 3)
    assert result.exit_code == 2
    assert "不是草稿" in result.stderr


def test_a_home_without_drafts_has_an_empty_list(run: Run, tmp_path: Path):
    run("load", townships_file(tmp_path))
    result = run("review", "--json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])
    assert "没有待确认的草稿" in result.stderr
