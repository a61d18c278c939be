"""Back from a counted row to the spreadsheet it came from: file, sheet and row number."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import duckdb

from data.store import imports as log
from data.store.home import Home
from data.store.imports import ImportRecord


class Origin(NamedTuple):
    """Where a row stood: the import's number, its file and sheet, and the row number that the spreadsheet shows.

    `sheet` is None for a file of one unnamed table; `row` is None where only the file is known.
    """

    batch: int
    file: str
    sheet: str | None
    row: int | None


_ROWS = """
SELECT record_key, min(sheet_index), min_by(sheet_row, sheet_index)
FROM read_parquet($path)
WHERE record_key IN (SELECT unnest(CAST($keys AS VARCHAR[])))
GROUP BY record_key"""


def origins(home: Home, ledger: str, keys: Mapping[int, Collection[str]]) -> dict[str, Origin]:
    """Where rows of a ledger stood, by record key; `keys` are those looked for, by the import that said them last.

    Of an import whose rows or record are gone nothing is told.
    """
    records = {one.batch: one for one in log.all_imports(home.state)}
    found: dict[str, Origin] = {}
    con = duckdb.connect(":memory:")
    try:
        for batch, wanted in keys.items():
            path = home.rows_file(ledger, batch)
            if batch in records and path.exists():
                given = {"path": str(path), "keys": sorted(wanted)}
                rows = con.execute(_ROWS, given).fetchall()
                found |= {key: _origin(records[batch], sheet, row) for key, sheet, row in rows}
    finally:
        con.close()
    return found


def files_of(home: Home, batches: Collection[int]) -> dict[int, str]:
    """The file names of imports."""
    return {one.batch: one.file_name for one in log.all_imports(home.state) if one.batch in batches}


def _origin(record: ImportRecord, sheet: int | None, row: int | None) -> Origin:
    return Origin(record.batch, record.file_name, _sheet_name(record.receipts, sheet), row)


def _sheet_name(receipts: Sequence[log.Receipt], at: int | None) -> str | None:
    return receipts[at].sheet if at is not None and at < len(receipts) else None
