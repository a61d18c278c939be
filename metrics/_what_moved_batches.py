"""How much of the change lies in batch filings: many cases of one organisation within days (table batch_filings)."""

from dataclasses import dataclass
from typing import NamedTuple

from metrics import _arithmetic as arithmetic
from metrics._areas import COUNTY
from metrics._build import Build
from metrics._counts import CIVIL_FILINGS
from metrics._exclusions import left_out
from metrics._registry import METRICS
from metrics._what_moved import WhatMoved, spans_of_change
from metrics._words import is_half_of_spring


class Filer(NamedTuple):
    """An organisation's counted cases that belong to a batch, in the period and its base."""

    organisation: str
    n: int
    base_n: int

    @property
    def difference(self) -> int:
        """This period less its base."""
        return self.n - self.base_n


@dataclass(frozen=True)
class Batches:
    """Counted batch filings, and what is left of the county's counts without them."""

    filers: tuple[Filer, ...]
    """Those that moved most first; none where the definition leaves batches out."""
    n: int
    base_n: int
    rest_n: int
    rest_base_n: int
    rest_z: float | None
    """The change of the rest against chance; None where the county's own change is not judged."""
    excluded_n: int
    excluded_base_n: int
    """Batch filings that the definition leaves out of every count."""


_FILERS = """
SELECT b.organisation,
    count(*) FILTER (WHERE cases.filed_on BETWEEN $start AND $end) AS now,
    count(*) FILTER (WHERE cases.filed_on BETWEEN $base_start AND $base_end) AS base
FROM cases
JOIN batch_filings AS b ON b.case_number = cases.case_number
WHERE {where} AND $name = $name
    AND (cases.filed_on BETWEEN $start AND $end OR cases.filed_on BETWEEN $base_start AND $base_end) {not_summed}
GROUP BY b.organisation
ORDER BY abs(now - base) DESC, now DESC, b.organisation"""


def batches(build: Build, moved: WhatMoved) -> Batches:
    """Batch filings among the counted cases of both spans."""
    county = moved.county
    given, condition = spans_of_change(build, county)
    query = _FILERS.format(where=CIVIL_FILINGS.where, not_summed=condition.format(day="cases.filed_on"))
    filers = tuple(Filer(*row) for row in build.cursor().execute(query, given).fetchall())
    n, base_n = sum(one.n for one in filers), sum(one.base_n for one in filers)
    rest_n, rest_base_n = county.numerator - n, county.base_numerator - base_n
    is_judged = moved.state == "ok" and rest_n + rest_base_n > 0 and not is_half_of_spring(county)
    z = float(arithmetic.change_z(rest_n, rest_base_n, phi=moved.phi)) if is_judged else None
    excluded = [0, 0]
    if build.definition.exclude_batch_filings:
        spans = ((county.period_start, county.period_end), (county.base_start, county.base_end))
        excluded = [left_out(build, METRICS["civil_filings"], *span, COUNTY).batch for span in spans]
    return Batches(filers, n, base_n, rest_n, rest_base_n, z, excluded[0], excluded[1])
