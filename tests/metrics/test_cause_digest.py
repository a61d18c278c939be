"""The digest of filings by cause: another count is another digest, another order is not."""

from dataclasses import replace

from metrics._cause_digest import cause_digest
from tests.reports.bulletin.counties import hand_worked, told


def test_another_count_of_one_cause_in_one_place_is_another_digest():
    moved = told(hand_worked()).moved
    first, *others = moved.cells
    assert cause_digest(replace(moved, cells=(*others, first))) == cause_digest(moved)
    assert cause_digest(replace(moved, cells=(first._replace(n=first.n + 1), *others))) != cause_digest(moved)


def test_a_notice_that_is_not_about_filings_is_not_held_to_their_causes():
    assert told(hand_worked()).cause_digest is not None
    assert replace(told(hand_worked()), metrics=()).cause_digest is None
