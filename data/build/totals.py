"""Summaries that people kept (历史汇总) fill the months and places of which no rows exist; elsewhere rows win."""

from collections.abc import Sequence

import duckdb
import pyarrow as pa

from data.build.sql_text import sql
from data.count import Count

_KEPT_BY_TOWNSHIPS = frozenset(
    (("mediations", "people"), ("mediations", "trade"), ("mediations", "community"), ("petitions", None))
)
"""Registers that every township keeps for itself. In the court's own one a township without a row has none."""


def use_totals(con: duckdb.DuckDBPyConnection, counts: Sequence[Count]) -> None:
    """Create `totals_months`, `totals_used`, `totals_coverage`, and put what they tell into `monthly_counts`.

    `daily_counts`, `coverage`, `monthly_totals` and the townships are there already. A month that an import of rows
    touches is never taken from a summary, not even in part.
    """
    events = [count for count in counts if count.fold == "sum"]
    columns = {
        "count_name": pa.array([count.name for count in events], pa.string()),
        "ledger": pa.array([count.ledger for count in events], pa.string()),
        "kind": pa.array([count.kind for count in events], pa.string()),
        "is_kept_by_townships": pa.array([(c.ledger, c.kind) in _KEPT_BY_TOWNSHIPS for c in events], pa.bool_()),
    }
    con.register("counted", pa.table(columns))
    for name in ("totals_months", "totals_used", "totals_coverage"):
        con.execute(sql(name))
    if con.execute("SELECT 1 FROM totals_used LIMIT 1").fetchall():
        con.execute(sql("monthly_counts_with_totals"))
    con.unregister("counted")
