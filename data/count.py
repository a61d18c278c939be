"""A count: which rows of a fact table it counts, by which day, and how it folds over time."""

from dataclasses import dataclass
from typing import Literal

Fold = Literal["sum", "last", "stock", "present"]
LEFT = ":left"
"""Ends the name of the series that holds the days on which things of a stock left it."""


@dataclass(frozen=True)
class Count:
    """Yields `township_code, day, n` from one fact table of a build.

    The same description answers the figure and its drill-down: the rows `where` keeps are the rows that were
    counted. `fold` says how days make a period: events add up (`sum`), of people the last figure stands (`last`), of
    things that come on `day` and go on `leaves` those are counted that are there on the last day (`stock`) or on any
    day of the period (`present`).
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
    unit: str = "件"
    leaves: str = ""
    needs: tuple[str, ...] = ()
    """Tables, with a condition (`mediations WHERE performed IS NOT NULL`), that must have a row; else it is unknown."""

    @property
    def weight(self) -> str:
        """What one row adds to the count, as SQL."""
        return "1" if self.n == "count(*)" else self.n.removeprefix("sum")

    def sql(self) -> str:
        """SQL with one row per township and day: `township_code, day, n`."""
        return self._by_day(self.day, self.where)

    def series(self) -> tuple[tuple[str, str], ...]:
        """Name and SQL of every series of days that a build must hold for this count."""
        if not self.leaves:
            return ((self.name, self.sql()),)
        left = self._by_day(self.leaves, f"({self.where}) AND {self.leaves} IS NOT NULL")
        return ((self.name, self.sql()), (self.name + LEFT, left))

    def _by_day(self, day: str, where: str) -> str:
        return (
            f"SELECT township_code, CAST({day} AS DATE) AS day, {self.n} AS n FROM {self.table} "
            f"WHERE {where} GROUP BY township_code, CAST({day} AS DATE)"
        )


@dataclass(frozen=True)
class SumOf:
    """Several counts added up; their rows must be different things."""

    name: str
    label: str
    parts: tuple[Count, ...]
    unit: str = "件"


@dataclass(frozen=True)
class PeriodCount:
    """What no day can hold: distinct bodies, villages, coverage, concentration.

    `rows` is SQL over the facts with exactly one row per thing that is counted: `area_code, township_code, key, day`
    (day may be NULL). It reads `placed(township_code, area_code)`, which says for every township in which areas it is
    counted (itself, its tribunal, the county), and may use `$start`, `$end` and any plain switch of the definition by
    its name. The figure is the number of those rows, and they are its drill-down.
    """

    name: str
    label: str
    rows: str
    ledger: str = ""
    """Ledger whose coverage decides, as of a Count; empty where only lists are looked at."""
    kind: str | None = None
    unit: str = "个"
    needs: tuple[str, ...] = ()
    table: str = ""
    """Fact table whose rows the keys name; empty where a key is a name that needs no looking up (a village)."""


Side = Count | SumOf | PeriodCount
"""What may stand above or below the line of a metric."""


def leaves_of(side: Side) -> tuple[Count | PeriodCount, ...]:
    """The single counts that a side is made of."""
    return side.parts if isinstance(side, SumOf) else (side,)
