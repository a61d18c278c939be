"""Serves many requests to the reading child from forks of one warm process; each fork has the child's own limits."""

import io
import json
import os
import sys
from pathlib import Path
from typing import Any, NoReturn

from data.intake import child
from data.intake.parsed import Parsed
from data.taught import Taught
from tests.data.read import odd_files


def main() -> None:
    """Arguments: the JSON list of requests, and where the list of exit statuses goes."""
    requests = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    _warm(Path(sys.argv[1]).parent)
    Path(sys.argv[2]).write_text(json.dumps([_in_a_fork(request) for request in requests]))


def _warm(folder: Path) -> None:
    """Reads one ordinary file here, so that every fork finds the libraries loaded."""
    warm = folder / "warm"
    warm.mkdir()
    (warm / "upload").write_bytes(odd_files.xlsx())
    request = {"path": str(warm / "upload"), "file_name": "案件.xlsx", "out_dir": str(warm), "forced": None}
    parsed = child.run({**request, "secret": "00" * 32, "taught": Taught().to_json()})
    assert isinstance(parsed, Parsed)
    assert parsed.error_code is None, parsed.error


def _in_a_fork(request: dict[str, Any]) -> int:
    pid = os.fork()
    if pid == 0:
        _serve(request)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _serve(request: dict[str, Any]) -> NoReturn:
    child._PARENT = os.getppid()
    sys.stdin = io.TextIOWrapper(io.BytesIO(json.dumps(request).encode("utf-8", "surrogatepass")))
    child.main()
    os._exit(2)


if __name__ == "__main__":
    main()
