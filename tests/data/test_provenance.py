"""A row in force leads back to the import that spoke of it last: its file, sheet and row number."""

from data.store.builds import current_build
from data.store.provenance import Origin, files_of, origins
from tests.data.exports import cases_file, civil, townships_file
from tests.data.loading import MARCH, load
from tests.data.work_books import write_book

HEADER = ["案号", "立案日期", "案由", "结案日期", "被告住所地"]


def said_last(desk):
    """Case numbers of the build in force by the import that it names."""
    rows = current_build(desk.home.root).cursor().execute("SELECT batch, case_number FROM cases").fetchall()
    return {batch: {number for one, number in rows if one == batch} for batch, _ in rows}


def test_every_case_stands_in_its_row_of_the_file(desk, files):
    load(desk, townships_file(files))
    load(desk, cases_file(files, MARCH))
    found = origins(desk.home, "cases", said_last(desk))
    assert {key: one.row for key, one in found.items()} == {row[0]: at for at, row in enumerate(MARCH, start=2)}
    assert {one.file for one in found.values()} == {"安和县人民法院案件查询结果.csv"}


def test_of_two_imports_the_later_one_is_named_with_its_own_row_and_sheet(desk, files):
    load(desk, cases_file(files, MARCH))
    rows = [["安和县人民法院案件", *[""] * 4], HEADER, list(MARCH[1]), list(MARCH[0])]
    load(desk, write_book(files / "更正.xlsx", {"说明": [["本表为更正"]], "三月": rows}))
    found = origins(desk.home, "cases", said_last(desk))
    assert found[civil(1)] == Origin(2, "更正.xlsx", "三月", 4)
    assert found[civil(3)].batch == 1
    assert files_of(desk.home, {2, 7}) == {2: "更正.xlsx"}


def test_of_a_file_of_rows_that_is_gone_nothing_is_told(desk, files):
    load(desk, cases_file(files, MARCH))
    keys = said_last(desk)
    desk.home.rows_file("cases", 1).unlink()
    assert origins(desk.home, "cases", keys) == {}
