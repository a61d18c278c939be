"""`alerts` as other programs call it."""

import json
import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from cli import app
from data.desk import Desk, UploadedFile
from data.store.alert_case import Entry
from data.store.alerts import open_case
from metrics import counts
from tests.browser.county import write_county


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small county's list, people and people's mediation, and its cases."""
    files = write_county(tmp_path_factory.mktemp("exports"))[:4]
    root = tmp_path_factory.mktemp("home")
    receipts = Desk(root, counts()).load(
        [UploadedFile(path.name, path) for path in files], by="试验", now=datetime(2026, 10, 8, 9)
    )
    assert [one.error for one in receipts if one.error_code] == []
    return root


def run(home: Path, *arguments: object) -> Result:
    return CliRunner().invoke(app, ["--home", str(home), "alerts", *map(str, arguments)])


def test_alerts_are_one_json_list_with_evidence_and_state(filled: Path, tmp_path: Path):
    home = tmp_path / "home"
    shutil.copytree(filled, home)
    entry = Entry("told", date(2026, 9, 1), {}, "发函", "李主任", date(2026, 11, 30))
    open_case(
        home / "state.db", entry, rule="people_resolution_low", area_code="石桥镇", area_name="石桥镇",
        first_month=date(2025, 5, 1), by="甲", at=datetime(2026, 10, 8),
    )  # fmt: skip
    result = run(home, "--period", "2026-09", "--json")
    assert result.exit_code == 0
    found = {(one["rule"], one["area_name"]): one for one in json.loads(result.stdout)}
    told = found["people_resolution_low", "石桥镇"]
    assert (told["state"], told["person"], told["until"]) == ("told", "李主任", "2026-11-30")
    assert (told["numerator"], told["value"], told["is_far"], told["end"]) == (0, 0.0, True, "2026-09-30")
    assert found["people_success_low", "石桥镇"]["state"] == "open"


def test_a_reader_gets_sentences_and_how_many_wait(filled: Path):
    result = run(filled, "--period", "2026-09")
    assert result.exit_code == 0
    assert "石桥镇\t人民调解化解率低\t待研判\t2026年1—9月人民调解化解率0.00%" in result.stdout
    assert "条未销号" in result.stderr


@pytest.mark.parametrize("period", ["2027-01", "2020-05", "九月"])
def test_a_period_without_a_closed_covered_month_is_a_wrong_call(filled: Path, period: str):
    assert run(filled, "--period", period).exit_code == 2
