"""Taught layouts through the whole path: a file nobody knows, mapped once, read silently from then on."""

from dataclasses import replace

from data.store.layouts import layout_records
from tests.data.exports import population_file
from tests.data.foreign import HEADERS, foreign_file, foreign_layout, foreign_rows, teach
from tests.data.loading import filings, load


def test_a_foreign_file_is_refused_until_it_is_taught_and_then_counts(desk, files):
    path = foreign_file(files / "报来1.xlsx", foreign_rows(n=5))
    (before,) = load(desk, path)
    assert before.error_code in ("layout_unknown", "missing_column")
    teach(desk.home.state)
    (after,) = load(desk, path)
    assert (after.error_code, after.ledger, after.rows_read, after.rows_added) == (None, "mediations", 5, 5)
    load(desk, population_file(files))
    assert sum(filings(desk, "people_mediations_resolved").values()) == 5


def test_the_next_file_of_that_shape_is_read_without_a_word_with_its_columns_moved(desk, files):
    teach(desk.home.state)
    moved = [list(reversed(row)) for row in foreign_rows(first=6, n=3)]
    (receipt,) = load(desk, foreign_file(files / "报来2.xlsx", moved, tuple(reversed(HEADERS))))
    assert (receipt.error_code, receipt.rows_added) == (None, 3)
    assert receipt.problems == []
    assert layout_records(desk.home.state)[0].uses == 1


def test_personal_columns_of_a_taught_layout_never_reach_the_rows(desk, files):
    teach(desk.home.state)
    load(desk, foreign_file(files / "报来.xlsx", foreign_rows()))
    written = b"".join(path.read_bytes() for path in desk.home.root.rglob("*") if path.is_file())
    assert b"13900000000" not in written


def test_a_title_that_denies_the_taught_kind_is_said_aloud(desk, files):
    teach(desk.home.state)
    (receipt,) = load(desk, foreign_file(files / "诉前调解明细.xlsx", foreign_rows()))
    assert [one.code for one in receipt.problems] == ["layout_kind_differs"]


def test_the_same_bytes_are_read_anew_once_their_layout_is_taught_otherwise(desk, files):
    teach(desk.home.state)
    path = foreign_file(files / "报来.xlsx", foreign_rows())
    load(desk, path)
    teach(desk.home.state, replace(foreign_layout(), kind="trade"))
    (again,) = load(desk, path)
    assert again.first_imported_at is None
    assert again.rows_read == 5


def test_a_column_that_looks_forgotten_is_pointed_out(desk, files):
    from tests.data.exports import write_csv

    path = write_csv(
        files / "人民调解台账.csv",
        ("卷号", "受理日期", "纠纷类别", "调解结果", "所属乡真"),
        [("（2025）柳人调字第1号", "2025-03-01", "邻里", "调解成功", "柳河镇")],
    )
    (receipt,) = load(desk, path)
    (problem,) = [one for one in receipt.problems if one.code == "column_unclaimed"]
    assert "“所属乡真”像是“所属乡镇”" in problem.sentence
