"""First-instance civil filings by line of causes, area and month, over this year to date and the same of last year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from metrics._areas import areas_of
from metrics._build import Build
from metrics._counts import CIVIL_FILINGS
from metrics._disclosure import protected_among
from metrics._family_cases import NAMES, line_of
from metrics._freedom import Cells, Flags
from metrics._period import Period, months_later
from metrics._totals import has_totals


@dataclass(frozen=True)
class CauseTable:
    """Counts of lines × areas, month by month. Months that a summary alone tells hold nothing: it has no causes."""

    lines: tuple[str, ...]
    """The groups of family causes, then every other cause that the months hold."""
    areas: tuple[str, ...]
    """Townships, 辖区外, 未归属."""
    months: tuple[date, ...]
    """First days."""
    counts: Cells
    """Months × lines × areas."""
    is_protected: Flags
    """By line."""

    def over(self, start: date, end: date) -> Cells:
        """Lines × areas of the whole months from `start` to `end`."""
        inside = np.array([start <= one <= end for one in self.months], dtype=bool)
        return self.counts[inside].sum(axis=0)

    @property
    def townships(self) -> int:
        """How many areas are townships; they come first."""
        return len(self.areas) - 2

    @property
    def family(self) -> slice:
        """Where the groups of family causes stand among the lines."""
        return slice(0, len(NAMES))


_ROWS = """
SELECT cause, township_code, CAST(date_trunc('month', day) AS DATE) AS month, CAST(sum(n) AS BIGINT) AS n
FROM daily_cause_counts
WHERE count_name = $name AND day BETWEEN $start AND $end {not_summed}
GROUP BY ALL ORDER BY ALL"""
_NOT_SUMMED = "AND date_trunc('month', day) NOT IN (SELECT month FROM totals_months WHERE count_name = $name)"


def cause_table(build: Build, to_date: Period) -> CauseTable:
    """The table of a year to date that ends with a month."""
    months = _months(to_date.base) + _months(to_date)
    given = {"name": CIVIL_FILINGS.name, "start": to_date.base.start, "end": to_date.end}
    query = _ROWS.format(not_summed=_NOT_SUMMED if has_totals(build, CIVIL_FILINGS) else "")
    rows = build.cursor().execute(query, given).fetchall()
    causes = sorted({cause for cause, *_ in rows})
    line = {cause: line_of(cause) for cause in causes}
    lines = (*NAMES, *sorted(set(line.values()) - set(NAMES)))
    at = {name: index for index, name in enumerate(lines)}
    areas = areas_of(build).codes[:-1]
    where = {code: index for index, code in enumerate(areas)}
    when = {day: index for index, day in enumerate(months)}
    counts = np.zeros((len(months), len(lines), len(areas)), dtype=np.int64)
    for cause, area, month, n in rows:
        if month in when:
            counts[when[month], at[line[cause]], where[area]] += n
    protected = {line[cause] for cause in protected_among(causes, build.definition)}
    return CauseTable(lines, areas, months, counts, _flags(lines, protected))


def _months(period: Period) -> tuple[date, ...]:
    found = [period.start]
    while (after := months_later(found[-1], 1)) <= period.end:
        found.append(after)
    return tuple(found)


def _flags(lines: Sequence[str], chosen: set[str]) -> Flags:
    return np.array([one in chosen for one in lines], dtype=bool)
