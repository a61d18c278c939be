"""Rows whose day lies after the day of their import: a slip of the pen that counts, and is told."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import duckdb

from data.build.column_labels import LABELS
from data.receipt import Problem

_DAYS = {"cases": "filed_on", "appeals": "filed_on", "mediations": "accepted_on", "petitions": "registered_on"}
"""Ledgers of what has happened: none of their rows can be of tomorrow."""


def tell_days_ahead(con: duckdb.DuckDBPyConnection, ledger: str, rows: Path, today: date) -> dict[int, Problem]:
    """Sheet index → the warning about its rows that say a day after `today`."""
    column = _DAYS.get(ledger)
    if column is None:
        return {}
    found = con.execute(
        f"SELECT sheet_index, count(*), list(sheet_row ORDER BY sheet_row)[1:5] FROM read_parquet($rows) "
        f"WHERE {column} > $today GROUP BY sheet_index",
        {"rows": str(rows), "today": today},
    ).fetchall()
    return {index: _problem(LABELS[column], n, tuple(sheet_rows), today) for index, n, sheet_rows in found}


def _problem(label: str, n: int, rows: Sequence[int], today: date) -> Problem:
    named = "、".join(map(str, rows)) + ("等" if n > len(rows) else "")
    sentence = (
        f"有{n}行的“{label}”晚于导入当天（{today.isoformat()}），见第{named}行：已照原样入库，到那一天所在的期间才计入；"
        "如是笔误，请更正后重新上传。"
    )
    return Problem("filing_date_ahead", "warning", sentence, rows[0], label, count=n, rows=tuple(rows))
