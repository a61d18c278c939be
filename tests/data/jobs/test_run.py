"""What each kind of job does at the desk, and what stays of the uploaded bytes."""

from datetime import date

import pytest

from data.build import entering
from data.jobs import settle_uploads
from data.jobs.files import _read
from data.progress import Step
from data.store import imports, jobs, uploads
from data.store.builds import current_number
from tests.data.exports import a_case, cases_file, townships_file
from tests.data.jobs.asking import ask, done, found, keep, serve
from tests.data.loading import MARCH, NOW, begin, filings, load

APRIL = [a_case(n, date(2025, 4, n)) for n in range(6, 12)]
NO_DATE = [*APRIL[:3], (*a_case(40, date(2025, 4, 9))[:1], "", "", "", "")]


def states(desk):
    return {one.batch: one.state for one in imports.all_imports(desk.home.state)}


def test_a_load_enters_at_once_keeps_its_receipts_and_none_of_the_bytes(desk, files):
    given = [keep(desk, townships_file(files)), keep(desk, cases_file(files, MARCH))]
    job = done(desk, "load", uploads=given)
    assert [one.rows_added for one in job.receipts][-1] == 5
    assert set(states(desk).values()) == {"in_force"}
    assert {one.job for one in desk.imports()} == {job.id}
    assert uploads.open_uploads(desk.home) == []
    assert list(desk.home.spool.iterdir()) == []


def test_a_draft_moves_no_figure_and_keeps_its_bytes_until_it_is_published(desk, files):
    begin(desk, townships_file(files), cases_file(files, MARCH))
    before = filings(desk)
    number = keep(desk, cases_file(files, APRIL, "四月.csv"))
    (receipt,) = done(desk, "draft", uploads=[number]).receipts
    assert filings(desk) == before
    (left,) = uploads.open_uploads(desk.home)
    assert left.batch == receipt.batch
    assert uploads.file_of(desk.home, left).stat().st_mode & 0o777 == 0o600
    assert done(desk, "publish", batches=[receipt.batch]).receipts[0].rows_added == 6
    assert sum(filings(desk).values()) == sum(before.values()) + 6
    assert uploads.open_uploads(desk.home) == []
    assert list(desk.home.spool.iterdir()) == []


def test_rows_set_aside_keep_the_upload_open_until_somebody_closes_it(desk, files):
    load(desk, townships_file(files))
    number = keep(desk, cases_file(files, NO_DATE, "缺日期.csv"))
    (receipt,) = done(desk, "load", uploads=[number]).receipts
    assert receipt.rows_set_aside == 1
    (left,) = uploads.open_uploads(desk.home)
    assert left.needs_a_person
    uploads.close(desk.home, left.id)
    assert list(desk.home.spool.iterdir()) == []
    assert uploads.upload(desk.home, number).receipts == (receipt,)


def test_nothing_is_kept_of_a_file_that_no_mapping_can_cure(desk, files):
    broken = files / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04" + b"\x00" * 500)
    (receipt,) = done(desk, "load", uploads=[keep(desk, broken)]).receipts
    assert receipt.error_code
    assert list(desk.home.spool.iterdir()) == []


def test_an_upload_whose_bytes_are_gone_is_refused_with_a_sentence(desk, files):
    number = keep(desk, cases_file(files, MARCH))
    uploads.close(desk.home, number)
    (receipt,) = done(desk, "load", uploads=[number]).receipts
    assert receipt.error_code == "upload_expired"


def test_a_draft_that_is_given_up_takes_its_bytes_along(desk, files):
    number = keep(desk, cases_file(files, MARCH))
    (receipt,) = done(desk, "draft", uploads=[number]).receipts
    done(desk, "discard", batch=receipt.batch)
    assert states(desk) == {receipt.batch: "abandoned"}
    assert list(desk.home.spool.iterdir()) == []


def test_a_draft_published_elsewhere_keeps_its_upload_while_rows_are_to_be_put_right(desk, files):
    load(desk, townships_file(files))
    number = keep(desk, cases_file(files, NO_DATE, "缺日期.csv"))
    (receipt,) = done(desk, "draft", uploads=[number]).receipts
    (published,) = desk.publish([receipt.batch], by="乙", now=NOW)
    settle_uploads(desk)
    (left,) = uploads.open_uploads(desk.home)
    assert left.receipts == (published,)
    assert uploads.file_of(desk.home, left).exists()


def test_an_upload_that_waits_to_be_read_again_is_left_to_its_job(desk, files):
    number = keep(desk, cases_file(files, MARCH))
    (receipt,) = done(desk, "draft", uploads=[number]).receipts
    desk.discard(receipt.batch, by="乙", now=NOW)
    ask(desk, "draft", uploads=[number])
    settle_uploads(desk)
    assert uploads.file_of(desk.home, uploads.upload(desk.home, number)).exists()


def test_a_draft_whose_build_failed_keeps_its_bytes(desk, files, monkeypatch):
    number = keep(desk, cases_file(files, MARCH))
    (receipt,) = done(desk, "draft", uploads=[number]).receipts

    def no_room(*given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(entering, "build_anew", no_room)
    assert done(desk, "publish", batches=[receipt.batch]).receipts[0].error_code == "build_failed"
    assert states(desk) == {receipt.batch: "draft"}
    assert uploads.file_of(desk.home, uploads.upload(desk.home, number)).exists()


@pytest.mark.parametrize("attempts", [1, 2])
def test_the_same_bytes_of_which_two_things_are_said_are_two_imports_of_two_uploads(desk, files, attempts):
    path = cases_file(files, MARCH)
    given = [keep(desk, path, exported_on=day) for day in ("2026-01-05", "2026-01-20")]
    job = found(desk, ask(desk, "draft", uploads=given))
    if attempts == 2:  # the first worker died when it had brought in the second file only
        second = uploads.uploads(desk.home, given[1:])
        _read(desk, job, second, NOW, lambda text: None)
    serve(desk)
    batches = [uploads.upload(desk.home, number).batch for number in given]
    said = {one.batch: one.exported_on for one in desk.imports()}
    assert [said[batch] for batch in batches] == ["2026-01-05", "2026-01-20"]
    assert [one.batch for one in found(desk, job.id).receipts] == batches


def test_undo_and_restore_go_back_and_forth(desk, files):
    begin(desk, townships_file(files), cases_file(files, MARCH))
    before = filings(desk)
    done(desk, "undo", batch=2)
    assert filings(desk) == {}
    done(desk, "restore", batch=2)
    assert filings(desk) == before


def test_a_rebuild_makes_a_new_build_of_the_same_figures(desk, files):
    begin(desk, townships_file(files), cases_file(files, MARCH))
    before, number = filings(desk), current_number(desk.home)
    job = done(desk, "rebuild", why="names")
    assert job.outcome["build"] == current_number(desk.home) > number
    assert filings(desk) == before


def test_what_the_desk_refuses_fails_the_job_with_its_sentence_and_the_next_one_is_served(desk, files):
    refused, next_one = ask(desk, "undo", batch=77), ask(desk, "load", uploads=[keep(desk, cases_file(files, MARCH))])
    serve(desk)
    assert found(desk, refused).state == "failed"
    assert found(desk, refused).outcome["error_code"] == "not_in_force"
    assert found(desk, next_one).state == "done"


def test_a_failure_of_the_program_ends_the_job_and_names_no_value(desk, caplog):
    number = ask(desk, "undo", batch="张三")
    serve(desk)
    assert found(desk, number).outcome["error_code"] == "job_failed"
    assert "张三" not in caplog.text + found(desk, number).error


def test_what_people_said_of_an_upload_reaches_the_desk(desk, files):
    load(desk, townships_file(files))
    number = keep(desk, cases_file(files, MARCH), exported_on="2026-01-05", forced="cases")
    done(desk, "load", uploads=[number])
    assert [one.exported_on for one in desk.imports()][-1] == "2026-01-05"


def test_a_kind_that_nobody_knows_is_not_asked_for(desk):
    with pytest.raises(ValueError, match="no kind"):
        ask(desk, "format_disk")


def test_progress_is_kept_with_its_rows_while_the_job_runs(desk, files, monkeypatch):
    told = []
    monkeypatch.setattr(jobs, "tell", lambda path, number, progress: told.append(progress))
    done(desk, "load", uploads=[keep(desk, townships_file(files)), keep(desk, cases_file(files, MARCH))])
    assert [one["stage"] for one in told if one["stage"] in ("compare", "build")] == ["compare", "compare", "build"]
    assert {(one["file"], one["files"]) for one in told if one["stage"] == "compare"} == {(1, 2), (2, 2)}
    assert told[0]["words"].startswith("1/2 ")


def test_a_step_that_is_only_printed_is_its_words():
    step = Step("正在读取", "read", 0.5, rows_done=7).under("1/2 甲.xlsx", 1, 2)
    assert f"{step}" == "1/2 甲.xlsx：正在读取"
    assert step.to_json() == {
        **{"words": "1/2 甲.xlsx：正在读取", "stage": "read", "share": 0.5, "rows_done": 7, "rows_total": 0},
        **{"file": 1, "files": 2},
    }
