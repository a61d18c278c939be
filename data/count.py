"""A count: which rows of a fact table it counts, by which day, and how it folds over time."""

from dataclasses import dataclass
from typing import Literal

Fold = Literal["sum", "last", "stock"]


@dataclass(frozen=True)
class Count:
    """Yields `township_code, day, n` from one fact table of a build.

    The same description answers the figure and its drill-down: the rows `where` keeps are the rows that were
    counted. `fold` says how days make a period: events add up (`sum`), of people the last figure stands (`last`).
    """

    name: str
    label: str
    table: str
    day: str
    where: str = "TRUE"
    n: str = "count(*)"
    fold: Fold = "sum"
    ledger: str = "cases"
    """Ledger whose coverage decides whether a period is wholly covered."""
    kind: str | None = None
    """For mediations: the kind (court, people, trade, community) whose imports cover it."""

    def sql(self) -> str:
        """SQL with one row per township and day: `township_code, day, n`."""
        return (
            f"SELECT township_code, CAST({self.day} AS DATE) AS day, {self.n} AS n FROM {self.table} "
            f"WHERE {self.where} GROUP BY township_code, CAST({self.day} AS DATE)"
        )
