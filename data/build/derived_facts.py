"""Facts that follow from others: closed cases with what became of them, and the villages that rows name."""

from collections.abc import Iterator

import duckdb
import pyarrow as pa

from data.attribute.named_villages import NamedVillages
from data.build.sql_text import sql
from data.definition import Definition


def create_derived(con: duckdb.DuckDBPyConnection, definition: Definition) -> None:
    """Create `appeals`, `closings`, `place_villages`, `case_villages` and `screenings`; facts and places are there."""
    con.execute(sql("appeals"))
    con.execute(sql("closings"), {"treated_as_withdrawn": definition.treated_as_withdrawn})
    _create_place_villages(con)
    order = definition.attribution_order
    parts = {
        "first_village": ", ".join(
            f"CASE WHEN in_{s}.township_code = facts.township_code THEN in_{s}.village END" for s in order
        ),
        "village_joins": "\n".join(
            f"LEFT JOIN place_villages AS in_{s} ON in_{s}.source = '{s}' AND in_{s}.place_text = rows.place_{s}"
            for s in order
        ),
    }
    for name in ("case_villages", "screenings"):
        con.execute(sql(name, **parts))


def _create_place_villages(con: duckdb.DuckDBPyConnection) -> None:
    """One row per source and place text that names a listed village of the township it lies in."""
    found = list(_named(con))
    columns = {
        name: pa.array([row[i] for row in found], pa.string())
        for i, name in enumerate(("source", "place_text", "township_code", "village"))
    }
    con.register("named_villages", pa.table(columns))
    con.execute("CREATE TABLE place_villages AS SELECT * FROM named_villages ORDER BY source, place_text")
    con.unregister("named_villages")


def _named(con: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, str, str, str]]:
    listed = con.execute("SELECT township_code, village FROM villages").fetchall()
    if not listed:
        return
    villages = NamedVillages(listed)
    query = "SELECT source, place_text, township_code FROM places WHERE township_code IS NOT NULL"
    for source, text, code in con.execute(query).fetchall():
        village = villages.of(code, text)
        if village is not None:
            yield source, text, code, village
