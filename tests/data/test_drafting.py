"""Drafts: read and kept, seen by no figure, published later, given up; and what they say of themselves."""

from datetime import date, timedelta

import pytest

from data.build import build
from data.build.checks import BuildBroken
from data.desk import Desk, Span
from data.refusal import Refused
from data.store.builds import current_number
from data.taught import Taught, TaughtLayout
from metrics import counts
from tests.data.exports import a_case, cases_file, civil, townships_file
from tests.data.loading import MARCH, NOW, begin, draft, filings, load, state_of

LATER = NOW + timedelta(days=1)


@pytest.fixture
def loaded(desk, files):
    begin(desk, townships_file(files), cases_file(files, MARCH))
    return desk


@pytest.fixture
def april(files):
    rows = [a_case(1, date(2025, 3, 3), "安和县石坪乡"), a_case(9, date(2025, 4, 2))]
    return cases_file(files, rows, "四月.csv")


def test_a_draft_changes_no_figure_and_makes_no_build(loaded, april):
    before, number = filings(loaded), current_number(loaded.home)
    receipt = draft(loaded, april)[0]
    assert (receipt.rows_added, receipt.rows_changed) == (1, 1)
    assert state_of(loaded, receipt.batch) == "draft"
    assert (filings(loaded), current_number(loaded.home)) == (before, number)


def test_drafts_survive_everything_that_others_do_meanwhile(loaded, april, files):
    batch = draft(loaded, april)[0].batch
    other = load(loaded, cases_file(files, [a_case(20, date(2025, 4, 4))], "b.csv"))[0]
    loaded.undo(other.batch, by="测试", now=NOW)
    assert loaded.refresh(now=NOW) is False
    assert state_of(Desk(loaded.home.root, counts()), batch) == "draft"
    assert loaded.publish([batch], by="测试", now=NOW)[0].rows_added == 1


def test_publishing_a_draft_gives_the_figures_of_loading_it(loaded, april, tmp_path, files):
    batch = draft(loaded, april)[0].batch
    loaded.publish([batch], by="复核人", now=LATER)
    straight = Desk(tmp_path / "other", counts())
    load(straight, townships_file(files), cases_file(files, MARCH))
    load(straight, april)
    assert filings(loaded) == filings(straight)
    record = next(one for one in loaded.imports() if one.batch == batch)
    assert (record.state, record.published_by, record.published_at) == ("in_force", "复核人", LATER)
    assert (record.imported_by, record.imported_at) == ("测试", NOW)


def test_a_published_draft_is_counted_against_what_is_in_force_by_then(loaded, april, files):
    first = draft(loaded, april)[0]
    assert (first.rows_added, first.rows_changed) == (1, 1)
    load(loaded, cases_file(files, [a_case(9, date(2025, 4, 2))], "b.csv"))
    receipt = loaded.publish([first.batch], by="测试", now=NOW)[0]
    assert (receipt.rows_added, receipt.rows_changed, receipt.rows_unchanged) == (0, 1, 1)
    assert receipt.adds_up
    assert (receipt.unassigned, receipt.outside) == (0, 0)
    kept = next(one for one in loaded.imports() if one.batch == first.batch).receipts
    assert [one.to_json() for one in kept] == [receipt.to_json()]


def test_nobody_knows_of_a_draft_how_many_of_its_rows_lie_nowhere(loaded, april):
    [receipt] = draft(loaded, april)
    assert (receipt.unassigned, receipt.outside) == (None, None)
    [published] = loaded.publish([receipt.batch], by="测试", now=NOW)
    assert (published.unassigned, published.outside) == (0, 0)


def test_of_two_drafts_published_together_with_the_same_row_one_adds_it(loaded, files):
    rows = [a_case(9, date(2025, 4, 2)), a_case(10, date(2025, 4, 2))]
    one, two = cases_file(files, rows[:1], "b.csv"), cases_file(files, rows, "c.csv")
    batches = [draft(loaded, path)[0].batch for path in (one, two)]
    number = current_number(loaded.home)
    receipts = loaded.publish(batches, by="测试", now=NOW)
    assert [(r.rows_added, r.rows_unchanged) for r in receipts] == [(1, 0), (1, 1)]
    assert current_number(loaded.home) == number + 1


def test_a_discarded_draft_leaves_no_rows(loaded, april):
    batch = draft(loaded, april)[0].batch
    assert loaded.home.rows_file("cases", batch).exists()
    record = loaded.discard(batch, by="测试", now=LATER)
    assert (record.state, record.withdrawn_by) == ("abandoned", "测试")
    assert not loaded.home.rows_file("cases", batch).exists()
    assert batch not in [one.batch for one in loaded.imports()]


@pytest.mark.parametrize("act", ["publish", "discard", "change_draft"])
def test_what_is_no_draft_is_left_alone(loaded, act):
    acts = {
        "publish": lambda: loaded.publish([2], by="测试", now=NOW),
        "discard": lambda: loaded.discard(2, by="测试", now=NOW),
        "change_draft": lambda: loaded.change_draft(2, exported_on="2025-01-01"),
    }
    with pytest.raises(Refused, match="2"):
        acts[act]()
    assert state_of(loaded, 2) == "in_force"


def test_one_wrong_number_publishes_nothing(loaded, april):
    batch = draft(loaded, april)[0].batch
    with pytest.raises(Refused, match="77"):
        loaded.publish([batch, 77], by="测试", now=NOW)
    assert state_of(loaded, batch) == "draft"


def test_a_draft_whose_build_fails_stays_a_draft(loaded, april, monkeypatch):
    batch = draft(loaded, april)[0].batch
    before = filings(loaded)

    def fail(*_):
        raise BuildBroken("planted")

    monkeypatch.setattr(build, "check_build", fail)
    receipt = loaded.publish([batch], by="测试", now=NOW)[0]
    assert receipt.error_code == "build_check_failed"
    assert "草稿" in receipt.error
    assert (state_of(loaded, batch), filings(loaded)) == ("draft", before)
    monkeypatch.undo()
    assert loaded.publish([batch], by="测试", now=NOW)[0].error_code is None


def test_a_draft_whose_rows_are_gone_is_not_published_as_an_empty_one(loaded, april):
    batch = draft(loaded, april)[0].batch
    loaded.home.rows_file("cases", batch).unlink()
    assert loaded.publish([batch], by="测试", now=NOW)[0].error_code == "build_check_failed"
    assert state_of(loaded, batch) == "draft"


def test_the_same_file_drafted_twice_is_one_draft(loaded, april):
    first = draft(loaded, april)[0]
    again = draft(loaded, april)[0]
    assert (again.batch, again.rows_added, again.first_imported_at is not None) == (first.batch, 0, True)


def test_a_draft_of_what_is_in_force_is_a_repeat(loaded, files):
    again = draft(loaded, cases_file(files, MARCH))[0]
    assert (again.batch, again.rows_unchanged) == (2, 5)


def test_loading_the_bytes_of_a_draft_publishes_the_draft(loaded, april):
    batch = draft(loaded, april)[0].batch
    receipt = load(loaded, april)[0]
    assert (receipt.batch, receipt.rows_added, receipt.first_imported_at) == (batch, 1, None)
    assert state_of(loaded, batch) == "in_force"


def test_bytes_read_before_something_was_taught_are_read_anew(loaded, files, monkeypatch):
    taught = Taught((TaughtLayout("other headers", "某表", "cases"),))
    monkeypatch.setattr(Desk, "taught", lambda desk: taught)
    receipt = load(loaded, cases_file(files, MARCH))[0]
    assert (receipt.batch, receipt.first_imported_at, receipt.rows_unchanged) == (3, None, 5)
    assert load(loaded, cases_file(files, MARCH))[0].batch == 3


def test_a_drafts_export_date_decides_what_wins_once_it_is_published(loaded, files):
    batch = draft(loaded, cases_file(files, [a_case(1, date(2025, 3, 3), "安和县石坪乡")], "b.csv"))[0].batch
    loaded.change_draft(batch, exported_on="2025-12-31")
    receipt = loaded.publish([batch], by="测试", now=NOW)[0]
    assert [p.code for p in receipt.problems if p.severity == "warning"] == ["older_export"]
    assert filings(loaded)["柳河镇"] == 1


def test_a_draft_can_be_told_which_periods_it_replaces(loaded, files):
    batch = draft(loaded, cases_file(files, [a_case(9, date(2025, 4, 2))], "b.csv"))[0].batch
    loaded.change_draft(batch, replaces=[Span("cases", None, "2025-03-01", "2025-03-27", True)])
    receipt = loaded.publish([batch], by="测试", now=NOW)[0]
    assert receipt.rows_retracted == 2
    assert filings(loaded) == {"outside": 1, "unassigned": 1, "柳河镇": 1}
    loaded.undo(batch, by="测试", now=NOW)
    assert sum(filings(loaded).values()) == 4


@pytest.mark.parametrize("day", ["2026-02-04", "昨天", "2026-02-30"])
def test_an_export_date_that_cannot_be_is_refused(loaded, april, day):
    batch = draft(loaded, april)[0].batch
    with pytest.raises(Refused):
        loaded.change_draft(batch, exported_on=day)
    with pytest.raises(Refused):
        load(loaded, april, exported_on=day)


def test_a_rebuild_makes_a_new_build_with_the_same_figures(loaded):
    before, number = filings(loaded), current_number(loaded.home)
    assert loaded.rebuild(why="words", now=NOW) == number + 1 == current_number(loaded.home)
    assert filings(loaded) == before


def test_the_rows_of_a_file_with_a_conflict_are_kept_in_the_draft(loaded, files):
    twice = [(civil(30), "2025-04-01", "", "", ""), (civil(30), "2025-04-02", "", "", ""), a_case(31, date(2025, 4, 3))]
    receipt = draft(loaded, cases_file(files, twice, "b.csv"))[0]
    assert (receipt.rows_set_aside, receipt.rows_added) == (2, 1)
    published = loaded.publish([receipt.batch], by="测试", now=NOW)[0]
    assert (published.rows_set_aside, published.rows_added) == (2, 1)
    assert published.adds_up
