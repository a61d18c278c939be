"""How open an unprinted number is, worked out by hand on tables of a few cells."""

import numpy as np
import pytest

from metrics._freedom import by_rectangles, freedom, when_all_is_hidden
from metrics._held_back import Stretch, hold_back

MANY = 99


def open_(n, hidden, at, least=None, enough=MANY):
    n = np.array(n)
    least = np.zeros_like(n) if least is None else np.array(least)
    return freedom(n - least, np.array(hidden, dtype=bool), at, enough)


def test_alone_in_its_row_or_column_a_number_is_known():
    assert open_([[3, 9], [9, 9]], [[1, 0], [0, 0]], (0, 0)) == 0
    assert open_([[3, 9], [9, 9]], [[1, 1], [0, 0]], (0, 0)) == 0


def test_in_a_rectangle_it_moves_as_far_as_the_smallest_corner():
    # Up: 2 (the smaller of the two beside it); down: its own 3.
    assert open_([[3, 2], [5, 9]], [[1, 1], [1, 1]], (0, 0)) == 2 + 3


def test_what_is_known_not_to_be_zero_moves_one_less():
    assert open_([[3, 2], [5, 9]], [[1, 1], [1, 1]], (0, 0), least=[[1, 1], [1, 1]]) == 1 + 2


def test_two_rectangles_that_share_nothing_add_up():
    n = [[1, 1, 1], [5, 5, 0], [5, 0, 5]]
    hidden = [[1, 1, 1], [1, 1, 0], [1, 0, 1]]
    assert open_(n, hidden, (0, 0)) == 2 + 1


def test_a_path_over_three_lines_counts_as_well():
    # No rectangle is hidden whole; the closed path runs over six cells.
    hidden = [[1, 1, 0], [0, 1, 1], [1, 0, 1]]
    assert open_([[4] * 3] * 3, hidden, (0, 0)) == 4 + 4


def test_counting_stops_where_enough_is_known():
    assert open_([[30, 20], [50, 90]], [[1, 1], [1, 1]], (0, 0), enough=3) == 3


def test_rectangles_tell_at_once_what_a_cell_may_have_at_the_least():
    hidden = np.array([[1, 1, 0], [1, 1, 0], [0, 1, 1]], dtype=bool)
    # 3 and 9 may shrink while 2 and 0 grow; the other way round 0 would have to give.
    assert by_rectangles(np.array([[3, 2, 5], [0, 9, 5], [5, 5, 5]]), hidden).tolist() == [
        [1, 1, 0],
        [1, 1, 0],
        [0, 0, 0],
    ]


def test_rectangles_never_tell_more_than_there_is():
    dice, told = np.random.default_rng(5), 0
    for _ in range(60):
        shape = (dice.integers(1, 6), dice.integers(1, 7))
        n, hidden = dice.poisson(1.5, shape).astype(np.int64), dice.random(shape) < 0.6
        surely = by_rectangles(n, hidden)
        assert not surely[~hidden].any()
        for row, column in np.argwhere(hidden).tolist():
            assert surely[row, column] <= freedom(n, hidden, (row, column), 2)
            told += surely[row, column] > 0
    assert told > 100


def test_where_only_sums_are_printed_the_shortcut_tells_what_the_paths_tell():
    dice = np.random.default_rng(7)
    for _ in range(60):
        n = dice.poisson(1, (dice.integers(1, 5), dice.integers(1, 6))).astype(np.int64)
        told = when_all_is_hidden(n)
        everything = np.ones_like(n, dtype=bool)
        assert all(told[at] == freedom(n, everything, at, MANY) for at in np.ndindex(n.shape))


def a_stretch(n, small):
    n = np.array(n)
    return Stretch((n,), np.array(small, dtype=bool), (np.zeros_like(n),))


def test_what_is_held_back_beside_a_small_number_is_what_costs_least():
    one = a_stretch([[1, 8, 50], [6, 9, 50], [70, 90, 50]], [[1, 0, 0], [0, 0, 0], [0, 0, 0]])
    slack = np.array([[0, 0, 1]] * 3, dtype=bool)
    held, short = hold_back([one], slack, 3)
    assert held[:, :2].tolist() == [[True, False], [True, False], [False, False]]
    assert not short.any()


def test_where_the_sum_of_an_area_is_too_small_everything_of_it_is_held_back_and_it_falls_short():
    one = a_stretch([[1, 50], [0, 50]], [[1, 0], [0, 0]])
    held, short = hold_back([one], np.array([[0, 1], [0, 1]], dtype=bool), 3)
    assert held[:, 0].all()
    assert short[0, 0]


@pytest.mark.parametrize("small", [0, 5])
def test_without_a_small_number_nothing_is_held_back(small):
    one = a_stretch([[small, 9], [9, 9]], np.zeros((2, 2)))
    assert not hold_back([one], np.zeros((2, 2), dtype=bool), 3)[0].any()
