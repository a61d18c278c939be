"""What one import does to the rows in force: added, changed, unchanged, retracted; what newer exports overrule."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from data.build.resolve import RowFile, fold, quoted, said_columns, stack

SILENT = frozenset({"party_only_key"})
"""A hash of the party columns changes whenever an export names one party more; it says nothing that is counted."""


@dataclass
class Outcome:
    """What became of the rows of one sheet. `overruled` rows say something that a newer export says otherwise."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    overruled: int = 0


def outcomes(
    con: duckdb.DuckDBPyConnection, mine: RowFile, others: Sequence[RowFile], schema: pa.Schema
) -> tuple[dict[int, Outcome], int]:
    """Hold the rows without this import against the rows with it; outcomes by sheet index, and rows retracted.

    A sheet row that gave several rows counts once, under the most telling of its outcomes.
    """
    con.execute(f"CREATE OR REPLACE TEMP VIEW own AS SELECT * FROM read_parquet('{quoted(mine.path)}')")
    if not others:
        con.execute(
            "CREATE OR REPLACE TEMP VIEW told AS SELECT sheet_index, sheet_row, 1 AS told, FALSE AS overruled FROM own"
        )
        return _by_sheet(con), 0
    # What is retracted may be any key of the period; else only the keys that this import names can differ.
    only = "" if mine.replaces else "own"
    stack(con, "all_before", others, schema, only)
    fold(con, "all_before", "rows_before", schema)
    stack(con, "all_after", [*others, mine], schema, only)
    fold(con, "all_after", "rows_after", schema)
    _tell(con, schema)
    return _by_sheet(con), _retracted(con) if mine.replaces else 0


def _tell(con: duckdb.DuckDBPyConnection, schema: pa.Schema) -> None:
    seen = [column for column in said_columns(schema) if column not in SILENT]
    same = " AND ".join(f"b.{c} IS NOT DISTINCT FROM a.{c}" for c in seen)
    taken = " AND ".join(f"(o.{c} IS NULL OR o.{c} IS NOT DISTINCT FROM a.{c})" for c in seen)
    con.execute(
        "CREATE OR REPLACE TEMP VIEW told AS SELECT o.sheet_index, o.sheet_row, CASE "
        "WHEN b.record_key IS NULL AND a.record_key IS NULL THEN 3 WHEN b.record_key IS NULL THEN 1 "
        f"WHEN {same} THEN 3 ELSE 2 END AS told, NOT ({taken}) AS overruled FROM own AS o "
        "LEFT JOIN rows_before AS b ON b.record_key = o.record_key "
        "LEFT JOIN rows_after AS a ON a.record_key = o.record_key"
    )


def _by_sheet(con: duckdb.DuckDBPyConnection) -> dict[int, Outcome]:
    found: dict[int, Outcome] = {}
    for index, told, n, overruled in con.execute(
        "WITH rows AS (SELECT sheet_index, sheet_row, min(told) AS told, bool_or(overruled) AS overruled "
        "FROM told GROUP BY sheet_index, sheet_row) "
        "SELECT sheet_index, told, count(*), count(*) FILTER (WHERE overruled) FROM rows GROUP BY sheet_index, told"
    ).fetchall():
        outcome = found.setdefault(index, Outcome())
        setattr(outcome, ("added", "changed", "unchanged")[told - 1], n)
        outcome.overruled += overruled
    return found


def _retracted(con: duckdb.DuckDBPyConnection) -> int:
    [(n,)] = con.execute(
        "SELECT count(*) FROM rows_before WHERE record_key NOT IN (SELECT record_key FROM rows_after) "
        "AND record_key NOT IN (SELECT record_key FROM own)"
    ).fetchall()
    return int(n)
