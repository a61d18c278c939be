"""Which counts of causes in townships a notice may print beside all that notices of the same year have printed.

Whoever lays two notices side by side subtracts: January to October less January to September is October. So what is
held back is decided on the days that no notice has told yet: nobody may learn from them, nor from sums over causes or
townships, whether a protected count of 1 to 4 (the definition's `smallest_shown_count`) is one number or another. A
cell once held back stays so until the year ends; thus each stretch of days can be judged by itself.

Every document of a month prints a part of the same table, so it does not matter which of them somebody has.
"""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from data.brief import Printed
from metrics._build import remembered
from metrics._cause_table import CauseTable, cause_table
from metrics._disclosure import MERGED, is_small_place
from metrics._family_cases import FAMILY, NAMES
from metrics._freedom import Cells, Flags
from metrics._held_back import Stretch, hold_back
from metrics._period import Period, month_end
from metrics._review import Review
from metrics._what_moved import ONLY_TOTALS, WhatMoved


@dataclass(frozen=True)
class Asked:
    """A month to be printed, and the counts that notices issued before have printed or held back."""

    to_date: Period
    month: Period
    printed: tuple[Printed, ...]
    smallest: int
    """From so many a protected count is printed."""


@dataclass(frozen=True)
class ShownCauses:
    """The table of a month with what must not be printed of it."""

    table: CauseTable
    held: Flags
    """Lines × townships."""
    totals_held: Flags
    """Townships of which the branch as a whole is held back as well."""

    def n(self, line: str, area: str, period: Period) -> int | None:
        """A count of a township, FAMILY for the whole branch; None where it is held back."""
        at = self.table.areas.index(area)
        cells = self.table.over(period.start, period.end)
        if line == FAMILY:
            return None if self.totals_held[at] else int(cells[self.table.family, at].sum())
        row = self.table.lines.index(line)
        return None if self.held[row, at] else int(cells[row, at])

    def shown(self, area: str, period: Period) -> list[tuple[str, int, int]]:
        """Lines of a township that may stand by themselves, with period and base; the most frequent first."""
        at = self.table.areas.index(area)
        now, base = (self.table.over(one.start, one.end)[:, at].tolist() for one in (period, period.base))
        rows = zip(self.table.lines, now, base, self.held[:, at].tolist(), strict=True)
        open_ = [(line, n, base_n) for line, n, base_n, is_held in rows if not is_held and (n or base_n)]
        return sorted(open_, key=lambda one: (-one[1], -one[2], one[0]))


def shown_causes(told: Review) -> ShownCauses:
    """The table of a review's month, held against what its brief says was printed before. Remembered."""
    asked = Asked(told.to_date, told.month, told.brief.printed, told.definition.smallest_shown_count)
    return remembered(told.build, asked, lambda: protected_causes(cause_table(told.build, told.to_date), asked))


def moved_as_shown(told: Review) -> WhatMoved:
    """The change of filings for sentences about townships: causes that must not stand by themselves are one cause."""
    found = shown_causes(told)
    row_of = {line: row for row, line in enumerate(found.table.lines)}
    open_ = {
        (line, area)
        for at, area in enumerate(found.table.areas[: found.table.townships])
        for line, row in row_of.items()
        if not found.held[row, at] and line not in NAMES
    }
    cells = tuple(
        one
        if not is_small_place(one.area) or one.cause == ONLY_TOTALS or (one.cause, one.area) in open_
        else one._replace(cause=MERGED)
        for one in told.moved.cells
    )
    return replace(told.moved, cells=cells)


def printed_of(told: Review) -> tuple[Printed, ...]:
    """What a notice of this month prints or holds back of causes in townships: later ones are held against it."""
    return printed_from(shown_causes(told), told.to_date)


def printed_from(found: ShownCauses, to_date: Period) -> tuple[Printed, ...]:
    """Protected lines of every township and whatever is held back, of the year to date and of the year before."""
    table = found.table
    printed = []
    for period in (to_date, to_date.base):
        cells = table.over(period.start, period.end)
        for at, area in enumerate(table.areas[: table.townships]):
            whole = None if found.totals_held[at] else int(cells[table.family, at].sum())
            printed.append(Printed(area, FAMILY, period.start, period.end, whole))
            for row in np.flatnonzero(found.held[:, at] | table.is_protected):
                n = None if found.held[row, at] else int(cells[row, at])
                printed.append(Printed(area, table.lines[row], period.start, period.end, n))
    return tuple(printed)


def protected_causes(table: CauseTable, asked: Asked) -> ShownCauses:
    """What must be held back of a table of a month."""
    room = max(asked.smallest - 2, 1)
    cells, wholes = _forced(asked, table)
    nowhere = ~_is_township(table)
    family, others = table.family, slice(table.family.stop, None)

    groups, short = hold_back(_stretches(asked, table, is_of_groups=True), cells[family] | wholes | nowhere, room)
    parents = np.vstack([wholes | short.any(axis=0), cells[others]]) | nowhere
    hidden, _ = hold_back(_stretches(asked, table, is_of_groups=False), parents, room)
    held = np.vstack([groups | hidden[0], hidden[1:]])
    return ShownCauses(table, held[:, : table.townships], hidden[0, : table.townships])


def _stretches(asked: Asked, table: CauseTable, *, is_of_groups: bool) -> list[Stretch]:
    """This year and last year: the months since the last notice of the year.

    Of the groups of family causes, or of the branch as one line with all other causes.
    """
    smallest, rows = asked.smallest, _rows(table, is_of_groups=is_of_groups)
    found = []
    for period in (asked.to_date, asked.to_date.base):
        parts = [_lines(table, one, is_of_groups=is_of_groups) for one in _untold(asked, table, period)]
        year = _lines(table, table.over(period.start, period.end), is_of_groups=is_of_groups)
        small = _small(np.sum(parts, axis=0), rows, _is_township(table), smallest)
        found.append(Stretch(tuple(parts), small, _least(parts, year)))
    return found


def _rows(table: CauseTable, *, is_of_groups: bool) -> Flags:
    """Which lines are protected."""
    family, others = table.is_protected[table.family], table.is_protected[table.family.stop :]
    return family if is_of_groups else np.concatenate([[bool(family.any())], others])


def _lines(table: CauseTable, cells: Cells, *, is_of_groups: bool) -> Cells:
    family = cells[table.family]
    return family if is_of_groups else np.vstack([family.sum(axis=0, keepdims=True), cells[table.family.stop :]])


def _is_township(table: CauseTable) -> Flags:
    return np.arange(len(table.areas)) < table.townships


def _untold(asked: Asked, table: CauseTable, period: Period) -> list[Cells]:
    """The months of a year that no notice has told yet, each by itself: trends tell every township's sum of a month."""
    year = asked.to_date
    ends = [one.end for one in asked.printed if year.start <= one.end < asked.month.start]
    told = sum(one <= max(ends) for one in _months(table, year)) if ends else 0
    return [table.over(one, month_end(one)) for one in _months(table, period)[told:]]


def _months(table: CauseTable, period: Period) -> list[date]:
    return [one for one in table.months if period.start <= one <= period.end]


def _forced(asked: Asked, table: CauseTable) -> tuple[Flags, Flags]:
    """Held back whatever the sums say: small ones of the year to date, what was held back before, and what is less
    than the smallest shown count away from a number printed before. Lines × areas, and the branch as a whole."""
    places, smallest = _is_township(table), asked.smallest
    cells = np.zeros((len(table.lines), len(table.areas)), dtype=bool)
    wholes = np.zeros(len(table.areas), dtype=bool)
    for one in (asked.to_date, asked.to_date.base):
        n = table.over(one.start, one.end)
        cells |= _small(n, table.is_protected, places, smallest)
        parents = _lines(table, n, is_of_groups=False)
        wholes |= _small(parents, _rows(table, is_of_groups=False), places, smallest)[0]
    row_of = {line: row for row, line in enumerate(table.lines)}
    column_of = {area: at for at, area in enumerate(table.areas)}
    for printed in asked.printed:
        if printed.area_code not in column_of or not _is_told(asked, printed, table):
            continue
        if printed.cause == FAMILY:
            wholes[column_of[printed.area_code]] = True
        elif printed.cause in row_of:
            cells[row_of[printed.cause], column_of[printed.area_code]] = True
    return cells, wholes


def _is_told(asked: Asked, printed: Printed, table: CauseTable) -> bool:
    """Whether a cell printed before makes the same one of now untellable."""
    period = next((one for one in (asked.to_date, asked.to_date.base) if one.start <= printed.start <= one.end), None)
    if period is None or printed.end > period.end:
        return False
    if printed.n is None:
        return True
    if printed.start != period.start or (printed.cause not in (FAMILY, *table.lines)):
        return False
    column = table.over(period.start, period.end)[:, table.areas.index(printed.area_code)]
    rows = table.family if printed.cause == FAMILY else table.lines.index(printed.cause)
    is_protected = bool(np.any(table.is_protected[rows]))
    difference = abs(int(np.sum(column[rows])) - printed.n)
    return is_protected and 0 < difference < asked.smallest


def _small(n: Cells, is_protected: Flags, townships: Flags, smallest: int) -> Flags:
    return is_protected[:, None] & townships & (n > 0) & (n < smallest)


def _least(parts: list[Cells], year: Cells) -> tuple[Cells, ...]:
    """What everybody knows of a cell that is held back: it is not 0 in the year to date."""
    known = (np.sum(parts, axis=0) == year) & (year > 0)
    found = []
    for one in parts:
        found.append((known & (one > 0)).astype(np.int64))
        known &= one == 0
    return tuple(found)
