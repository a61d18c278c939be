"""Targets at the terminal."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from data.desk import Desk
from data.store.targets import enter_target
from data.target_rules import Subject
from metrics import counts
from tests.data.exports import townships_file
from tests.data.loading import NOW, begin

RATE = Subject("litigation_rate", "万人成讼率", "lower", None)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("targets")
    desk = Desk(folder / "home", counts())
    begin(desk, townships_file(folder))
    said = {"direction": "at_most", "scope": "township", "document": "县平安办〔2026〕3号", "by": "试验", "at": NOW}
    for year in (2025, 2026):
        enter_target(desk.home.state, RATE, year=year, value=Decimal("60.00"), **said)
    return desk.home.root


def run(home: Path, *words: str):
    return CliRunner().invoke(cli.app, ["--home", str(home), "targets", *words])


def test_the_targets_of_a_year_are_listed_as_they_were_typed(home: Path):
    [one] = json.loads(run(home, "--year", "2026", "--json").stdout)
    assert (one["metric"], one["year"], one["value"], one["direction"]) == ("litigation_rate", 2026, "60.00", "at_most")
    assert (one["document"], one["entered_by"]) == ("县平安办〔2026〕3号", "试验")


def test_without_a_year_all_of_them_the_latest_first(home: Path):
    lines = run(home).stdout.splitlines()
    assert lines[0] == "2026\t万人成讼率\t各乡镇街道\t不超过60.00\t县平安办〔2026〕3号"
    assert [line[:4] for line in lines] == ["2026", "2025"]
