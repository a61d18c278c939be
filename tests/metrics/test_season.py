"""Shares of the year: eleven periods, the Spring Festival's two months being one."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from metrics._season import elapsed_share, merge_spring, seasonal_shares, splits_spring

YEAR = [40, 20, 50, 50, 50, 50, 50, 50, 50, 50, 50, 90]


def test_january_and_february_are_one_period():
    assert merge_spring(YEAR).tolist() == [60, *YEAR[2:]]
    moved = [20, 40, *YEAR[2:]]
    np.testing.assert_array_equal(seasonal_shares([moved]), seasonal_shares([YEAR]))


@pytest.mark.parametrize(
    ("start", "end", "is_split"),
    [
        ((2026, 1, 1), (2026, 1, 31), True),
        ((2025, 12, 1), (2026, 1, 31), True),
        ((2026, 2, 1), (2026, 4, 30), True),
        ((2026, 1, 1), (2026, 2, 10), False),
        ((2025, 2, 1), (2026, 1, 31), False),
        ((2026, 3, 1), (2026, 12, 31), False),
        ((2024, 1, 1), (2026, 1, 31), False),
    ],
)
def test_the_spring_festival_is_split_where_one_of_its_two_months_is_missing(start, end, is_split):
    assert splits_spring(date(*start), date(*end)) is is_split


def test_shares_are_pooled_over_townships_and_leave_out_unfinished_years():
    shares = seasonal_shares([YEAR, [0] * 12, [*YEAR[:11], np.nan]])
    np.testing.assert_allclose(shares, np.array([60, *YEAR[2:]]) / 600)


def test_elapsed_shares_worked_by_hand():
    shares = seasonal_shares([YEAR])
    found = [elapsed_share(shares, months, spring_part=0.6) for months in (0, 1, 2, 3, 11, 12)]
    np.testing.assert_allclose(found, [0, 0.06, 0.1, 110 / 600, 510 / 600, 1])
    assert found[-1] == 1


@given(arrays(np.float64, (4, 12), elements=st.integers(0, 500)))
def test_shares_sum_to_1_and_the_year_only_grows(table):
    shares = seasonal_shares(table)
    assert shares.sum() == pytest.approx(1)
    elapsed = [elapsed_share(shares, months) for months in range(13)]
    assert (np.diff(elapsed) >= -1e-12).all()


def test_without_a_case_every_month_counts_alike():
    np.testing.assert_allclose(seasonal_shares([[0] * 12]), [2 / 12] + [1 / 12] * 10)


def test_other_calendars_are_refused():
    with pytest.raises(ValueError, match="twelve"):
        seasonal_shares([[1] * 11])
    for closed, part in ((13, 0.5), (-1, 0.5), (1, 1.2)):
        with pytest.raises(ValueError, match="closed months"):
            elapsed_share(seasonal_shares([YEAR]), closed, part)
    with pytest.raises(ValueError, match="eleven"):
        elapsed_share([0.5, 0.5], 1)
