"""One uploaded file → a pending import: parsed in a child process, guarded, folded, its rows written."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import duckdb

from data.build.build import row_files
from data.build.merge import merge_upload
from data.build.ownership import refuse_foreign_file
from data.build.spans import exported_on, sheet_spans
from data.clean.schema import SCHEMAS
from data.intake.parsed import Parsed, ParsedSheet
from data.intake.spawn import parse_file
from data.read.before import refuse_program, refuse_size
from data.receipt import Receipt
from data.refusal import Refused
from data.store import builds, imports
from data.store.home import Home, move_into_place
from data.store.state import row_secret

READER_VERSION = 1
"""Raised when the same bytes would be read differently, so that a re-upload is read anew."""

Progress = Callable[[str], None]


@dataclass(frozen=True)
class UploadedFile:
    """A file as a person gave it: the name it had and where its bytes lie."""

    name: str
    path: Path


def sha256_of(path: Path) -> str:
    """Hex digest of the file's bytes."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def take(
    home: Home, file: UploadedFile, sha256: str, *, forced: str | None, by: str, now: datetime, progress: Progress
) -> list[Receipt]:
    """Bring one file in as a pending import; receipts by sheet, each with its batch when rows entered.

    Raises Refused when nothing of the file can be taken; nothing is left behind then.
    """
    size = file.path.stat().st_size
    refuse_program(file.name)
    refuse_size(size)
    home.prepare()
    work = Path(tempfile.mkdtemp(prefix="import-", dir=home.spool))
    try:
        progress("正在读取与识别")
        parsed = parse_file(file.path, file.name, out_dir=work, secret=row_secret(home.state), forced=forced)
        if parsed.error_code is not None:
            raise Refused(parsed.error_code, parsed.error or parsed.error_code)
        taken = [s for s in parsed.sheets if s.error_code is None and s.rows_path is not None]
        receipts = [_receipt(file.name, sha256, sheet) for sheet in parsed.sheets]
        if not taken:
            return receipts
        con = builds.connect_for_work(":memory:", home)
        try:
            refuse_foreign_file(con, home, file.name, parsed)
            batch = imports.begin_import(
                home.state,
                file_name=file.name,
                sha256=sha256,
                size=size,
                forced=forced,
                reader_version=READER_VERSION,
                at=now,
                by=by,
            )
            progress("正在核对已入库数据")
            try:
                _write_rows(con, home, batch, file.name, parsed, receipts, work, now.date())
            except BaseException:
                imports.set_state(home.state, [batch], "abandoned")
                raise
        finally:
            con.close()
        return receipts
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _receipt(name: str, sha256: str, sheet: ParsedSheet) -> Receipt:
    return Receipt(
        file=name,
        sha256=sha256,
        ledger=sheet.ledger,
        sheet=sheet.sheet,
        header_row=sheet.header_row,
        layout=sheet.layout,
        rows_read=sheet.rows_read,
        rows_set_aside=sheet.rows_set_aside,
        rows_left_out=sheet.rows_left_out,
        problems=list(sheet.problems),
        covers_start=sheet.covers_start,
        covers_end=sheet.covers_end,
        error_code=sheet.error_code,
        error=sheet.error,
    )


def _write_rows(
    con: duckdb.DuckDBPyConnection,
    home: Home,
    batch: int,
    file_name: str,
    parsed: Parsed,
    receipts: list[Receipt],
    work: Path,
    today: date,
) -> None:
    for receipt in receipts:
        receipt.batch = batch
    titles = list(dict.fromkeys(t for s in parsed.sheets if (t := s.hints.get("title"))))
    spans: list[imports.Span] = []

    def describe() -> None:
        imports.describe_import(
            home.state,
            batch,
            receipts=receipts,
            coverage=spans,
            hints={"titles": titles},
            exported_on=exported_on([*titles, file_name]),
        )

    describe()
    records = imports.all_imports(home.state, "in_force", "pending")
    order = 1 + [r.batch for r in sorted(records, key=lambda r: r.order)].index(batch)
    for ledger in dict.fromkeys(s.ledger for s in parsed.sheets if s.rows_path is not None and s.ledger):
        mine = [(i, s) for i, s in enumerate(parsed.sheets) if s.ledger == ledger and s.rows_path is not None]
        paths = [(i, s.rows_path) for i, s in mine if s.rows_path is not None]
        written = work / f"{ledger}.parquet"
        files = row_files(home, records, ledger)
        accounts = merge_upload(con, paths, SCHEMAS[ledger], files, order, written)
        for index, sheet in mine:
            account, receipt = accounts[index], receipts[index]
            receipt.rows_added, receipt.rows_changed = account.added, account.changed
            receipt.rows_unchanged, receipt.rows_repeated = account.unchanged, account.repeated
            receipt.rows_set_aside += account.set_aside
            receipt.problems += account.problems
            spans += _spans(con, sheet, receipt, today)
        if written.exists():
            written.chmod(0o600)
            move_into_place(written, home.rows_file(ledger, batch))
    describe()


def _spans(con: duckdb.DuckDBPyConnection, sheet: ParsedSheet, receipt: Receipt, today: date) -> list[imports.Span]:
    stated = None
    if sheet.covers_end is not None:
        start = date.fromisoformat(sheet.covers_start) if sheet.covers_start else None
        stated = (start, date.fromisoformat(sheet.covers_end))
    if sheet.rows_path is None or sheet.ledger is None:
        return []
    found = sheet_spans(con, sheet.ledger, sheet.rows_path, stated, today)
    if found:
        receipt.covers_start = min(s.start for s in found)
        receipt.covers_end = max(s.end for s in found)
    return found
