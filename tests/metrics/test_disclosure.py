"""Small groups of people cannot be worked out from what is printed."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from data.definition import Definition
from metrics._disclosure import MERGED, hidden_causes, protect, protect_causes, protected_among
from metrics._facts import CauseCount

SMALLEST = 5
COUNTS = st.integers(0, 12) | st.sampled_from([0, 1, 2, 4, 5, 60])
COLUMN = st.lists(st.tuples(COUNTS, st.booleans()), min_size=1, max_size=7)
GRID = st.integers(1, 5).flatmap(
    lambda wide: st.lists(
        st.tuples(st.lists(COUNTS, min_size=wide, max_size=wide), st.booleans()), min_size=1, max_size=5
    )
)


def possible(cells: np.ndarray, hidden: np.ndarray, at: tuple[int, int], *, rows: bool) -> int:
    """How many values a hidden cell may have for somebody who adds and subtracts what is printed (linear programs)."""
    places = [tuple(one) for one in np.argwhere(hidden)]
    lines = [[place[1] == column for place in places] for column in range(cells.shape[1])]
    sums = list((cells * hidden).sum(axis=0))
    if rows:
        lines += [[place[0] == row for place in places] for row in range(cells.shape[0])]
        sums += list((cells * hidden).sum(axis=1))
    wanted = np.array([place == at for place in places], dtype=float)
    # A line that is hidden to its last cell may hold zeros; otherwise zeros are always printed.
    bounds = [(min(1, cells[place]), None) for place in places]
    ends = [linprog(sign * wanted, A_eq=np.array(lines, float), b_eq=sums, bounds=bounds).fun for sign in (1, -1)]
    return round(-ends[1] - ends[0]) + 1


@settings(max_examples=80, deadline=None, derandomize=True)
@given(COLUMN)
@example([(1, True), (1, True), (9, False)])
@example([(4, True), (1, False), (5, True)])
def test_beside_a_total_a_small_count_of_a_protected_cause_stays_as_open_as_1_to_4(column):
    cells = np.array([[n] for n, _ in column])
    is_protected = [one for _, one in column]
    hidden = protect(cells.tolist(), is_protected, SMALLEST)
    for (row, _), n in np.ndenumerate(cells):
        if is_protected[row] and 0 < n < SMALLEST:
            assert hidden[row, 0]
            assert hidden.all() or possible(cells, hidden, (row, 0), rows=False) >= SMALLEST - 1
    assert hidden.any() == any(is_protected[row] and 0 < cells[row, 0] < SMALLEST for row in range(len(column)))


@settings(max_examples=50, deadline=None, derandomize=True)
@given(GRID)
@example([([2, 9], True), ([9, 9], False)])
def test_with_both_margins_printed_no_small_count_can_be_worked_out(grid):
    cells = np.array([row for row, _ in grid])
    is_protected = [one for _, one in grid]
    hidden = protect(cells.tolist(), is_protected, SMALLEST, has_row_totals=True)
    for at, n in np.ndenumerate(cells):
        if is_protected[at[0]] and 0 < n < SMALLEST:
            assert hidden[at]
            assert hidden.all() or possible(cells, hidden, at, rows=True) >= SMALLEST - 1
    if not hidden.all():
        assert all(line.sum() != 1 for line in (*hidden, *hidden.T))


def test_zero_and_five_are_shown_and_so_is_everything_that_is_not_protected():
    assert protect([[0], [5], [3]], [True, True, False]).tolist() == [[False], [False], [False]]


def test_one_hidden_count_takes_the_smallest_that_is_enough_with_it():
    hidden = protect([[3], [40], [6], [1], [0]], [True, True, False, False, False])
    assert hidden[:, 0].tolist() == [True, False, True, False, False]


def test_without_totals_only_the_small_counts_are_held_back():
    hidden = protect([[3], [40]], [True, True], has_column_totals=False)
    assert hidden[:, 0].tolist() == [True, False]


def test_totals_of_rows_alone_hide_along_the_row():
    hidden = protect([[3, 8, 30], [3, 8, 30]], [True, False], has_column_totals=False, has_row_totals=True)
    assert hidden.tolist() == [[True, True, False], [False, False, False]]


def test_the_branch_of_families_is_protected_by_default_and_so_are_old_names():
    causes = (
        "离婚纠纷",
        "婚约财产纠纷",
        "法定继承纠纷",
        "性骚扰损害责任纠纷",
        "民间借贷纠纷",
        "生命权、身体权、健康权纠纷",
    )
    assert protected_among(causes, Definition()) == set(causes[:4])


CAUSES = [
    CauseCount("民间借贷纠纷", 30, 22),
    CauseCount("离婚纠纷", 12, 3),
    CauseCount("买卖合同纠纷", 9, 8),
    CauseCount("抚养纠纷", 2, 0),
]


def test_a_township_s_hidden_causes_stand_in_one_line_and_the_sums_stay():
    shown = protect_causes(CAUSES, Definition(), "甲镇")
    assert [one.cause for one in shown] == ["民间借贷纠纷", MERGED]
    assert shown[1] == CauseCount(MERGED, 23, 11)
    assert sum(one.n for one in shown) == sum(one.n for one in CAUSES)
    assert sum(one.base_n for one in shown) == sum(one.base_n for one in CAUSES)


@pytest.mark.parametrize("area", ["county", "outside", "unassigned"])
def test_areas_where_nobody_knows_one_another_show_every_cause(area):
    assert protect_causes(CAUSES, Definition(), area) == CAUSES


def test_the_definition_decides_which_causes_and_how_few():
    assert hidden_causes(CAUSES, replace(Definition(), smallest_shown_count=1)) == frozenset()
    assert hidden_causes(CAUSES, replace(Definition(), protected_causes=())) == frozenset()
    assert "买卖合同纠纷" in hidden_causes(
        CAUSES, replace(Definition(), protected_causes=("合同纠纷",), smallest_shown_count=9)
    )


def test_a_township_without_cases_has_nothing_to_hide():
    assert protect_causes([], Definition(), "甲镇") == []
