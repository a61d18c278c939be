"""The reading child without its start: one warm process forks itself for each file, and each fork is the child.

Starting Python and loading its libraries takes half a second, a thousand times over in the tests. A fork has the
child's own limits, its own death and its own result file; how a child is started for real is tried in
tests/data/intake/test_spawn.py, on the command line, in the worker and in the browser.
"""

import atexit
import io
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path
from select import select
from typing import IO, Any, NoReturn

ROOT = Path(__file__).resolve().parent.parent
_LOOK_EVERY = 0.2
_one_at_a_time = threading.Lock()


def run_child(module: str, request: dict[str, Any], look: Callable[[], None] = lambda: None) -> int | None:
    """As data.intake.spawn.run_child, for the child that reads files."""
    assert module == "data.intake.child", module
    with _one_at_a_time:
        asked, answered = _server()
        asked.write(json.dumps(request).encode("utf-8", "surrogatepass") + b"\n")
        asked.flush()
        while not select([answered], [], [], _LOOK_EVERY)[0]:
            look()
        return int(answered.readline())


@cache
def _server() -> tuple[IO[bytes], IO[bytes]]:
    """The warm process of this test process; it ends when its input does."""
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"}
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.warm_child"],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert server.stdin is not None
    assert server.stdout is not None
    atexit.register(server.kill)
    return server.stdin, server.stdout


def main() -> None:
    """Serve requests, one in a line, until there are no more; answer each with the exit status of its fork."""
    requests = os.fdopen(os.dup(0), "rb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    _warm()
    for request in requests:
        pid = os.fork()
        if pid == 0:
            _serve(request)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        sys.stdout.write(f"{status}\n")
        sys.stdout.flush()


def _warm() -> None:
    """Reads one ordinary file here, so that every fork finds the libraries loaded."""
    from data.intake import child
    from data.intake.parsed import Parsed
    from data.taught import Taught
    from tests.data.read import odd_files

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "upload"
        path.write_bytes(odd_files.xlsx())
        request = {"path": str(path), "file_name": "案件.xlsx", "out_dir": folder, "forced": None, "secret": "00" * 32}
        parsed = child.run({**request, "taught": Taught().to_json()})
    assert isinstance(parsed, Parsed)
    assert parsed.error_code is None, parsed.error


def _serve(request: bytes) -> NoReturn:
    from data.intake import child

    child._PARENT = os.getppid()
    sys.stdin = io.TextIOWrapper(io.BytesIO(request))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    child.main()
    os._exit(2)


if __name__ == "__main__":
    main()
