from datetime import date
from pathlib import Path

import pytest

from data.build.publish import is_current
from data.desk import Desk
from data.refusal import Refused
from data.store.coverage import correct_coverage
from data.store.imports import Span
from tests.data.exports import cases_file
from tests.data.loading import MARCH, NOW, load

TODAY = date(2026, 2, 3)


@pytest.fixture
def batch(desk: Desk, files: Path) -> int:
    return load(desk, cases_file(files, MARCH))[0].batch


def covers(start: str, end: str) -> list[Span]:
    return [Span("cases", None, start, end, False)]


def test_a_corrected_period_is_stated_and_kept_with_who_and_when(desk: Desk, batch: int):
    correct_coverage(desk.home.state, batch, covers("2025-01-01", "2025-03-31"), at=NOW, by="甲", today=TODAY)
    [record] = desk.imports()
    assert record.coverage == (Span("cases", None, "2025-01-01", "2025-03-31", True),)
    assert record.hints["coverage_corrected"] == {"at": NOW.isoformat(), "by": "甲"}
    assert "titles" in record.hints


def test_the_next_build_covers_what_was_corrected(desk: Desk, batch: int):
    from data.store.builds import build_in_force

    correct_coverage(desk.home.state, batch, covers("2025-01-01", "2025-03-31"), at=NOW, by="甲", today=TODAY)
    desk.rebuild(why="coverage", now=NOW)
    rows = build_in_force(desk.home).cursor().execute("SELECT covers_start, covers_end FROM coverage").fetchall()
    assert rows == [(date(2025, 1, 1), date(2025, 3, 31))]


def test_a_correction_whose_build_was_never_made_is_made_by_the_next_load(desk: Desk, files: Path, batch: int):
    assert is_current(desk.home, desk.counts)
    correct_coverage(desk.home.state, batch, covers("2025-01-01", "2025-03-31"), at=NOW, by="甲", today=TODAY)
    assert not is_current(desk.home, desk.counts)
    load(desk, cases_file(files, MARCH))
    assert is_current(desk.home, desk.counts)


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [("2025-04-01", "2025-03-31", "coverage_backwards"), ("2025-03-01", "2026-02-04", "coverage_ahead")],
)
def test_what_is_no_period_is_refused_and_nothing_is_written(desk: Desk, batch: int, start: str, end: str, code: str):
    before = desk.imports()
    with pytest.raises(Refused) as refused:
        correct_coverage(desk.home.state, batch, covers(start, end), at=NOW, by="甲", today=TODAY)
    assert refused.value.code == code
    assert desk.imports() == before


def test_an_import_that_is_not_there_cannot_be_corrected(desk: Desk, batch: int):
    with pytest.raises(Refused) as refused:
        correct_coverage(desk.home.state, 99, covers("2025-03-01", "2025-03-31"), at=NOW, by="甲", today=TODAY)
    assert refused.value.code == "not_in_force"
