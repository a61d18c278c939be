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
    broken = [*_grains(con), *_known_areas(con), *_rows_kept(con, keys_read)]
    for count in counts:
        broken += _adds_up(con, count)
    if broken:
        raise BuildBroken("; ".join(broken))


def _grains(con: duckdb.DuckDBPyConnection) -> list[str]:
    found = []
    for table, grain in GRAINS.items():
        rows, keys = _one(con, f"SELECT count(*), count(DISTINCT ({grain})) FROM {table}")
        if rows != keys:
            found.append(f"{table}: {rows} rows but {keys} distinct ({grain})")
    return found


def _known_areas(con: duckdb.DuckDBPyConnection) -> list[str]:
    found = []
    for table in (
        "cases",
        "mediations",
        *KEYED,
        "totals_used",
        "closings",
        "daily_counts",
        "monthly_counts",
        "daily_cause_counts",
    ):
        (strangers,) = _one(
            con, f"SELECT count(*) FROM {table} WHERE township_code NOT IN (SELECT township_code FROM areas)"
        )
        if strangers:
            found.append(f"{table}: {strangers} rows at an area that is not listed")
    return found


def _rows_kept(con: duckdb.DuckDBPyConnection, keys_read: Mapping[str, int]) -> list[str]:
    found = []
    for table, keys in keys_read.items():
        (rows,) = _one(con, f"SELECT count(*) FROM {table}")
        if rows != keys:
            found.append(f"{table}: {rows} rows from {keys} natural keys in the files in force")
    return found


_OF_OTHER_MONTHS = """
SELECT coalesce({count.n}, 0) FROM {count.table} WHERE ({count.where}) AND
NOT coalesce(date_trunc('month', {count.day}) IN (SELECT month FROM totals_months WHERE count_name = $name), FALSE)"""


def _adds_up(con: duckdb.DuckDBPyConnection, count: Count) -> list[str]:
    """Townships + 辖区外 + 未归属 = the court's total, counted straight from the facts, by day and by month.

    By month, the facts of months that a summary tells are left aside and the summary's numbers stand for them.
    """
    (total,) = _one(con, f"SELECT coalesce({count.n}, 0) FROM {count.table} WHERE {count.where}")
    (by_day,) = _one(con, "SELECT coalesce(sum(n), 0) FROM daily_counts WHERE count_name = $name", name=count.name)
    found = [_differs(count, "daily_counts", by_day, total)] if by_day != total else []
    if count.fold != "sum":
        return found
    (summed_up,) = _one(con, "SELECT count(*) FROM totals_months WHERE count_name = $name", name=count.name)
    (of_rows,) = _one(con, _OF_OTHER_MONTHS.format(count=count), name=count.name) if summed_up else (total,)
    (of_totals,) = _one(con, "SELECT coalesce(sum(n), 0) FROM totals_used WHERE count_name = $name", name=count.name)
    (by_month,) = _one(con, "SELECT coalesce(sum(n), 0) FROM monthly_counts WHERE count_name = $name", name=count.name)
    if by_month != of_rows + of_totals:
        found.append(_differs(count, "monthly_counts", by_month, of_rows + of_totals))
    return found


def _differs(count: Count, table: str, by_area: int, total: int) -> str:
    return f"{count.name}: areas of {table} add up to {by_area}, the facts hold {total}"


def _one(con: duckdb.DuckDBPyConnection, query: str, **values: object) -> tuple[int, ...]:
    [row] = con.execute(query, values or None).fetchall()
    return row
