"""The accounts of a month of a county on one page; every number is counted from its rows."""

from dataclasses import replace

import pytest

from metrics._reconciliation import Account, accounts
from tests.metrics.month_county import month_review


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    return month_review(tmp_path_factory.mktemp("build"))


def of(found, label: str, is_month: bool) -> Account:
    [one] = [one for one in found if one.label == label and one.is_month == is_month]
    return one


def test_townships_outside_and_unassigned_are_the_rows_and_what_is_printed(told):
    found = accounts(told)
    label = "新收一审民商事案件"
    assert of(found, label, True) == Account(True, label, "件", 5, 1, 0, 6, 6, 6)
    assert of(found, label, False) == Account(False, label, "件", 9, 1, 2, 12, 12, 12)
    assert all(one.adds_up for one in found)


def test_every_ledger_that_came_has_its_counts(told):
    labels = {one.label for one in accounts(told)}
    assert {"新收一审民商事案件", "新收一审行政案件", "人民调解受理数"} <= labels
    assert "人口数" not in labels


def test_a_count_that_the_notice_does_not_print_is_held_against_its_rows_alone(told):
    one = of(accounts(told), "新收一审行政案件", True)
    assert (one.printed, one.printed_areas, one.adds_up) == (None, None, True)


def test_a_printed_number_that_differs_is_found(told):
    wrong = tuple(replace(one, numerator=one.numerator + 7) for one in told.figures_of_month)
    one = of(accounts(replace(told, figures_of_month=wrong)), "新收一审民商事案件", True)
    assert (one.parts, one.off_rows, one.off_printed, one.off_areas, one.adds_up) == (6, 0, 7, 28, False)
