"""Rows of all imports in force folded to one row per natural key: the later import wins, column by column.

An import that replaces a period takes out what earlier imports said of keys in that period which it lacks itself.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import duckdb
import pyarrow as pa
import pyarrow.parquet

from data.build.spans import DAY_COLUMN
from data.store.imports import Span

PROVENANCE = ("sheet_index", "sheet_row")
"""Where a row stood in its file; never part of what a row says."""


_TYPES = {
    pa.string(): "VARCHAR",
    pa.date32(): "DATE",
    pa.bool_(): "BOOLEAN",
    pa.int16(): "SMALLINT",
    pa.int32(): "INTEGER",
    pa.int64(): "BIGINT",
    pa.float64(): "DOUBLE",
}


class RowFile(NamedTuple):
    """The rows one import brought into one ledger; a greater order wins where rows disagree.

    `spared` are keys that the file names but whose rows were set aside: a replaced period does not lose them.
    """

    order: int
    batch: int
    path: Path
    replaces: tuple[Span, ...] = ()
    spared: tuple[str, ...] = ()


def said_columns(schema: pa.Schema) -> list[str]:
    """The columns that hold what a row says: all but its key and its place in the file."""
    return [name for name in schema.names if name not in (*PROVENANCE, "record_key")]


def stack(
    con: duckdb.DuckDBPyConnection,
    target: str,
    files: Sequence[RowFile],
    schema: pa.Schema,
    only: str = "",
) -> None:
    """Create temp view `target`: the rows of the files that no later file retracts, with their `ord` and `batch`.

    `only` may name a table whose `record_key`s are the ones wanted.
    """
    wanted = f"WHERE record_key IN (SELECT record_key FROM {only})" if only else ""
    columns = ", ".join(["sheet_index", *schema.names])
    parts = [
        f"SELECT {one.order} AS ord, {one.batch} AS batch, {_columns_of(one.path, schema)} "
        f"FROM read_parquet('{quoted(one.path)}') {wanted}"
        for one in files
    ]
    if not parts:
        con.register("no_rows", empty_rows(schema))
        con.execute(f"CREATE OR REPLACE TEMP TABLE {target} AS SELECT 0 AS ord, 0 AS batch, {columns} FROM no_rows")
        con.unregister("no_rows")
        return
    replacing = sorted(file for file in files if file.replaces)
    everything = f"{target}_said" if replacing else target
    con.execute(f"CREATE OR REPLACE TEMP VIEW {everything} AS {' UNION ALL '.join(parts)}")
    if replacing:
        _retract(con, everything, f"{target}_retracted", replacing)
        con.execute(
            f"CREATE OR REPLACE TEMP VIEW {target} AS SELECT s.* FROM {everything} AS s "
            f"LEFT JOIN {target}_retracted AS r ON r.record_key = s.record_key WHERE s.ord > coalesce(r.ord, 0)"
        )


def _columns_of(path: Path, schema: pa.Schema) -> str:
    """The ledger's columns as this file has them: one that was written before a column came has none of it."""
    there = set(pyarrow.parquet.read_schema(path).names)
    said = [f.name if f.name in there else f"CAST(NULL AS {_TYPES[f.type]}) AS {f.name}" for f in schema]
    return ", ".join(["sheet_index", *said])


def _retract(con: duckdb.DuckDBPyConnection, said: str, target: str, replacing: Sequence[RowFile]) -> None:
    """Create `target(record_key, ord)`: what was said of the key before `ord` stands no more.

    In the order of the imports: what a key's day is, and whether it is there at all, depends on those before.
    """
    con.execute(f"CREATE OR REPLACE TEMP TABLE {target} (record_key VARCHAR, ord INTEGER)")
    for file in replacing:
        con.execute(
            "CREATE OR REPLACE TEMP TABLE spared AS SELECT unnest(CAST($keys AS VARCHAR[])) AS record_key",
            {"keys": list(file.spared)},
        )
        named = f"SELECT record_key FROM {said} WHERE ord = {file.order} UNION ALL SELECT record_key FROM spared"
        for span in file.replaces:
            day = DAY_COLUMN.get(span.ledger)
            if day is None:
                continue
            kind = "" if span.kind is None else "AND max_by(s.kind, s.ord) FILTER (WHERE s.kind IS NOT NULL) = $kind"
            con.execute(
                f"INSERT INTO {target} SELECT s.record_key, {file.order} FROM {said} AS s "
                f"LEFT JOIN (SELECT record_key, max(ord) AS ord FROM {target} GROUP BY record_key) AS r "
                f"ON r.record_key = s.record_key "
                f"WHERE s.ord < {file.order} AND s.ord > coalesce(r.ord, 0) "
                f"AND s.record_key NOT IN ({named}) GROUP BY s.record_key "
                f"HAVING max_by(s.{day}, s.ord) FILTER (WHERE s.{day} IS NOT NULL) "
                f"BETWEEN CAST($start AS DATE) AND CAST($end AS DATE) {kind}",
                {"start": span.start, "end": span.end} | ({} if span.kind is None else {"kind": span.kind}),
            )
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE {target} AS SELECT record_key, max(ord) AS ord FROM {target} GROUP BY record_key"
    )


def fold(con: duckdb.DuckDBPyConnection, stacked: str, target: str, schema: pa.Schema) -> None:
    """Create temp view `target`: one row per `record_key`; an empty cell never erases an earlier value.

    Only keys that several imports name are copied; the others are read where they lie.
    """
    said = said_columns(schema)
    newest = ", ".join(f"max_by({c}, ord) FILTER (WHERE {c} IS NOT NULL) AS {c}" for c in said)
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE {target}_folded AS "
        f"WITH repeated AS (SELECT record_key FROM {stacked} GROUP BY record_key HAVING count(*) > 1) "
        f"SELECT record_key, max_by(batch, ord) AS batch, max(ord) AS ord, max_by(sheet_row, ord) AS sheet_row, "
        f"{newest} FROM {stacked} "
        f"WHERE record_key IN (SELECT record_key FROM repeated) GROUP BY record_key"
    )
    columns = ", ".join(["record_key", "batch", "ord", "sheet_row", *said])
    con.execute(
        f"CREATE OR REPLACE TEMP VIEW {target} AS SELECT {columns} FROM {stacked} "
        f"WHERE record_key NOT IN (SELECT record_key FROM {target}_folded) "
        f"UNION ALL SELECT {columns} FROM {target}_folded"
    )


def quoted(path: Path) -> str:
    """A file name inside SQL text: views and COPY take no parameters."""
    return str(path).replace("'", "''")


def empty_rows(schema: pa.Schema) -> pa.Table:
    """A table without rows in the shape of a batch's parquet file."""
    return batch_schema(schema).empty_table()


def batch_schema(schema: pa.Schema) -> pa.Schema:
    """Schema of a batch's parquet file: the ledger's columns and the index of the sheet they came from."""
    return pa.schema([pa.field("sheet_index", pa.int32()), *schema])
