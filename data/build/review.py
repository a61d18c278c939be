"""What an import changes before it changes it: two builds, and the rows behind them, held side by side.

Every row of either side is in exactly one of five states: added, retracted, moved (it counts at another township, in
another month or as another kind), changed (it says something else), the same. Per cell of township and month
`after = before + added - retracted + moved_in - moved_out`.
"""

import contextlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import NamedTuple

import duckdb

from data.build.compare import CHANGES_KEPT, Change, Compared, Sides, compare_ledger, compare_without_month, key_column
from data.build.resolve import quoted
from data.build.spans import DAY_COLUMN
from data.build.trial import TRIAL_FAILED, imports_before, trial_build
from data.build.unusual_months import Unusual, unusual_months
from data.count import Count
from data.ledgers import LEDGERS
from data.refusal import Refused
from data.store import builds
from data.store import imports as log
from data.store.builds import Build
from data.store.home import Home
from data.store.imports import Span

__all__ = ["CHANGES_KEPT", "Cell", "Change", "LedgerReview", "Review", "Tried", "sum_of", "tried"]


class Cell(NamedTuple):
    """Rows of one township (辖区外, 未归属) and month: as they count now, as they would count, and why."""

    before: int = 0
    after: int = 0
    added: int = 0
    retracted: int = 0
    moved_in: int = 0
    moved_out: int = 0
    changed: int = 0

    @property
    def is_touched(self) -> bool:
        """True when a row of the cell is not as it was."""
        return any(self[2:])


def sum_of(cells: Iterable[Cell]) -> Cell:
    """The sum of cells."""
    return Cell(*(sum(column) for column in zip(Cell(), *cells, strict=True)))


@dataclass(frozen=True)
class LedgerReview:
    """What becomes of the rows of one ledger (of one kind of mediation).

    `says_other` counts the rows that say something else, `moved` those that count elsewhere; a row may be both.
    `changes` lists changed, moved and retracted rows, the first `CHANGES_KEPT` of them.
    """

    ledger: str
    kind: str | None
    added: int
    says_other: int
    moved: int
    moved_unsaid: int
    """Rows that say what they said and count elsewhere: a list of townships, a decision or a placement is another."""
    retracted: int
    overruled: int
    """Rows of the import of which a newer export says something else: that stands, they are not taken as they are."""
    cells: dict[tuple[str, date], Cell] = field(default_factory=dict)
    """By township and first day of the month; only months in which a row is not as it was."""
    changes: tuple[Change, ...] = ()
    changes_in_all: int = 0
    unusual: tuple[Unusual, ...] = ()
    is_by_placements: bool = False
    """True when what is on trial holds placements and no list of places: only they can move rows unsaid."""

    @property
    def months(self) -> list[date]:
        """The months in which anything changes."""
        return sorted({month for _, month in self.cells})

    @property
    def is_touched(self) -> bool:
        """True when any row is not as it was, or was to become other and did not."""
        numbers = (self.added, self.says_other, self.moved, self.retracted, self.overruled)
        return any(numbers) or bool(self.cells)


@dataclass(frozen=True)
class Review:
    """What imports change, ledger by ledger. `areas`: code and name as listed, 辖区外 and 未归属 last."""

    before: int | None
    """Number of the build in force; None when there is none."""
    areas: tuple[tuple[str, str], ...]
    ledgers: tuple[LedgerReview, ...]


class Tried(NamedTuple):
    """The build in force, the one on trial, and what lies between them. Good until the trial ends."""

    before: Build | None
    after: Build
    review: Review


@contextlib.contextmanager
def tried(
    home: Home, counts: Sequence[Count], *, add: Collection[int] = (), drop: Collection[int] = (), now: datetime
) -> Iterator[Tried]:
    """Put imports on trial and say what they change. Raises Refused as `trial_build` does."""
    before = builds.build_in_force(home)
    records = imports_before(home)
    with trial_build(home, counts, add=add, drop=drop, now=now) as after:
        others = {one.batch for one in records} - {*add, *drop}
        if others != after.batches - {*add}:
            raise Refused("trial_failed", TRIAL_FAILED)
        sides = (records, [one for one in log.all_imports(home.state) if one.batch in after.batches])
        yield Tried(before, after, _review(home, before, after, sides))


def _review(home: Home, before: Build | None, after: Build, sides: Sides) -> Review:
    """Hold a build on trial against the one in force. `sides` are the imports behind the one and behind the other."""
    con = builds.connect_for_work(":memory:", home)
    try:
        # The spool's own folder for spilled data is swept by publishers; the trial's lives as long as the trial.
        con.execute(f"SET temp_directory = '{quoted(after.path.parent / 'review')}'")
        con.execute(f"ATTACH '{quoted(after.path)}' AS after_build (READ_ONLY)")
        if before is not None:
            con.execute(f"ATTACH '{quoted(before.path)}' AS before_build (READ_ONLY)")
        ledgers = [
            one for ledger in _ledgers(sides) for one in _of_ledger(con, home, ledger, sides, has_before=bool(before))
        ]
        return Review(before.number if before else None, _areas(con, has_before=bool(before)), tuple(ledgers))
    finally:
        con.close()


def _ledgers(sides: Sides) -> list[str]:
    """Ledgers with rows on either side, also those that no import in question names: a list of places moves rows."""
    held = {ledger for side in sides for one in side for ledger in one.ledgers_with_rows}
    return [name for name in LEDGERS if name in held]


def _of_ledger(
    con: duckdb.DuckDBPyConnection, home: Home, ledger: str, sides: Sides, *, has_before: bool
) -> list[LedgerReview]:
    own = {one.batch for one in sides[0]} ^ {one.batch for one in sides[1]}
    records = [one for side in sides for one in side if one.batch in own]
    day = DAY_COLUMN.get(ledger)
    if day is not None and _has_facts(con, ledger, day):
        compared = compare_ledger(con, home, ledger, day, sides, own, has_before=has_before)
    elif any(ledger in one.ledgers_with_rows for one in records):
        compared = compare_without_month(con, home, ledger, sides, own)
    else:
        return []
    spans = [span for one in records for span in one.coverage if span.ledger == ledger]
    reviews = [
        _told(con, ledger, kind, one, {month for span in spans if span.kind == kind for month in _months_of(span)})
        for kind, one in sorted(compared.items(), key=lambda pair: pair[0] or "")
    ]
    by_placements = _is_by_placements({name for one in records for name in one.ledgers_with_rows})
    return [replace(one, is_by_placements=by_placements) for one in reviews if one.is_touched]


def _is_by_placements(ledgers: Collection[str]) -> bool:
    return "placements" in ledgers and not {"townships", "villages"} & set(ledgers)


def _months_of(span: Span) -> set[date]:
    """First days of the months that a span reaches into."""
    first, last = (date.fromisoformat(day).replace(day=1) for day in (span.start, span.end))
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return {date(month // 12, month % 12 + 1, 1) for month in months}


def _has_facts(con: duckdb.DuckDBPyConnection, ledger: str, day: str) -> bool:
    """Whether the build places the rows of the ledger one by one: in a table by key, township and day."""
    rows = con.execute(
        "SELECT column_name FROM duckdb_columns() WHERE database_name = 'after_build' AND table_name = $ledger",
        {"ledger": ledger},
    ).fetchall()
    return {key_column(ledger), "township_code", day} <= {name for (name,) in rows}


def _told(
    con: duckdb.DuckDBPyConnection, ledger: str, kind: str | None, compared: Compared, covered: set[date]
) -> LedgerReview:
    cells = {key: Cell(*numbers) for key, numbers in compared.cells.items()}
    touched = {month for (_, month), cell in cells.items() if cell.is_touched}
    return LedgerReview(
        ledger=ledger,
        kind=kind,
        added=compared.states.get("added", 0),
        says_other=compared.says_other,
        moved=compared.states.get("moved", 0),
        moved_unsaid=compared.moved_unsaid,
        retracted=compared.states.get("retracted", 0),
        overruled=compared.overruled,
        cells={key: cell for key, cell in cells.items() if key[1] in touched},
        changes=compared.changes,
        changes_in_all=compared.changes_in_all,
        unusual=unusual_months(con, ledger, kind, _by_month(cells), touched | covered),
    )


def _by_month(cells: dict[tuple[str, date], Cell]) -> dict[date, int]:
    found: dict[date, int] = {}
    for (_, month), cell in cells.items():
        found[month] = found.get(month, 0) + cell.after
    return found


def _areas(con: duckdb.DuckDBPyConnection, *, has_before: bool) -> tuple[tuple[str, str], ...]:
    """Every area of either side in the order of the list; a township that goes stands behind those that stay."""
    sides = ["after_build", *(["before_build"] if has_before else [])]
    parts = [
        f"SELECT {at} AS side, township_code, township_name, sort_order FROM {side}.areas"
        for at, side in enumerate(sides)
    ]
    rows = con.execute(
        "SELECT township_code, min_by(township_name, side) AS name FROM "
        f"({' UNION ALL '.join(parts)}) AS sides GROUP BY township_code "
        "ORDER BY township_code IN ('outside', 'unassigned'), min(side), min_by(sort_order, side)"
    ).fetchall()
    return tuple((str(code), str(name)) for code, name in rows)
