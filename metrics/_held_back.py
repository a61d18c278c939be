"""Which cells of a table must be held back beside what its margins tell: by exact flows, for several spans at once.

The tables are of the same lines × areas over spans that share no day. What is held back is held back in all of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from metrics._freedom import Cells, Flags, freedom


@dataclass(frozen=True)
class Stretch:
    """Days that one number tells of a cell that is printed; `parts` are shorter spans of which the sums are printed."""

    parts: tuple[Cells, ...]
    small: Flags
    """Cells whose number over the whole stretch must stay open."""
    least: tuple[Cells, ...]
    """By part what everybody knows of a cell that is held back."""

    @property
    def whole(self) -> Cells:
        """The parts added up."""
        return np.sum(self.parts, axis=0)

    def open_for(self, held: Flags, at: tuple[int, int], enough: int) -> int:
        """Other values that the cell may have over the stretch, counted up to `enough`."""
        nobody_knows = held.all(axis=0)
        found = 0
        for n, least in zip(self.parts, self.least, strict=True):
            if found < enough:
                found += freedom(n, held, np.where(nobody_knows, 0, least), at, enough - found)
        return found


def hold_back(stretches: Sequence[Stretch], hidden: Flags, room: int) -> tuple[Flags, Flags]:
    """Cells to hold back, beginning with `hidden`, and those small ones that have less than `room` other values left.

    Of what falls short as much is left open as holding back every cell would.
    """
    held = hidden.copy()
    for one in stretches:
        held |= one.small
    short = np.zeros_like(held)
    everything = np.ones_like(held)
    for one in stretches:
        for row, column in np.argwhere(one.small):
            at = int(row), int(column)
            wanted = one.open_for(everything, at, room)
            short[at] |= wanted < room
            while one.open_for(held, at, wanted) < wanted:
                if not _one_more(one.whole, held, at, wanted):
                    held[:, column] = True
                    break
    return held, short


def _one_more(n: Cells, held: Flags, at: tuple[int, int], room: int) -> bool:
    """Hold back one further cell where it is missing most; False when there is none left."""
    row, column = at
    open_ = ~held & (n > 0)
    of_column, of_row = held[:, column].copy(), held[row].copy()
    of_column[row] = of_row[column] = False
    down, along, corners = np.zeros_like(held), np.zeros_like(held), of_column[:, None] & of_row[None, :]
    down[:, column], along[row] = True, True
    lacks_down = bool(n[:, column][of_column].sum() < room)
    lacks_along = bool(n[row][of_row].sum() < room)
    for may in ([down] if lacks_down else []) + ([along] if lacks_along else []) + [corners, down, along]:
        if (open_ & may).any():
            held[_best(n, open_ & may, room)] = True
            return True
    return False


def _best(n: Cells, may: Flags, room: int) -> tuple[int, int]:
    """The smallest number that is enough by itself, else the greatest."""
    enough = may & (n > room)
    at = np.where(enough, n, np.iinfo(np.int64).max).argmin() if enough.any() else np.where(may, n, -1).argmax()
    row, column = np.unravel_index(int(at), n.shape)
    return int(row), int(column)
