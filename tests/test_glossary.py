"""One term, one identifier, one row in the glossary; whatever people see or a ledger holds is in it."""

import re
from collections import Counter
from pathlib import Path

import pytest

from data.clean.schema import SCHEMAS
from data.ledgers import LEDGERS
from metrics._registry import METRICS, counts

ROW = re.compile(r"^\| (?P<term>[^|]+) \| `(?P<identifier>\w+)` \| (?P<meaning>[^|]+) \|", re.MULTILINE)
TEXT = (Path(__file__).parent.parent / "docs" / "glossary.md").read_text("utf-8")
ROWS = [match.groupdict() for match in ROW.finditer(TEXT)]
TERM_OF = {row["identifier"]: row["term"] for row in ROWS}
PROVENANCE = {"sheet_row", "party_only_key"}
"""Columns that say where a row stood or help to compare rows; nobody reads them."""


def test_every_line_of_a_table_is_read():
    lines = [line for line in TEXT.splitlines() if line.startswith("| ") and not line.startswith("| 术语")]
    assert len(lines) == len(ROWS) > 90


def test_no_two_terms_share_an_identifier_and_no_two_identifiers_a_term():
    for column in ("identifier", "term"):
        assert not [value for value, times in Counter(row[column] for row in ROWS).items() if times > 1]


@pytest.mark.parametrize("metric", METRICS.values(), ids=lambda metric: metric.name)
def test_a_metric_stands_under_its_label(metric):
    assert TERM_OF.get(metric.name) == metric.label


def test_every_count_has_a_row():
    assert not {count.name for count in counts()} - TERM_OF.keys()


@pytest.mark.parametrize("ledger", LEDGERS.values(), ids=lambda ledger: ledger.name)
def test_every_column_of_a_ledger_has_a_row(ledger):
    names = {field.name for field in ledger.fields} | set(SCHEMAS[ledger.name].names)
    assert not names - TERM_OF.keys() - PROVENANCE
