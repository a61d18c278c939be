import pickle
import signal
import subprocess
import sys

import pytest

from data.intake import spawn
from tests.data.read import odd_files as odd

COUNT = 40


def outcomes(files: list[bytes], folder) -> dict[int, str]:
    """What became of every file; after a death the next child goes on behind it."""
    stored, log = folder / "files", folder / "log"
    stored.write_bytes(pickle.dumps(files))
    found: dict[int, str] = {}
    while len(found) < len(files):
        log.write_text("")
        command = [sys.executable, "-m", "tests.data.intake.mutant_reader", str(stored), str(len(found)), str(log)]
        ended = subprocess.run(command, cwd=spawn._ROOT, capture_output=True, timeout=120)
        last = -1
        for line in log.read_text().splitlines():
            number, what = line.split(" ", 1)
            last = int(number)
            found[last] = what
        assert last >= 0, ended.stderr[-500:]
        if found[last] == "started":
            found[last] = f"signal:{-ended.returncode}"
    return found


@pytest.mark.parametrize("make", [odd.xlsx, odd.xls])
def test_damaged_workbooks_never_end_in_anything_but_rows_a_code_or_a_dead_child(make, tmp_path):
    rows = [odd.HEADERS, *([*odd.ROWS[0]] for _ in range(200))]
    found = outcomes(odd.mutants(make(rows), COUNT, seed=20250304), tmp_path)
    expected_ends = {f"signal:{int(one)}" for one in (signal.SIGABRT, signal.SIGSEGV, signal.SIGXCPU)}
    strange = {n: what for n, what in found.items() if ":" in what and what not in expected_ends}
    assert len(found) == COUNT
    # A panic of the reader is caught in the child and coded there; anything else would be a fault of ours.
    assert set(strange.values()) <= {"caught:PanicException", "caught:MemoryError"}
    assert len(set(found.values()) - {"read"}) >= 1
