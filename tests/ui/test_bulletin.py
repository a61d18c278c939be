"""Which months of 月度通报 can be chosen."""

from datetime import date

from tests.reports.bulletin.counties import hand_worked
from ui.bulletin import covered_months, to_choose

MAY, JUNE, JULY = (date(2026, month, 1) for month in (5, 6, 7))


def test_months_reach_from_the_last_that_is_wholly_covered_back_to_the_first_day_of_any_import():
    """Its ledgers cover the years 2025 and 2026."""
    covered = covered_months(hand_worked())
    assert (covered[0], covered[-1], len(covered)) == (date(2026, 12, 1), date(2025, 1, 1), 24)


def test_an_issued_month_can_be_opened_whatever_became_of_its_ledgers():
    assert to_choose([MAY], [JULY, MAY]) == [JULY, MAY]
    assert to_choose([], [JUNE]) == [JUNE]
    assert to_choose([], []) == []
