"""One upload's rows → one row per natural key. Repeats inside the file are folded, conflicting filing dates set aside.

What the rows that are left do to those in force is told by data/build/outcomes.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pyarrow as pa

from data.build.column_labels import LABELS
from data.build.resolve import quoted, said_columns
from data.receipt import Problem

SHOWN = 50
"""Conflicts listed one by one in a receipt; the rest is in the count."""

PARTY_COLUMNS = frozenset(
    {"plaintiff_organisations", "defendant_organisations", "party_only_key"}
    | {f"place_{source}" for source in ("stated", "defendant", "dispute", "plaintiff", "tribunal")}
)


@dataclass
class SheetAccount:
    """What became of the rows of one sheet that did not enter."""

    repeated: int = 0
    set_aside: int = 0
    set_aside_keys: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def merge_upload(
    con: duckdb.DuckDBPyConnection, sheets: Sequence[tuple[int, Path]], schema: pa.Schema, target: Path
) -> dict[int, SheetAccount]:
    """Fold the sheets of one ledger and write the batch's rows to `target`; accounts by sheet index.

    Nothing is written when every row was set aside.
    """
    _incoming(con, sheets, schema)
    accounts = {index: SheetAccount() for index, _ in sheets}
    if "filed_on" in schema.names:
        _set_aside_conflicts(con, accounts)
    _fold_repeats(con, schema)
    _tell_repeats(con, schema, accounts)
    _count_repeats(con, accounts)
    if con.execute("SELECT 1 FROM merged LIMIT 1").fetchall():
        columns = ", ".join(["sheet_index", *schema.names])
        con.execute(
            f"COPY (SELECT {columns} FROM merged ORDER BY seq) TO '{quoted(target)}' (FORMAT parquet, COMPRESSION zstd)"
        )
    return accounts


def _incoming(con: duckdb.DuckDBPyConnection, sheets: Sequence[tuple[int, Path]], schema: pa.Schema) -> None:
    """Create view `incoming` over the sheets' files, and `repeated`. Most uploads repeat nothing: nothing is copied."""
    columns = ", ".join(schema.names)
    # Two output rows may share a sheet row (several columns of people), so the file's own order breaks the tie.
    parts = [
        f"SELECT CAST({index} AS INTEGER) AS sheet_index, {columns}, "
        f"CAST({index} AS BIGINT) * 100000000 + file_row_number AS seq "
        f"FROM read_parquet('{quoted(path)}', file_row_number = true)"
        for index, path in sheets
    ]
    con.execute(f"CREATE OR REPLACE TEMP VIEW uploaded AS {' UNION ALL '.join(parts)}")
    con.execute("CREATE OR REPLACE TEMP VIEW incoming AS SELECT * FROM uploaded")
    con.execute(
        "CREATE OR REPLACE TEMP TABLE repeated AS "
        "SELECT record_key FROM incoming GROUP BY record_key HAVING count(*) > 1"
    )


def _set_aside_conflicts(con: duckdb.DuckDBPyConnection, accounts: dict[int, SheetAccount]) -> None:
    """The same case with two filing dates: nobody can know which is right, so neither row counts."""
    con.execute(
        "CREATE OR REPLACE TEMP TABLE conflicting AS SELECT record_key FROM incoming "
        "WHERE record_key IN (SELECT record_key FROM repeated) GROUP BY record_key HAVING count(DISTINCT filed_on) > 1"
    )
    rows = con.execute(
        "SELECT sheet_index, sheet_row, record_key, filed_on FROM incoming "
        "WHERE record_key IN (SELECT record_key FROM conflicting) ORDER BY seq"
    ).fetchall()
    for index, row, key, filed_on in rows:
        accounts[index].set_aside += 1
        accounts[index].set_aside_keys.append(key)
        accounts[index].problems.append(
            Problem(
                "conflicting_filing_dates",
                "error",
                f"第{row}行：同一案号在本文件中有不同的立案日期，无法判断以哪一个为准；请在原表中改为一致后重新上传。",
                row=row,
                column="立案日期",
                value=f"{key} {filed_on}",
            )
        )
    if rows:
        con.execute(
            "CREATE OR REPLACE TEMP VIEW incoming AS SELECT * FROM uploaded "
            "WHERE record_key NOT IN (SELECT record_key FROM conflicting)"
        )


def _fold_repeats(con: duckdb.DuckDBPyConnection, schema: pa.Schema) -> None:
    """Create `merged`: one row per key; of repeats the first non-empty value of each column stands."""
    said = said_columns(schema)
    first = ", ".join(f"min_by({c}, seq) FILTER (WHERE {c} IS NOT NULL) AS {c}" for c in said)
    con.execute(
        "CREATE OR REPLACE TEMP TABLE folded AS "
        "SELECT min_by(sheet_index, seq) AS sheet_index, min_by(sheet_row, seq) AS sheet_row, record_key, "
        f"{first}, min(seq) AS seq FROM incoming "
        "WHERE record_key IN (SELECT record_key FROM repeated) GROUP BY record_key"
    )
    columns = ", ".join(["sheet_index", "sheet_row", "record_key", *said, "seq"])
    con.execute(
        f"CREATE OR REPLACE TEMP VIEW merged AS SELECT {columns} FROM incoming "
        f"WHERE record_key NOT IN (SELECT record_key FROM repeated) UNION ALL SELECT {columns} FROM folded"
    )


def _tell_repeats(con: duckdb.DuckDBPyConnection, schema: pa.Schema, accounts: dict[int, SheetAccount]) -> None:
    """Repeats that disagree are said aloud one by one, equal ones together; one row for each party is no remark."""
    compared = [c for c in said_columns(schema) if c not in PARTY_COLUMNS]
    parties = [f"count(DISTINCT {c}) > 1" for c in said_columns(schema) if c in PARTY_COLUMNS]
    differs = ", ".join([" OR ".join(["FALSE", *parties]), *(f"count(DISTINCT {c}) > 1 AS {c}" for c in compared)])
    rows = con.execute(
        "SELECT min_by(sheet_index, seq), count(DISTINCT (sheet_index, sheet_row)), "
        f"list(DISTINCT sheet_row ORDER BY sheet_row), {differs} FROM incoming "
        f"WHERE record_key IN (SELECT record_key FROM repeated) GROUP BY record_key ORDER BY min(seq)"
    ).fetchall()
    equal: dict[int, list[int]] = {}
    unlisted: dict[int, int] = {}
    for index, times, sheet_rows, parties_differ, *flags in rows:
        columns = list(dict.fromkeys(LABELS.get(c, c) for c, flag in zip(compared, flags, strict=True) if flag))
        if times < 2:
            continue
        if not columns and not parties_differ:
            equal.setdefault(index, []).append(sheet_rows[-1])
        elif columns and len(accounts[index].problems) >= SHOWN:
            unlisted[index] = unlisted.get(index, 0) + 1
        elif columns:
            accounts[index].problems.append(_differing(sheet_rows, columns))
    for index, n in unlisted.items():
        sentence = f"另有{n}条记录在文件中重复而写法不一致，没有逐条列出；已按先出现的非空值入库，请核对。"
        accounts[index].problems.append(Problem("repeats_differ_more", "warning", sentence, count=n))
    for index, found in equal.items():
        sentence = f"{len(found)}条记录在文件中不止一行、内容完全一致，各计一条。"
        accounts[index].problems.append(
            Problem("repeats_equal", "repair", sentence, count=len(found), rows=tuple(found[:5]))
        )


def _differing(sheet_rows: Sequence[int], columns: Sequence[str]) -> Problem:
    places = "、".join(str(row) for row in sheet_rows[:5])
    return Problem(
        "repeats_differ",
        "warning",
        f"第{places}行是同一条记录，但“{'、'.join(columns)}”写法不一致；已按先出现的非空值入库，请核对。",
        row=sheet_rows[0],
        rows=tuple(sheet_rows[:5]),
        count=len(sheet_rows),
    )


def _count_repeats(con: duckdb.DuckDBPyConnection, accounts: dict[int, SheetAccount]) -> None:
    """A sheet row is repeated when all the rows that it gave are folded into others."""
    rows = con.execute(
        "WITH gave AS (SELECT i.sheet_index, i.sheet_row FROM incoming AS i LEFT JOIN merged AS m ON m.seq = i.seq "
        "WHERE i.record_key IN (SELECT record_key FROM repeated) "
        "GROUP BY i.sheet_index, i.sheet_row HAVING count(m.seq) = 0) "
        "SELECT g.sheet_index, count(*) FROM gave AS g "
        "WHERE NOT EXISTS (SELECT 1 FROM merged AS m WHERE m.sheet_index = g.sheet_index "
        "AND m.sheet_row = g.sheet_row) GROUP BY g.sheet_index"
    ).fetchall()
    for index, n in rows:
        accounts[index].repeated = n
