"""Every entry goes through the real child process; the parent must live to say what became of it."""

import os

import pytest

from data.intake.spawn import parse_file
from tests.data.corpus import binary, containers, grids, shapes, texts, values
from tests.data.corpus.entry import Entry, hold

SUBJECTS = (containers, grids, values, shapes, texts, binary)
ENTRIES = [entry for subject in SUBJECTS for entry in subject.ENTRIES]


@pytest.mark.parametrize("entry", ENTRIES, ids=str)
def test_an_odd_file_ends_as_the_list_says(entry: Entry, tmp_path):
    path, before = tmp_path / "upload", os.getpid()
    path.write_bytes(entry.make())
    parsed = parse_file(path, entry.file_name, out_dir=tmp_path / "out", secret=b"k" * 32)
    hold(entry.outcome, parsed)
    assert os.getpid() == before
