"""`layouts` on the command line: list, rename, forget, words, and the file that two courts share."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from data.desk import Desk
from data.store.layouts import layout_records
from data.store.words import decide_word, decided_words
from metrics import counts
from tests.data.exports import mediations_file, population_file
from tests.data.foreign import NOW, teach
from tests.data.loading import load

ROOT = Path(__file__).resolve().parent.parent
RESULT = "mediations.result"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    teach(Desk(tmp_path / "home", counts()).home.state)
    return tmp_path / "home"


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "cli.py", "--home", str(home), "layouts", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def names(home: Path) -> list[str]:
    return [one.layout.name for one in layout_records(home / "state.db")]


def test_layouts_are_listed_renamed_and_forgotten(home: Path):
    (listed,) = json.loads(run(home, "--json").stdout)
    assert (listed["name"], listed["ledger"], listed["uses"]) == ("报来的明细", "mediations", 0)
    assert run(home, "rename", listed["signature"][:6], "街道报表").returncode == 0
    assert names(home) == ["街道报表"]
    assert run(home, "forget", "0000").returncode == 2
    assert run(home, "forget", listed["signature"]).returncode == 0
    assert names(home) == []


def test_what_one_court_taught_another_takes_over_and_keeps_its_own(home: Path, tmp_path: Path):
    decide_word(home / "state.db", RESULT, "握手言和", "success", at=NOW, by="甲")
    file = tmp_path / "shared.json"
    assert run(home, "export", str(file)).returncode == 0
    assert "甲" not in file.read_text("utf-8")
    other = Desk(tmp_path / "other", counts()).home
    decide_word(other.state, RESULT, "握手言和", "withdrawn", at=NOW, by="乙")
    done = run(other.root, "import", str(file), "--json")
    assert json.loads(done.stdout) == {"layouts": 1, "layouts_kept": 0, "words": 0, "words_kept": 1}
    assert names(other.root) == ["报来的明细"]
    assert decided_words(other.state) == {RESULT: {"握手言和": "withdrawn"}}
    assert run(other.root, "import", str(file), "--replace").returncode == 0
    assert decided_words(other.state) == {RESULT: {"握手言和": "success"}}


@pytest.mark.parametrize(
    "text",
    [
        "no json",
        "[]",
        '{"format": "other", "layouts": [], "words": {}}',
        '{"format": "suyuan-layouts", "layouts": [{"signature": 3}], "words": {}}',
        '{"format": "suyuan-layouts", "layouts": [], "words": {"mediations.result": {"好": 3}}}',
        '{"format": "suyuan-layouts", "layouts": [], "words": []}',
    ],
)
def test_a_file_that_is_none_of_ours_is_a_wrong_call(home: Path, tmp_path: Path, text: str):
    file = tmp_path / "shared.json"
    file.write_text(text, "utf-8")
    done = run(home, "import", str(file))
    assert done.returncode == 2
    assert "不是从本系统导出的列映射文件" in done.stderr
    assert names(home) == ["报来的明细"]


def test_a_shared_file_whose_names_of_columns_are_data_is_refused(home: Path, tmp_path: Path):
    file = tmp_path / "shared.json"
    assert run(home, "export", str(file)).returncode == 0
    file.write_text(file.read_text("utf-8").replace('"电话"', '"13900000000"'), "utf-8")
    other = Desk(tmp_path / "other", counts()).home
    done = run(other.root, "import", str(file))
    assert done.returncode == 2
    assert "是数据不是表头" in done.stderr
    assert "13900000000" not in done.stdout + done.stderr
    assert names(other.root) == []


def test_unknown_words_are_listed_and_decided(tmp_path: Path):
    desk = Desk(tmp_path / "home", counts())
    rows = [("（2025）柳人调字第1号", "2025-03-01", "邻里", "握手言和", "柳河镇")]
    load(desk, population_file(tmp_path), mediations_file(tmp_path, rows))
    (waiting,) = json.loads(run(desk.home.root, "words", "--json").stdout)
    assert (waiting["word"], waiting["n"], waiting["meaning"]) == ("握手言和", 1, None)
    assert run(desk.home.root, "decide", RESULT, "握手言和", "好").returncode == 2
    assert run(desk.home.root, "decide", RESULT, "握手言和", "success").returncode == 0
    (decided,) = json.loads(run(desk.home.root, "words", "--json").stdout)
    assert decided["meaning"] == "success"
    assert run(desk.home.root, "decide", RESULT, "握手言和").returncode == 0
    assert decided_words(desk.home.state) == {}
