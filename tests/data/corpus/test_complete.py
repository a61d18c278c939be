"""Every item of the list of a hundred is tried somewhere, and the test that tries it exists."""

import ast
import re
from pathlib import Path

from tests.data.corpus.every import ENTRIES

ROOT = Path(__file__).resolve().parents[3]
HERE = "tests/data/corpus/test_store_items.py"
ELSEWHERE = {
    66: ("tests/data/intake/test_sheets.py", "test_every_ledger_sheet_has_rows_of_its_own"),
    **{number: (HERE, f"test_{number}_") for number in (87, 88, 89, 90, 92, 93, 95, 96)},
    91: ("tests/data/test_older_exports.py", "test_an_older_export_adds_what_is_missing"),
    94: ("tests/data/build/test_unusual_months.py", "test_under_half_and_over_twice"),
    98: ("tests/data/test_faults.py", "test_a_full_disk_while_rows_are_written"),
    99: ("tests/data/test_crashes.py", "test_threads_that_load_the_same_file_at_once"),
}
IN_THE_BROWSER = {97}
"""Closing the tab: imports run in a worker, and a browser test closes it."""


def names_in(path: str) -> list[str]:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return [node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def test_no_item_of_the_list_is_forgotten():
    tried = {int(re.match(r"\d+", entry.number)[0]) for entry in ENTRIES} | set(ELSEWHERE) | IN_THE_BROWSER
    assert set(range(1, 101)) - tried == set()


def test_tests_that_try_an_item_elsewhere_exist():
    missing = [item for item, (path, name) in ELSEWHERE.items() if not any(n.startswith(name) for n in names_in(path))]
    assert missing == []


def test_no_number_is_given_twice():
    numbers = [entry.number for entry in ENTRIES]
    assert len(set(numbers)) == len(numbers) > 100
