"""What lies nowhere: the place texts that matched nothing with the rows that bear them, and the cases."""

from collections.abc import Sequence

import duckdb

from data.attribute.places import BY_SHEET
from data.build.sql_text import sql

_DAYS = {
    "case_rows": ("cases", "case_number", "filed_on"),
    "mediation_rows": ("mediations", "record_key", "accepted_on"),
    "petition_rows": ("petitions", "record_key", "registered_on"),
    "suggestion_rows": ("suggestions", "record_key", "issued_on"),
    "activity_rows": ("activities", "record_key", "held_on"),
    "station_rows": ("stations", "record_key", "established_on"),
}


def create_unplaced(con: duckdb.DuckDBPyConnection, order: Sequence[str]) -> None:
    """Create `unmatched_texts` and `unassigned_cases`; the facts and `places` are there already."""
    con.execute(
        "CREATE TEMP TABLE unmatched AS SELECT source, place_text, core, how FROM places WHERE township_code IS NULL"
    )
    selects = [_select(table, source) for table in _DAYS for source in order]
    con.execute(sql("unmatched_texts", selects=" UNION ALL ".join([*selects, _select_by_sheet()])))
    con.execute(sql("unassigned_cases"))


def _select(table: str, source: str) -> str:
    facts, key, day = _DAYS[table]
    return (
        f"SELECT u.source, u.place_text, u.core, u.how, f.township_code, f.{day} AS day FROM unmatched AS u "
        f"JOIN {table} AS r ON r.place_{source} = u.place_text JOIN {facts} AS f ON f.{key} = r.record_key "
        f"WHERE u.source = '{source}'"
    )


def _select_by_sheet() -> str:
    """Townships written beside a case number: of a case that is not there yet nothing is known but that."""
    return (
        "SELECT u.source, u.place_text, u.core, u.how, f.township_code, f.filed_on AS day FROM unmatched AS u "
        "JOIN placement_rows AS r ON r.township = u.place_text LEFT JOIN cases AS f ON f.case_number = r.record_key "
        f"WHERE u.source = '{BY_SHEET}'"
    )
