"""Registers that people keep by hand: what courts printed in their reports comes out of messy workbooks."""

from pathlib import Path

import pytest

from data.desk import Desk
from data.store.builds import current_build
from tests.data import work_books
from tests.data.exports import townships_file
from tests.data.loading import NOW, load


def rows_of(desk: Desk, query: str) -> list[tuple[object, ...]]:
    return current_build(desk.home.root).cursor().execute(query).fetchall()


def loaded(desk: Desk, files: Path, *books: Path):
    receipts = load(desk, townships_file(files), *books)[1:]
    assert [one.error for one in receipts] == [None] * len(receipts)
    assert all(one.adds_up for one in receipts)
    return receipts


def test_fifteen_stations_with_their_staff_and_townships(desk: Desk, files: Path):
    (receipt,) = loaded(desk, files, work_books.station_list(files))
    assert (receipt.rows_read, receipt.rows_added, receipt.rows_repeated, receipt.rows_left_out) == (16, 15, 1, 2)
    assert rows_of(desk, "SELECT count(*), sum(judges), sum(assistants), sum(mediators) FROM stations") == [
        (15, 30, 30, 15)
    ]
    served = "SELECT township_code, count(*) FROM station_townships GROUP BY ALL ORDER BY ALL"
    assert rows_of(desk, served) == [("东门街道", 7), ("柳河镇", 8), ("石坪乡", 15)]


def test_410_mediations_116_lectures_and_16_administrative_withdrawals(desk: Desk, files: Path):
    receipts = loaded(desk, files, work_books.station_list(files), work_books.work_of_stations(files))[1:]
    assert [one.rows_set_aside for one in receipts] == [0, 0]
    found = dict(rows_of(desk, "SELECT activity_type, CAST(sum(times) AS INTEGER) FROM activities GROUP BY ALL"))
    assert found == {"mediation": 410, "legal_education": 116, "administrative_withdrawal": 16}
    assert rows_of(desk, "SELECT count(DISTINCT station) FROM activities") == [(15,)]
    assert rows_of(desk, "SELECT count(*) FROM activities WHERE township_code = 'unassigned'") == [(0,)]


def test_18_circuit_hearings_with_25_opinions_of_which_11_were_acted_on(desk: Desk, files: Path):
    (receipt,) = loaded(desk, files, work_books.hearings_and_opinions(files))
    assert (receipt.rows_set_aside, receipt.rows_left_out) == (0, 1)
    query = "SELECT activity_type, count(*), sum(opinions), sum(opinions_done) FROM activities GROUP BY ALL"
    assert rows_of(desk, query) == [("circuit_hearing", 18, 25, 11)]
    assert rows_of(desk, "SELECT DISTINCT township_code FROM activities") == [("柳河镇",)]


def test_25_suggestions_of_which_20_were_answered(desk: Desk, files: Path):
    (receipt,) = loaded(desk, files, work_books.suggestion_list(files))
    assert (receipt.rows_read, receipt.rows_repeated, receipt.rows_left_out) == (26, 1, 2)
    query = "SELECT count(*), count(*) FILTER (is_replied), count(*) FILTER (adoption = 'adopted') FROM suggestions"
    assert rows_of(desk, query) == [(25, 20, 20)]
    assert rows_of(desk, "SELECT count(*) FROM suggestions WHERE reply_due_on IS NULL") == [(0,)]
    assert rows_of(desk, "SELECT DISTINCT township_code FROM suggestions") == [("柳河镇",)]


def test_26_of_26_petitions_resolved(desk: Desk, files: Path):
    receipts = loaded(desk, files, work_books.petition_list(files))
    assert [(one.rows_read, one.rows_added, one.rows_repeated) for one in receipts] == [(26, 26, 0), (1, 0, 1)]
    query = "SELECT count(*), count(*) FILTER (result = 'success') FROM petitions"
    assert rows_of(desk, query) == [(26, 26)]
    query = "SELECT township_code, count(*) FROM petitions GROUP BY ALL ORDER BY ALL"
    assert rows_of(desk, query) == [("柳河镇", 13), ("石坪乡", 13)]


@pytest.mark.parametrize("make", [work_books.petition_list, work_books.suggestion_list, work_books.station_list])
def test_loading_a_register_again_under_another_name_changes_nothing(desk: Desk, files: Path, make):
    book = make(files)
    loaded(desk, files, book)
    copy = files / f"再次-{book.name}"
    copy.write_bytes(book.read_bytes() + b"")
    first = load(desk, copy)[0]
    assert first.first_imported_at is not None
    assert first.rows_added == 0


def test_what_lies_nowhere_and_outside_stands_in_the_receipt(desk: Desk, files: Path):
    rows = [["登记日期", "信访人", "所属乡镇", "化解情况"]]
    rows += [
        ["2025-03-05", "某甲", "柳河镇", "已化解"],
        ["2025-03-06", "某乙", "外县", ""],
        ["2025-03-07", "某丙", "", ""],
    ]
    (receipt,) = loaded(desk, files, work_books.write_book(files / "信访台账.xlsx", {"Sheet1": rows}))
    assert (receipt.rows_added, receipt.unassigned, receipt.outside) == (3, 1, 1)


def test_a_register_covers_the_days_it_states_and_undoing_it_leaves_nothing(desk: Desk, files: Path):
    (receipt,) = loaded(desk, files, work_books.hearings_and_opinions(files))
    assert (receipt.covers_start, receipt.covers_end) == ("2025-01-01", "2025-06-15")
    desk.undo(receipt.batch, by="测试", now=NOW)
    assert rows_of(desk, "SELECT count(*) FROM activities") == [(0,)]
