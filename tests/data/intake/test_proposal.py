"""Laying a sheet out: whatever can be read can be laid out, and comes through JSON unchanged."""

import json

import pytest

from data.intake.proposal import Proposal, letter_of, propose
from data.read import read_tables
from data.refusal import Refused
from data.taught import Taught
from tests.data.corpus.entry import Entry
from tests.data.corpus.every import ENTRIES


@pytest.mark.parametrize("entry", ENTRIES, ids=str)
def test_whatever_can_be_read_can_be_laid_out(entry: Entry):
    try:
        found = propose(read_tables(entry.make()), entry.file_name, sheet=None, header=None, taught=Taught())
    except Refused:
        return
    assert Proposal.from_json(json.loads(json.dumps(found.to_json()))) == found
    assert len({one.key for one in found.columns}) == len(found.columns)
    assert all(len(cells) == len(found.columns) for _, cells in found.rows)


@pytest.mark.parametrize(("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_lettered_as_spreadsheet_programs_do(index: int, letter: str):
    assert letter_of(index) == letter
