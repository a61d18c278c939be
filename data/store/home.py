"""Where one county's data lives: its folders, its publish lock, and writing files so that a crash cannot tear them."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Home:
    """The folders of one home (one county and its basic court)."""

    root: Path

    def prepare(self) -> "Home":
        """Create the folders that are missing, readable by the owner only."""
        for folder in (self.root, self.root / "rows", self.builds, self.spool):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self

    @property
    def state(self) -> Path:
        """SQLite file of what people did."""
        return self.root / "state.db"

    @property
    def builds(self) -> Path:
        """Folder of published builds."""
        return self.root / "builds"

    @property
    def pointer(self) -> Path:
        """File that names the build in force."""
        return self.builds / "current"

    @property
    def spool(self) -> Path:
        """Uploaded bytes and work files while a job is open."""
        return self.root / "spool"

    @property
    def demo_files(self) -> Path:
        """The demo county's export files, offered for download (demo homes only)."""
        return self.root / "demo-files"

    @property
    def fonts(self) -> Path:
        """Folder of typefaces the office adds (*.ttf, *.otf, *.ttc) for PDF and pictures; it may be missing."""
        return self.root / "fonts"

    def rows_file(self, ledger: str, batch: int) -> Path:
        """Parquet file of the rows one import brought into one ledger."""
        return self.root / "rows" / ledger / f"{batch}.parquet"

    @contextlib.contextmanager
    def publishing(self, *, wait: bool = True) -> Iterator[bool]:
        """Hold the one publisher's lock; the kernel drops it when the process dies.

        Without `wait` False is yielded when another process or thread holds it.
        """
        with self._locked("publish.lock", wait) as held:
            yield held

    @contextlib.contextmanager
    def working(self) -> Iterator[bool]:
        """Hold the lock of the one worker; False is yielded when another process has it."""
        with self._locked("worker.lock", wait=False) as held:
            yield held

    @contextlib.contextmanager
    def generating(self) -> Iterator[None]:
        """Hold the lock of whoever makes the demo county's files."""
        with self._locked("demo.lock", wait=True):
            yield

    @contextlib.contextmanager
    def _locked(self, name: str, wait: bool) -> Iterator[bool]:
        self.prepare()
        with (self.root / name).open("a") as handle:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
                return
            yield True


def sync_file(path: Path) -> None:
    """Force a written file to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def move_into_place(written: Path, final: Path) -> None:
    """Make a finished file visible under its name at once, and make that survive a power cut."""
    if not final.parent.is_dir():
        final.parent.mkdir(mode=0o700, parents=True)
        sync_file(final.parent.parent)
    sync_file(written)
    written.replace(final)
    sync_file(final.parent)
