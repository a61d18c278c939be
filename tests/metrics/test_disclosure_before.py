"""Two notices laid side by side give away no small number."""

from datetime import date

import numpy as np
import pytest
from scipy.optimize import linprog

from data.brief import Printed
from metrics._cause_table import CauseTable
from metrics._disclosure_before import Asked, printed_from, protected_causes
from metrics._family_cases import FAMILY, NAMES
from metrics._period import month, month_end, year_to_date

LINES = (*NAMES, "民间借贷纠纷", "买卖合同纠纷", "隐私权纠纷")
AREAS = ("甲镇", "乙镇", "丙镇", "outside", "unassigned")
IS_PROTECTED = np.array([line in NAMES or line == "隐私权纠纷" for line in LINES])
MONTHS = tuple(date(year, number, 1) for year in (2025, 2026) for number in range(1, 13))
SMALLEST = 5


def a_table(this_year, year_before=None):
    """Counts of this year: months × lines × areas; the year before by default empty."""
    counts = np.zeros((24, len(LINES), len(AREAS)), dtype=np.int64)
    counts[12 : 12 + len(this_year)] = this_year
    if year_before is not None:
        counts[: len(year_before)] = year_before
    return CauseTable(LINES, AREAS, MONTHS, counts, IS_PROTECTED)


def asked(number, printed=()):
    return Asked(year_to_date(month_end(date(2026, number, 1))), month(2026, number), tuple(printed), SMALLEST)


def notices(table, numbers):
    """What the notices of these months hold back, each knowing those before it."""
    printed, found = [], []
    for number in numbers:
        one = asked(number, printed)
        found.append(protected_causes(table, one))
        printed += printed_from(found[-1], one.to_date)
    return found


class Attacker:
    """Knows every printed number of every notice and adds and subtracts them as well as can be (linear programs)."""

    def __init__(self, table, numbers, found):
        self.counts = table.counts[12 : 12 + numbers[-1]]
        self.known, self.sums = [], []
        self.least = np.zeros(self.counts.shape)
        for number, one in zip(numbers, found, strict=True):
            self._margins(slice(0, number))
            self._margins(slice(number - 1, number))
            if one is not None:
                self._cells(slice(0, number), one)
        for number in range(numbers[-1]):
            for area in range(len(AREAS)):
                self._learn((slice(number, number + 1), slice(None), area))

    def _learn(self, where):
        row = np.zeros(self.counts.shape)
        row[where] = 1
        self.known.append(row.ravel())
        self.sums.append(self.counts[where].sum())

    def _margins(self, span):
        for area in range(len(AREAS)):
            self._learn((span, slice(None), area))
        for line in range(len(LINES)):
            self._learn((span, line, slice(None)))

    def _cells(self, span, found):
        for at in range(found.table.townships):
            if not found.totals_held[at]:
                self._learn((span, slice(0, len(NAMES)), at))
            for line in np.flatnonzero(~found.held[:, at]):
                self._learn((span, line, at))

    def values_of(self, where):
        """How many whole numbers a sum of cells may be."""
        wanted = np.zeros(self.counts.shape)
        wanted[where] = 1
        bottom, top = (
            sign * linprog(sign * wanted.ravel(), A_eq=np.array(self.known), b_eq=self.sums).fun for sign in (1, -1)
        )
        return round(np.floor(top + 1e-6) - np.ceil(bottom - 1e-6)) + 1


def targets(table, numbers):
    """Protected counts of 1 to 4 in the days between two notices (or since the year began), as places in the table."""
    counts = table.counts[12:]
    ends = (0, *numbers)
    family = slice(0, len(NAMES))
    for at, start in enumerate(ends):
        for end in ends[at + 1 :]:
            for area in range(3):
                for line in (*np.flatnonzero(IS_PROTECTED), family):
                    where = (slice(start, end), line, area)
                    if 0 < counts[where].sum() < SMALLEST:
                        yield where


def random_year(seed):
    dice = np.random.default_rng(seed)
    size = dice.choice([0.4, 2.0, 6.0], size=(1, len(LINES), len(AREAS)))
    return dice.poisson(size * dice.choice([0.5, 1.5]), size=(4, len(LINES), len(AREAS)))


@pytest.mark.parametrize(("seed", "numbers"), [(1, (1, 2)), (4, (1, 2, 3)), (5, (2, 4))])
def test_no_difference_between_notices_tells_a_small_number_and_nearly_all_stay_as_open_as_1_to_4(seed, numbers):
    table = a_table(random_year(seed))
    found = notices(table, numbers)
    attacker = Attacker(table, numbers, found)
    margins_alone = Attacker(table, numbers, [None] * len(numbers))
    found = [(attacker.values_of(where), margins_alone.values_of(where)) for where in targets(table, numbers)]
    # What the printed sums alone tell (a township with one case in the month) cannot be mended here.
    assert all(values >= min(2, feasible) for values, feasible in found)
    assert sum(values < min(SMALLEST - 1, feasible) for values, feasible in found) <= len(found) / 50
    assert found


def test_the_attacker_does_find_what_single_notices_give_away():
    """Each notice protected by itself: the difference is printed in effect."""
    year = np.full((4, len(LINES), len(AREAS)), 6)
    year[2, 0, 0] = 1
    table = a_table(year)
    alone = [protected_causes(table, asked(number)) for number in (2, 3)]
    assert not any(one.held.any() for one in alone)
    assert Attacker(table, (2, 3), alone).values_of((2, 0, 0)) == 1
    together = notices(table, (2, 3))
    assert together[1].held[0, 0]
    assert Attacker(table, (2, 3), together).values_of((2, 0, 0)) >= SMALLEST - 1


YEAR = np.full((4, len(LINES), len(AREAS)), 6)


def with_cell(n, *at):
    year = YEAR.copy()
    year[at] = n
    return year


def test_january_to_october_is_held_back_where_january_to_september_and_it_differ_by_one():
    found = notices(a_table(with_cell(1, 2, 0, 0)), (2, 3))
    assert not found[0].held.any()
    assert found[1].held[0, 0]
    # Another group of the same township hides it; the branch as a whole stands.
    assert found[1].held[: len(NAMES), 0].sum() == 2
    assert not found[1].totals_held.any()


@pytest.mark.parametrize("more", [0, 5])
def test_no_further_case_and_five_further_ones_are_shown(more):
    assert not notices(a_table(with_cell(more, 2, 0, 0)), (2, 3))[1].held.any()


def test_what_was_held_back_stays_so_until_the_year_ends():
    found = notices(a_table(with_cell(1, 2, 0, 0)), (2, 3, 4))
    assert found[2].held[0, 0]


def test_the_same_dates_of_the_year_before_are_subtracted_as_well():
    found = notices(a_table(YEAR, with_cell(2, 2, 1, 1)), (2, 3))
    assert not found[0].held.any()
    assert found[1].held[1, 1]


def test_the_branch_as_a_whole_is_held_back_with_all_its_groups():
    year = YEAR.copy()
    year[2, : len(NAMES), 0] = (1, 1, 0, 0, 0, 0)
    found = notices(a_table(year), (2, 3))
    assert found[1].totals_held[0]
    assert found[1].held[: len(NAMES), 0].all()
    # Something outside the branch must go with it, for the township's total is printed.
    assert found[1].held[len(NAMES) :, 0].any()


def test_a_number_that_was_corrected_by_one_since_it_was_printed_is_held_back():
    table = a_table(YEAR)
    before = asked(3).to_date
    printed = Printed("乙镇", NAMES[0], before.start, before.end, 17)
    assert not protected_causes(table, asked(3)).held.any()
    assert protected_causes(table, asked(3, [printed])).held[0, 1]


def test_notices_of_other_years_and_unknown_townships_bind_nothing():
    other = [
        Printed("乙镇", NAMES[0], date(2024, 1, 1), date(2024, 9, 30), None),
        Printed("没有的镇", NAMES[0], date(2026, 1, 1), date(2026, 2, 28), None),
        Printed("乙镇", "没有的案由", date(2026, 1, 1), date(2026, 2, 28), None),
    ]
    assert not protected_causes(a_table(YEAR), asked(3, other)).held.any()


def test_causes_that_nobody_protects_are_shown_however_few():
    assert not notices(a_table(with_cell(1, 2, 6, 0)), (2, 3))[1].held.any()


def test_what_is_stored_of_a_notice_names_every_protected_line_and_all_that_was_held_back():
    one = asked(3)
    found = protected_causes(a_table(with_cell(1, slice(0, 3), 0, 0)), one)
    rows = {(p.area_code, p.cause): p.n for p in printed_from(found, one.to_date) if p.start.year == 2026}
    assert rows["甲镇", NAMES[0]] is None
    assert rows["乙镇", NAMES[0]] == 18
    assert rows["乙镇", FAMILY] == 18 * len(NAMES)
    assert rows["丙镇", "隐私权纠纷"] == 18
    assert ("丙镇", "民间借贷纠纷") not in rows
