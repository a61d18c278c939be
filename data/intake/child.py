"""The child process: one uploaded file in, typed rows out. Started as `python -m data.intake.child`."""

import contextlib
import gc
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.intake.parsed import Parsed
from data.limited_child import set_limits, what_failed
from data.refusal import Refused

if TYPE_CHECKING:
    from data.intake.proposal import Proposal
    from data.progress import Step

_PARENT = os.getppid()


def run(request: dict[str, Any]) -> "Parsed | Proposal":
    """Every way in which reading can fail, short of the process dying, as a result with a code."""
    try:
        return _propose(request) if request.get("propose") else _parse(request)
    except Refused as refused:
        return Parsed(error_code=refused.code, error=refused.sentence)
    except MemoryError:
        sentence = "文件内容太多，读取时超出内存上限。请按年份或类型分开导出后再上传。"
        return Parsed(error_code="reader_memory", error=sentence)
    except BaseException as error:  # a panic of the reader is not an Exception
        return _failed(error)


def _propose(request: dict[str, Any]) -> "Proposal":
    """The sheet laid out for a person: nothing is cleaned and nothing is written."""
    from data.intake.proposal import propose
    from data.read import read_tables
    from data.read.before import refuse_program, refuse_size
    from data.taught import Taught

    path, wanted = Path(request["path"]), request["propose"]
    refuse_program(request["file_name"])
    refuse_size(path.stat().st_size)
    header = tuple(wanted["header"]) if wanted["header"] else None
    taught = Taught.from_json(request["taught"])
    tables = read_tables(path.read_bytes())
    return propose(tables, request["file_name"], sheet=wanted["sheet"], header=header, taught=taught)


def _parse(request: dict[str, Any]) -> Parsed:
    from data.intake.sheets import parse_tables
    from data.read import heard, read_tables
    from data.read.before import refuse_program, refuse_size
    from data.taught import Taught

    heard.listen(lambda step: _say(Path(request["out_dir"]), step))
    path = Path(request["path"])
    refuse_program(request["file_name"])
    refuse_size(path.stat().st_size)
    tables = read_tables(path.read_bytes())
    return parse_tables(
        tables,
        request["file_name"],
        out_dir=Path(request["out_dir"]),
        secret=bytes.fromhex(request["secret"]),
        forced=request["forced"],
        taught=Taught.from_json(request["taught"]),
    )


def _say(out_dir: Path, step: "Step") -> None:
    """For the parent, which looks into the file now and then; a word that cannot be written is no failure.

    When the parent has died nobody waits for the result, and a second reader may be on its way.
    """
    if os.getppid() != _PARENT:
        os._exit(1)
    with contextlib.suppress(OSError):
        written = out_dir / "progress.unfinished"
        written.write_text(json.dumps(step.to_json()))
        written.replace(out_dir / "progress.json")


def _failed(error: BaseException) -> Parsed:
    sentence = (
        f"读取程序没有料到这个文件的内容（{what_failed(error)}），文件没有导入："
        "请用 Excel 或 WPS 打开后另存为 .xlsx 再上传；仍不行请把这句话告诉维护人员。"
    )
    return Parsed(error_code="reader_failed", error=sentence)


def main() -> None:
    """Reads the request from standard input, writes the result file, and ends without tidying up."""
    os.umask(0o077)
    request = json.loads(sys.stdin.buffer.read())
    set_limits()
    gc.disable()  # millions of cells live until the end: collecting finds nothing and costs a fifth of the time
    with contextlib.redirect_stdout(sys.stderr):
        parsed = run(request)
    Path(request["out_dir"], "result.json").write_text(json.dumps(parsed.to_json(), ensure_ascii=True))
    os._exit(0)


if __name__ == "__main__":
    main()
