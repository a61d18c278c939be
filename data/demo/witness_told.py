"""What the demo's exports tell of each record, where it lies by the default order, and tallies by area and month."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from data.demo.addresses import UNASSIGNED, Place
from data.demo.plan import Plan

ORDER = ("stated", "defendant", "dispute", "plaintiff", "tribunal")
Monthly = dict[str, dict[str, dict[str, int]]]


@dataclass
class Told:
    """A record that at least one row counts, and what the exports that hold it say of it."""

    record: Any
    sources: set[str] = field(default_factory=set)
    as_of: date = date.min
    tells_matter: bool = False
    tells_agreements: bool = False
    chief_as_of: date = date.min


def told_of(plan: Plan, ledger: str) -> list[Told]:
    """One entry per record of a ledger that some sheet counts, in the order in which the sheets first name them."""
    told: dict[int, Told] = {}
    for sheet in (sheet for export in plan.exports for sheet in export.sheets if sheet.ledger == ledger):
        for record in sheet.keys:
            one = told.setdefault(id(record), Told(record))
            one.sources.update(sheet.sources)
            one.as_of = max(one.as_of, sheet.as_of)
            one.tells_matter |= sheet.tells_matter
            one.tells_agreements |= sheet.tells_agreements
            one.chief_as_of = max(one.chief_as_of, sheet.as_of if sheet.tells_chief else date.min)
    return list(told.values())


def area_of(places: dict[str, Place], shown: Iterable[str]) -> str:
    """The area by the default order of attribution, from the columns that some export shows."""
    for source in ORDER:
        if source in shown and source in places and places[source].area is not None:
            return str(places[source].area)
    return UNASSIGNED


class Tally:
    """Counts by name, area and month; totals by name."""

    def __init__(self) -> None:
        self.cells: Counter[tuple[str, str, str]] = Counter()

    def add(self, name: str, area: str, day: date) -> None:
        """One more in this area and month."""
        self.cells[name, area, f"{day:%Y-%m}"] += 1

    def monthly(self) -> Monthly:
        """By name, area and month ("2026-10")."""
        nested: Monthly = defaultdict(lambda: defaultdict(dict))
        for (name, area, month), n in sorted(self.cells.items()):
            nested[name][area][month] = n
        return {name: dict(areas) for name, areas in nested.items()}

    def totals(self) -> dict[str, int]:
        """By name."""
        summed: Counter[str] = Counter()
        for (name, _, _), n in sorted(self.cells.items()):
            summed[name] += n
        return dict(summed)
