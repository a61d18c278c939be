"""The sheet of cases that lie nowhere: an empty column to fill in, with the townships to choose from."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from data.ledgers.placements import FILL_IN
from metrics._places import UnplacedCase
from reports.unassigned_workbook import unassigned_workbook
from tests.data.exports import cases_file, civil, townships_file
from tests.data.loading import MARCH, filings, load

AREAS = ["东门街道", "柳河镇", "辖区外"]
CASE = UnplacedCase(civil(4), date(2025, 3, 30), "=1+1", None, "安和县某处", None, None, None)


def book(cases=(CASE,)):
    return openpyxl.load_workbook(BytesIO(unassigned_workbook("安和县未归属案件", list(cases), AREAS)))


def test_it_shows_the_case_and_the_texts_that_failed_and_leaves_the_township_empty():
    title, header, row = book()["数据"].iter_rows(values_only=True)
    assert title[0] == "安和县未归属案件"
    assert header == (
        "案号",
        "立案日期",
        "案由",
        "登记乡镇",
        "被告住所地",
        "纠纷发生地",
        "原告住所地",
        "承办庭室",
        FILL_IN,
    )
    assert row[0] == civil(4)
    assert row[1].date() == date(2025, 3, 30)
    assert row[2:] == ("=1+1", None, "安和县某处", None, None, None, None)


def test_no_cell_of_it_is_a_formula():
    assert {cell.data_type for row in book()["数据"].iter_rows() for cell in row} <= {"s", "n", "d"}


def test_the_empty_column_offers_the_townships_and_outside():
    made = book()
    [offer] = made["数据"].data_validations.dataValidation
    assert str(offer.sqref) == "I3"
    assert offer.formula1 == "'乡镇选项'!$A$1:$A$3"
    assert [cell.value for cell in made["乡镇选项"]["A"]] == AREAS
    assert made["乡镇选项"].sheet_state == "hidden"


def test_nothing_unassigned_gives_a_sheet_without_choices():
    assert not book([])["数据"].data_validations.dataValidation


@pytest.fixture
def desk(tmp_path):
    from data.desk import Desk
    from metrics import counts

    return Desk(tmp_path / "home", counts())


def test_filled_in_and_brought_back_it_places_its_cases_and_no_other(desk, tmp_path):
    from data.store.builds import current_build
    from metrics._places import unplaced_cases

    load(desk, townships_file(tmp_path), cases_file(tmp_path, MARCH))
    cases = unplaced_cases(current_build(desk.home.root))
    assert [one.case_number for one in cases] == [civil(4)]
    made = openpyxl.load_workbook(BytesIO(unassigned_workbook("安和县未归属案件", cases, AREAS)))
    made["数据"].cell(3, 9).value = "东门街道"
    made.save(tmp_path / "填好.xlsx")
    [receipt] = load(desk, tmp_path / "填好.xlsx")
    assert (receipt.ledger, receipt.rows_added, receipt.problems, receipt.adds_up) == ("placements", 1, [], True)
    assert filings(desk) == {"柳河镇": 1, "东门街道": 2, "outside": 1}
    desk.undo(receipt.batch, by="测试", now=desk.imports()[0].imported_at)
    assert filings(desk)["unassigned"] == 1
