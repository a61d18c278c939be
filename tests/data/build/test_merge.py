"""Folding one upload: every row read ends in exactly one account."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from data.build.merge import SHOWN, SheetAccount, merge_upload
from data.build.outcomes import Outcome, outcomes
from data.build.resolve import RowFile, batch_schema

SCHEMA = pa.schema(
    [
        ("sheet_row", pa.int32()),
        ("record_key", pa.string()),
        ("filed_on", pa.date32()),
        ("cause", pa.string()),
        ("defendant_organisations", pa.string()),
        ("place_defendant", pa.string()),
        ("party_only_key", pa.string()),
    ]
)
DAY = date(2025, 3, 4)
Told = tuple[Outcome, SheetAccount]


def row(sheet_row: int, key: str, **said: Any) -> dict[str, Any]:
    return {"sheet_row": sheet_row, "record_key": key, "filed_on": DAY, **said}


def sheet(folder: Path, name: str, rows: Sequence[dict[str, Any]]) -> Path:
    path = folder / f"{name}.parquet"
    pq.write_table(pa.Table.from_pylist(list(rows), SCHEMA), path)
    return path


@pytest.fixture
def merge(tmp_path: Path):
    con = duckdb.connect()
    earlier: list[RowFile] = []

    def run(*sheets: Sequence[dict[str, Any]]) -> tuple[dict[int, Told], list[dict[str, Any]]]:
        order = len(earlier) + 1
        target = tmp_path / f"batch-{order}.parquet"
        paths = [(i, sheet(tmp_path, f"sheet-{order}-{i}", rows)) for i, rows in enumerate(sheets)]
        accounts = merge_upload(con, paths, SCHEMA, target)
        rows, found = [], {}
        if target.exists():
            rows = pq.read_table(target).to_pylist()
            mine = RowFile(order, order, target)
            found, _ = outcomes(con, mine, earlier, SCHEMA)
            earlier.append(mine)
        return {i: (found.get(i, Outcome()), account) for i, account in accounts.items()}, rows

    yield run
    con.close()


def told(of: Told) -> tuple[int, int, int, int, int]:
    outcome, account = of
    return outcome.added, outcome.changed, outcome.unchanged, account.repeated, account.set_aside


def test_new_rows_are_added(merge):
    accounts, rows = merge([row(2, "a"), row(3, "b")])
    assert told(accounts[0]) == (2, 0, 0, 0, 0)
    assert [r["record_key"] for r in rows] == ["a", "b"]


def test_the_written_rows_have_the_schema_of_a_batch(merge, tmp_path):
    merge([row(2, "a")])
    assert pq.read_schema(tmp_path / "batch-1.parquet").names == batch_schema(SCHEMA).names


def test_one_case_listed_once_per_party_counts_once_and_the_first_defendant_decides_the_place(merge):
    accounts, rows = merge(
        [
            row(2, "a", place_defendant="甲镇", party_only_key="1"),
            row(3, "a", place_defendant="乙镇", party_only_key="2"),
        ]
    )
    assert told(accounts[0]) == (1, 0, 0, 1, 0)
    assert rows[0]["place_defendant"] == "甲镇"
    assert accounts[0][1].problems == []


def test_repeats_that_disagree_keep_the_first_value_that_is_not_empty_and_say_so(merge):
    accounts, rows = merge([row(2, "a"), row(3, "a", cause="借款"), row(4, "a", cause="离婚")])
    assert rows[0]["cause"] == "借款"
    assert [(p.code, p.severity) for p in accounts[0][1].problems] == [("repeats_differ", "warning")]
    assert "案由" in accounts[0][1].problems[0].sentence
    assert "第2、3、4行" in accounts[0][1].problems[0].sentence


def test_equal_repeats_are_told_together_with_their_number(merge):
    accounts, _ = merge([row(2, "a"), row(3, "a"), row(4, "b", cause="借款"), row(5, "b", cause="借款"), row(6, "c")])
    [problem] = accounts[0][1].problems
    assert (problem.code, problem.severity, problem.count, problem.rows) == ("repeats_equal", "repair", 2, (3, 5))
    assert "2条记录在文件中不止一行" in problem.sentence


def test_an_equal_repeat_at_the_same_place_of_another_sheet_is_told(merge):
    accounts, _ = merge([row(2, "a")], [row(2, "a")])
    assert [one.code for one in accounts[0][1].problems] == ["repeats_equal"]


def test_repeats_that_disagree_beyond_the_list_are_counted(merge):
    pairs = [(row(2 * n, f"k{n:03}"), row(2 * n + 1, f"k{n:03}", cause="借款")) for n in range(1, SHOWN + 4)]
    again = [row(1000 + n, f"k{n:03}", cause="离婚") for n in range(1, SHOWN + 4)]
    accounts, _ = merge([*(one for pair in pairs for one in pair), *again])
    problems = accounts[0][1].problems
    assert [one.code for one in problems].count("repeats_differ") == SHOWN
    assert [(one.code, one.count) for one in problems[SHOWN:]] == [("repeats_differ_more", 3)]


def test_the_same_case_with_two_filing_dates_is_set_aside_whole(merge):
    accounts, rows = merge([row(2, "a"), {**row(3, "a"), "filed_on": date(2025, 3, 5)}, row(4, "b")])
    assert told(accounts[0]) == (1, 0, 0, 0, 2)
    assert [r["record_key"] for r in rows] == ["b"]
    assert {p.row for p in accounts[0][1].problems} == {2, 3}


def test_a_repeat_in_another_sheet_of_the_file_is_accounted_to_that_sheet(merge):
    accounts, _ = merge([row(2, "a")], [row(2, "a"), row(3, "b")])
    assert told(accounts[0]) == (1, 0, 0, 0, 0)
    assert told(accounts[1]) == (1, 0, 0, 1, 0)


def test_a_later_export_adds_changes_and_leaves(merge):
    merge([row(2, "a", cause="借款"), row(3, "b")])
    accounts, _ = merge([row(2, "a", cause="离婚"), row(3, "b"), row(4, "c")])
    assert told(accounts[0]) == (1, 1, 1, 0, 0)


def test_an_empty_cell_in_a_later_export_changes_nothing(merge):
    merge([row(2, "a", cause="借款")])
    accounts, _ = merge([row(2, "a")])
    assert told(accounts[0]) == (0, 0, 1, 0, 0)


def test_a_party_more_is_no_change_of_the_case(merge):
    merge([row(2, "a", party_only_key="1")])
    accounts, _ = merge([row(2, "a", party_only_key="2")])
    assert told(accounts[0]) == (0, 0, 1, 0, 0)


def test_a_sheet_row_that_gives_several_rows_counts_once(merge):
    accounts, rows = merge([row(2, "甲|常住"), row(2, "甲|户籍"), row(3, "乙|常住")])
    assert told(accounts[0]) == (2, 0, 0, 0, 0)
    assert len(rows) == 3


def test_a_file_with_nothing_but_conflicts_writes_nothing(merge):
    accounts, rows = merge([row(2, "a"), {**row(3, "a"), "filed_on": date(2024, 1, 1)}])
    assert told(accounts[0]) == (0, 0, 0, 0, 2)
    assert rows == []
