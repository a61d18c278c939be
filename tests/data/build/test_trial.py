import multiprocessing
import os
import signal
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data.build.trial import trial_build
from data.definition import Definition
from data.desk import Desk
from data.refusal import Refused
from data.store.builds import Build, build_in_force
from metrics import counts
from tests.data.drafts import draft
from tests.data.exports import a_case, cases_file, population_file, townships_file
from tests.data.loading import MARCH, NOW, begin, filings, load

_FILINGS = "SELECT coalesce(sum(n), 0) FROM daily_counts WHERE count_name = 'civil_filings'"


def _filings(build: Build) -> int:
    [(n,)] = build.cursor().execute(_FILINGS).fetchall()
    return int(n)


def test_a_trial_shows_a_draft_that_readers_do_not_see(desk: Desk, files: Path):
    begin(desk, townships_file(files), cases_file(files, MARCH))
    batch = draft(desk, cases_file(files, [a_case(11, date(2025, 4, 2)), a_case(12, date(2025, 4, 3))], "四月.csv"))
    before = build_in_force(desk.home)
    with trial_build(desk.home, desk.counts, add=[batch], now=NOW) as build:
        assert _filings(build) == 6
        assert sum(filings(desk).values()) == 4
    assert build_in_force(desk.home) is before
    assert [one.name for one in desk.home.spool.iterdir()] == []


def test_a_trial_without_an_import_is_what_undo_will_make(desk: Desk, files: Path):
    begin(desk, townships_file(files), cases_file(files, MARCH))
    batch = load(desk, cases_file(files, [a_case(11, date(2025, 4, 2))], "四月.csv"))[0].batch
    with trial_build(desk.home, desk.counts, drop=[batch], now=NOW) as build:
        tried = build.cursor().execute("SELECT * FROM daily_counts ORDER BY ALL").fetchall()
    desk.undo(batch, by="测试", now=NOW)
    undone = build_in_force(desk.home).cursor().execute("SELECT * FROM daily_counts ORDER BY ALL").fetchall()
    assert tried == undone


def test_another_definition_can_be_tried(desk: Desk, files: Path):
    load(desk, townships_file(files), population_file(files), cases_file(files, MARCH))
    without = replace(Definition(), excluded_causes=("民间借贷纠纷",))
    with trial_build(desk.home, desk.counts, definition=without, now=NOW) as build:
        assert build.definition == without
        assert _filings(build) == 0


@pytest.mark.parametrize("batch", [1, 99])
def test_only_what_is_not_in_force_can_be_added(desk: Desk, files: Path, batch: int):
    load(desk, cases_file(files, MARCH))
    with pytest.raises(Refused) as refused, trial_build(desk.home, desk.counts, add=[batch], now=NOW):
        pass
    assert refused.value.code == "no_such_draft"


def test_rows_that_vanish_meanwhile_are_a_sentence_and_leave_nothing(desk: Desk, files: Path):
    batch = draft(desk, cases_file(files, MARCH))
    desk.home.rows_file("cases", batch).unlink()
    with pytest.raises(Refused) as refused, trial_build(desk.home, desk.counts, add=[batch], now=NOW):
        pass
    assert refused.value.code == "trial_failed"
    assert list(desk.home.spool.iterdir()) == []


def _die_within_a_trial(root: Path) -> None:
    desk = Desk(root, counts())
    with trial_build(desk.home, desk.counts, now=NOW):
        os.kill(os.getpid(), signal.SIGKILL)


def test_what_a_killed_trial_left_goes_with_the_next_one_and_a_living_one_stays(desk: Desk, files: Path):
    load(desk, cases_file(files, MARCH))
    dead = multiprocessing.get_context("spawn").Process(target=_die_within_a_trial, args=(desk.home.root,))
    dead.start()
    dead.join()
    assert dead.exitcode == -signal.SIGKILL
    left = set(desk.home.spool.glob("trial-*"))
    assert left
    with trial_build(desk.home, desk.counts, now=NOW) as first:
        assert not left & set(desk.home.spool.glob("trial-*"))
        with trial_build(desk.home, desk.counts, now=NOW):
            assert first.path.exists()
            assert _filings(first) == 4
