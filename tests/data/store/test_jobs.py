"""The job table: order, states, last words."""

import sqlite3

import pytest

from data.receipt import Receipt
from data.store import jobs
from tests.data.loading import NOW


def ask(desk, kind="rebuild", by="甲"):
    return jobs.ask(desk.home.state, kind, {}, at=NOW, by=by)


def test_jobs_are_taken_in_the_order_of_asking(desk):
    numbers = [ask(desk), ask(desk, by="乙"), ask(desk)]
    taken = [jobs.take_next(desk.home.state, NOW).id for _ in numbers]
    assert taken == numbers
    assert jobs.take_next(desk.home.state, NOW) is None
    assert [job.id for job in jobs.latest_jobs(desk.home.state, 2)] == [numbers[2], numbers[1]]


def test_a_job_whose_worker_died_waits_again_at_its_old_place_and_counts_its_attempts(desk):
    first, _ = ask(desk), ask(desk)
    state = desk.home.state
    assert jobs.take_next(state, NOW).attempts == 1
    jobs.tell(state, first, {"words": "正在读取", "rows_done": 7})
    assert jobs.job(state, first).progress["rows_done"] == 7
    jobs.put_back(state, first)
    again = jobs.take_next(state, NOW)
    assert (again.id, again.attempts, again.progress) == (first, 2, {})


def test_the_last_word_holds_receipts_or_a_sentence(desk):
    good, bad = ask(desk, "load"), ask(desk, "undo")
    receipt = Receipt("甲.csv", "0", rows_read=3, rows_added=3)
    jobs.end(desk.home.state, good, {"receipts": [receipt.to_json()]}, at=NOW)
    jobs.end(desk.home.state, bad, {"error_code": "not_in_force", "error": "没有。"}, at=NOW, failed=True)
    assert jobs.job(desk.home.state, good).receipts == (receipt,)
    assert (jobs.job(desk.home.state, bad).state, jobs.job(desk.home.state, bad).error) == ("failed", "没有。")
    assert jobs.open_jobs(desk.home.state) == []


def test_no_other_state_can_be_written(desk):
    number = ask(desk)
    with pytest.raises(sqlite3.IntegrityError), sqlite3.connect(desk.home.state) as db:
        db.execute("UPDATE jobs SET state = 'lost' WHERE id = ?", (number,))
    db.close()
