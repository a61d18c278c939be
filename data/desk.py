"""The import desk: load files, publish, undo. One publisher at a time; readers never wait.

The build pointer is the moment of truth. Everything before it can be lost to a crash without a trace in the figures,
and what was under way is settled by the next publisher (`_settle`).
"""

import logging
import shutil
import traceback
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import duckdb

from data.build.build import ROW_TABLES, Recipe, fingerprint, make_build
from data.build.checks import BuildBroken
from data.build.ownership import is_demo_home
from data.build.upload import READER_VERSION, Progress, UploadedFile, sha256_of, take
from data.count import Count
from data.receipt import Receipt
from data.refusal import Refused
from data.store import builds
from data.store import imports as log
from data.store.home import Home
from data.store.state import definition_in_force, prepare, record_refusal, remember, state

__all__ = ["Desk", "Progress", "UploadedFile"]


class Desk:
    """Brings files into one home and takes them back. `counts` are what every build of it must hold."""

    def __init__(self, root: Path, counts: Sequence[Count]) -> None:
        self.home = Home(root).prepare()
        self.counts = tuple(counts)
        prepare(self.home.state)

    @property
    def is_demo(self) -> bool:
        """True for the home of the demo county."""
        return is_demo_home(self.home)

    def mark_as_demo(self) -> None:
        """Make this the demo county's home, for good; Refused when it holds anything already."""
        if not self.is_demo and self.imports():
            raise Refused("home_in_use", "这里已有本院数据，不能改作演示；请为演示另设目录。")
        remember(self.home.state, "is_demo", "true")

    def imports(self) -> list[log.ImportRecord]:
        """The import log, oldest first, without imports that came to nothing."""
        return [one for one in log.all_imports(self.home.state) if one.state != "abandoned"]

    def load(
        self,
        files: Sequence[UploadedFile],
        *,
        by: str,
        now: datetime,
        forced: str | None = None,
        progress: Progress = lambda text: None,
    ) -> list[Receipt]:
        """Read the files and publish one new build with all that could be taken.

        Returns one receipt per sheet (per file when the whole file is refused). Never raises for a bad file.
        """
        with self.home.publishing():
            self._settle()
            receipts: list[Receipt] = []
            for n, file in enumerate(files, start=1):
                label = f"{n}/{len(files)} {file.name}"

                def report(text: str, label: str = label) -> None:
                    progress(f"{label}：{text}")

                receipts += self._one_file(file, forced=forced, by=by, now=now, progress=report)
            pending = [one.batch for one in log.all_imports(self.home.state, "pending")]
            if pending:
                progress("正在生成并核对新的数据版本")
                receipts = self._publish_pending(pending, receipts, now)
        return receipts

    def undo(self, batch: int, *, by: str, now: datetime) -> log.ImportRecord:
        """Withdraw an import and publish: the figures become what they were. Refused when it is not in force."""
        with self.home.publishing():
            self._settle()
            known = {one.batch: one for one in log.all_imports(self.home.state, "in_force")}
            if batch not in known:
                raise Refused("not_in_force", f"没有生效中的第{batch}号导入，可能已经撤销；请在导入记录中核对编号。")
            log.set_state(self.home.state, [batch], "withdrawing", at=now, by=by)
            try:
                self._publish(f"undo {batch}", now)
            except BuildBroken as broken:
                raise Refused(
                    "build_check_failed", "撤销后的数据版本没有通过核对，未撤销；请联系系统维护人员。"
                ) from broken
            finally:
                self._settle()
            return next(one for one in self.imports() if one.batch == batch)

    def refresh(self, *, now: datetime) -> bool:
        """Make a new build if the one in force is missing or no longer what the program would make."""
        if self._is_current():
            return False
        with self.home.publishing():
            self._settle()
            if self._is_current():
                return False
            self._publish("refresh", now)
        return True

    def _is_current(self) -> bool:
        in_force = log.all_imports(self.home.state, "in_force", "withdrawing", "pending")
        number = builds.current_number(self.home)
        if number is None or not builds.build_path(self.home, number).exists():
            return not in_force
        build = builds.open_build(self.home, number)
        return (
            build.meta["counts_fingerprint"] == fingerprint(self.counts)
            and build.definition == definition_in_force(self.home.state)
            and build.batches == {one.batch for one in in_force if one.state == "in_force"}
            and all(one.state == "in_force" for one in in_force)
        )

    def _one_file(
        self, file: UploadedFile, *, forced: str | None, by: str, now: datetime, progress: Progress
    ) -> list[Receipt]:
        sha256 = ""
        try:
            sha256 = sha256_of(file.path)
            same = self._already_in(sha256, forced)
            if same is not None:
                return _repeat_receipts(same)
            receipts = take(self.home, file, sha256, forced=forced, by=by, now=now, progress=progress)
        except Refused as refusal:
            receipts = [Receipt(file.name, sha256, error_code=refusal.code, error=refusal.sentence)]
        except OSError:
            sentence = "文件无法打开；请确认文件存在、没有被其他程序独占，且磁盘空间充足，然后重试。"
            receipts = [Receipt(file.name, sha256, error_code="unreadable_file", error=sentence)]
        for receipt in receipts:
            if receipt.error_code is not None and receipt.batch is None:
                record_refusal(self.home.state, receipt.to_json(), at=now.isoformat(), by=by)
        return receipts

    def _already_in(self, sha256: str, forced: str | None) -> log.ImportRecord | None:
        for one in log.all_imports(self.home.state, "in_force", "pending"):
            if (one.sha256, one.forced, one.reader_version) == (sha256, forced, READER_VERSION):
                return one
        return None

    def _publish_pending(self, pending: list[int], receipts: list[Receipt], now: datetime) -> list[Receipt]:
        try:
            number = self._publish("import", now)
        except (BuildBroken, duckdb.Error, OSError) as broken:
            _note_failure(broken)
            log.set_state(self.home.state, pending, "abandoned")
            self._settle()
            code = "build_check_failed" if isinstance(broken, BuildBroken) else "build_failed"
            sentence = "新的数据版本没有通过核对，本次导入未生效，原有数据不变；请把本回执发给系统维护人员。"
            return [
                replace(Receipt(r.file, r.sha256, r.ledger, r.sheet), error_code=code, error=sentence)
                if r.batch in pending
                else r
                for r in receipts
            ]
        self._settle()
        self._count_places(pending, receipts, number)
        return receipts

    def _count_places(self, pending: list[int], receipts: list[Receipt], number: int) -> None:
        """Write into the receipts how many of their rows lie outside or nowhere, and keep them in the log."""
        cursor = builds.connect_for_work(":memory:", self.home)
        try:
            path = str(builds.build_path(self.home, number)).replace("'", "''")
            cursor.execute(f"ATTACH '{path}' AS build (READ_ONLY)")
            for receipt in receipts:
                if receipt.batch in pending and receipt.ledger in ("cases", "mediations"):
                    _places_of(cursor, self.home, receipt, receipts)
        finally:
            cursor.close()
        for record in log.all_imports(self.home.state, "in_force"):
            if record.batch in pending:
                log.describe_import(
                    self.home.state,
                    record.batch,
                    receipts=[r for r in receipts if r.batch == record.batch],
                    coverage=record.coverage,
                    hints=record.hints,
                    exported_on=record.exported_on,
                )

    def _publish(self, why: str, now: datetime) -> int:
        """Build beside the old build, check, move the pointer; returns the new number."""
        with state(self.home.state) as db:
            cursor = db.execute("INSERT INTO builds (started_at, why) VALUES (?, ?)", (now.isoformat(), why))
            number = int(cursor.lastrowid or 0)
        recipe = Recipe(
            imports=tuple(log.all_imports(self.home.state, "in_force", "pending")),
            definition=definition_in_force(self.home.state),
            counts=self.counts,
            decisions={},
            is_demo=self.is_demo,
        )
        make_build(self.home, number, recipe, now)
        builds.move_pointer(self.home, number)
        with state(self.home.state) as db:
            db.execute("UPDATE builds SET published_at = ? WHERE number = ?", (now.isoformat(), number))
        builds.remove_old_builds(self.home)
        return number

    def _settle(self) -> None:
        """Finish what a crash left open, by what the build in force says; sweep away leftovers."""
        number = builds.current_number(self.home)
        built = builds.open_build(self.home, number).batches if number is not None else frozenset()
        settled = {"pending": ("in_force", "abandoned"), "withdrawing": ("in_force", "withdrawn")}
        for one in log.all_imports(self.home.state, *settled):
            log.set_state(self.home.state, [one.batch], settled[one.state][one.batch not in built])
        kept = {one.batch for one in log.all_imports(self.home.state, "in_force", "withdrawn")}
        for ledger in ROW_TABLES:
            for path in self.home.rows_file(ledger, 0).parent.glob("*.parquet"):
                if int(path.stem) not in kept:
                    path.unlink()
        for leftover in (*self.home.spool.glob("import-*"), *self.home.spool.glob("duckdb")):
            shutil.rmtree(leftover, ignore_errors=True)
        for unfinished in self.home.builds.glob("*.unfinished*"):
            unfinished.unlink(missing_ok=True)


def _note_failure(failure: Exception) -> None:
    """For whoever looks after the machine: where it failed, never a value (only our own checks' words are safe)."""
    words = str(failure) if isinstance(failure, BuildBroken) else ""
    frames = "".join(traceback.format_tb(failure.__traceback__))
    logging.getLogger("suyuan").error("build not published: %s %s\n%s", type(failure).__name__, words, frames)


def _repeat_receipts(same: log.ImportRecord) -> list[Receipt]:
    """The same bytes again: every row is unchanged, and the receipt says when it came first."""
    repeats = []
    for first in same.receipts:
        settled = first.rows_added + first.rows_changed + first.rows_unchanged
        repeats.append(
            replace(
                first,
                rows_added=0,
                rows_changed=0,
                rows_unchanged=settled,
                first_imported_at=same.imported_at.isoformat(timespec="seconds"),
            )
        )
    return repeats


def _places_of(cursor: duckdb.DuckDBPyConnection, home: Home, receipt: Receipt, receipts: list[Receipt]) -> None:
    if receipt.batch is None or receipt.ledger is None:
        return
    path = home.rows_file(receipt.ledger, receipt.batch)
    if not path.exists():
        return
    siblings = [r for r in receipts if r.batch == receipt.batch]
    key = {"cases": "case_number", "mediations": "record_key"}[receipt.ledger]
    [(unassigned, outside)] = cursor.execute(
        "SELECT count(*) FILTER (WHERE f.township_code = 'unassigned'), "
        "count(*) FILTER (WHERE f.township_code = 'outside') "
        f"FROM read_parquet($path) AS r JOIN build.{receipt.ledger} AS f ON f.{key} = r.record_key "
        "WHERE r.sheet_index = $sheet",
        {"path": str(path), "sheet": siblings.index(receipt)},
    ).fetchall()
    receipt.unassigned, receipt.outside = int(unassigned), int(outside)
