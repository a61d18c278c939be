"""修订 of what a notice counts by cause: the county's causes, or its groups of family causes, and why.

Of townships nothing but that some cell changed: a single case with its import would tell more than both notices do.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from metrics._areas import COUNTY
from metrics._build import Build
from metrics._cause_words import LISTED
from metrics._disclosure import is_small_place
from metrics._family_cases import FAMILY, NAMES, line_of
from metrics._metric import Metric
from metrics._restatement_rows import Counted, Side, counted_rows, explained
from metrics._restatement_why import Why, added_up
from metrics._rows_behind import NO_CAUSE
from metrics._what_moved import ONLY_TOTALS

CauseLines = Literal["each", "family"]
"""What a kind of notice counts: the county's most frequent causes, or the family branch by group and as a whole."""
REST = "其余案由"
SpanName = Literal["to_date", "month", "year_before"]
_ELSEWHERE = ""
"""Stands for causes that a notice has no line for."""
ByCause = Mapping[tuple[str, str], tuple[str, str, int]]
"""(table, key) → cause, township, cases."""


@dataclass(frozen=True)
class RestatedCause:
    """One line of the county's causes as it was issued and as it is now."""

    span: SpanName
    metric: Metric
    line: str
    old: int
    new: int
    why: tuple[Why, ...]

    @property
    def difference(self) -> int:
        """What the line grew by; the sum of its why."""
        return self.new - self.old


Named = Callable[[str], str]
"""The line that counts a cause, _ELSEWHERE where none does."""


def restated_causes(sides: Mapping[SpanName, Side], lines: CauseLines) -> tuple[tuple[RestatedCause, ...], bool]:
    """Lines of the county that are not what was issued, and whether any township's cell changed. `sides` count filings
    over the spans of a month, the year to date among them."""
    some = sides["to_date"]
    causes = [_causes(build) for build in (some.before, some.after)]
    rows = {span: _with_causes(side, causes) for span, side in sides.items() if lines == "family" or span != "month"}
    named = _group if lines == "family" else _listed(rows)
    found: list[RestatedCause] = []
    is_changed = False
    for span, both in rows.items():
        old, new = (_by_line(one, named) for one in both)
        found += _of_lines(sides[span], span, old, new, NAMES if lines == "family" else ())
        if lines == "family":
            found += _of_lines(sides[span], span, _as_branch(old), _as_branch(new))
        is_changed |= _cells(both[0], lines) != _cells(both[1], lines)
    return tuple(found), is_changed


def _listed(rows: Mapping[SpanName, tuple[ByCause, ByCause]]) -> Named:
    """Causes that the table of either notice lists, by the year to date; the others are one line there as well."""
    shown: set[str] = set()
    for at in (0, 1):
        n = Counter({cause: 0 for span in rows for cause, *_ in rows[span][at].values()})
        for cause, _, cases in rows["to_date"][at].values():
            n[cause] += cases
        shown |= {ONLY_TOTALS, *sorted(n.keys() - {ONLY_TOTALS}, key=lambda cause: (-n[cause], cause))[:LISTED]}
    return lambda cause: cause if cause in shown else REST


def _group(cause: str) -> str:
    line = line_of(cause)
    return line if line in NAMES else _ELSEWHERE


def _with_causes(side: Side, causes: Sequence[Mapping[str, str]]) -> tuple[ByCause, ByCause]:
    """Rows with their cause; a month of a summary has none."""
    old, new = (
        {
            key: (own.get(key[1], ONLY_TOTALS), township, n)
            for key, (township, n) in counted_rows(build, side, COUNTY).items()
        }
        for build, own in zip((side.before, side.after), causes, strict=True)
    )
    return old, new


def _causes(build: Build) -> dict[str, str]:
    """Cause by case number."""
    rows = build.cursor().execute(f"SELECT case_number, coalesce(cause, '{NO_CAUSE}') FROM cases").fetchall()
    return dict(rows)


def _by_line(rows: ByCause, named: Named) -> Counted:
    names = {cause: named(cause) for cause in {cause for cause, *_ in rows.values()}}
    return {key: (names[cause], n) for key, (cause, _, n) in rows.items()}


def _as_branch(rows: Counted) -> Counted:
    return {key: (FAMILY if line else _ELSEWHERE, n) for key, (line, n) in rows.items()}


def _of_lines(side: Side, span: SpanName, old: Counted, new: Counted, order: Sequence[str] = ()) -> list[RestatedCause]:
    """In the order given, else the greatest difference first."""
    parts = explained(replace(side, moved_by=("cause",)), COUNTY, old, new)
    was, now = _sums(old.values()), _sums(new.values())
    metric = side.metric.under(side.after.definition)
    found = []
    for line in sorted({*was, *now} - {_ELSEWHERE}):
        if was[line] != now[line]:
            why = added_up(one for one in parts if one.area == line)
            found.append(RestatedCause(span, metric, line, was[line], now[line], tuple(why)))
    if order:
        return sorted(found, key=lambda one: order.index(one.line))
    return sorted(found, key=lambda one: (one.line == REST, -abs(one.difference)))


def _sums(rows: Iterable[tuple[str, int]]) -> Counter[str]:
    found = Counter[str]()
    for line, n in rows:
        found[line] += n
    return found


def _cells(rows: ByCause, lines: CauseLines) -> Counter[tuple[str, str]]:
    """Cases by cause (or group) and township: what notices and township sheets print, or hold back."""
    found = Counter[tuple[str, str]]()
    for cause, township, n in rows.values():
        line = _group(cause) if lines == "family" else cause
        if line and is_small_place(township):
            found[line, township] += n
    return found
