"""Numbers given before filing (诉前调 and the like), year by year: where they vanish, the series has broken."""

import re
from itertools import pairwise
from typing import NamedTuple

from data.reference import rows_of
from metrics._build import Build

_MARK = "前调|引调"
"""先调 (先行调解) came when these went; it is no number given before filing."""
TYPES = tuple(row["type_code"] for row in rows_of("case_types") if re.search(_MARK, row["type_code"]))
FEW = 20
"""Fewer rows of the year before than this say nothing about a custom that ended."""


class YearShare(NamedTuple):
    """Rows of one calendar year whose number was given before filing, in the case ledger and among court mediations."""

    year: int
    cases: int
    cases_before_filing: int
    mediations: int
    mediations_before_filing: int

    @property
    def numbered_before_filing(self) -> int:
        """Of both ledgers."""
        return self.cases_before_filing + self.mediations_before_filing


def shares_by_year(build: Build) -> list[YearShare]:
    """Every year that either ledger has rows of, the oldest first."""
    sql = """
    WITH told AS (
        SELECT year(filed_on) AS year, 1 AS cases, CASE WHEN type_code IN (SELECT unnest($types)) THEN 1 ELSE 0 END
            AS cases_before, 0 AS mediations, 0 AS mediations_before
        FROM cases WHERE filed_on IS NOT NULL
        UNION ALL
        SELECT year(accepted_on), 0, 0, 1,
            CASE WHEN regexp_matches(coalesce(number, ''), $mark) THEN 1 ELSE 0 END
        FROM mediations WHERE kind = 'court' AND accepted_on IS NOT NULL
    )
    SELECT year, sum(cases), sum(cases_before), sum(mediations), sum(mediations_before)
    FROM told GROUP BY year ORDER BY year
    """
    rows = build.cursor().execute(sql, {"types": list(TYPES), "mark": _MARK}).fetchall()
    return [YearShare(*(int(one) for one in row)) for row in rows]


def vanished(years: list[YearShare]) -> list[tuple[YearShare, YearShare]]:
    """Pairs of neighbouring years of which only the earlier one knows such numbers, and more than a handful."""
    return [
        (old, new)
        for old, new in pairwise(years)
        if new.year == old.year + 1 and old.numbered_before_filing >= FEW and not new.numbered_before_filing
    ]
