"""Facts of a build → the tables that answer the screens: every count by day, and by month."""

from collections.abc import Sequence

import duckdb

from data.build.facts import sql
from data.count import Count


def create_counts(con: duckdb.DuckDBPyConnection, counts: Sequence[Count]) -> None:
    """Create `daily_counts` and `monthly_counts`, sorted so that a period of a count is one stretch of the file."""
    parts = " UNION ALL ".join(
        f"SELECT '{name}' AS count_name, township_code, day, CAST(n AS BIGINT) AS n FROM ({series})"
        for count in counts
        for name, series in count.series()
    )
    con.execute(
        f"CREATE TABLE daily_counts AS SELECT * FROM ({parts}) AS counts ORDER BY count_name, day, township_code"
    )
    names = [name for count in counts if count.fold != "last" for name, _ in count.series()]
    con.execute(sql("monthly_counts"), {"count_names": names})
