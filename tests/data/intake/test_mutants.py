"""Damaged files by the hundred (`make test`) or by the thousand (`make fuzz`)."""

import os
import pickle
import subprocess
import sys
from collections import Counter

import pytest

from data import limited_child
from tests.data.intake.mutant_reader import outcome
from tests.data.read import odd_files as odd
from tests.data.read.mutants import FORMATS

COUNT = int(os.environ.get("MUTANTS", "200"))
SEED = int(os.environ.get("MUTANT_SEED", "20250304"))
ABORTED = {f"ended:{-signal}" for signal in (6, 7, 11, 24)}
"""How a reader may die of a file: abort, bus error, segmentation fault, too long."""
CAUGHT = {"caught:PanicException", "caught:MemoryError"}
"""What the child turns into a code; anything else would be a fault of ours."""


def outcomes(files: list[bytes], folder) -> list[str]:
    """What became of every file, in their order."""
    stored, found = folder / "files", folder / "found"
    stored.write_bytes(pickle.dumps(files))
    command = [sys.executable, "-m", "tests.data.intake.mutant_reader", str(stored), str(found)]
    ended = subprocess.run(command, cwd=limited_child.ROOT, capture_output=True, check=False)
    assert ended.returncode == 0, ended.stderr[-800:]
    return pickle.loads(found.read_bytes())


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("format", FORMATS)
def test_a_damaged_file_ends_in_rows_that_are_all_there_or_in_a_code_or_in_a_dead_child(format, tmp_path):
    files = FORMATS[format](COUNT, SEED)
    found = outcomes(files, tmp_path)
    strange = {n: what for n, what in enumerate(found) if not (what.isidentifier() or what in ABORTED | CAUGHT)}
    assert strange == {}
    assert len(found) == len(files) == COUNT
    assert len(set(found) - {"read"}) >= 3, Counter(found)


def test_the_reader_of_mutants_would_tell_of_a_misreading(monkeypatch):
    lost = '<row r="9"><c r="A9" t="inlineStr"><v>x</v></c></row>'
    damaged = odd.package(odd.sheet_xml(odd.text_sheet(odd.ROWS) + lost))
    assert outcome(damaged) == "count_differs"
    monkeypatch.setattr("data.read.workbook.check_sheet", lambda *_: None)
    assert outcome(damaged).startswith("silent:")
