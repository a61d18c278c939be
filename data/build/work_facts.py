"""Facts of the registers that people keep by hand: petitions, suggestions, stations, their work, and old summaries."""

from collections.abc import Mapping

import duckdb

from data.build.sql_text import sql

ROW_TABLES = {
    "petitions": "petition_rows",
    "suggestions": "suggestion_rows",
    "activities": "activity_rows",
    "stations": "station_rows",
    "monthly_totals": "total_rows",
}
KEYED = ("petitions", "suggestions", "activities", "stations")
"""Facts with one row per record_key, each placed at an area."""
COVERED_TOWNSHIPS = (
    "SELECT 'stated' AS source, unnest(string_split(covers, '、')) AS place_text FROM station_rows "
    "WHERE covers IS NOT NULL"
)
"""The further place texts that a station names: each must be matched on its own."""


def create_work_facts(con: duckdb.DuckDBPyConnection, placing: Mapping[str, str]) -> None:
    """Create the fact tables of these ledgers; `places` and `decided_words` are there already."""
    con.execute(sql("stations", **placing))
    con.execute(sql("station_townships"))
    for ledger in ("petitions", "suggestions", "activities"):
        con.execute(sql(ledger, **placing))
    con.execute(sql("monthly_totals"))
