"""Drafts, undo and its undo on the command line: exit status, one JSON document, a sentence for people."""

import json
import re
import shutil
from datetime import date, timedelta

import pytest
from typer.testing import CliRunner

from cli import app
from data.desk import Desk
from data.store import uploads
from metrics import counts
from tests.data.exports import a_case, cases_file, civil, townships_file
from tests.data.jobs.asking import done, keep


@pytest.fixture
def run(tmp_path):
    def call(*arguments):
        return CliRunner().invoke(app, ["--home", str(tmp_path / "home"), *map(str, arguments)])

    return call


@pytest.fixture(scope="module")
def drafted(tmp_path_factory):
    folder = tmp_path_factory.mktemp("drafted")
    cases = cases_file(folder, [a_case(1, date(2025, 3, 3)), a_case(2, date(2025, 3, 31))])
    for words in (["load", townships_file(folder)], ["load", "--draft", cases]):
        assert CliRunner().invoke(app, ["--home", str(folder / "home"), *map(str, words)]).exit_code == 0
    return folder / "home"


@pytest.fixture
def march(drafted, run, tmp_path):
    """A home in which March is a draft (batch 2)."""
    shutil.copytree(drafted, tmp_path / "home")
    return run


def filings(run, month="2025-03"):
    rows = run("metrics", "--period", month, "--metric", "civil_filings", "--by", "county", "--json").stdout
    return json.loads(rows)[0]["numerator"]


def test_a_draft_is_in_no_figure_until_it_is_published(march):
    assert filings(march) == 0
    result = march("publish", 2, "--json")
    [receipt] = json.loads(result.stdout)
    assert (result.exit_code, receipt["batch"], receipt["rows_added"]) == (0, 2, 2)
    assert filings(march) == 2


def test_publish_ends_with_1_when_rows_of_the_draft_were_set_aside(march, tmp_path):
    april = cases_file(tmp_path, [a_case(5, date(2025, 4, 3)), (civil(6), "", "", "", "")], "四月.csv")
    assert march("load", "--draft", april).exit_code == 1
    assert march("publish", 2, 3).exit_code == 1
    assert (filings(march), filings(march, "2025-04")) == (2, 1)


def test_undo_and_restore_tell_the_state_as_one_document(march):
    march("publish", 2)
    undone = json.loads(march("undo", 2, "--json").stdout)
    assert (undone["batch"], undone["state"], filings(march)) == (2, "withdrawn", 0)
    restored = json.loads(march("restore", 2, "--json").stdout)
    assert (restored["state"], filings(march)) == ("in_force", 2)


@pytest.mark.parametrize("act", [("publish", 3), ("discard", 3), ("load", None)])
def test_a_draft_that_is_settled_here_leaves_nothing_of_its_upload(march, tmp_path, act):
    april = cases_file(tmp_path, [a_case(5, date(2025, 4, 3))], "四月.csv")
    desk = Desk(tmp_path / "home", counts())
    number = keep(desk, april)
    assert done(desk, "draft", uploads=[number]).receipts[0].batch == 3
    assert uploads.file_of(desk.home, uploads.upload(desk.home, number)).exists()
    assert march(act[0], april if act[0] == "load" else act[1]).exit_code == 0
    assert list(desk.home.spool.iterdir()) == []


def test_a_discarded_draft_cannot_be_published(march):
    assert json.loads(march("discard", 2, "--json").stdout)["state"] == "abandoned"
    assert march("publish", 2).exit_code == 2


@pytest.mark.parametrize("act", ["publish", "restore", "discard", "undo"])
def test_a_number_that_is_no_such_import_is_a_wrong_call(march, act):
    result = march(act, 99)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "99" in result.stderr


@pytest.mark.parametrize("act", ["publish", "restore", "discard", "undo"])
def test_a_home_that_is_not_there_is_not_made(run, tmp_path, act):
    assert run(act, 1).exit_code == 2
    assert not (tmp_path / "home").exists()


def test_a_declared_export_date_keeps_an_older_file_from_overriding(march, tmp_path):
    march("publish", 2)
    older = cases_file(tmp_path, [(civil(1), "2025-02-03", "", "", "")], "旧.csv")
    [receipt] = json.loads(march("load", older, "--exported-on", "2025-04-01", "--json").stdout)
    assert [problem["code"] for problem in receipt["problems"]] == ["older_export"]
    assert filings(march) == 2


@pytest.mark.parametrize("day", ["四月一日", str(date.today() + timedelta(days=2))])
def test_an_export_date_that_cannot_be_is_a_wrong_call_and_nothing_enters(march, tmp_path, day):
    result = march("load", cases_file(tmp_path, [a_case(5, date(2025, 4, 3))], "b.csv"), "--exported-on", day)
    assert result.exit_code == 2
    assert "导出日期" in result.stderr
    assert filings(march, "2025-04") == 0


def test_a_replaced_period_says_what_it_took_out(march, tmp_path):
    march("publish", 2)
    whole = cases_file(tmp_path, [a_case(3, date(2025, 3, 30))], "二.csv")
    result = march("load", whole, "--replace-period")
    assert (result.exit_code, filings(march)) == (0, 1)
    assert "撤下原有2条" in result.stderr


def test_a_file_that_came_before_is_told_with_a_time_that_people_read(run, tmp_path):
    run("load", townships_file(tmp_path))
    again = run("load", townships_file(tmp_path)).stderr
    assert re.search(r"（与 \d{4}-\d\d-\d\d \d\d:\d\d:\d\d 导入的文件相同）", again)
