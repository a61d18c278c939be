"""The build of an issued notice is kept for ever: more builds, undoing, another program, a killed process."""

import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

import settings
from data.brief import Brief
from data.build.freeze import freeze
from data.build.publish import put_in_force
from data.desk import Desk
from data.refusal import Refused
from data.store.builds import build_path, current_build, open_build
from data.store.bulletins import ToIssue, builds_kept, issued
from metrics import counts
from tests.data.exports import a_case, cases_file, townships_file
from tests.data.loading import MARCH, NOW, begin, load

ROOT = Path(__file__).resolve().parents[3]
MONTH = date(2025, 3, 1)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    (tmp_path / "files").mkdir()
    desk = Desk(tmp_path / "home", counts())
    monkeypatch.setattr(settings, "BUILDS_KEPT", 1)
    begin(desk, townships_file(tmp_path / "files"), cases_file(tmp_path / "files", MARCH))
    return desk


def previewed(desk: Desk, month: date = MONTH) -> ToIssue:
    build = current_build(desk.home.root)
    return ToIssue(
        Brief(kind="monthly", month=month, dated=date(2025, 4, 3)), build.number, build.definition, '{"n": 3}'
    )


def give(desk: Desk, notice: ToIssue, seen: int = 0):
    return freeze(desk.home, notice, seen=seen, by="张三", at=NOW)


def rows_of(home, number: int) -> int:
    [(n,)] = open_build(home, number).cursor().execute("SELECT count(*) FROM cases").fetchall()
    return n


def test_an_issued_build_outlives_all_that_comes_after_it_and_still_answers(desk, tmp_path):
    notice = give(desk, previewed(desk))
    load(desk, cases_file(tmp_path / "files", [a_case(9, date(2025, 3, 9))], "9.csv"))
    desk.undo(3, by="甲", now=NOW)
    assert Desk(desk.home.root, counts()[:-1]).refresh(now=NOW)
    on_disk = {int(path.stem) for path in desk.home.builds.glob("*.duckdb")}
    assert on_disk == {notice.build, notice.build + 3}
    assert rows_of(desk.home, notice.build) == 5


def test_another_build_in_force_since_the_preview_is_told_and_nothing_is_issued(desk):
    seen = previewed(desk)
    desk.rebuild(why="words", now=NOW)
    with pytest.raises(Refused, match=r"第1号数据版本，现在生效的是第2号.*重新预览"):
        give(desk, seen)
    assert issued(desk.home.state) == []


def test_of_four_who_issue_at_once_one_does_and_three_are_told(desk):
    notice, outcomes = previewed(desk), []

    def ask():
        try:
            outcomes.append(give(desk, notice).revision)
        except Refused as refusal:
            outcomes.append(refusal.code)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, outcomes)) == ["1", *["notice_moved_on"] * 3]
    assert len(issued(desk.home.state)) == 1


def test_a_build_that_is_gone_is_not_issued(desk):
    seen = previewed(desk)
    build_path(desk.home, seen.build).unlink()
    with pytest.raises(Refused, match="文件不在"):
        give(desk, seen)
    assert issued(desk.home.state) == []


def test_when_state_db_cannot_say_what_was_issued_no_build_is_removed(desk, monkeypatch):
    old = build_path(desk.home, 0)
    with monkeypatch.context() as broken:
        broken.setattr("data.build.publish.builds_kept", _broken)
        old.touch()
        put_in_force(desk.home, 1, NOW)
    assert old.exists()
    put_in_force(desk.home, 1, NOW)
    assert not old.exists()


def _broken(path: Path) -> frozenset[int]:
    raise OSError("the disk has gone")


KILL = """
import os, signal, sys
from pathlib import Path
import settings
from data.desk import Desk
from metrics import counts
from tests.data.build.test_freeze import give, previewed
from tests.data.loading import NOW
settings.BUILDS_KEPT = 1
desk, notice, stop = Desk(Path(sys.argv[1]), counts()), None, sys.argv[2]
def kill(event, arguments):
    if f"{event} {arguments[0]}".endswith(stop):
        os.kill(os.getpid(), signal.SIGKILL)
notice = previewed(desk)
sys.addaudithook(kill)
give(desk, notice)
desk.rebuild(why="words", now=NOW)
desk.rebuild(why="words", now=NOW)
"""


@pytest.mark.parametrize(("stop", "is_issued"), [("publish.lock", False), ("2.duckdb", True)])
def test_a_kill_leaves_a_notice_with_its_build_or_no_notice(stop, is_issued, desk):
    """Killed before it is written down; and when, two builds later, the one between is swept away."""
    command = [sys.executable, "-c", KILL, str(desk.home.root), stop]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == -9
    survivor = Desk(desk.home.root, counts())
    survivor.rebuild(why="words", now=NOW)
    kept = builds_kept(survivor.home.state)
    assert kept == ({1} if is_issued else set())
    assert build_path(survivor.home, 1).exists() is is_issued
    assert not is_issued or rows_of(survivor.home, 1) == 5
