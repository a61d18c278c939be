"""Uploaded bytes: for the owner alone, as long as somebody needs them, never longer than they may lie there."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from data.receipt import Receipt
from data.store import jobs, uploads
from tests.data.loading import NOW

BYTES = b"name,2026\r\n"


def keep(desk, name="甲.csv", **said):
    return uploads.keep(desk.home, name, BYTES, at=NOW, by="甲", **said)


def test_bytes_lie_in_a_folder_of_their_own_and_are_for_the_owner_alone(desk):
    one = uploads.upload(desk.home, keep(desk, "../../etc/甲<b>.csv"))
    path = uploads.file_of(desk.home, one)
    assert path.read_bytes() == BYTES
    assert path.parent.parent == desk.home.spool
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert one.file_name == "../../etc/甲<b>.csv"
    assert (one.size, one.job, one.batch, one.receipts) == (len(BYTES), None, None, ())


def test_what_people_said_of_a_file_is_kept_with_it(desk):
    number = keep(desk, forced="mediations:court", exported_on="2026-10-08", replaces=True)
    one = uploads.upload(desk.home, number)
    assert (one.forced, one.exported_on, one.replaces) == ("mediations:court", "2026-10-08", True)
    uploads.force(desk.home, number, None)
    assert uploads.upload(desk.home, number).forced is None


def test_a_job_holds_the_uploads_it_reads(desk):
    number = keep(desk)
    job = jobs.ask(desk.home.state, "load", {"uploads": [number]}, at=NOW, by="甲")
    assert uploads.upload(desk.home, number).job == job


def test_closing_removes_the_bytes_and_keeps_what_is_known(desk):
    number = keep(desk)
    uploads.note(desk.home, number, [Receipt("甲.csv", "0", rows_read=1, rows_set_aside=1)], 7)
    uploads.close(desk.home, number)
    one = uploads.upload(desk.home, number)
    assert (one.state, one.batch, one.needs_a_person) == ("closed", 7, True)
    assert list(desk.home.spool.iterdir()) == []
    assert uploads.open_uploads(desk.home) == []


def test_sweeping_closes_what_lost_its_bytes_and_removes_what_nobody_finished(desk):
    kept, lost = keep(desk), keep(desk)
    uploads.file_of(desk.home, uploads.upload(desk.home, lost)).unlink()
    fresh, old = desk.home.spool / "upload-fresh", desk.home.spool / "upload-old"
    for folder in (fresh, old):
        folder.mkdir()
    hours_ago = (NOW - timedelta(hours=2)).timestamp()
    os.utime(old, (hours_ago, hours_ago))
    os.utime(fresh, (NOW.timestamp(), NOW.timestamp()))
    uploads.sweep(desk.home, NOW)
    assert [one.id for one in uploads.open_uploads(desk.home)] == [kept]
    assert fresh.exists()
    assert not old.exists()


def test_a_full_disk_leaves_nothing_of_an_upload(desk, monkeypatch):
    def no_room(path, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", no_room)
    with pytest.raises(OSError, match="No space"):
        keep(desk)
    assert list(desk.home.spool.iterdir()) == []
    assert uploads.open_uploads(desk.home) == []


def test_numbers_that_mean_nothing_are_passed_over(desk):
    number = keep(desk)
    assert [one.id for one in uploads.uploads(desk.home, [99, number, -1])] == [number]
    assert uploads.upload(desk.home, 99) is None
    uploads.close(desk.home, 99)
