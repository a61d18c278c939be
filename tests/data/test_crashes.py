"""Killed processes and racing ones: nothing half-enters, and the next import works."""

import shutil
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

from data.desk import Desk
from metrics import counts
from tests.data.exports import a_case, cases_file, townships_file
from tests.data.loading import MARCH, NOW, filings, load

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
from datetime import datetime
from pathlib import Path
from data.desk import Desk, UploadedFile
from data.intake import spawn
from metrics import counts
home, file, stop = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
desk = Desk(home, counts())
seen = 0
def count(event, arguments):
    global seen
    if event in ("open", "os.rename", "os.remove", "os.chmod", "sqlite3.connect", "shutil.rmtree", "subprocess.Popen"):
        seen += 1
        if seen == stop:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(count)
desk.load([UploadedFile(file.name, file)], by="x", now=datetime(2026, 2, 3))
print(seen)
"""


def run_and_kill(home, file, stop):
    command = [sys.executable, "-c", KILL, str(home), str(file), str(stop)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_kill_at_any_point_leaves_the_old_figures_or_the_new_ones_and_the_next_import_works(desk, files, tmp_path):
    load(desk, townships_file(files), cases_file(files, MARCH))
    old = filings(desk)
    second = cases_file(files, [a_case(n, date(2025, 4, n)) for n in range(6, 12)], "四月.csv")
    whole = run_and_kill(copy_of(desk.home.root, tmp_path / "whole"), second, 10**9)
    steps = int(whole.stdout)
    assert steps > 20, whole.stderr
    killed = 0
    for stop in range(1, steps + 1, max(1, steps // 12)):
        home = copy_of(desk.home.root, tmp_path / f"kill-{stop}")
        killed += run_and_kill(home, second, stop).returncode == -9
        survivor = Desk(home, counts())
        survivor.refresh(now=NOW)
        new = {**old, "柳河镇": old["柳河镇"] + 6}
        assert filings(survivor) in (old, new)
        load(survivor, second)
        assert filings(survivor) == new
        assert list(survivor.home.spool.iterdir()) == []
    assert killed >= 10


def copy_of(home, target):
    shutil.copytree(home, target)
    return target
