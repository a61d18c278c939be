"""How many values a number that is not printed may still have, for somebody who adds and subtracts what is.

A table of whole numbers whose sums of rows and columns are printed, and of which some cells are not: the unprinted ones
can only change along closed paths that take from one cell what they give to the next (network flow), so the question
has an exact answer, found path by path.
"""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Cells = NDArray[np.int64]
Flags = NDArray[np.bool_]


def freedom(spare: Cells, hidden: Flags, at: tuple[int, int], enough: int) -> int:
    """Other values than its own that a hidden cell may have, counted up to `enough`.

    `spare` is the number of every cell less what everybody knows a hidden one to be at the least.
    """
    up = _moved(spare, hidden, at, enough, is_up=True)
    below = min(int(spare[at]), enough - up)
    return up + (_moved(spare, hidden, at, below, is_up=False) if below else 0)


def by_rectangles(spare: Cells, hidden: Flags) -> Cells:
    """Of all hidden cells at once: other values that they surely may have, one up and one down at the most.

    Closed paths over four cells alone, so `freedom` may find more.
    """
    takes = (hidden & (spare > 0)).astype(np.float64)
    gives = hidden.astype(np.float64)
    shared = takes @ gives.T
    np.fill_diagonal(shared, 0)
    corners = takes.sum(axis=0) - takes
    up = gives * (shared @ takes - takes * corners) > 0
    down = takes * (shared.T @ gives - gives * corners) > 0
    return up.astype(np.int64) + down


def when_all_is_hidden(spare: Cells) -> Cells:
    """What `freedom` finds of every cell of a table of which only the sums are printed, without an end.

    Every rectangle is open, so nothing binds but what the rest of its row and column can spare, or what all cells
    beside them can.
    """
    row = spare.sum(axis=1, keepdims=True) - spare
    column = spare.sum(axis=0, keepdims=True) - spare
    rest = spare.sum() - row - column - spare
    return np.minimum(row, column) + np.minimum(spare, rest)


def _moved(spare: Cells, hidden: Flags, at: tuple[int, int], most: int, *, is_up: bool) -> int:
    """How far the cell can be moved, at most `most`: other cells of its row and column take up the difference."""
    row, column = at
    takes, gives = np.where(hidden, spare, 0), hidden.copy()
    takes[at], gives[at] = 0, False
    rows = len(hidden)
    start, goal = (rows + column, row) if is_up else (row, rows + column)
    moved = 0
    while moved < most:
        path = _path(takes, gives, start, goal)
        if path is None:
            break
        cells = [(b, a - rows, True) if a >= rows else (a, b - rows, False) for a, b in pairwise(path)]
        step = min([most - moved, *(int(takes[i, j]) for i, j, is_taken in cells if is_taken)])
        for i, j, is_taken in cells:
            takes[i, j] += -step if is_taken else step
        moved += step
    return moved


def _path(takes: Cells, gives: Flags, start: int, goal: int) -> list[int] | None:
    """From a row (0…) to a column (after the rows) or back: a column takes from a cell, a row gives to one.

    All nodes of one distance go on together.
    """
    rows = len(gives)
    before = np.full(sum(gives.shape), -1)
    before[start] = start
    queue = np.array([start])
    while queue.size and before[goal] < 0:
        is_row = queue[0] < rows
        near, first = (gives[queue], rows) if is_row else (takes[:, queue - rows].T > 0, 0)
        other = before[first : first + near.shape[1]]
        new = np.flatnonzero(near.any(axis=0) & (other < 0))
        other[new] = queue[near[:, new].argmax(axis=0)]
        queue = new + first
    return _back(before.tolist(), goal) if before[goal] >= 0 else None


def _back(before: list[int], node: int) -> list[int]:
    path = [node]
    while before[node] != node:
        node = before[node]
        path.append(node)
    return path[::-1]
