"""A build that nobody reads but who asked for it: what would the figures be with these imports, without those?

It is made in the spool and removed when the question is answered. The pointer never names it, and no lock is held:
publishing goes on meanwhile.
"""

import contextlib
import fcntl
import shutil
import tempfile
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TextIO

import duckdb

from data.build.build import make_build
from data.build.checks import BuildBroken
from data.build.publish import recipe_of
from data.count import Count
from data.definition import Definition
from data.refusal import Refused
from data.store import builds
from data.store import imports as log
from data.store.builds import Build
from data.store.home import Home

TRIAL_FAILED = "没能试算出新的数据版本，可能有人正好发布或撤销了导入；请刷新后再试。"
ADDABLE = ("draft", "withdrawn")
"""States of imports whose rows lie ready and are in no build."""


@dataclass(frozen=True)
class _TrialHome(Home):
    """The same rows and the same log, but builds and spilled data go to a folder of their own."""

    folder: Path

    @property
    def builds(self) -> Path:
        return self.folder

    @property
    def spool(self) -> Path:
        return self.folder


def imports_before(home: Home) -> list[log.ImportRecord]:
    """The imports that the build in force holds, oldest first; without a build those in force."""
    build = builds.build_in_force(home)
    if build is None:
        return log.all_imports(home.state, "in_force")
    return [one for one in log.all_imports(home.state) if one.batch in build.batches]


def imports_after(home: Home, add: Collection[int] = (), drop: Collection[int] = ()) -> list[log.ImportRecord]:
    """What would be in force with `add` and without `drop`. Refused when one of them is not there to be added."""
    ready = {one.batch: one for one in log.all_imports(home.state, *ADDABLE)}
    missing = [batch for batch in add if batch not in ready]
    if missing:
        raise Refused("no_such_draft", f"第{missing[0]}号导入不是草稿，可能已经发布或放弃；请在导入记录中核对编号。")
    kept = [one for one in imports_before(home) if one.batch not in {*drop, *add}]
    return sorted([*kept, *(ready[batch] for batch in add)], key=lambda one: one.batch)


@contextlib.contextmanager
def trial_build(
    home: Home,
    counts: Sequence[Count],
    *,
    add: Collection[int] = (),
    drop: Collection[int] = (),
    definition: Definition | None = None,
    now: datetime,
) -> Iterator[Build]:
    """An unpublished build of what is in force with `add` and without `drop`, under another definition if one is given.

    Raises Refused when one of `add` cannot be added, or when what was asked for has gone or does not pass the checks.
    """
    imports = imports_after(home, add, drop)
    with _own_folder(home) as folder:
        trial = _TrialHome(home.root, folder)
        try:
            make_build(trial, 1, recipe_of(home, counts, imports, definition), now)
        except (BuildBroken, duckdb.Error) as failure:
            raise Refused("trial_failed", TRIAL_FAILED) from failure
        build = builds.open_build(trial, 1)
        try:
            yield build
        finally:
            builds.forget(build)


@contextlib.contextmanager
def _own_folder(home: Home) -> Iterator[Path]:
    """A folder in the spool that lives as long as this process holds its lock; those of dead processes go."""
    home.prepare()
    with _locked(home.root / "trial.lock"):
        _sweep(home)
        folder = Path(tempfile.mkdtemp(prefix="trial-", dir=home.spool))
        handle = _lock_file(folder).open("a")
        fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _lock_file(folder).unlink(missing_ok=True)
        handle.close()


def _lock_file(folder: Path) -> Path:
    return folder.with_suffix(".lock")


def _sweep(home: Home) -> None:
    for folder in home.spool.glob("trial-*/"):
        if not _is_held(_lock_file(folder)):
            shutil.rmtree(folder, ignore_errors=True)
            _lock_file(folder).unlink(missing_ok=True)


def _is_held(path: Path) -> bool:
    """Whether a living process holds the lock of that file."""
    try:
        with path.open("r") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[TextIO]:
    with path.open("a") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield handle
