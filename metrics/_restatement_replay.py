"""Which rows of a build would count under another definition: what tells a correction from a change of definition.

Cases are judged anew from what they say. A batch is no matter of one row: it can be replayed only while both
definitions find the same batches.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from data.count import PeriodCount, Side, leaves_of
from data.definition import Definition
from data.reference.causes import below, causes_of_groups
from metrics._build import Build

_TYPES = ("civil_types", "administrative_types")
_BATCHES = (*_TYPES, "batch_smallest", "batch_days")
_CLOSINGS = (*_TYPES, "treated_as_withdrawn")
"""Switches that decide which cases are a batch, and what became of a closed one."""


@dataclass(frozen=True)
class Redefined:
    """A build as another definition reads it, with the cases of `keys` alone."""

    build: Build
    definition: Definition
    keys: tuple[str, ...]

    @property
    def number(self) -> int:
        """That of the build: what is remembered of it (areas, coverage) holds here too."""
        return self.build.number

    @property
    def path(self) -> Path:
        """Of the build."""
        return self.build.path

    @property
    def meta(self) -> dict[str, Any]:
        """Of the build."""
        return self.build.meta

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor whose `cases` are those of the keys, judged by the definition."""
        con = self.build.cursor()
        [(database,)] = con.execute("SELECT current_database()").fetchall()
        source = f'"{database}".main'
        causes = [cause for (cause,) in con.execute(f"SELECT DISTINCT cause FROM {source}.cases").fetchall() if cause]
        left_out = (*self.definition.excluded_causes, *causes_of_groups(self.definition.excluded_groups))
        given = {
            "keys": list(self.keys),
            "civil": list(self.definition.civil_types),
            "administrative": list(self.definition.administrative_types),
            "left_out": below(causes, left_out) or [""],
            "batches": self.definition.exclude_batch_filings,
        }
        con.execute(_CASES.format(source=source), given)
        return con


_CASES = """
CREATE TEMP TABLE cases AS
SELECT * REPLACE (
    coalesce(list_contains($civil, type_code), FALSE) AS is_civil_first_instance,
    coalesce(list_contains($administrative, type_code), FALSE) AS is_administrative_first_instance,
    coalesce(list_contains($left_out, cause), FALSE)
        OR ($batches AND case_number IN (SELECT case_number FROM {source}.batch_filings)) AS is_excluded
)
FROM {source}.cases
WHERE list_contains($keys, case_number)"""


def is_decidable(own: Definition, other: Definition, sides: Iterable[Side]) -> bool:
    """Whether a build that was made under one definition tells what counts under another.

    What is counted over a period depends on other rows; batches and closings are found when a build is made.
    """
    leaves = [leaf for side in sides for leaf in leaves_of(side)]
    if any(isinstance(one, PeriodCount) for one in leaves):
        return False
    if any(one.table == "closings" for one in leaves) and _differ(own, other, _CLOSINGS):
        return False
    return not other.exclude_batch_filings or not _differ(own, other, _BATCHES)


def _differ(own: Definition, other: Definition, switches: Iterable[str]) -> bool:
    return any(getattr(own, one) != getattr(other, one) for one in switches)
