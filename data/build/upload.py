"""One uploaded file → a pending import: parsed in a child process, guarded, folded, its rows written and accounted."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import duckdb

from data.build.accounts import account
from data.build.days_ahead import tell_days_ahead
from data.build.merge import SheetAccount, merge_upload
from data.build.ownership import refuse_foreign_file
from data.build.spans import exported_on, rows_beyond, sheet_spans
from data.clean.schema import SCHEMAS
from data.intake.parsed import Parsed, ParsedSheet
from data.intake.spawn import parse_file
from data.progress import Step
from data.read.before import refuse_program, refuse_size
from data.receipt import Problem, Receipt
from data.refusal import Refused
from data.store import builds, imports
from data.store.home import Home, move_into_place
from data.store.layouts import count_uses
from data.store.state import row_secret
from data.taught import Taught

READER_VERSION = 3
"""Raised when the same bytes would be read differently, so that a re-upload is read anew."""

Progress = Callable[[str], None]


@dataclass(frozen=True)
class UploadedFile:
    """A file as a person gave it: the name it had and where its bytes lie."""

    name: str
    path: Path


@dataclass(frozen=True)
class Asked:
    """What was asked with the files: who, when, and what the person says of them."""

    by: str
    now: datetime
    forced: str | None = None
    exported_on: str | None = None
    replace_period: bool = False
    job: int | None = None
    taught: Taught = field(default_factory=Taught)


def sha256_of(path: Path) -> str:
    """Hex digest of the file's bytes."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def take(home: Home, file: UploadedFile, sha256: str, asked: Asked, progress: Progress) -> list[Receipt]:
    """Bring one file in as a pending import; receipts by sheet, each with its batch when rows entered.

    Raises Refused when nothing of the file can be taken; nothing is left behind then.
    """
    size = file.path.stat().st_size
    refuse_program(file.name)
    refuse_size(size)
    home.prepare()
    work = Path(tempfile.mkdtemp(prefix="import-", dir=home.spool))
    try:
        progress(Step("正在读取与识别", "read"))
        secret = row_secret(home.state)
        parsed = parse_file(
            file.path,
            file.name,
            out_dir=work,
            secret=secret,
            forced=asked.forced,
            taught=asked.taught,
            progress=progress,
        )
        if parsed.error_code is not None:
            raise Refused(parsed.error_code, parsed.error or parsed.error_code)
        receipts = [_receipt(file.name, sha256, sheet) for sheet in parsed.sheets]
        if not any(s.error_code is None and s.rows_path is not None for s in parsed.sheets):
            return receipts
        con = builds.connect_for_work(":memory:", home)
        try:
            refuse_foreign_file(con, home, file.name, parsed)
            batch = _begin(home, file.name, sha256, size, asked)
            count_uses(home.state, {s.hints["taught"] for s in parsed.sheets if s.hints.get("taught")}, at=asked.now)
            progress(Step("正在核对已入库数据", "compare"))
            try:
                _write_rows(con, home, batch, file.name, parsed, receipts, work, asked)
            except BaseException:
                imports.set_state(home.state, [batch], "abandoned")
                raise
        finally:
            con.close()
        return receipts
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _begin(home: Home, file_name: str, sha256: str, size: int, asked: Asked) -> int:
    return imports.begin_import(
        home.state,
        file_name=file_name,
        sha256=sha256,
        size=size,
        forced=asked.forced,
        reader_version=READER_VERSION,
        taught=asked.taught.digest,
        job=asked.job,
        at=asked.now,
        by=asked.by,
    )


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
    asked: Asked,
) -> None:
    titles = list(dict.fromkeys(t for s in parsed.sheets if (t := s.hints.get("title"))))
    spans: list[imports.Span] = []
    spared: dict[str, list[str]] = {}
    for ledger in dict.fromkeys(s.ledger for s in parsed.sheets if s.rows_path is not None and s.ledger):
        mine = {i: s.rows_path for i, s in enumerate(parsed.sheets) if s.ledger == ledger and s.rows_path is not None}
        written = work / f"{ledger}.parquet"
        accounts = merge_upload(con, list(mine.items()), SCHEMAS[ledger], written)
        for index, found in accounts.items():
            _write_account(receipts[index], found)
            spans += _spans(con, parsed.sheets[index], receipts[index], asked.now.date())
        unread = (key for sheet in parsed.sheets if sheet.ledger == ledger for key in sheet.keys_aside)
        spared[ledger] = sorted([*unread, *(key for found in accounts.values() for key in found.set_aside_keys)])
        if written.exists():
            for index, problem in tell_days_ahead(con, ledger, written, asked.now.date()).items():
                receipts[index].problems.append(problem)
            written.chmod(0o600)
            move_into_place(written, home.rows_file(ledger, batch))
    for receipt in receipts:
        receipt.batch = batch
    hints = {"titles": titles, "set_aside_keys": {ledger: keys for ledger, keys in spared.items() if keys}}

    def describe() -> None:
        imports.describe_import(
            home.state,
            batch,
            receipts=receipts,
            coverage=spans,
            replaces=spans if asked.replace_period else (),
            hints=hints,
            exported_on=asked.exported_on or exported_on(titles, file_name, asked.now.date()),
        )

    describe()
    account(con, home, batch, receipts)
    describe()


def _write_account(receipt: Receipt, found: SheetAccount) -> None:
    receipt.rows_repeated = found.repeated
    receipt.rows_set_aside += found.set_aside
    receipt.problems += found.problems


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
        if stated and receipt.covers_end < min(stated[1], today).isoformat():
            receipt.problems.append(_shortened(stated[1], receipt.covers_end))
        if stated and (beyond := rows_beyond(con, sheet.ledger, sheet.rows_path, found, today)):
            receipt.problems.append(_told_too_little(receipt, beyond))
    return found


def _told_too_little(receipt: Receipt, beyond: int) -> Problem:
    return Problem(
        "rows_beyond_stated",
        "warning",
        f"覆盖期间按表题或文件名计为{receipt.covers_start}至{receipt.covers_end}，但有{beyond}行的日期在期间之外。这些行已入库；"
        "期间之外的日子算作未覆盖，截止以后的不计入各页的数。期间写得不全的，请在导入记录中“更正期间”。",
        count=beyond,
    )


def _shortened(stated: date, covered: str) -> Problem:
    return Problem(
        "coverage_shortened",
        "warning",
        f"表题或文件名写到{stated.isoformat()}，但最后的记录明显更早；覆盖期间按{covered}计，之后的月份不当作0件。"
        "如确实没有新的记录，请在导入记录中“更正期间”。",
    )
