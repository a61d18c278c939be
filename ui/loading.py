"""Runs an import beside the page: closing the browser neither stops nor spoils it; the page only watches."""

import shutil
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import streamlit as st

from data.desk import Desk, UploadedFile
from data.receipt import Receipt
from ui import clock

_BY = "本机用户"
_PATIENCE = 0.15


class Upload(Protocol):
    """A file as the upload field hands it over."""

    name: str

    def getbuffer(self) -> memoryview:
        """Its bytes."""


@dataclass
class Loading:
    """One import under way: what it says, and its receipts once it is done."""

    words: str = "正在读取"
    receipts: list[Receipt] = field(default_factory=list)
    failed: bool = False
    done: threading.Event = field(default_factory=threading.Event)


def _keep_bytes(folder: Path, uploads: Sequence[Upload]) -> list[UploadedFile]:
    files = []
    for number, upload in enumerate(uploads):
        path = folder / f"{number}.upload"
        path.touch(mode=0o600)
        path.write_bytes(upload.getbuffer())
        files.append(UploadedFile(upload.name, path))
    return files


def begin(desk: Desk, uploads: Sequence[Upload], forced: str | None) -> Loading:
    """Copy the bytes into the spool and start the import in a thread of its own."""
    folder = Path(tempfile.mkdtemp(prefix="upload-", dir=desk.home.spool))
    files = _keep_bytes(folder, uploads)
    job = Loading()

    def work() -> None:
        def say(words: str) -> None:
            job.words = words

        try:
            job.receipts = desk.load(files, by=_BY, now=clock.now(), forced=forced, progress=say)
        except Exception:
            # The sentence for people is on the page; what went wrong must not carry cell values into a log.
            job.failed = True
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            job.done.set()

    threading.Thread(target=work, name="import", daemon=False).start()
    return job


def watch(job: Loading, files: int) -> None:
    """Show what the import says until it is done."""
    with st.status(f"正在导入 {files} 个文件，可以离开本页，导入会继续完成", expanded=True) as status:
        line = st.empty()
        shown = ""
        while not job.done.wait(_PATIENCE):
            if job.words != shown:
                shown = job.words
                line.text(shown)
        status.update(label="导入没有完成" if job.failed else "导入完成", state="error" if job.failed else "complete")
