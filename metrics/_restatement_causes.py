"""修订 of what a notice counts by cause: the county's causes, or its groups of family causes, before and after.

No reasons: what an import did to a cause, held beside what it did to a township, would tell of a single case where it
lies. Of townships nothing but that some cell changed.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from metrics._areas import COUNTY
from metrics._build import Build
from metrics._cause_words import LISTED
from metrics._disclosure import is_small_place
from metrics._family_cases import FAMILY, NAMES, line_of
from metrics._restatement_rows import Side, counted_rows
from metrics._rows_behind import NO_CAUSE
from metrics._what_moved import ONLY_TOTALS

CauseLines = Literal["each", "family"]
"""What a kind of notice counts: the county's most frequent causes, or the family branch by group and as a whole."""
REST = "其余案由"
SpanName = Literal["to_date", "month", "year_before"]
Cells = Mapping[tuple[str, str], int]
"""(cause, township) → cases."""
Named = Callable[[str], str]
"""The line that counts a cause; '' where a notice has none for it."""


@dataclass(frozen=True)
class RestatedCause:
    """One line of the county's causes as it was issued and as it is now."""

    span: SpanName
    line: str
    old: int
    new: int

    @property
    def difference(self) -> int:
        """What the line grew by."""
        return self.new - self.old


def restated_causes(sides: Mapping[SpanName, Side], lines: CauseLines) -> tuple[tuple[RestatedCause, ...], bool]:
    """Lines of the county that are not what was issued, and whether any township's cell changed. `sides` count filings
    over the spans of a month, the year to date among them."""
    some = sides["to_date"]
    builds = [(build, _causes(build)) for build in (some.before, some.after)]
    cells = {
        span: tuple(_cells(build, causes, side) for build, causes in builds)
        for span, side in sides.items()
        if lines == "family" or span != "month"
    }
    named = _group if lines == "family" else _listed(cells)
    found: list[RestatedCause] = []
    for span, both in cells.items():
        found += _of_lines(span, [_by_line(one, named) for one in both], NAMES if lines == "family" else ())
        if lines == "family":
            found += _of_lines(span, [_by_line(one, _branch) for one in both])
    is_changed = any(_of_townships(old, lines) != _of_townships(new, lines) for old, new in cells.values())
    return tuple(found), is_changed


def _causes(build: Build) -> dict[str, str]:
    """Cause by case number."""
    rows = build.cursor().execute(f"SELECT case_number, coalesce(cause, '{NO_CAUSE}') FROM cases").fetchall()
    return dict(rows)


def _cells(build: Build, causes: Mapping[str, str], side: Side) -> Counter[tuple[str, str]]:
    """The county's cases; a month of a summary has no cause."""
    found = Counter[tuple[str, str]]()
    for (_, key), (township, n) in counted_rows(build, side, COUNTY).items():
        found[causes.get(key, ONLY_TOTALS), township] += n
    return found


def _listed(cells: Mapping[SpanName, Sequence[Cells]]) -> Named:
    """Causes that the table of either notice lists, by the year to date; the others are one line there as well."""
    shown: set[str] = set()
    for at in (0, 1):
        n = Counter({cause: 0 for both in cells.values() for cause, _ in both[at]})
        n.update(_by_line(cells["to_date"][at], str))
        shown |= set(sorted(n, key=lambda cause: (cause == ONLY_TOTALS, -n[cause], cause))[:LISTED])
    return lambda cause: cause if cause in shown else REST


def _group(cause: str) -> str:
    line = line_of(cause)
    return line if line in NAMES else ""


def _branch(cause: str) -> str:
    return FAMILY if _group(cause) else ""


def _by_line(cells: Cells, named: Named) -> Counter[str]:
    names = {cause: named(cause) for cause in {cause for cause, _ in cells}}
    found = Counter[str]()
    for (cause, _), n in cells.items():
        found[names[cause]] += n
    return found


def _of_lines(span: SpanName, both: Iterable[Counter[str]], order: Sequence[str] = ()) -> list[RestatedCause]:
    """In the order given, else the greatest difference first."""
    old, new = both
    lines = sorted({*old, *new} - {""})
    found = [RestatedCause(span, line, old[line], new[line]) for line in lines if old[line] != new[line]]
    if order:
        return sorted(found, key=lambda one: order.index(one.line))
    return sorted(found, key=lambda one: (one.line == REST, -abs(one.difference)))


def _of_townships(cells: Cells, lines: CauseLines) -> Counter[tuple[str, str]]:
    """Cases by cause (or group) and township: what notices and township sheets print, or hold back."""
    found = Counter[tuple[str, str]]()
    for (cause, township), n in cells.items():
        line = _group(cause) if lines == "family" else cause
        if line and is_small_place(township):
            found[line, township] += n
    return found
