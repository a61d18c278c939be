"""Filings of the branch 婚姻家庭、继承纠纷: the county by group, townships as far as may be printed, mediation."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from metrics._counts import CIVIL_FILINGS
from metrics._coverage import spans_of
from metrics._disclosure_before import ShownCauses, shown_causes
from metrics._family_cases import FAMILY, NAMES, REST, line_of
from metrics._period import Period
from metrics._review import Review
from metrics._review_words import has_year_part, month_words, to_date_words, whole
from metrics._rounding import half_up

NOT_NAMED = "辖区外、未归属及不列的乡镇街道"
_LEAST_TO_SHARE = 10
"""Percentages of fewer cases a year before say nothing."""


class FamilyLine(NamedTuple):
    """One group (or the branch) of the county."""

    name: str
    month: int
    base_month: int
    to_date: int
    base_to_date: int


@dataclass(frozen=True)
class FamilyRow:
    """One township (or a sum) in the year to date; None: held back."""

    name: str
    to_date: int | None
    base_to_date: int | None
    groups: tuple[int | None, ...]

    @property
    def difference(self) -> int | None:
        """Against the year before."""
        return None if self.to_date is None or self.base_to_date is None else self.to_date - self.base_to_date


class FamilyMediation(NamedTuple):
    """Disputes of the branch that the court sent to mediation, accepted in the year to date."""

    accepted: int
    resolved: int
    failed: int
    still_open: int
    base_accepted: int
    base_resolved: int


def groups_shown(told: Review) -> tuple[str, ...]:
    """The groups that have any case in either year; the rest of the branch only where there is one."""
    found = shown_causes(told)
    both = zip(NAMES, _of_groups(found, told.to_date), _of_groups(found, told.to_date.base), strict=True)
    return tuple(name for name, *n in both if any(n) or name != REST)


def is_covered(told: Review) -> bool:
    """Whether any cases were imported."""
    return bool(spans_of(told.build, CIVIL_FILINGS))


def county_lines(told: Review) -> tuple[FamilyLine, ...]:
    """Groups of the county, the branch as a whole last."""
    found = shown_causes(told)
    periods = (told.month, told.month.base, told.to_date, told.to_date.base)
    sums = [_of_groups(found, one) for one in periods]
    rows = dict(zip(NAMES, zip(*sums, strict=True), strict=True))
    lines = [FamilyLine(name, *rows[name]) for name in groups_shown(told)]
    return (*lines, FamilyLine(FAMILY, *(sum(one) for one in sums)))


def township_rows(told: Review) -> tuple[FamilyRow, ...]:
    """Townships in the order of the list, then what is not printed of any, then the county."""
    found, names = shown_causes(told), groups_shown(told)
    rows = [_row(told, found, code, name, names) for code, name in told.townships]
    lines = {one.name: one for one in county_lines(told)}
    county = FamilyRow(
        told.county_name,
        lines[FAMILY].to_date,
        lines[FAMILY].base_to_date,
        tuple(lines[name].to_date for name in names),
    )
    rest = FamilyRow(
        NOT_NAMED,
        (county.to_date or 0) - _sum([one.to_date for one in rows]),
        (county.base_to_date or 0) - _sum([one.base_to_date for one in rows]),
        tuple((county.groups[at] or 0) - _sum([one.groups[at] for one in rows]) for at in range(len(names))),
    )
    return (*rows, rest, county)


def _row(told: Review, found: ShownCauses, code: str, name: str, names: Sequence[str]) -> FamilyRow:
    groups = tuple(found.n(group, code, told.to_date) for group in names)
    now, before = (found.n(FAMILY, code, one) for one in (told.to_date, told.to_date.base))
    return FamilyRow(name, now, before, groups)


def _sum(numbers: Sequence[int | None]) -> int:
    return sum(one for one in numbers if one is not None)


def _of_groups(found: ShownCauses, period: Period) -> list[int]:
    """The county's counts in the order of NAMES."""
    return [int(n) for n in found.table.over(period.start, period.end)[found.table.family].sum(axis=1)]


_MEDIATIONS = """
SELECT category,
    count(*) FILTER (WHERE accepted_on BETWEEN $start AND $end),
    count(*) FILTER (WHERE accepted_on BETWEEN $start AND $end AND result = 'success'),
    count(*) FILTER (WHERE accepted_on BETWEEN $start AND $end AND result IN ('failure', 'withdrawn')),
    count(*) FILTER (WHERE accepted_on BETWEEN $start AND $end AND result = 'open'),
    count(*) FILTER (WHERE accepted_on BETWEEN $base_start AND $base_end),
    count(*) FILTER (WHERE accepted_on BETWEEN $base_start AND $base_end AND result = 'success')
FROM mediations WHERE kind = 'court' AND category IS NOT NULL GROUP BY ALL"""


def mediation(told: Review) -> FamilyMediation | None:
    """None where the ledger of court mediation names no cause of the branch."""
    base = told.to_date.base
    given = {"start": told.to_date.start, "end": told.to_date.end, "base_start": base.start, "base_end": base.end}
    rows = told.build.cursor().execute(_MEDIATIONS, given).fetchall()
    of_branch = [n for category, *n in rows if line_of(category) in NAMES]
    sums = [sum(one) for one in zip(*of_branch, strict=True)]
    return FamilyMediation(*sums) if sums and sums[0] else None


def overall_words(told: Review) -> tuple[str, ...]:
    """The month and the year to date of the county, by group."""
    *groups, all_of_it = county_lines(told)
    words = [f"{month_words(told)}，{whole(told)}新收{_moved(all_of_it.month, all_of_it.base_month)}。"]
    if has_year_part(told):
        named = "，".join(f"{one.name}{_moved(one.to_date, one.base_to_date)}" for one in groups if one.to_date)
        words.append(
            f"{to_date_words(told)}，{whole(told)}新收{_moved(all_of_it.to_date, all_of_it.base_to_date)}"
            f"{_share_words(told, all_of_it.to_date)}。其中{named}。"
        )
    return tuple(words)


def _share_words(told: Review, n: int) -> str:
    total = told.moved.county.numerator
    return f"，占一审民商事新收的{half_up(Fraction(100 * n, total), 1)}%" if total else ""


def _moved(n: int, base_n: int) -> str:
    """690件，上年同期712件，减少3.1%; of a handful the number alone."""
    if base_n < _LEAST_TO_SHARE or n == base_n:
        return f"{n:,}件（上年同期{base_n:,}件）"
    change = half_up(Fraction(100 * abs(n - base_n), base_n), 1)
    return f"{n:,}件（上年同期{base_n:,}件，{'上升' if n > base_n else '下降'}{change}%）"


def mediation_words(told: Review) -> str:
    """What became of such disputes before the court's own mediation; '' where nothing is told."""
    found = mediation(told)
    if found is None:
        return ""
    share = half_up(Fraction(100 * found.resolved, found.accepted), 1)
    base = ""
    if found.base_accepted >= _LEAST_TO_SHARE:
        base = f"，上年同期{half_up(Fraction(100 * found.base_resolved, found.base_accepted), 1)}%"
    return (
        f"{to_date_words(told)}进入诉前（先行）调解的婚姻家庭、继承纠纷{found.accepted:,}件"
        f"（上年同期{found.base_accepted:,}件），调解成功{found.resolved:,}件，占{share}%{base}；"
        f"未成功或撤回{found.failed:,}件，尚在调解{found.still_open:,}件。"
    )
