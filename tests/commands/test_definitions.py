"""The definition at the terminal."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from data.desk import Desk
from data.store.builds import current_build
from metrics import counts
from tests.data.exports import cases_file, population_file, townships_file
from tests.data.loading import MARCH, begin


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    desk = Desk(folder / "home", counts())
    begin(desk, townships_file(folder), population_file(folder), cases_file(folder, MARCH))
    return desk.home.root


@pytest.fixture
def home(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(filled, tmp_path / "home"))


def run(home: Path, *words: str):
    return CliRunner().invoke(cli.app, ["--home", str(home), "definitions", *words])


def test_a_profile_is_put_in_force_with_a_reason_and_listed(home: Path):
    done = run(home, "use", "万人起诉率（最高法）", "--reason", "与省院对照")
    assert done.exit_code == 0, done.output
    assert current_build(home).definition.label == "万人起诉率（最高法）·第2版"
    rows = json.loads(run(home, "list", "--json").stdout)
    assert [(one["version"], one["in_force"], one["why"]) for one in rows] == [
        (2, True, "与省院对照"),
        (1, False, "系统内置的默认口径"),
    ]
    assert "现行" in run(home, "list").stdout


def test_a_version_is_shown_switch_by_switch(home: Path):
    assert "人口口径\t常住人口" in run(home, "show", "1").stdout


@pytest.mark.parametrize(
    "words",
    [
        ("show", "9"),
        ("show", "没有这种"),
        ("use", "1", "--reason", "没有改动"),
        ("use", "万人起诉率（最高法）", "--reason", " "),
        ("compare", "1", "1", "--metric", "nothing"),
    ],
)
def test_a_wrong_call_says_why_and_changes_nothing(home: Path, words: tuple[str, ...]):
    done = run(home, *words)
    assert done.exit_code == 2
    assert done.stderr.strip()
    assert current_build(home).definition.version == 1


def test_two_definitions_are_compared_area_by_area(home: Path):
    told = json.loads(run(home, "compare", "1", "万人起诉率（最高法）", "--json").stdout)
    assert [one["switch"] for one in told["differences"]] == ["口径名称", "万人率的分子"]
    assert {one["area_name"] for one in told["areas"]} >= {"柳河镇", "辖区外", "未归属"}
    assert "个乡镇街道中，" in run(home, "compare", "1", "1").stderr
