"""The parent's side of reading: one file in, typed rows or one coded sentence out."""

import contextlib
import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import settings
from data import limited_child
from data.intake.parsed import Parsed
from data.progress import Step
from data.taught import Taught

RESULT, PROGRESS = "result.json", "progress.json"
_REMEDY = "文件没有导入。请用 Excel 或 WPS 打开后另存为 .xlsx，或按年份分开导出后再上传"
_log = logging.getLogger(__name__)
_NOTHING_TAUGHT = Taught()


def parse_file(
    path: Path,
    file_name: str,
    *,
    out_dir: Path,
    secret: bytes,
    forced: str | None = None,
    taught: Taught = _NOTHING_TAUGHT,
    progress: Callable[[Step], None] = lambda step: None,
) -> Parsed:
    """Reads, recognises and cleans one file in a child process; writes one parquet file per sheet into `out_dir`.

    Never raises for a bad file: whatever becomes of the child is one coded sentence in the result. `secret` keys the
    hashes of personal values and goes through standard input, where no process list shows it. `progress` hears how many
    rows were read.
    """
    out_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    result = out_dir / RESULT
    result.unlink(missing_ok=True)
    request = {
        "path": str(Path(path).resolve()),
        "file_name": file_name,
        "out_dir": str(out_dir.resolve()),
        "secret": secret.hex(),
        "forced": forced,
        "taught": taught.to_json(),
    }
    status = run_child("data.intake.child", request, lambda: _hand_on(out_dir / PROGRESS, progress))
    parsed = _result(result) if status == 0 else None
    for written in (result, out_dir / PROGRESS):
        written.unlink(missing_ok=True)
    if parsed is None:
        _sweep(out_dir)
        return died(status)
    return parsed


def run_child(module: str, request: dict[str, Any], look: Callable[[], None] = lambda: None) -> int | None:
    """Run a module that reads files in a limited child: as `limited_child.run`, the request as JSON."""
    asked = json.dumps(request).encode("utf-8", "surrogatepass")
    return limited_child.run(module, asked, seconds=settings.CHILD_WALL_SECONDS, look=look)


def _result(path: Path) -> Parsed | None:
    try:
        return Parsed.from_json(json.loads(path.read_bytes()))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _hand_on(path: Path, progress: Callable[[Step], None]) -> None:
    """Tell what the child last said; nothing it may say can stop the parent."""
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
        told = json.loads(path.read_bytes())
        rows = {name: int(told[name]) for name in ("rows_done", "rows_total")}
        progress(Step(str(told["words"]), str(told["stage"]), float(told["share"]), **rows))


def _sweep(out_dir: Path) -> None:
    for left in out_dir.glob("sheet-*.parquet"):
        left.unlink(missing_ok=True)


def died(status: int | None) -> Parsed:
    """What became of a child that left no result, as one coded sentence."""
    _log.warning("reader ended with status %s", status)
    if status is None:
        sentence = "读取程序没有启动起来，文件没有导入：请稍后重试，仍不行请联系维护人员。"
        return Parsed(error_code="reader_unavailable", error=sentence)
    if status in limited_child.TOO_LONG:
        seconds = settings.CHILD_WALL_SECONDS
        return Parsed(error_code="reader_timeout", error=f"读取用时超过 {seconds} 秒或被系统中止，已停止。{_REMEDY}。")
    sentence = f"读取程序在处理这个文件时中断，文件可能已损坏、内容异常或超出内存上限。{_REMEDY}。"
    return Parsed(error_code="reader_died", error=sentence)
