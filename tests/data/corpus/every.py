"""All entries of the corpus, and the way each of them is tried."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from data.intake.parsed import Parsed
from data.intake.spawn import RESULT, died, parse_file, result_of
from data.taught import Taught
from tests.data.corpus import binary, containers, grids, shapes, texts, values
from tests.data.corpus.entry import Entry, hold

ROOT = Path(__file__).resolve().parents[3]
WORKBOOKS = (*containers.ENTRIES, *grids.ENTRIES, *binary.ENTRIES)
CONTENTS = (*values.ENTRIES, *shapes.ENTRIES, *texts.ENTRIES)
ENTRIES = (*WORKBOOKS, *CONTENTS)


def read_all(entries: Sequence[Entry], folder: Path) -> dict[str, Parsed]:
    """Sends every file through the child's own program, in forks of one warm process; by the entry's number."""
    requests = []
    for entry in entries:
        place = folder / entry.number
        place.mkdir()
        (place / "upload").write_bytes(entry.make())
        asked = {"path": str(place / "upload"), "file_name": entry.file_name, "out_dir": str(place), "forced": None}
        requests.append({**asked, "secret": "6b" * 32, "taught": Taught().to_json()})
    asked_for, ended = folder / "requests.json", folder / "ended.json"
    asked_for.write_text(json.dumps(requests), "utf-8")
    command = [sys.executable, "-m", "tests.data.corpus.warm_reader", str(asked_for), str(ended)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr[-800:]
    statuses = json.loads(ended.read_text())
    return {entry.number: _left(folder / entry.number, status) for entry, status in zip(entries, statuses, strict=True)}


def _left(place: Path, status: int) -> Parsed:
    """What a child left behind, as the parent takes it."""
    parsed = result_of(place / RESULT) if status == 0 else None
    return died(status) if parsed is None else parsed


def ends_as_listed(entry: Entry, folder: Path) -> bool:
    """Sends the file through a real child process; fails unless it ends as it must, with the parent alive."""
    path, before = folder / "upload", os.getpid()
    path.write_bytes(entry.make())
    parsed = parse_file(path, entry.file_name, out_dir=folder / "out", secret=b"k" * 32)
    hold(entry.outcome, parsed)
    return os.getpid() == before
