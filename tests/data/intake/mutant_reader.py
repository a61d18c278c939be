"""Reads many damaged files in forks of one warm process: a death names its file and costs one fork."""

import os
import pickle
import resource
import sys
import tempfile
from pathlib import Path
from typing import IO, NoReturn

from data.limited_child import set_limits
from data.read import read_tables
from data.refusal import Refused
from tests.data.read import odd_files, second_opinion

_SECONDS = 20


def main() -> None:
    """Arguments: pickled list of files, and where the pickled list of outcomes goes."""
    files = pickle.loads(Path(sys.argv[1]).read_bytes())
    for warm in (odd_files.xlsx(), odd_files.xls(), b"<table><tr><td>1</table>", b"a,b\n1,2\n"):
        outcome(warm)
    found: list[str] = []
    while len(found) < len(files):
        found += _in_a_fork(files[len(found) :])
    Path(sys.argv[2]).write_bytes(pickle.dumps(found))


def _in_a_fork(files: list[bytes]) -> list[str]:
    """Outcomes of these files, up to and with the first that ends the fork."""
    with tempfile.TemporaryFile("w+") as said:
        pid = os.fork()
        if pid == 0:
            _read_all(files, said)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        said.seek(0)
        found = said.read().splitlines()
    return found if status == 0 else [*found, f"ended:{status}"]


def _read_all(files: list[bytes], said: IO[str]) -> NoReturn:
    set_limits()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    for raw in files:
        used = int(resource.getrusage(resource.RUSAGE_SELF).ru_utime)
        resource.setrlimit(resource.RLIMIT_CPU, (min(used + _SECONDS, hard), hard))
        said.write(f"{outcome(raw)}\n")
        said.flush()
    os._exit(0)


def outcome(raw: bytes) -> str:
    """`read`, the code of the refusal, `caught:…` for what the child would code, or `silent:…` for a misreading."""
    try:
        tables = read_tables(raw)
    except Refused as refused:
        return refused.code if refused.sentence.endswith("。") else "no sentence"
    except BaseException as error:
        return f"caught:{type(error).__name__}"
    fault = next((table.fault for table in tables if table.fault), None)
    if fault is not None:
        return fault.code
    expected = second_opinion.filled(raw) if raw.startswith(b"PK") else None
    found = second_opinion.read(tables)
    return "read" if expected in (None, found) else f"silent:{expected}{found}"


if __name__ == "__main__":
    main()
