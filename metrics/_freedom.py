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


def freedom(n: Cells, hidden: Flags, least: Cells, at: tuple[int, int], enough: int) -> int:
    """Other values than its own that a hidden cell may have, counted up to `enough`.

    `least` is what everybody knows a hidden cell to be at the least.
    """
    up = _moved(n - least, hidden, at, enough, is_up=True)
    if up >= enough:
        return enough
    below = int(n[at] - least[at])
    return up + (_moved(n - least, hidden, at, min(below, enough - up), is_up=False) if below else 0)


def by_rectangles(spare: Cells, hidden: Flags) -> Cells:
    """Of all hidden cells at once: other values that they surely may have, one up and one down at the most.

    Closed paths over four cells alone, so `freedom` may find more. `spare` is the number less what it is at the least.
    """
    takes = (hidden & (spare > 0)).astype(np.float64)
    gives = hidden.astype(np.float64)
    shared = takes @ gives.T
    np.fill_diagonal(shared, 0)
    corners = takes.sum(axis=0) - takes
    up = gives * (shared @ takes - takes * corners) > 0
    down = takes * (shared.T @ gives - gives * corners) > 0
    return up.astype(np.int64) + down


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
    """From a row (0…) to a column (after the rows) or back: a column takes from a cell, a row gives to one."""
    rows = len(gives)
    before = {start: start}
    queue = [start]
    for node in queue:
        near = np.flatnonzero(gives[node]) + rows if node < rows else np.flatnonzero(takes[:, node - rows])
        for one in near.tolist():
            if one in before:
                continue
            before[one] = node
            if one == goal:
                return _back(before, goal)
            queue.append(one)
    return None


def _back(before: dict[int, int], node: int) -> list[int]:
    path = [node]
    while before[node] != node:
        node = before[node]
        path.append(node)
    return path[::-1]
