"""All entries of the corpus, and the way each of them is tried."""

import os
from pathlib import Path

from data.intake.spawn import parse_file
from tests.data.corpus import binary, containers, grids, shapes, texts, values
from tests.data.corpus.entry import Entry, hold

WORKBOOKS = (*containers.ENTRIES, *grids.ENTRIES, *binary.ENTRIES)
CONTENTS = (*values.ENTRIES, *shapes.ENTRIES, *texts.ENTRIES)
ENTRIES = (*WORKBOOKS, *CONTENTS)


def ends_as_listed(entry: Entry, folder: Path) -> bool:
    """Sends the file through the child; fails unless it ends as it must, with the parent alive."""
    path, before = folder / "upload", os.getpid()
    path.write_bytes(entry.make())
    parsed = parse_file(path, entry.file_name, out_dir=folder / "out", secret=b"k" * 32)
    hold(entry.outcome, parsed)
    return os.getpid() == before
