"""Workers that are killed, race, or find what another one left: the job ends or leaves nothing, and says which."""

import os
import shutil
import signal
import subprocess
import sys
import time
from datetime import date, datetime
from pathlib import Path

import pytest

import settings
from data.desk import Desk
from data.jobs import start, wake_worker, work, worker
from data.jobs.start import log_file
from data.store import jobs, uploads
from metrics import counts
from tests.data.exports import a_case, cases_file, townships_file
from tests.data.jobs.asking import ask, done, found, keep, serve
from tests.data.loading import MARCH, begin, filings

ROOT = Path(__file__).resolve().parents[3]
APRIL = [a_case(n, date(2025, 4, n)) for n in range(6, 12)]
PATIENCE = 60

KILL = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from data.desk import Desk
from data.jobs import work
from data.store.home import Home
from metrics import counts
home, stop, events = Home(Path(sys.argv[1])), int(sys.argv[2]), sys.argv[3:]
seen = 0
def count(event, arguments):
    global seen
    if event in events:
        seen += 1
        if seen == stop:
            os.kill(os.getpid(), signal.SIGKILL)
desk = Desk(home.root, counts())
sys.addaudithook(count)
work(home, lambda: desk, lambda: datetime(2026, 2, 3), idle_seconds=0)
print(seen)
"""


READER = "subprocess.Popen"
STEPS = ("open", "os.rename", "os.remove", "os.chmod", "sqlite3.connect", "shutil.rmtree", READER)


def work_and_die(home: Path, stop: int, *events: str) -> subprocess.CompletedProcess:
    """A worker of its own process that kills itself at its nth step; at a step it never reaches it ends well."""
    command = [sys.executable, "-c", KILL, str(home), str(stop), *(events or STEPS)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture
def county(desk, files):
    begin(desk, townships_file(files), cases_file(files, MARCH))
    return desk


def asked_load(desk, files):
    return ask(desk, "load", uploads=[keep(desk, cases_file(files, APRIL, "四月.csv"))])


def asked_draft(desk, files):
    return ask(desk, "draft", uploads=[keep(desk, cases_file(files, APRIL, "四月.csv"))])


def asked_publish(desk, files):
    given = keep(desk, cases_file(files, APRIL, "四月.csv"))
    return ask(desk, "publish", batches=[done(desk, "draft", uploads=[given]).receipts[0].batch])


def asked_discard(desk, files):
    given = keep(desk, cases_file(files, APRIL, "四月.csv"))
    return ask(desk, "discard", batch=done(desk, "draft", uploads=[given]).receipts[0].batch)


def asked_undo(desk, files):
    return ask(desk, "undo", batch=2)


def asked_restore(desk, files):
    done(desk, "undo", batch=2)
    return ask(desk, "restore", batch=2)


def asked_rebuild(desk, files):
    return ask(desk, "rebuild", why="names")


KILLS = int(os.environ.get("KILLS", "1"))
"""How often the kills below are multiplied; `make fuzz` kills more often than `make test`."""
KINDS = [
    (asked_load, 2 * KILLS),
    (asked_publish, KILLS),
    (asked_draft, KILLS),
    (asked_undo, KILLS),
    (asked_restore, KILLS),
    (asked_discard, KILLS),
    (asked_rebuild, KILLS),
]


def outcome(desk: Desk) -> tuple[object, ...]:
    """All that people can tell apart: figures, states of imports, open uploads, what lies in the spool."""
    states = [(one.file_name, one.state) for one in desk.imports()]
    kept = [(one.file_name, one.batch is None) for one in uploads.open_uploads(desk.home)]
    return filings(desk), states, kept, len(list(desk.home.spool.iterdir()))


@pytest.mark.parametrize(("asked", "kills"), KINDS, ids=[asked.__name__ for asked, _ in KINDS])
def test_a_worker_killed_at_any_point_leaves_a_job_that_the_next_one_ends_once(county, files, tmp_path, asked, kills):
    number, old = asked(county, files), filings(county)
    whole = Path(shutil.copytree(county.home.root, tmp_path / "whole"))
    steps = int(work_and_die(whole, 10**9).stdout)
    wanted = outcome(Desk(whole, counts()))
    killed = 0
    for stop in [steps * n // (kills + 1) for n in range(1, kills + 1)]:
        home = Path(shutil.copytree(county.home.root, tmp_path / f"kill-{stop}"))
        killed += work_and_die(home, stop).returncode == -signal.SIGKILL
        survivor = Desk(home, counts())
        survivor.refresh(now=datetime(2026, 2, 3))
        assert filings(survivor) in (old, wanted[0])
        serve(survivor)
        assert found(survivor, number).state == "done", (stop, found(survivor, number).outcome)
        assert outcome(survivor) == wanted, stop
        receipts = found(Desk(whole, counts()), number).receipts
        assert [one.rows_added for one in found(survivor, number).receipts] == [one.rows_added for one in receipts]
    assert killed == kills


def test_a_job_that_kills_its_worker_twice_is_given_up_and_the_next_one_is_served(county, files):
    deadly, old = asked_load(county, files), filings(county)
    for attempt in (1, 2):
        assert work_and_die(county.home.root, 1, READER).returncode == -signal.SIGKILL
        assert found(county, deadly).attempts == attempt
        assert found(county, deadly).is_open
    last = ask(county, "rebuild")
    serve(county)
    assert found(county, deadly).state == "failed"
    assert found(county, deadly).outcome["error_code"] == "job_interrupted"
    assert found(county, last).state == "done"
    assert filings(county) == old
    assert [one.file_name for one in uploads.open_uploads(county.home)] == ["四月.csv"]


def test_a_build_that_fails_when_a_worker_takes_over_leaves_no_job_stuck(county, files, caplog):
    left = asked_load(county, files)
    assert work_and_die(county.home.root, 1, READER).returncode == -signal.SIGKILL
    behind = [ask(county, "undo", batch=2), ask(county, "rebuild")]
    county.home.pointer.unlink()
    shutil.rmtree(county.home.builds)
    county.home.rows_file("cases", 2).unlink()
    serve(county)
    assert jobs.open_jobs(county.home.state) == []
    assert found(county, left).attempts == 2
    assert {one.error_code for one in found(county, left).receipts} == {"build_check_failed"}
    assert [found(county, number).state for number in behind] == ["done", "done"], "without the lost rows it is whole"
    assert "build not published" in caplog.text


def test_what_was_published_or_given_up_elsewhere_leaves_no_bytes_behind_for_the_next_worker(county, files):
    may = [a_case(n, date(2025, 5, n)) for n in range(12, 14)]
    given = [keep(county, cases_file(files, rows, f"{n}月.csv")) for n, rows in ((4, APRIL), (5, may), (3, MARCH[:2]))]
    published, given_up, waiting = done(county, "draft", uploads=given).receipts
    county.publish([published.batch], by="乙", now=datetime(2026, 2, 3))
    county.discard(given_up.batch, by="乙", now=datetime(2026, 2, 3))
    assert len(uploads.open_uploads(county.home)) == 3
    serve(county)
    assert [one.batch for one in uploads.open_uploads(county.home)] == [waiting.batch]
    assert len(list(county.home.spool.iterdir())) == 1


def test_two_analysts_are_served_in_the_order_of_asking(county, files):
    first = ask(county, "load", by="甲", uploads=[keep(county, cases_file(files, APRIL, "四月.csv"))])
    second = ask(county, "undo", by="乙", batch=2)
    third = ask(county, "restore", by="甲", batch=2)
    assert [job.id for job in jobs.open_jobs(county.home.state)] == [first, second, third]
    serve(county)
    ended = [found(county, number) for number in (first, second, third)]
    assert [job.state for job in ended] == ["done"] * 3
    assert [one.withdrawn_by for one in county.imports()].count("乙") <= 1
    assert sum(filings(county).values()) == 4 + len(APRIL)


def test_a_second_worker_ends_at_once_and_asks_for_no_desk(county):
    asked_rebuild(county, None)

    def no_desk():
        raise AssertionError("the second worker made a desk")

    with county.home.working() as held:
        assert held
        assert not work(county.home, no_desk, datetime.now, idle_seconds=0)
    assert len(jobs.open_jobs(county.home.state)) == 1


def test_a_job_asked_while_the_worker_lets_go_is_served_all_the_same(county, monkeypatch):
    late: list[int] = []
    until_idle = worker._until_idle

    def ask_too_late(*given):
        until_idle(*given)
        if not late:
            late.append(ask(county, "rebuild"))

    monkeypatch.setattr(worker, "_until_idle", ask_too_late)
    serve(county)
    assert found(county, late[0]).state == "done"


def wait_until(is_so, what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline, what
        time.sleep(0.05)


def is_free(desk: Desk) -> bool:
    with desk.home.working() as held:
        return held


def test_a_woken_worker_outlives_who_woke_it_says_nothing_and_ends_by_itself(county, files, tmp_path):
    number = asked_load(county, files)
    wake = "import sys; from pathlib import Path; from data.jobs import wake_worker; from data.store.home import Home; "
    wake += "wake_worker(Home(Path(sys.argv[1])))"
    waker = subprocess.run(
        [sys.executable, "-c", wake, str(county.home.root)],
        cwd=ROOT,
        env={**os.environ, "SUYUAN_WORKER_IDLE_SECONDS": "0"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert waker.stdout + waker.stderr == ""
    wait_until(lambda: not found(county, number).is_open, "the job was not done")
    assert found(county, number).state == "done"
    wait_until(lambda: is_free(county), "the worker did not end")
    assert log_file(county.home).read_text() == ""
    assert log_file(county.home).stat().st_mode & 0o777 == 0o600


def test_a_worker_killed_from_outside_while_it_works_is_replaced_by_the_next_one_woken(county, files, monkeypatch):
    monkeypatch.setenv("SUYUAN_WORKER_IDLE_SECONDS", "0")
    number = asked_load(county, files)
    monkeypatch.setattr(start, "_started", [])
    wake_worker(county.home)
    killed = start._started[0].process
    assert os.getsid(killed.pid) == killed.pid
    wait_until(lambda: found(county, number).state == "running", "no worker took the job")
    killed.kill()
    killed.wait()
    wake_worker(county.home)
    wait_until(lambda: not found(county, number).is_open, "the job was not done")
    assert found(county, number).state == "done"
    assert found(county, number).attempts <= 2
    assert sum(filings(county).values()) == 4 + len(APRIL)
    for one in start._started:
        one.process.wait(PATIENCE)


def test_a_full_log_begins_anew(county):
    log = log_file(county.home)
    log.write_text("x" * (1 << 20) + "x")
    asked_rebuild(county, None)
    wake_worker(county.home)
    wait_until(lambda: not jobs.open_jobs(county.home.state), "the job was not done")
    assert log.stat().st_size == 0


def test_the_idle_time_is_a_setting():
    assert settings.WORKER_IDLE_SECONDS < 5, "tests leave no worker behind for long: see tests/conftest.py"
