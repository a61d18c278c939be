"""`names` on the command line: what waits, decisions, single cases, and the sheet of unassigned cases."""

import json
import shutil
from datetime import date

import openpyxl
import pytest
from typer.testing import CliRunner

from cli import app
from data.desk import Desk
from data.store.builds import current_build
from metrics import counts
from tests.data.exports import a_case, cases_file, civil, townships_file
from tests.data.loading import begin

CASES = [a_case(1, date(2025, 3, 3)), a_case(2, date(2025, 3, 4), "柳合镇"), a_case(3, date(2025, 3, 5), "安和县")]


@pytest.fixture
def run(tmp_path):
    def call(*arguments):
        return CliRunner().invoke(app, ["--home", str(tmp_path / "home"), *map(str, arguments)])

    return call


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("filled")
    begin(Desk(folder / "home", counts()), townships_file(folder), cases_file(folder, CASES))
    return folder / "home"


@pytest.fixture
def names(filled, run, tmp_path):
    shutil.copytree(filled, tmp_path / "home")

    def call(*arguments):
        return run("names", *arguments)

    return call


def township(tmp_path, number):
    query = "SELECT township_code FROM cases WHERE case_number = ?"
    return current_build(tmp_path / "home").cursor().execute(query, [number]).fetchall()[0][0]


def test_list_prints_one_json_document_with_candidates(names):
    told = json.loads(names("list", "--json").stdout)
    assert set(told) == {"open", "decisions", "placements", "waiting"}
    [one] = told["open"]
    assert (one["name"], one["rows"], one["sources"], one["how"]) == ("柳合镇", 1, ["defendant"], "unknown")
    assert one["candidates"][0] == {"area": "柳河镇", "score": 95, "name": "柳河镇", "like": "township"}
    assert [one["name"] for one in json.loads(names("list", "--all", "--json").stdout)["open"]] == ["安和县", "柳合镇"]


def test_list_for_people_is_one_line_per_name(names):
    result = names("list")
    assert result.stdout == "柳合镇\t1\t柳河镇 95\n"
    assert "共 1 个地名待认定" in result.stderr


def test_decide_apply_and_withdraw_move_the_case_and_back(names, tmp_path):
    assert names("decide", "柳合镇", "柳河镇").exit_code == 0
    assert township(tmp_path, civil(2)) == "unassigned"
    assert json.loads(names("list", "--json").stdout)["waiting"] == 1
    assert names("apply").exit_code == 0
    assert township(tmp_path, civil(2)) == "柳河镇"
    assert names("withdraw", "柳合镇").exit_code == 0
    assert names("apply").exit_code == 0
    assert township(tmp_path, civil(2)) == "unassigned"


@pytest.mark.parametrize("area", ["辖区外", "outside"])
def test_a_case_is_placed_and_let_go_by_its_number(names, tmp_path, area):
    assert names("place", civil(1), area, "--reason", "核实").exit_code == 0
    names("apply")
    assert township(tmp_path, civil(1)) == "outside"
    assert names("withdraw", "(2025)甘0733民初1").exit_code == 0
    names("apply")
    assert township(tmp_path, civil(1)) == "柳河镇"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("decide", "柳合镇", "火星镇"), "不是名册中的乡镇街道"),
        (("withdraw", "柳合镇"), "没有生效的认定"),
        (("withdraw", civil(1)), "没有人工指定的归属"),
        (("place", civil(99), "柳河镇", "--reason", "核实"), "没有案号为"),
    ],
)
def test_what_cannot_be_done_is_a_wrong_call_with_a_sentence(names, arguments, words):
    result = names(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_home_without_data_is_a_wrong_call(run):
    assert run("names", "list").exit_code == 2


def test_the_exported_sheet_comes_back_filled_in(names, run, tmp_path):
    path = tmp_path / "未归属.xlsx"
    assert names("export", path).exit_code == 0
    book = openpyxl.load_workbook(path)
    numbers = [cell.value for cell in book["数据"]["A"][2:]]
    assert numbers == [civil(2), civil(3)]
    book["数据"].cell(3, 9).value = "石坪乡"
    book.save(path)
    assert run("load", path).exit_code == 0
    assert (township(tmp_path, civil(2)), township(tmp_path, civil(3))) == ("石坪乡", "unassigned")


def test_a_place_where_nothing_can_be_written_is_a_wrong_call(names, tmp_path):
    result = names("export", tmp_path / "无此目录" / "未归属.xlsx")
    assert result.exit_code == 2
    assert "写不了" in result.stderr
