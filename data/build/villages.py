"""Villages of the rows in force: from their own ledger and from the column of the township list."""

from collections.abc import Iterator

import duckdb
import pyarrow as pa

from data.attribute.townships import TownshipNames
from data.attribute.villages import canonical_village, kind_of_village
from data.build.sql_text import sql

Holders = dict[str, set[str]]
"""Village → codes of the townships that have one of that name."""


def create_villages(con: duckdb.DuckDBPyConnection, known: TownshipNames) -> tuple[Holders, tuple[str, ...]]:
    """Create `villages`; returns who has which, and the names of townships that fit none of the list."""
    found: dict[tuple[str, str], str | None] = {}
    strangers: dict[str, None] = {}
    for township, village, kind in _said(con):
        code = known.resolve(township)
        name = canonical_village(village, kind)
        if code is None:
            strangers[township] = None
        elif name:
            found[name, code] = found.get((name, code)) or kind_of_village(name, kind)
    columns = {
        "village": pa.array([name for name, _ in found], pa.string()),
        "township_code": pa.array([code for _, code in found], pa.string()),
        "kind": pa.array(list(found.values()), pa.string()),
    }
    con.register("village_list", pa.table(columns))
    con.execute(sql("villages"))
    con.unregister("village_list")
    holders: Holders = {}
    for name, code in found:
        holders.setdefault(name, set()).add(code)
    return holders, tuple(strangers)


def _said(con: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, str, str | None]]:
    """Township, village and kind as the ledgers have them; the ledger of villages speaks before the column."""
    own = "SELECT township, village, kind FROM village_rows ORDER BY ord DESC, sheet_row, village"
    yield from con.execute(own).fetchall()
    beside = "SELECT township, villages FROM township_rows WHERE villages IS NOT NULL ORDER BY ord DESC, sheet_row"
    for township, villages in con.execute(beside).fetchall():
        for village in villages.split("、"):
            yield township, village, None
