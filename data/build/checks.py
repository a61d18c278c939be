"""What must hold before a build is published. Each check yields the rows that break it; none may."""

from collections.abc import Mapping, Sequence

import duckdb

from data.build.work_facts import KEYED
from data.count import Count

GRAINS = {
    "townships": "township_code",
    "areas": "township_code",
    "population": "township_code, basis, as_of",
    "cases": "case_number",
    "mediations": "record_key",
    "appeals": "original_case_number",
    "closings": "case_number",
    "case_villages": "case_number",
    "screenings": "record_key",
    "place_villages": "source, place_text",
    "petitions": "record_key",
    "suggestions": "record_key",
    "activities": "record_key",
    "stations": "record_key",
    "station_townships": "record_key, township_code",
    "monthly_totals": "count_name, month, township_code",
    "totals_months": "count_name, month",
    "totals_used": "count_name, month, township_code",
    "totals_coverage": "count_name, month, township_code",
    "places": "source, place_text",
    "unmatched_texts": "source, place_text",
    "unassigned_cases": "case_number",
    "batch_filings": "case_number",
    "excluded_cases": "case_number",
    "hand_placements": "case_number",
    "villages": "village, township_code",
    "township_aliases": "township_code, alias",
    "daily_counts": "count_name, township_code, day",
    "monthly_counts": "count_name, township_code, month",
    "daily_cause_counts": "count_name, cause, township_code, day",
}


class BuildBroken(Exception):
    """A build failed one of its checks and was thrown away; the build in force stays."""


def check_build(con: duckdb.DuckDBPyConnection, counts: Sequence[Count], keys_read: Mapping[str, int]) -> None:
    """Raise BuildBroken unless grains, sums and row accounts hold.

    `keys_read` says for each fact table how many distinct natural keys the files in force hold.
    """
    broken = [*_grains(con), *_known_areas(con), *_rows_kept(con, keys_read), *_adds_up(con, counts)]
    if broken:
        raise BuildBroken("; ".join(broken))


def _grains(con: duckdb.DuckDBPyConnection) -> list[str]:
    selects = [f"SELECT '{table}', count(*), count(DISTINCT ({grain})) FROM {table}" for table, grain in GRAINS.items()]
    return [
        f"{table}: {rows} rows but {keys} distinct ({GRAINS[table]})"
        for table, rows, keys in con.execute(" UNION ALL ".join(selects)).fetchall()
        if rows != keys
    ]


PLACED = (
    "cases",
    "mediations",
    *KEYED,
    "totals_used",
    "closings",
    "daily_counts",
    "monthly_counts",
    "daily_cause_counts",
)


def _known_areas(con: duckdb.DuckDBPyConnection) -> list[str]:
    listed = "(SELECT township_code FROM areas)"
    selects = [f"SELECT '{table}', count(*) FROM {table} WHERE township_code NOT IN {listed}" for table in PLACED]
    return [
        f"{table}: {strangers} rows at an area that is not listed"
        for table, strangers in con.execute(" UNION ALL ".join(selects)).fetchall()
        if strangers
    ]


def _rows_kept(con: duckdb.DuckDBPyConnection, keys_read: Mapping[str, int]) -> list[str]:
    found = []
    for table, keys in keys_read.items():
        (rows,) = _one(con, f"SELECT count(*) FROM {table}")
        if rows != keys:
            found.append(f"{table}: {rows} rows from {keys} natural keys in the files in force")
    return found


_NAMED = "name_"
_OF_FACTS = (
    "SELECT $name AS count_name, CAST(coalesce({count.n}, 0) AS HUGEINT) AS n FROM {count.table} WHERE {count.where}"
)
_OF_OTHER_MONTHS = """ AND NOT coalesce(
    date_trunc('month', {count.day}) IN (SELECT month FROM totals_months WHERE count_name = $name), FALSE)"""
_SUMMED = "SELECT count_name, CAST(sum(n) AS HUGEINT) FROM {table} GROUP BY count_name"


def _adds_up(con: duckdb.DuckDBPyConnection, counts: Sequence[Count]) -> list[str]:
    """Townships + 辖区外 + 未归属 = the court's total, counted straight from the facts, by day and by month.

    By month, the facts of months that a summary tells are left aside and the summary's numbers stand for them.
    """
    by_day, by_month, of_totals = (
        _by_name(con, _SUMMED.format(table=table)) for table in ("daily_counts", "monthly_counts", "totals_used")
    )
    facts = _of_facts(con, counts, _OF_FACTS)
    summed_up = _by_name(con, "SELECT DISTINCT count_name, 1 FROM totals_months")
    of_rows = facts | _of_facts(con, [one for one in counts if one.name in summed_up], _OF_FACTS + _OF_OTHER_MONTHS)
    found = []
    for count in counts:
        name = count.name
        held = {"daily_counts": (by_day, facts[name])}
        if count.fold == "sum":
            held["monthly_counts"] = (by_month, of_rows[name] + of_totals.get(name, 0))
        for table, (areas, total) in held.items():
            if areas.get(name, 0) != total:
                found.append(_differs(count, table, areas.get(name, 0), total))
    return found


def _of_facts(con: duckdb.DuckDBPyConnection, counts: Sequence[Count], select: str) -> dict[str, int]:
    """Every count's total of the fact rows, in one query."""
    if not counts:
        return {}
    parts = [select.format(count=one).replace("$name", f"${_NAMED}{at}") for at, one in enumerate(counts)]
    return _by_name(con, " UNION ALL ".join(parts), {f"{_NAMED}{at}": one.name for at, one in enumerate(counts)})


def _by_name(con: duckdb.DuckDBPyConnection, query: str, values: Mapping[str, str] | None = None) -> dict[str, int]:
    return {name: int(n) for name, n in con.execute(query, values).fetchall()}


def _differs(count: Count, table: str, by_area: int, total: int) -> str:
    return f"{count.name}: areas of {table} add up to {by_area}, the facts hold {total}"


def _one(con: duckdb.DuckDBPyConnection, query: str, **values: object) -> tuple[int, ...]:
    [row] = con.execute(query, values or None).fetchall()
    return row
