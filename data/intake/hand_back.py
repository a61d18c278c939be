"""The analyst's workbook back, marked row by row: read and written in a limited child, like every file of theirs."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from data.intake.hand_back_child import RESULT, WORKBOOK
from data.intake.marks import Mark
from data.intake.spawn import run_child
from data.taught import Taught

WORK = "marking-"
"""Begins the name of a folder of work files; no lock is held, so a publisher must leave it alone while it is young."""
_NOT_DONE = "标注没有完成：文件可能过大或已损坏；请下载问题清单，按行号修改。"


@dataclass(frozen=True)
class HandedBack:
    """The marked workbook, or in one sentence why there is none. `rows` is how many rows carry a mark."""

    content: bytes = b""
    rows: int = 0
    keeps_formatting: bool = True
    error: str | None = None


def hand_back(
    path: Path,
    file_name: str,
    *,
    folder: Path,
    secret: bytes,
    forced: str | None,
    taught: Taught,
    further: Sequence[Mark] = (),
) -> HandedBack:
    """Mark the file at `path`; `further` are remarks that only the store could make (conflicts with other rows).

    `folder` is where the work files lie meanwhile. Never raises for a bad file.
    """
    with tempfile.TemporaryDirectory(prefix=WORK, dir=folder) as work:
        request = {
            "path": str(path.resolve()),
            "file_name": file_name,
            "out_dir": work,
            "secret": secret.hex(),
            "forced": forced,
            "taught": taught.to_json(),
            "further": [mark.to_json() for mark in further],
        }
        status = run_child("data.intake.hand_back_child", request)
        try:
            result = json.loads(Path(work, RESULT).read_bytes()) if status == 0 else {"error": _NOT_DONE}
            content = Path(work, WORKBOOK).read_bytes() if "error" not in result else b""
        except (OSError, ValueError):
            return HandedBack(error=_NOT_DONE)
        return HandedBack(content, **result)
