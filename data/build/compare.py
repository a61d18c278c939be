"""The rows of one ledger before and after, key by key: in which state each is, where it counts, what it says."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

import duckdb

from data.build.build import row_files
from data.build.resolve import RowFile, fold, quoted, said_columns, stack
from data.build.row_words import cell_text, column_label, row_name
from data.clean.schema import SCHEMAS
from data.store.home import Home
from data.store.imports import ImportRecord

CHANGES_KEPT = 20_000
"""Changed, moved and retracted rows that are listed one by one; the numbers are of all of them."""

Sides = tuple[Collection[ImportRecord], Collection[ImportRecord]]
Kind = str | None
UNSAID = frozenset({"party_only_key", "filed_on_is_received"})
"""Columns that change without a word that anybody counts."""


class Difference(NamedTuple):
    """One column of a row: what it said and what it would say; empty text for an empty cell."""

    label: str
    old: str
    new: str


class Change(NamedTuple):
    """A row that is changed, moved or retracted. Areas are codes; None where the row is in no cell."""

    state: str
    name: str
    old_day: date | None
    new_day: date | None
    old_area: str | None
    new_area: str | None
    differences: tuple[Difference, ...]


@dataclass
class Compared:
    """One ledger (one kind of mediation), compared."""

    states: dict[str, int] = field(default_factory=dict)
    says_other: int = 0
    moved_unsaid: int = 0
    overruled: int = 0
    cells: dict[tuple[str, date], tuple[int, ...]] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    changes_in_all: int = 0


def key_column(ledger: str) -> str:
    """The column of the ledger's fact table that holds the natural key."""
    return "case_number" if ledger == "cases" else "record_key"


def compare_ledger(
    con: duckdb.DuckDBPyConnection, home: Home, ledger: str, day: str, sides: Sides, own: set[int], *, has_before: bool
) -> dict[Kind, Compared]:
    """A ledger whose rows count at townships on days: from the fact tables of both builds."""
    key = key_column(ledger)
    kind = "kind" if ledger == "mediations" else "CAST(NULL AS VARCHAR)"
    select = f"SELECT {key} AS record_key, {kind} AS kind, township_code AS area, CAST({day} AS DATE) AS day"
    con.execute(f"CREATE OR REPLACE TEMP VIEW facts_after AS {select} FROM after_build.{ledger}")
    source = f"before_build.{ledger}" if has_before else f"after_build.{ledger} WHERE FALSE"
    con.execute(f"CREATE OR REPLACE TEMP VIEW facts_before AS {select} FROM {source}")
    _compare_words(con, home, ledger, sides, own)
    con.execute(_COMPARED)
    return _read(con, home, ledger, sides)


def compare_without_month(
    con: duckdb.DuckDBPyConnection, home: Home, ledger: str, sides: Sides, own: set[int]
) -> dict[Kind, Compared]:
    """A ledger of names or people: what its rows say is all there is to compare."""
    _compare_words(con, home, ledger, sides, own)
    nowhere = "CAST(NULL AS VARCHAR) AS kind, CAST(NULL AS VARCHAR) AS area, CAST(NULL AS DATE) AS day"
    for side in ("before", "after"):
        con.execute(f"CREATE OR REPLACE TEMP VIEW facts_{side} AS SELECT record_key, {nowhere} FROM rows_{side}")
    con.execute(_COMPARED)
    return _read(con, home, ledger, sides)


_COMPARED = """
CREATE OR REPLACE TEMP TABLE compared AS
SELECT
    coalesce(a.record_key, b.record_key) AS record_key,
    b.kind AS old_kind, b.area AS old_area, b.day AS old_day, CAST(date_trunc('month', b.day) AS DATE) AS old_month,
    a.kind AS new_kind, a.area AS new_area, a.day AS new_day, CAST(date_trunc('month', a.day) AS DATE) AS new_month,
    w.record_key IS NOT NULL AS says_other,
    coalesce(a.record_key, b.record_key) IN (SELECT record_key FROM overruled) AS is_overruled,
    CASE
        WHEN b.record_key IS NULL THEN 'added'
        WHEN a.record_key IS NULL THEN 'retracted'
        WHEN b.area IS DISTINCT FROM a.area OR b.kind IS DISTINCT FROM a.kind
            OR date_trunc('month', b.day) IS DISTINCT FROM date_trunc('month', a.day) THEN 'moved'
        WHEN w.record_key IS NOT NULL THEN 'changed'
        ELSE 'same'
    END AS state
FROM facts_before AS b
FULL JOIN facts_after AS a ON a.record_key = b.record_key
LEFT JOIN other_words AS w ON w.record_key = coalesce(a.record_key, b.record_key)
"""


def _compare_words(con: duckdb.DuckDBPyConnection, home: Home, ledger: str, sides: Sides, own: set[int]) -> None:
    """Create `other_words(record_key)`: rows on both sides that say something else.

    Only keys that an import of one side alone names, or whose period it replaces, can say something else.
    """
    schema = SCHEMAS[ledger]
    paths = [str(path) for batch in sorted(own) if (path := home.rows_file(ledger, batch)).exists()]
    named = "read_parquet($paths)" if paths else "(SELECT CAST(NULL AS VARCHAR) AS record_key) AS nobody"
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE named AS SELECT DISTINCT record_key FROM {named} WHERE record_key IS NOT NULL",
        {"paths": paths} if paths else None,
    )
    for name, side in zip(("before", "after"), sides, strict=True):
        _fold_side(con, home, ledger, side, name, only="named")
    differs = " OR ".join(f"b.{c} IS DISTINCT FROM a.{c}" for c in said_columns(schema) if c not in UNSAID)
    con.execute(
        "CREATE OR REPLACE TEMP TABLE other_words AS SELECT a.record_key FROM rows_after AS a "
        f"JOIN rows_before AS b ON b.record_key = a.record_key WHERE {differs}"
    )
    _find_overruled(con, [one for one in row_files(home, list(sides[1]), ledger) if one.batch in own], ledger)


def _find_overruled(con: duckdb.DuckDBPyConnection, files: Sequence[RowFile], ledger: str) -> None:
    """Create `overruled(record_key)`: rows of the imports that enter of which a newer import says something else."""
    con.execute("CREATE OR REPLACE TEMP TABLE overruled (record_key VARCHAR)")
    said = [c for c in said_columns(SCHEMAS[ledger]) if c not in UNSAID]
    differs = " OR ".join(f"(d.{c} IS NOT NULL AND d.{c} IS DISTINCT FROM a.{c})" for c in said)
    for file in files:
        con.execute(
            f"INSERT INTO overruled SELECT d.record_key FROM read_parquet('{quoted(file.path)}') AS d "
            f"JOIN rows_after AS a ON a.record_key = d.record_key WHERE {differs}"
        )


def _fold_side(
    con: duckdb.DuckDBPyConnection, home: Home, ledger: str, side: Collection[ImportRecord], name: str, *, only: str
) -> None:
    """Create `rows_<name>`: what the imports of one side say, folded, of the keys in table `only`."""
    stack(con, f"{ledger}_{name}", row_files(home, list(side), ledger), SCHEMAS[ledger], only=only)
    fold(con, f"{ledger}_{name}", f"rows_{name}", SCHEMAS[ledger])


def _read(con: duckdb.DuckDBPyConnection, home: Home, ledger: str, sides: Sides) -> dict[Kind, Compared]:
    """The comparison by kind. A row that changes its kind leaves the one and enters the other."""
    found: dict[Kind, Compared] = {}
    for kind, state, n, says_other, unsaid, overruled in con.execute(
        "SELECT coalesce(new_kind, old_kind) AS kind, state, count(*), "
        "count(*) FILTER (WHERE says_other), count(*) FILTER (WHERE state = 'moved' AND NOT says_other), "
        "count(*) FILTER (WHERE is_overruled) "
        "FROM compared GROUP BY ALL ORDER BY ALL"
    ).fetchall():
        one = found.setdefault(kind, Compared())
        one.states[state] = n
        one.says_other += says_other
        one.moved_unsaid += unsaid
        one.overruled += overruled
    for kind, area, month, *numbers in con.execute(_CELLS).fetchall():
        found.setdefault(kind, Compared()).cells[(area, month)] = tuple(numbers)
    for kind, one in found.items():
        one.changes_in_all = sum(one.states.get(state, 0) for state in ("changed", "moved", "retracted"))
        one.changes = _changes(con, home, ledger, sides, kind) if one.changes_in_all else ()
    return found


_CELLS = """
SELECT
    kind, area, month,
    count(*) FILTER (WHERE is_old),
    count(*) FILTER (WHERE NOT is_old),
    count(*) FILTER (WHERE NOT is_old AND state = 'added'),
    count(*) FILTER (WHERE is_old AND state = 'retracted'),
    count(*) FILTER (WHERE NOT is_old AND state = 'moved'),
    count(*) FILTER (WHERE is_old AND state = 'moved'),
    count(*) FILTER (WHERE NOT is_old AND state = 'changed')
FROM (
    SELECT TRUE AS is_old, old_kind AS kind, old_area AS area, old_month AS month, state FROM compared
    UNION ALL
    SELECT FALSE, new_kind, new_area, new_month, state FROM compared
) AS sides
WHERE area IS NOT NULL AND month IS NOT NULL
GROUP BY kind, area, month
"""

_ORDER = "CASE state WHEN 'retracted' THEN 1 WHEN 'moved' THEN 2 ELSE 3 END"


def _changes(con: duckdb.DuckDBPyConnection, home: Home, ledger: str, sides: Sides, kind: Kind) -> tuple[Change, ...]:
    """The rows that are not as they were, retracted ones first, then those that count elsewhere."""
    rows = con.execute(
        "SELECT record_key, state, old_day, new_day, old_area, new_area FROM compared "
        "WHERE state IN ('changed', 'moved', 'retracted') AND coalesce(new_kind, old_kind) IS NOT DISTINCT FROM $kind "
        f"ORDER BY {_ORDER}, coalesce(new_day, old_day), record_key LIMIT {CHANGES_KEPT}",
        {"kind": kind},
    ).fetchall()
    old, new = said_of(con, home, ledger, sides, [row[0] for row in rows])
    return tuple(_change(ledger, row, old.get(row[0], {}), new.get(row[0], {})) for row in rows)


Said = dict[str, dict[str, Any]]
"""What rows say, by key and column; of a row that is not there nothing."""


def said_of(
    con: duckdb.DuckDBPyConnection, home: Home, ledger: str, sides: Sides, keys: Sequence[str]
) -> tuple[Said, Said]:
    """What the imports of the one side and of the other say of these keys, folded."""
    con.execute(
        "CREATE OR REPLACE TEMP TABLE listed AS SELECT unnest(CAST($keys AS VARCHAR[])) AS record_key",
        {"keys": list(keys)},
    )
    old, new = (_said(con, home, ledger, *pair) for pair in zip(("old", "new"), sides, strict=True))
    return old, new


def _said(con: duckdb.DuckDBPyConnection, home: Home, ledger: str, name: str, side: Collection[ImportRecord]) -> Said:
    """What the listed rows say on one side."""
    _fold_side(con, home, ledger, side, name, only="listed")
    cursor = con.execute(f"SELECT * FROM rows_{name}")
    names = [column[0] for column in cursor.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return {row["record_key"]: row for row in rows}


def _change(ledger: str, row: Sequence[Any], old: Mapping[str, Any], new: Mapping[str, Any]) -> Change:
    _, state, old_day, new_day, old_area, new_area = row
    return Change(state, row_name(new or old), old_day, new_day, old_area, new_area, _differences(ledger, old, new))


def _differences(ledger: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Difference, ...]:
    if not old or not new:
        return ()
    return tuple(
        Difference(column_label(ledger, name), cell_text(name, old[name]), cell_text(name, new[name]))
        for name in columns_that_differ(ledger, old, new)
    )


def columns_that_differ(ledger: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    """The columns of a row that say something else on the other side."""
    said = [name for name in said_columns(SCHEMAS[ledger]) if name not in UNSAID]
    return tuple(name for name in said if old[name] != new[name])
