"""Cases that the definition leaves out: causes with all below them, groups of causes, batches of one organisation."""

import duckdb

from data.build.sql_text import sql
from data.definition import Definition
from data.reference.causes import below, causes_of_groups


def create_exclusions(con: duckdb.DuckDBPyConnection, definition: Definition) -> None:
    """Create `batch_filings`, found whether or not they are left out, and `excluded_cases`."""
    types = [*definition.civil_types, *definition.administrative_types]
    reach = str(int(definition.batch_days) - 1)
    found = {"first_instance_types": types, "smallest": definition.batch_smallest}
    con.execute(sql("batch_filings", reach=reach), found)
    causes = [cause for (cause,) in con.execute("SELECT DISTINCT cause FROM case_rows WHERE cause <> ''").fetchall()]
    con.execute(
        sql("excluded_cases"),
        {
            "excluded_causes": below(causes, definition.excluded_causes) or [""],
            "grouped_causes": below(causes, causes_of_groups(definition.excluded_groups)) or [""],
            "exclude_batches": definition.exclude_batch_filings,
        },
    )
