"""Case numbers of a sheet of placements that no case ledger names: kept, and told, for they wait for their case."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from data.receipt import Problem

CASES_UNKNOWN = "cases_unknown"


def tell_unknown_cases(con: duckdb.DuckDBPyConnection, placements: Path, cases: Sequence[Path]) -> dict[int, Problem]:
    """Sheet index → the warning about its case numbers that none of the files of cases holds."""
    known = "" if not cases else "WHERE record_key NOT IN (SELECT record_key FROM read_parquet($cases))"
    rows = con.execute(
        f"SELECT sheet_index, count(*), list(sheet_row ORDER BY sheet_row)[1:5] FROM read_parquet($placements) {known} "
        "GROUP BY sheet_index",
        {"placements": str(placements)} | ({"cases": [str(path) for path in cases]} if cases else {}),
    ).fetchall()
    return {index: _problem(n, tuple(sheet_rows)) for index, n, sheet_rows in rows}


def _problem(n: int, rows: tuple[int, ...]) -> Problem:
    named = "、".join(map(str, rows)) + ("等" if n > len(rows) else "")
    sentence = (
        f"有{n}个案号不在已入库的案件中（第{named}行）：已保留，导入这些案件后即按所填乡镇归属；"
        "如是笔误，请更正后重新上传。"
    )
    return Problem(CASES_UNKNOWN, "warning", sentence, row=rows[0], column="案号", count=n, rows=rows)
