"""Rows of all imports in force folded to one row per natural key: the later import wins, column by column."""

from collections.abc import Sequence
from pathlib import Path

import duckdb
import pyarrow as pa

PROVENANCE = ("sheet_index", "sheet_row")
"""Where a row stood in its file; never part of what a row says."""


def said_columns(schema: pa.Schema) -> list[str]:
    """The columns that hold what a row says: all but its key and its place in the file."""
    return [name for name in schema.names if name not in (*PROVENANCE, "record_key")]


def stack(
    con: duckdb.DuckDBPyConnection,
    target: str,
    files: Sequence[tuple[int, int, Path]],
    schema: pa.Schema,
    only: str = "",
) -> None:
    """Create temp view `target`: all rows of the files with their `ord` and `batch`.

    `files` are (order, batch, parquet path); `only` may name a table whose `record_key`s are the ones wanted.
    """
    wanted = f"WHERE record_key IN (SELECT record_key FROM {only})" if only else ""
    columns = ", ".join(["sheet_index", *schema.names])
    parts = [
        f"SELECT {ord_} AS ord, {batch} AS batch, {columns} FROM read_parquet('{quoted(path)}') {wanted}"
        for ord_, batch, path in files
    ]
    if not parts:
        con.register("no_rows", empty_rows(schema))
        con.execute(f"CREATE OR REPLACE TEMP TABLE {target} AS SELECT 0 AS ord, 0 AS batch, {columns} FROM no_rows")
        con.unregister("no_rows")
        return
    con.execute(f"CREATE OR REPLACE TEMP VIEW {target} AS {' UNION ALL '.join(parts)}")


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
