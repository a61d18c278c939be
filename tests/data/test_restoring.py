"""Undo of an undo: the import is in force again, at its old place among the others."""

from datetime import date, timedelta

import pytest

from data.build import build
from data.build.checks import BuildBroken
from data.refusal import Refused
from tests.data.exports import a_case, cases_file, townships_file
from tests.data.loading import MARCH, NOW, begin, filings, load, state_of

LATER = NOW + timedelta(days=1)


@pytest.fixture
def undone(desk, files):
    """March (batch 2, undone) and a correction of its first case (batch 3)."""
    begin(desk, townships_file(files), cases_file(files, MARCH))
    load(desk, cases_file(files, [a_case(1, date(2025, 3, 3), "安和县石坪乡")], "b.csv"))
    desk.before = filings(desk)
    desk.undo(2, by="测试", now=NOW)
    return desk


def test_restoring_brings_the_figures_back_and_the_later_correction_still_stands(undone):
    assert filings(undone) == {"石坪乡": 1}
    record = undone.restore(2, by="复核人", now=LATER)
    assert (record.state, record.withdrawn_at, record.published_by) == ("in_force", None, "复核人")
    assert filings(undone) == undone.before


def test_undo_and_restore_may_alternate(undone):
    for _ in range(2):
        undone.restore(2, by="测试", now=NOW)
        undone.undo(2, by="测试", now=NOW)
    assert filings(undone) == {"石坪乡": 1}


@pytest.mark.parametrize("batch", [1, 3, 99])
def test_what_is_not_withdrawn_cannot_be_restored(undone, batch):
    with pytest.raises(Refused, match=f"第{batch}号"):
        undone.restore(batch, by="测试", now=NOW)


def test_an_import_whose_bytes_were_loaded_again_is_not_restored_beside_them(undone, files):
    again = load(undone, cases_file(files, MARCH))[0]
    assert again.batch == 4
    with pytest.raises(Refused, match="第4号"):
        undone.restore(2, by="测试", now=NOW)


def test_a_restored_import_whose_build_fails_stays_withdrawn(undone, monkeypatch):
    before = filings(undone)

    def fail(*_):
        raise BuildBroken("planted")

    monkeypatch.setattr(build, "check_build", fail)
    with pytest.raises(Refused, match="未恢复"):
        undone.restore(2, by="测试", now=NOW)
    assert (state_of(undone, 2), filings(undone)) == ("withdrawn", before)
