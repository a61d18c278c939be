"""Killed processes and racing ones: nothing half-enters, and the next import works."""

import os
import shutil
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

from data.build.publish import settle
from data.desk import Desk
from metrics import counts
from tests.data.exports import a_case, cases_file, townships_file
from tests.data.loading import MARCH, NOW, begin, do, draft, filings, load

ROOT = Path(__file__).resolve().parents[2]


def test_threads_that_load_the_same_file_at_once_bring_it_in_once(desk, files):
    path = cases_file(files, MARCH)
    results = []
    threads = [threading.Thread(target=lambda: results.append(load(desk, path)[0])) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(r.rows_added for r in results) == [0, 0, 0, 5]
    assert len(desk.imports()) == 1


KILL = """
import os, signal, sys
from pathlib import Path
from data.desk import Desk
from data.intake import spawn
from metrics import counts
from tests.data.loading import do
home, file, stop, act = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
desk = Desk(home, counts())
seen = 0
def count(event, arguments):
    global seen
    if event in ("open", "os.rename", "os.remove", "os.chmod", "sqlite3.connect", "shutil.rmtree", "subprocess.Popen"):
        seen += 1
        if seen == stop:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(count)
do(desk, act, file)
print(seen)
"""


POINTS = 3 * int(os.environ.get("KILLS", "1"))


def spread(points, steps):
    """Where to kill: so many points, evenly between the first step and the last."""
    return [max(1, steps * point // (points + 1)) for point in range(1, points + 1)]


def run_and_kill(home, file, stop, act="load"):
    command = [sys.executable, "-c", KILL, str(home), str(file), str(stop), act]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_kill_at_any_point_leaves_the_old_figures_or_the_new_ones_and_the_next_import_works(desk, files, tmp_path):
    begin(desk, townships_file(files), cases_file(files, MARCH))
    old = filings(desk)
    second = cases_file(files, [a_case(n, date(2025, 4, n)) for n in range(6, 12)], "四月.csv")
    whole = run_and_kill(copy_of(desk.home.root, tmp_path / "whole"), second, 10**9)
    steps = int(whole.stdout)
    assert steps > 20, whole.stderr
    killed = 0
    for stop in spread(2 * POINTS, steps):
        home = copy_of(desk.home.root, tmp_path / f"kill-{stop}")
        killed += run_and_kill(home, second, stop).returncode == -9
        survivor = Desk(home, counts())
        survivor.refresh(now=NOW)
        new = {**old, "柳河镇": old["柳河镇"] + 6}
        assert filings(survivor) in (old, new)
        load(survivor, second)
        assert filings(survivor) == new
        assert list(survivor.home.spool.iterdir()) == []
    assert killed == 2 * POINTS


@pytest.mark.parametrize(
    ("act", "before", "after"),
    [
        ("draft", {}, {5: "draft"}),
        ("publish", {3: "draft", 4: "draft"}, {3: "in_force", 4: "in_force"}),
        ("discard", {3: "draft"}, {3: None}),
        ("undo", {3: "in_force"}, {3: "withdrawn"}),
        ("restore", {3: "withdrawn"}, {3: "in_force"}),
    ],
)
def test_a_kill_leaves_an_act_done_or_not_done_and_it_can_be_asked_again(act, before, after, desk, files, tmp_path):
    """Two drafts are published together or not at all; the figures go with the states."""
    begin(desk, townships_file(files), cases_file(files, MARCH))
    paths = [cases_file(files, [a_case(n, date(2025, 4, n))], f"{n}.csv") for n in (6, 7, 8)]
    draft(desk, *paths[:2])
    if act in ("undo", "restore"):
        desk.publish([3], by="x", now=NOW)
    if act == "restore":
        desk.undo(3, by="x", now=NOW)
    old = filings(desk)
    whole = copy_of(desk.home.root, tmp_path / "whole")
    steps = int(run_and_kill(whole, paths[2], 10**9, act).stdout)
    assert_acted(whole, after)
    new = filings(Desk(whole, counts()))
    killed = 0
    for stop in spread(POINTS, steps):
        home = copy_of(desk.home.root, tmp_path / f"kill-{stop}")
        killed += run_and_kill(home, paths[2], stop, act).returncode == -9
        survivor = Desk(home, counts())
        survivor.refresh(now=NOW)
        with survivor.home.publishing():
            settle(survivor.home, NOW)
        is_done = all(states(survivor).get(batch) == state for batch, state in after.items())
        if not is_done:
            assert {batch: states(survivor).get(batch) for batch in before} == before
            assert not set(states(survivor)) - {1, 2, 3, 4}
        assert filings(survivor) == (new if is_done else old)
        assert not list(survivor.home.spool.iterdir())
        if not is_done:
            do(survivor, act, paths[2])
            assert filings(survivor) == new
    assert killed == POINTS


def states(desk):
    return {one.batch: one.state for one in desk.imports()}


def assert_acted(home, after):
    known = states(Desk(home, counts()))
    assert {batch: known.get(batch) for batch in after} == after


def copy_of(home, target):
    shutil.copytree(home, target)
    return target


def test_a_publisher_leaves_a_workbook_alone_that_is_being_marked_and_sweeps_what_a_dead_one_left(desk):
    young, old = desk.home.spool / "marking-a", desk.home.spool / "marking-b"
    for folder in (young, old):
        folder.mkdir()
    os.utime(young, (NOW.timestamp(), NOW.timestamp()))
    os.utime(old, (NOW.timestamp() - 7200, NOW.timestamp() - 7200))
    settle(desk.home, NOW)
    assert (young.exists(), old.exists()) == (True, False)
