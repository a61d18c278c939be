"""Which cells of a table must be held back beside what its margins tell: by exact flows, for several spans at once.

The tables are of the same lines × areas over spans that share no day. What is held back is held back in all of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from metrics._freedom import Cells, Flags, by_rectangles, freedom, when_all_is_hidden

_TRIED = 40
"""So many cells of other areas are tried one by one before whole lines are held back."""


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
        found = 0
        for spare in self._spare(held):
            if found < enough:
                found += freedom(spare, held, at, enough - found)
        return found

    def surely_open(self, held: Flags) -> Cells:
        """What `open_for` finds at the least, of all cells at once and much faster."""
        return np.sum([by_rectangles(spare, held) for spare in self._spare(held)], axis=0)

    def most_open(self, enough: int) -> Cells:
        """Of all cells at once, up to `enough`: other values where nothing at all is printed.

        Where those are none, one at the most: then nobody knows any more which cells are not 0.
        """
        pairs = zip(self.parts, self.least, strict=True)
        known = np.sum([when_all_is_hidden(n - least) for n, least in pairs], axis=0)
        blank = np.sum([when_all_is_hidden(n) for n in self.parts], axis=0)
        return np.where(known > 0, np.minimum(known, enough), np.minimum(blank, 1))

    def _spare(self, held: Flags) -> Iterator[Cells]:
        """The parts, less what everybody knows of a cell that is held back."""
        # Of an area without a single printed line nobody knows which cells are 0.
        nobody_knows = held.all(axis=0) & ~held.all()
        for n, least in zip(self.parts, self.least, strict=True):
            yield np.where(nobody_knows, n, n - least)


def hold_back(stretches: Sequence[Stretch], hidden: Flags, room: int) -> tuple[Flags, Flags]:
    """Cells to hold back, beginning with `hidden`, and those small ones that have less than `room` other values left.

    What falls short is left as open as cells that are surely not 0 allow, and never told unless the sums alone tell it.
    """
    held = hidden.copy()
    for one in stretches:
        held |= one.small
    short = np.zeros_like(held)
    for one in stretches:
        most, surely = one.most_open(room), one.surely_open(held)
        for row, column in np.argwhere(one.small):
            at = int(row), int(column)
            wanted = int(most[at])
            short[at] |= wanted < room
            while surely[at] < wanted and (found := one.open_for(held, at, wanted)) < wanted:
                more = _next(one, held, at, wanted, found)
                if not more.any():
                    break
                held |= more
                # The more is held back the opener all of it, until nothing is left that is printed.
                surely = one.surely_open(held) if held.all() else surely
    return held, short


def _next(one: Stretch, held: Flags, at: tuple[int, int], wanted: int, found: int) -> Flags:
    """What to hold back next, that a cell may have `wanted` other values and not only `found`; nothing: all is held."""
    row, column = at
    n, open_ = one.whole, ~held
    of_column, of_row = held[:, column].copy(), held[row].copy()
    of_column[row] = of_row[column] = False
    down, along = np.zeros_like(held), np.zeros_like(held)
    down[:, column], along[row] = True, True
    if n[:, column][of_column].sum() < wanted and (down & open_ & (n > 0)).any():
        return _alone(held, _best(n, down & open_ & (n > 0), wanted))
    if n[row][of_row].sum() < wanted and (along & open_ & (n > 0)).any():
        return _alone(held, _best(n, along & open_ & (n > 0), wanted))
    corners = open_ & of_column[:, None] & of_row[None, :]
    tried = [*_least_first(n, down & open_), *_least_first(n, corners)[:_TRIED]]
    best, most = None, found
    for place in tried:
        if (gain := one.open_for(held | _alone(held, place), at, wanted)) > most:
            best, most = place, gain
        if most == wanted:
            break
    if best is not None:
        return _alone(held, best)
    lines = [kind & open_ for kind in (down, along) if (kind & open_).any()]
    return min(lines, key=lambda kind: int(n[kind].sum())) if lines else open_


def _least_first(n: Cells, may: Flags) -> list[tuple[int, ...]]:
    return sorted(map(tuple, np.argwhere(may).tolist()), key=lambda place: int(n[place]))


def _alone(held: Flags, place: tuple[int, ...]) -> Flags:
    found = np.zeros_like(held)
    found[place] = True
    return found


def _best(n: Cells, may: Flags, room: int) -> tuple[int, int]:
    """The smallest number that is enough by itself, else the greatest."""
    enough = may & (n > room)
    at = np.where(enough, n, np.iinfo(np.int64).max).argmin() if enough.any() else np.where(may, n, -1).argmax()
    row, column = np.unravel_index(int(at), n.shape)
    return int(row), int(column)
