"""Faults between any two steps, and what an adversary would do to the files: old figures or new ones, never others."""

import logging
import os
import shutil
import subprocess
import sys
import threading
import time
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from data.build import publish, upload
from data.desk import Desk
from data.refusal import Refused
from data.store import builds
from data.store import imports as log
from data.store.builds import build_path, current_build, current_number
from metrics import counts
from tests.data.exports import a_case, cases_file, mediations_file, townships_file
from tests.data.loading import MARCH, NOW, begin, filings, load

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def loaded(desk, files):
    begin(desk, townships_file(files), cases_file(files, MARCH))
    return desk


@pytest.fixture
def april(files):
    return cases_file(files, [a_case(9, date(2025, 4, 2))], "四月.csv")


def fresh_process(home, code):
    """Run code with `desk` in a process that has nothing open yet."""
    start = "import sys; from pathlib import Path; from datetime import datetime; from data.desk import Desk\n"
    start += "from metrics import counts; desk = Desk(Path(sys.argv[1]), counts()); NOW = datetime(2026, 2, 3)\n"
    done = subprocess.run(
        [sys.executable, "-c", start + code, str(home)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip()


def fail(*_, **__):
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("harm", ["gone", "damaged", "pointer is no number", "pointer gone", "all builds gone"])
def test_a_build_is_thrown_away_and_made_again_with_the_same_figures(harm, loaded):
    before = filings(loaded)
    path, pointer = build_path(loaded.home, current_number(loaded.home)), loaded.home.pointer
    match harm:
        case "gone":
            path.unlink()
        case "damaged":
            path.write_bytes(path.read_bytes()[:9000])
        case "pointer is no number":
            pointer.write_text("")
        case "pointer gone":
            pointer.unlink()
        case _:
            shutil.rmtree(loaded.home.builds)
    assert fresh_process(loaded.home.root, "print(desk.refresh(now=NOW), desk.refresh(now=NOW))") == "True False"
    assert filings(loaded) == before
    assert [one.state for one in loaded.imports()] == ["in_force", "in_force"]


def test_the_same_file_again_brings_back_a_build_that_is_gone(loaded, files):
    path = cases_file(files, MARCH)
    before = filings(loaded)
    build_path(loaded.home, current_number(loaded.home)).unlink()
    code = f"from data.desk import UploadedFile as U; p = Path({str(path)!r})\n"
    code += "print(desk.load([U(p.name, p)], by='x', now=NOW)[0].rows_unchanged)"
    assert fresh_process(loaded.home.root, code) == "5"
    assert filings(loaded) == before


def test_rows_without_their_state_db_are_never_touched(loaded):
    rows = sorted((loaded.home.root / "rows").rglob("*.parquet"))
    for path in loaded.home.root.glob("state.db*"):
        path.unlink()
    with pytest.raises(Refused, match="备份"):
        Desk(loaded.home.root, counts())
    assert sorted((loaded.home.root / "rows").rglob("*.parquet")) == rows


def test_rows_that_an_older_state_db_does_not_know_stay_where_they_are(loaded, april):
    older = loaded.home.root.parent / "older.db"
    shutil.copy(loaded.home.state, older)
    load(loaded, april)
    rows = sorted((loaded.home.root / "rows").rglob("*.parquet"))
    shutil.copy(older, loaded.home.state)
    assert loaded.refresh(now=NOW)
    assert sorted((loaded.home.root / "rows").rglob("*.parquet")) == rows


def test_after_an_older_state_db_no_build_number_is_used_twice(loaded, april):
    older = loaded.home.root.parent / "older.db"
    shutil.copy(loaded.home.state, older)
    load(loaded, april)
    newest = current_number(loaded.home)
    shutil.copy(older, loaded.home.state)
    loaded.refresh(now=NOW)
    assert current_number(loaded.home) > newest


def test_a_row_file_that_is_gone_is_an_error_and_not_a_smaller_figure(loaded, april):
    before = filings(loaded)
    loaded.home.rows_file("cases", 2).unlink()
    receipt = load(loaded, april)[0]
    assert receipt.error_code == "build_check_failed"
    assert filings(loaded) == before


def test_a_full_disk_while_rows_are_written_refuses_the_file_and_nothing_of_it_enters(loaded, april, monkeypatch):
    before = filings(loaded)
    monkeypatch.setattr(upload, "move_into_place", fail)
    assert load(loaded, april)[0].error_code == "unreadable_file"
    monkeypatch.undo()
    assert [one.batch for one in loaded.imports()] == [1, 2]
    assert filings(loaded) == before
    assert load(loaded, april)[0].rows_added == 1


@pytest.mark.parametrize("step", ["make_build", "put_in_force before the pointer", "keep_receipts"])
def test_a_failure_before_the_pointer_moves_leaves_the_old_figures_and_says_so(step, loaded, april, monkeypatch):
    before, number = filings(loaded), current_number(loaded.home)
    target = {"make_build": (publish, "make_build"), "keep_receipts": (log, "keep_receipts")}
    monkeypatch.setattr(*target.get(step, (builds, "move_pointer")), fail)
    assert load(loaded, april)[0].error_code == "build_failed"
    monkeypatch.undo()
    assert (filings(loaded), current_number(loaded.home)) == (before, number)
    assert load(loaded, april)[0].rows_added == 1


def test_a_failure_after_the_pointer_moved_changes_nothing_any_more(loaded, april, monkeypatch):
    monkeypatch.setattr(builds, "remove_old_builds", fail)
    receipt = load(loaded, april)[0]
    assert (receipt.error_code, receipt.rows_added) == (None, 1)
    assert filings(loaded)["柳河镇"] == 2
    assert loaded.imports()[-1].state == "in_force"
    assert not loaded.refresh(now=NOW)


def test_an_undo_that_fails_leaves_the_import_in_force_and_says_so(loaded, monkeypatch):
    before = filings(loaded)
    monkeypatch.setattr(publish, "make_build", fail)
    with pytest.raises(Refused, match="未撤销"):
        loaded.undo(2, by="测试", now=NOW)
    record = loaded.imports()[-1]
    assert (record.state, record.withdrawn_at) == ("in_force", None)
    assert filings(loaded) == before


def test_a_failure_is_noted_without_a_value_of_any_row(loaded, april, monkeypatch, caplog):
    name = "赵无忧"

    def spill(*_, **__):
        raise ValueError(f"{name}不是数字")

    monkeypatch.setattr(publish, "make_build", spill)
    with caplog.at_level(logging.ERROR):
        load(loaded, april)
    assert "ValueError" in caplog.text
    assert name not in caplog.text


def test_readers_do_not_wait_while_somebody_else_publishes(loaded):
    log.begin_import(
        loaded.home.state, file_name="x", sha256="", size=1, forced=None, reader_version=1, at=NOW, by="another"
    )
    began, held = time.perf_counter(), threading.Event()
    release = threading.Event()

    def publish_slowly():
        with loaded.home.publishing():
            held.set()
            release.wait(20)

    thread = threading.Thread(target=publish_slowly)
    thread.start()
    held.wait()
    try:
        assert loaded.refresh(now=NOW) is False
        assert time.perf_counter() - began < 5
    finally:
        release.set()
        thread.join()
    assert loaded.refresh(now=NOW) is False
    assert [one.batch for one in loaded.imports()] == [1, 2]


def test_many_processes_that_refresh_a_stale_home_at_once_make_one_build(loaded):
    number = current_number(loaded.home)
    loaded.home.pointer.unlink()
    command = "import sys; from pathlib import Path; from datetime import datetime; from data.desk import Desk\n"
    command += "from metrics import counts\nprint(Desk(Path(sys.argv[1]), counts()).refresh(now=datetime.now()))"
    running = [
        subprocess.Popen([sys.executable, "-c", command, str(loaded.home.root)], cwd=ROOT, stdout=subprocess.PIPE)
        for _ in range(5)
    ]
    said = sorted(one.communicate()[0].decode().strip() for one in running)
    assert said == ["False"] * 4 + ["True"]
    assert current_number(loaded.home) == number + 1


def test_a_reader_whose_build_is_removed_before_it_opens_it_gets_the_next_one(loaded, april, monkeypatch):
    stale = current_number(loaded.home)
    load(loaded, april)
    path = build_path(loaded.home, stale)
    builds._open.pop(path.resolve(), None)
    path.unlink()
    answers = iter([stale])
    real = builds.current_number
    monkeypatch.setattr(builds, "current_number", lambda home: next(answers, None) or real(home))
    assert current_build(loaded.home.root).number == stale + 1


def test_uploads_of_a_dead_server_are_swept_after_seven_days_and_not_before(loaded, april):
    now = datetime.now()
    for name, days in (("upload-old", 8), ("upload-new", 6)):
        folder = loaded.home.spool / name
        folder.mkdir()
        stamp = (now - timedelta(days=days)).timestamp()
        os.utime(folder, (stamp, stamp))
    publish.settle(loaded.home, now)
    assert [one.name for one in loaded.home.spool.iterdir()] == ["upload-new"]


def test_a_file_given_twice_in_one_call_has_its_own_receipts_in_the_log_once(desk, files):
    path = cases_file(files, MARCH)
    again = files / "另名.csv"
    shutil.copy(path, again)
    receipts = load(desk, path, again)
    assert [one.file for one in receipts] == [path.name, again.name]
    [record] = desk.imports()
    assert [one.to_json() for one in record.receipts] == [receipts[0].to_json()]


def test_a_file_whose_rows_were_all_set_aside_is_in_the_log_and_can_be_undone(loaded, files):
    before = filings(loaded)
    twice = [a_case(21, date(2025, 4, 2)), a_case(21, date(2025, 4, 3))]
    receipt = load(loaded, cases_file(files, twice, "z.csv"))[0]
    assert (receipt.rows_read, receipt.rows_set_aside, receipt.error_code) == (2, 2, None)
    assert not loaded.home.rows_file("cases", receipt.batch).exists()
    assert filings(loaded) == before
    assert loaded.undo(receipt.batch, by="测试", now=NOW).state == "withdrawn"
    assert filings(loaded) == before


def test_receipts_tell_places_by_sheet_and_ledger(loaded, files):
    rows = [
        ("（2025）安调字第1号", "2025-03-01", "邻里", "调解成功", "四川省成都市金牛区柳河镇"),
        ("（2025）安调字第2号", "2025-03-02", "邻里", "调解成功", "某处"),
    ]
    receipt = load(loaded, mediations_file(files, rows))[0]
    assert (receipt.outside, receipt.unassigned) == (1, 1)
    assert loaded.imports()[-1].receipts[0].outside == 1
