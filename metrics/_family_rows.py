"""Filings of the branch 婚姻家庭、继承纠纷: the county by group, townships as far as may be printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from metrics._cause_words import without_cause
from metrics._disclosure_before import ShownCauses, shown_causes
from metrics._evaluate import FEW
from metrics._family_cases import FAMILY, NAMES, REST
from metrics._period import Period
from metrics._review import FILINGS, Review
from metrics._review_words import has_year_part, known_month_words, to_date_words, whole
from metrics._rounding import half_up

NOT_NAMED = "辖区外、未归属及不列的乡镇街道"
NO_BASE = "上年同期的案件没有导入全，或者只有汇总数、没有案由，或者本期未完，不列上年同期。"


class FamilyLine(NamedTuple):
    """One group (or the branch) of the county; None: not known."""

    name: str
    month: int | None
    base_month: int | None
    to_date: int | None
    base_to_date: int | None


@dataclass(frozen=True)
class FamilyRow:
    """One township (or a sum) in the year to date; None: held back. Without a year before that has none anywhere."""

    name: str
    to_date: int | None
    base_to_date: int | None
    groups: tuple[int | None, ...]

    @property
    def difference(self) -> int | None:
        """Against the year before."""
        return None if self.to_date is None or self.base_to_date is None else self.to_date - self.base_to_date


def groups_shown(told: Review) -> tuple[str, ...]:
    """The groups that have any case in either year; the rest of the branch only where there is one."""
    found = shown_causes(told)
    both = zip(NAMES, _of_groups(found, told.to_date), _of_groups(found, told.to_date.base), strict=True)
    return tuple(name for name, *n in both if any(n) or name != REST)


def is_covered(told: Review) -> bool:
    """Whether any day of the year to date is, by more than summaries: they tell no causes."""
    figure, summed = told.figure(FILINGS), without_cause(told)
    return figure.status != "not_covered" and (not summed or summed < figure.numerator)


def has_base(told: Review, period: Period) -> bool:
    """Whether the year before is known by cause and over the very days that are compared: what a gap or a summary
    leaves open is no 0, and a month that is not over is not held beside a whole one."""
    figure = told.of_month(FILINGS) if period == told.month else told.figure(FILINGS)
    base = shown_causes(told).table.over(period.base.start, period.base.end)
    return "not_covered" not in figure.notes and int(base.sum()) == figure.base_numerator


def county_lines(told: Review) -> tuple[FamilyLine, ...]:
    """Groups of the county, the branch as a whole last."""
    known = (
        (told.month, told.of_month(FILINGS).status != "not_covered"),
        (told.month.base, has_base(told, told.month)),
        (told.to_date, True),
        (told.to_date.base, has_base(told, told.to_date)),
    )
    found = shown_causes(told)
    sums = [_of_groups(found, period) if is_known else None for period, is_known in known]
    by_name = {name: [None if one is None else one[at] for one in sums] for at, name in enumerate(NAMES)}
    lines = [FamilyLine(name, *by_name[name]) for name in groups_shown(told)]
    return (*lines, FamilyLine(FAMILY, *(None if one is None else sum(one) for one in sums)))


def township_rows(told: Review) -> tuple[FamilyRow, ...]:
    """Townships in the order of the list, then what is not printed of any, then the county."""
    found, names = shown_causes(told), groups_shown(told)
    rows = [_row(told, found, code, name, names) for code, name in told.townships]
    lines = {one.name: one for one in county_lines(told)}
    all_of_it = lines[FAMILY]
    county = FamilyRow(
        told.county_name, all_of_it.to_date, all_of_it.base_to_date, tuple(lines[name].to_date for name in names)
    )
    rest = FamilyRow(
        NOT_NAMED,
        _less(county.to_date, [one.to_date for one in rows]),
        _less(county.base_to_date, [one.base_to_date for one in rows]),
        tuple(_less(county.groups[at], [one.groups[at] for one in rows]) for at in range(len(names))),
    )
    return (*rows, rest, county)


def _row(told: Review, found: ShownCauses, code: str, name: str, names: Sequence[str]) -> FamilyRow:
    groups = tuple(found.n(group, code, told.to_date) for group in names)
    before = found.n(FAMILY, code, told.to_date.base) if has_base(told, told.to_date) else None
    return FamilyRow(name, found.n(FAMILY, code, told.to_date), before, groups)


def _less(county: int | None, printed: Sequence[int | None]) -> int | None:
    """What the county has beyond the numbers that are printed of townships."""
    return None if county is None else county - sum(one for one in printed if one is not None)


def _of_groups(found: ShownCauses, period: Period) -> list[int]:
    """The county's counts in the order of NAMES."""
    return [int(n) for n in found.table.over(period.start, period.end)[found.table.family].sum(axis=1)]


def overall_words(told: Review) -> tuple[str, ...]:
    """The month and the year to date of the county, by group, and what is not known by cause; () where nothing is."""
    if not is_covered(told):
        summed = without_cause(told)
        unknown = f"新收一审民商事案件{summed:,}件只有汇总数，没有案由，{FAMILY}的件数不明。"
        return (f"{to_date_words(told)}{unknown}",) if summed else ()
    *groups, all_of_it = county_lines(told)
    words = []
    if all_of_it.month is not None:
        moved = _moved(told, all_of_it.month, all_of_it.base_month)
        words.append(f"{known_month_words(told)}，{whole(told)}新收{moved}。")
    if has_year_part(told):
        named = "，".join(f"{one.name}{_moved(told, one.to_date, one.base_to_date)}" for one in groups if one.to_date)
        words.append(
            f"{to_date_words(told)}，{whole(told)}新收{_moved(told, all_of_it.to_date, all_of_it.base_to_date)}"
            f"{_share_words(told, all_of_it.to_date)}。{f'其中{named}。' if named else ''}"
        )
    if summed := without_cause(told):
        words.append(f"另有新收{summed:,}件只有汇总数，没有案由，不在以上各数之内。")
    return tuple(words)


def _share_words(told: Review, n: int | None) -> str:
    total = told.moved.county.numerator
    if not n or without_cause(told):
        return ""
    return f"，占一审民商事新收的{half_up(Fraction(100 * n, total), 1)}%"


def _moved(told: Review, n: int | None, base_n: int | None) -> str:
    """690件（上年同期712件，下降3.1%）; of a handful and across a break the numbers alone."""
    if n is None or base_n is None:
        return f"{n or 0:,}件"
    if base_n < FEW or n == base_n or "break" in told.figure(FILINGS).notes:
        return f"{n:,}件（上年同期{base_n:,}件）"
    change = half_up(Fraction(100 * abs(n - base_n), base_n), 1)
    return f"{n:,}件（上年同期{base_n:,}件，{'上升' if n > base_n else '下降'}{change}%）"
