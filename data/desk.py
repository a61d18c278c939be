"""The import desk: load files or keep them as drafts, publish, undo. One publisher at a time; readers never wait.

What survives a crash, and how, is in data/build/publish.py.
"""

import enum
from collections.abc import Collection, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from data.build.accounts import recounted
from data.build.entering import enter, note_failure, one_file
from data.build.ownership import is_demo_home
from data.build.publish import build_anew, is_current, is_fit, is_settled, put_in_force, settle
from data.build.repeats import same_reading
from data.build.upload import Asked, Progress, UploadedFile
from data.count import Count
from data.progress import Step
from data.receipt import Receipt
from data.refusal import Refused
from data.store import imports as log
from data.store.home import Home
from data.store.imports import Span
from data.store.layouts import taught_layouts
from data.store.state import prepare, remember
from data.store.words import decided_words
from data.taught import Taught

__all__ = ["KEEP", "Desk", "Keep", "Progress", "Span", "UploadedFile"]


class Keep(enum.Enum):
    """What is not given stays as it is."""

    KEEP = enum.auto()


KEEP = Keep.KEEP


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

    def taught(self) -> Taught:
        """What people taught about their exports: it decides how the next file is read."""
        return Taught(taught_layouts(self.home.state), decided_words(self.home.state))

    def load(
        self,
        files: Sequence[UploadedFile],
        *,
        by: str,
        now: datetime,
        forced: str | None = None,
        exported_on: str | None = None,
        replace_period: bool = False,
        job: int | None = None,
        progress: Progress = lambda text: None,
    ) -> list[Receipt]:
        """Read the files and publish one new build with all that could be taken.

        Returns one receipt per sheet (per file when the whole file is refused). Never raises for a bad file.
        """
        asked = self._asked(by, now, forced, exported_on, replace_period, job)
        with self.home.publishing():
            settle(self.home, now)
            receipts = self._read(files, asked, progress, is_draft=False)
            entering = log.batches_in(self.home.state, "pending", "publishing")
            if entering or not is_current(self.home, self.counts):
                progress(Step("正在生成并核对新的数据版本", "build"))
                receipts = enter(self.home, self.counts, entering, lambda: receipts, now)
        return receipts

    def draft(
        self,
        files: Sequence[UploadedFile],
        *,
        by: str,
        now: datetime,
        forced: str | None = None,
        exported_on: str | None = None,
        replace_period: bool = False,
        job: int | None = None,
        progress: Progress = lambda text: None,
    ) -> list[Receipt]:
        """Read the files and keep them as drafts: no figure moves before they are published. All of them, or none."""
        asked = self._asked(by, now, forced, exported_on, replace_period, job)
        with self.home.publishing():
            settle(self.home, now)
            receipts = self._read(files, asked, progress, is_draft=True)
            log.set_state(self.home.state, log.batches_in(self.home.state, "pending"), "draft")
        return receipts

    def publish(
        self, batches: Collection[int], *, by: str, now: datetime, progress: Progress = lambda text: None
    ) -> list[Receipt]:
        """Put drafts in force with one build; their receipts, counted against what is in force now.

        Refused when one of them is no draft. When the build fails its checks they stay drafts and the receipts say so.
        """
        wanted = sorted(set(batches))
        with self.home.publishing():
            settle(self.home, now)
            self._require_drafts(wanted)
            log.set_state(self.home.state, wanted, "publishing", at=now, by=by)
            progress(Step("正在核对已入库数据，生成新的数据版本", "build"))
            return enter(self.home, self.counts, wanted, lambda: recounted(self.home, wanted), now)

    def discard(self, batch: int, *, by: str, now: datetime) -> log.ImportRecord:
        """Give up a draft: its rows are removed, its entry in the log stays. Refused when it is no draft."""
        with self.home.publishing():
            settle(self.home, now)
            self._require_drafts([batch])
            log.set_state(self.home.state, [batch], "abandoned", at=now, by=by)
            settle(self.home, now)
            return self._record(batch)

    def change_draft(
        self, batch: int, *, exported_on: str | Keep | None = KEEP, replaces: Sequence[Span] | Keep = KEEP
    ) -> None:
        """Say when a draft was exported, or which periods it replaces; its place among the imports follows.

        Refused when it is no draft, or when it would be exported after it was uploaded.
        """
        changes: dict[Literal["exported_on", "replaces"], str | None] = {}
        if not isinstance(exported_on, Keep):
            changes["exported_on"] = exported_on
            if exported_on is not None:
                _check_exported(exported_on, self._record(batch).imported_at)
        if not isinstance(replaces, Keep):
            changes["replaces"] = log.spans_text(replaces)
        for column, value in changes.items():
            if not log.change_draft(self.home.state, batch, column, value):
                raise _no_draft(batch)

    def undo(self, batch: int, *, by: str, now: datetime) -> log.ImportRecord:
        """Withdraw an import and publish: the figures become what they were. Refused when it is not in force."""
        with self.home.publishing():
            settle(self.home, now)
            if batch not in log.batches_in(self.home.state, "in_force"):
                raise Refused("not_in_force", f"没有生效中的第{batch}号导入，可能已经撤销；请在导入记录中核对编号。")
            log.set_state(self.home.state, [batch], "withdrawing", at=now, by=by)
            self._build("undo", batch, "撤销后的数据版本没有通过核对，未撤销；请联系系统维护人员。", now)
            return self._record(batch)

    def restore(self, batch: int, *, by: str, now: datetime) -> log.ImportRecord:
        """Undo an undo: the import is in force again, at its old place. Refused when it is not withdrawn."""
        with self.home.publishing():
            settle(self.home, now)
            if batch not in log.batches_in(self.home.state, "withdrawn"):
                raise Refused("not_withdrawn", f"第{batch}号导入没有被撤销，无需恢复；请在导入记录中核对编号。")
            again = same_reading(self.home, self._record(batch))
            if again is not None:
                raise Refused("same_in_force", f"同一文件已作为第{again.batch}号导入生效，不必恢复第{batch}号。")
            log.set_state(self.home.state, [batch], "restoring", at=now, by=by)
            self._build("restore", batch, "恢复后的数据版本没有通过核对，未恢复；请联系系统维护人员。", now)
            return self._record(batch)

    def rebuild(self, *, why: str, now: datetime) -> int:
        """Make a new build because what people decided has changed; its number. Refused when it fails its checks."""
        with self.home.publishing():
            settle(self.home, now)
            return self._build(why, None, "新的数据版本没有通过核对，指标没有更新；请联系系统维护人员。", now)

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

    def _asked(
        self, by: str, now: datetime, forced: str | None, exported_on: str | None, replace_period: bool, job: int | None
    ) -> Asked:
        if exported_on is not None:
            _check_exported(exported_on, now)
        return Asked(by, now, forced, exported_on, replace_period, job, self.taught())

    def _read(
        self, files: Sequence[UploadedFile], asked: Asked, progress: Progress, *, is_draft: bool
    ) -> list[Receipt]:
        receipts: list[Receipt] = []
        for n, file in enumerate(files, start=1):
            label = f"{n}/{len(files)} {file.name}"

            def report(text: str, label: str = label, n: int = n) -> None:
                progress(Step.of(text).under(label, n, len(files)))

            receipts += one_file(self.home, file, asked, report, is_draft=is_draft)
        return receipts

    def _build(self, why: str, batch: int | None, failed: str, now: datetime) -> int:
        """A new build in force, or Refused with the sentence `failed`; what was on its way is settled either way."""
        try:
            number, _ = build_anew(self.home, self.counts, why if batch is None else f"{why} {batch}", now)
            put_in_force(self.home, number, now)
        except Exception as failure:
            note_failure(failure)
            raise Refused("build_check_failed", failed) from failure
        finally:
            settle(self.home, now)
        return number

    def _require_drafts(self, batches: Sequence[int]) -> None:
        for batch in sorted(set(batches) - set(log.batches_in(self.home.state, "draft"))):
            raise _no_draft(batch)

    def _record(self, batch: int) -> log.ImportRecord:
        for one in log.all_imports(self.home.state):
            if one.batch == batch:
                return one
        raise _no_draft(batch)


def _no_draft(batch: int) -> Refused:
    return Refused("not_a_draft", f"没有编号为{batch}的草稿，可能已经发布或放弃；请刷新后核对编号。")


def _check_exported(exported_on: str, now: datetime) -> None:
    try:
        day = date.fromisoformat(exported_on)
    except ValueError as problem:
        raise Refused("exported_on_unreadable", f"“{exported_on}”不是日期；导出日期请写成2026-11-05这样。") from problem
    if day > now.date():
        raise Refused("exported_on_ahead", f"导出日期{day}晚于上传日期{now.date()}；请核对后填写文件实际导出的日期。")
