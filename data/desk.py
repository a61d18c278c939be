"""The import desk: load files, publish, undo. One publisher at a time; readers never wait.

What survives a crash, and how, is in data/build/publish.py.
"""

import logging
import traceback
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import duckdb

from data.build.build import Placed
from data.build.checks import BuildBroken
from data.build.ownership import is_demo_home
from data.build.publish import build_anew, is_fit, is_settled, put_in_force, settle
from data.build.upload import READER_VERSION, Progress, UploadedFile, sha256_of, take
from data.count import Count
from data.receipt import Receipt
from data.refusal import Refused
from data.store import imports as log
from data.store.home import Home
from data.store.state import prepare, record_refusal, remember

__all__ = ["Desk", "Progress", "UploadedFile"]

_NOT_PUBLISHED = "新的数据版本没有通过核对，本次导入未生效，原有数据不变；请把本回执发给系统维护人员。"


class Desk:
    """Brings files into one home and takes them back. `counts` are what every build of it must hold."""

    def __init__(self, root: Path, counts: Sequence[Count]) -> None:
        """Raises Refused when the home has rows and no state.db: a new one would not know whose they are."""
        self.home = Home(root).prepare()
        self.counts = tuple(counts)
        if not self.home.state.exists() and any((root / "rows").glob("*/*.parquet")):
            raise Refused("state_missing", f"{root} 中有已入库的数据，但缺少 state.db；请从备份恢复后再启动。")
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
            settle(self.home, now)
            receipts: list[Receipt] = []
            for n, file in enumerate(files, start=1):
                label = f"{n}/{len(files)} {file.name}"

                def report(text: str, label: str = label) -> None:
                    progress(f"{label}：{text}")

                receipts += self._one_file(file, forced=forced, by=by, now=now, progress=report)
            pending = log.batches_in(self.home.state, "pending")
            if pending or not is_fit(self.home, self.counts):
                progress("正在生成并核对新的数据版本")
                receipts = self._publish_pending(pending, receipts, now)
        return receipts

    def undo(self, batch: int, *, by: str, now: datetime) -> log.ImportRecord:
        """Withdraw an import and publish: the figures become what they were. Refused when it is not in force."""
        with self.home.publishing():
            settle(self.home, now)
            if batch not in log.batches_in(self.home.state, "in_force"):
                raise Refused("not_in_force", f"没有生效中的第{batch}号导入，可能已经撤销；请在导入记录中核对编号。")
            log.set_state(self.home.state, [batch], "withdrawing", at=now, by=by)
            try:
                number, _ = build_anew(self.home, self.counts, f"undo {batch}", now)
                put_in_force(self.home, number, now)
            except Exception as failure:
                _note_failure(failure)
                raise Refused(
                    "build_check_failed", "撤销后的数据版本没有通过核对，未撤销；请联系系统维护人员。"
                ) from failure
            finally:
                settle(self.home, now)
            return next(one for one in self.imports() if one.batch == batch)

    def refresh(self, *, now: datetime) -> bool:
        """Make a new build if the one in force is missing or no longer what the program would make.

        Waits for another publisher only when there is no good build to read meanwhile.
        """
        fit = is_fit(self.home, self.counts)
        if fit and is_settled(self.home):
            return False
        with self.home.publishing(wait=not fit) as held:
            if not held:
                return False
            settle(self.home, now)
            if is_fit(self.home, self.counts):
                return False
            number, _ = build_anew(self.home, self.counts, "refresh", now)
            put_in_force(self.home, number, now)
        return True

    def _one_file(
        self, file: UploadedFile, *, forced: str | None, by: str, now: datetime, progress: Progress
    ) -> list[Receipt]:
        sha256 = ""
        try:
            sha256 = sha256_of(file.path)
            same = self._already_in(sha256, forced)
            if same is not None:
                return _repeat_receipts(same, file.name)
            receipts = take(self.home, file, sha256, forced=forced, by=by, now=now, progress=progress)
        except Refused as refusal:
            receipts = [Receipt(file.name, sha256, error_code=refusal.code, error=refusal.sentence)]
        except OSError as failure:
            _note_failure(failure)
            sentence = "文件无法打开；请确认文件存在、没有被其他程序独占，且磁盘空间充足，然后重试。"
            receipts = [Receipt(file.name, sha256, error_code="unreadable_file", error=sentence)]
        except duckdb.Error as failure:
            _note_failure(failure)
            receipts = [Receipt(file.name, sha256, error_code="build_failed", error=_NOT_PUBLISHED)]
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
        """Publish, and let the pointer tell whether it happened: receipts say what readers see."""
        code = "build_failed"
        try:
            number, placed = build_anew(self.home, self.counts, "import", now)
            for batch in pending:
                own = [one for one in receipts if one.batch == batch and one.first_imported_at is None]
                _tell_places(batch, own, placed)
                log.keep_receipts(self.home.state, batch, own)
            put_in_force(self.home, number, now)
        except Exception as failure:
            code = "build_check_failed" if isinstance(failure, BuildBroken) else code
            _note_failure(failure)
        settle(self.home, now)
        lost = set(pending) - set(log.batches_in(self.home.state, "in_force"))
        return [
            replace(Receipt(r.file, r.sha256, r.ledger, r.sheet), error_code=code, error=_NOT_PUBLISHED)
            if r.batch in lost
            else r
            for r in receipts
        ]


def _note_failure(failure: Exception) -> None:
    """For whoever looks after the machine: where it failed, never a value (only our own checks' words are safe)."""
    words = str(failure) if isinstance(failure, BuildBroken) else ""
    frames = "".join(traceback.format_tb(failure.__traceback__))
    logging.getLogger("suyuan").error("build not published: %s %s\n%s", type(failure).__name__, words, frames)


def _repeat_receipts(same: log.ImportRecord, file_name: str) -> list[Receipt]:
    """The same bytes again: every row is unchanged, and the receipt says when it came first."""
    repeats = []
    for first in same.receipts:
        settled = first.rows_added + first.rows_changed + first.rows_unchanged
        repeats.append(
            replace(
                first,
                file=file_name,
                rows_added=0,
                rows_changed=0,
                rows_unchanged=settled,
                first_imported_at=same.imported_at.isoformat(timespec="seconds"),
            )
        )
    return repeats


def _tell_places(batch: int, receipts: Sequence[Receipt], placed: Placed) -> None:
    """Write into the receipts of one import, in the order of its sheets, how many rows lie nowhere and outside."""
    for sheet, receipt in enumerate(receipts):
        found = placed.get((receipt.ledger or "", batch, sheet))
        if found is not None:
            receipt.unassigned, receipt.outside = found
