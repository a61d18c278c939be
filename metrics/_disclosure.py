"""Small groups of people: which numbers of a printed table must be held back so that nobody can be picked out.

A count of 1 to 4 of a protected cause in one township is not shown (the definition's `protected_causes` and
`smallest_shown_count`); 0 and 5 are. Where totals are printed beside it, further cells are held back, because the total
less the others would give the number away (complementary suppression of statistical offices). A cell is safe when the
printed numbers leave at least as many possibilities for it as "1 to 4" does; hidden cells are known not to be 0.
"""

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from data.definition import Definition
from data.reference.causes import below
from metrics._areas import COUNTY, OUTSIDE, UNASSIGNED
from metrics._facts import CaseRow, CauseCount
from metrics._rows_behind import NO_CAUSE

Cells = NDArray[np.int64]
Flags = NDArray[np.bool_]
MERGED = "其他（含不宜公开的案由）"
NOT_LISTED = "不列"
"""Stands where a case number would."""


def protect(
    counts: Sequence[Sequence[int]],
    is_protected: Sequence[bool],
    smallest: int = 5,
    *,
    has_column_totals: bool = True,
    has_row_totals: bool = False,
) -> Flags:
    """True for every cell of a table (rows × columns, whole numbers from 0) that must not be printed.

    `is_protected` tells the rows whose counts below `smallest` are held back; the two switches tell which margins are
    printed. Where a margin has too little to hide a cell behind, that whole line is hidden; where rows and columns are
    both added up, the whole table. Margins themselves are always printed.
    """
    if not len(is_protected):
        return np.zeros((0, 0), dtype=bool)
    n: Cells = np.asarray(counts, dtype=np.int64).reshape(len(is_protected), -1)
    small = np.asarray(is_protected, dtype=bool)[:, None] & (n > 0) & (n < smallest)
    room = max(smallest - 2, 1)
    if has_column_totals and has_row_totals:
        return _in_rectangles(n, small, room)
    if has_column_totals:
        return _in_columns(n, small, room)
    return _in_columns(n.T, small.T, room).T if has_row_totals else small


def _in_columns(n: Cells, small: Flags, room: int) -> Flags:
    """Hide a further cell of each column whose hidden cells are too few or too small to hide behind one another.

    Of k hidden cells with the sum s, each at least 1, each may be anything from 1 to s - k + 1.
    """
    hidden = small.copy()
    for column in np.flatnonzero(small.any(axis=0)):
        cells, chosen = n[:, column], hidden[:, column]
        while chosen.sum() < 2 or cells[chosen].sum() - chosen.sum() < room:
            more = np.flatnonzero(~chosen & (cells > 0))
            if not more.size:
                chosen[:] = True
                break
            missing = room - (cells[chosen].sum() - chosen.sum())
            enough = [row for row in more if cells[row] - 1 >= missing]
            chosen[min(enough, key=lambda row: cells[row]) if enough else max(more, key=lambda row: cells[row])] = True
    return hidden


def _in_rectangles(n: Cells, small: Flags, room: int) -> Flags:
    """Hide for every small cell a rectangle in which cases can be moved round without a margin noticing.

    Of the rectangles with room enough the one that hides the fewest further cases; none: the whole table.
    """
    hidden = small.copy()
    for row, column in np.argwhere(small):
        across, down = n[row][None, :], n[:, column][:, None]
        up = np.minimum(across, down) - 1
        free = up + np.minimum(n[row, column], n) - 1
        may = (up >= 0) & (n > 0) & (free >= room)
        may[row, :] = may[:, column] = False
        if not may.any():
            return np.ones_like(hidden)
        cost = np.where(hidden, 0, n)
        price = np.where(may, cost[row][None, :] + cost[:, column][:, None] + cost, np.iinfo(np.int64).max)
        row2, column2 = np.unravel_index(int(price.argmin()), price.shape)
        hidden[[row, row2, row2], [column2, column, column2]] = True
    return hidden


def protected_among(causes: Collection[str], definition: Definition) -> frozenset[str]:
    """Those of the causes that the definition protects, by name or by what stands above them in the tree."""
    return frozenset(below(causes, definition.protected_causes))


def is_small_place(area: str) -> bool:
    """True for a township (or tribunal): people there know one another; the county, 辖区外 and 未归属 are none."""
    return area not in (COUNTY, OUTSIDE, UNASSIGNED)


def hidden_causes(counts: Sequence[CauseCount], definition: Definition) -> frozenset[str]:
    """Causes of one township's table that must not stand by themselves, both years' totals being printed below it."""
    protected = protected_among([one.cause for one in counts], definition)
    cells = [(one.n, one.base_n) for one in counts]
    hidden = protect(cells, [one.cause in protected for one in counts], definition.smallest_shown_count)
    return frozenset(one.cause for one, cells in zip(counts, hidden, strict=True) if cells.any())


def protect_causes(counts: Sequence[CauseCount], definition: Definition, area: str) -> list[CauseCount]:
    """The causes of an area as they may be printed: what must be hidden is one line, MERGED, at the end.

    The sums over all lines stay what they were. Areas that are no township come back unchanged.
    """
    hidden = hidden_causes(counts, definition) if is_small_place(area) else frozenset()
    shown = [one for one in counts if one.cause not in hidden]
    apart = [one for one in counts if one.cause in hidden]
    if apart:
        shown.append(CauseCount(MERGED, sum(one.n for one in apart), sum(one.base_n for one in apart)))
    return shown


def mask_cases(rows: Sequence[CaseRow], hidden: Collection[str]) -> list[CaseRow]:
    """Cases of one township without number, cause and course where their cause is hidden; day and source stay."""
    return [
        one._replace(
            case_number=NOT_LISTED, cause=MERGED, procedure=None, status=None, close_method=None, closed_on=None
        )
        if (one.cause or NO_CAUSE) in hidden
        else one
        for one in rows
    ]


def hidden_pairs(counts: Sequence[tuple[str, str, int]], definition: Definition) -> frozenset[tuple[str, str]]:
    """Township and cause of the rows in a list that must not show their cause or number, each township by itself.

    `counts` are township, cause and number of rows; the list tells how many rows it has, so that is its only total.
    """
    protected = protected_among([cause for _, cause, _ in counts], definition)
    of_township: dict[str, list[tuple[str, int]]] = {}
    for township, cause, n in counts:
        if is_small_place(township):
            of_township.setdefault(township, []).append((cause, n))
    found = set()
    for township, rows in of_township.items():
        is_protected = [cause in protected for cause, _ in rows]
        hidden = protect([(n,) for _, n in rows], is_protected, definition.smallest_shown_count)
        found |= {(township, cause) for (cause, _), is_hidden in zip(rows, hidden[:, 0], strict=True) if is_hidden}
    return frozenset(found)
