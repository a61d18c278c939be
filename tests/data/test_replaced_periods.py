"""An import that replaces a period: rows of that period which it lacks are counted no more, until they come back."""

from datetime import date

import pytest

from tests.data.exports import a_case, cases_file, civil, mediations_file, townships_file
from tests.data.loading import NOW, filings, load

MARCH = [a_case(n, date(2025, 3, day)) for n, day in ((1, 2), (2, 12), (3, 30))]
APRIL = [a_case(4, date(2025, 4, 9))]
NEW_MARCH = [a_case(2, date(2025, 3, 12), "安和县石坪乡"), a_case(5, date(2025, 3, 31))]


@pytest.fixture
def loaded(desk, files):
    load(desk, townships_file(files))
    load(desk, cases_file(files, MARCH + APRIL, "一.csv"), exported_on="2025-12-01")
    return desk


def replaced(receipt):
    return [(p.severity, p.count) for p in receipt.problems if p.code == "period_replaced"]


def test_rows_of_the_period_that_the_file_lacks_are_retracted_and_others_stay(loaded, files):
    receipt = load(loaded, cases_file(files, NEW_MARCH, "二.csv"), replace_period=True)[0]
    assert filings(loaded) == {"柳河镇": 2, "石坪乡": 1}
    assert (receipt.rows_added, receipt.rows_changed, receipt.rows_retracted) == (1, 1, 2)
    assert replaced(receipt) == [("warning", 2)]
    assert receipt.adds_up


def test_without_replacing_nothing_is_retracted(loaded, files):
    receipt = load(loaded, cases_file(files, NEW_MARCH, "二.csv"))[0]
    assert filings(loaded) == {"柳河镇": 4, "石坪乡": 1}
    assert (receipt.rows_retracted, replaced(receipt)) == (0, [])


def test_undo_of_a_replacement_brings_the_rows_back(loaded, files):
    before = filings(loaded)
    batch = load(loaded, cases_file(files, NEW_MARCH, "二.csv"), replace_period=True)[0].batch
    loaded.undo(batch, by="测试", now=NOW)
    assert filings(loaded) == before


def test_a_later_import_brings_a_retracted_row_back_without_what_was_said_of_it_before(loaded, files):
    load(loaded, cases_file(files, NEW_MARCH, "二.csv"), replace_period=True)
    receipt = load(loaded, cases_file(files, [(civil(1), "2025-03-02", "", "", "")], "三.csv"))[0]
    assert receipt.rows_added == 1
    assert filings(loaded) == {"柳河镇": 2, "石坪乡": 1, "unassigned": 1}


def test_a_row_that_an_earlier_correction_moved_out_of_the_period_stays(loaded, files):
    load(loaded, cases_file(files, [a_case(1, date(2025, 2, 2))], "更正.csv"))
    receipt = load(loaded, cases_file(files, NEW_MARCH, "二.csv"), replace_period=True)[0]
    assert receipt.rows_retracted == 1
    assert filings(loaded) == {"柳河镇": 3, "石坪乡": 1}


def test_an_older_export_brings_nothing_back_into_a_period_that_a_newer_one_replaced(loaded, files):
    load(loaded, cases_file(files, NEW_MARCH, "二.csv"), replace_period=True, exported_on="2026-02-02")
    late = [a_case(6, date(2025, 3, 8)), a_case(7, date(2025, 2, 8))]
    receipt = load(loaded, cases_file(files, late, "三.csv"), exported_on="2026-01-02")[0]
    assert (receipt.rows_added, receipt.rows_unchanged) == (1, 1)
    assert [p.count for p in receipt.problems if p.code == "older_export"] == [1]
    assert filings(loaded) == {"柳河镇": 3, "石坪乡": 1}


def test_only_imports_of_earlier_order_are_replaced(loaded, files):
    load(loaded, cases_file(files, NEW_MARCH, "二.csv"), replace_period=True, exported_on="2025-11-02")
    assert filings(loaded) == {"柳河镇": 5}


def test_a_row_that_the_file_names_but_contradicts_is_set_aside_and_its_earlier_record_stays(loaded, files):
    rows = [*NEW_MARCH, (civil(1), "2025-03-01", "", "", ""), (civil(1), "2025-03-02", "", "", "")]
    receipt = load(loaded, cases_file(files, rows, "二.csv"), replace_period=True)[0]
    assert (receipt.rows_set_aside, receipt.rows_retracted) == (2, 1)
    assert filings(loaded) == {"柳河镇": 3, "石坪乡": 1}


def test_a_row_that_is_set_aside_for_its_own_fault_keeps_its_earlier_record_in_a_replaced_period(loaded, files):
    rows = [*NEW_MARCH, (civil(1), "三月二日?", "", "", "")]
    receipt = load(loaded, cases_file(files, rows, "二.csv"), replace_period=True)[0]
    assert (receipt.rows_set_aside, receipt.rows_retracted) == (1, 1)
    assert filings(loaded) == {"柳河镇": 3, "石坪乡": 1}


def test_one_kind_of_mediation_is_replaced_and_the_others_stay(loaded, files):
    people = [(f"（2025）安调字第{n}号", f"2025-03-{n:02}", "邻里", "调解成功", "柳河镇") for n in (1, 2, 28)]
    court = [(f"（2025）甘0733民诉前调{n}号", f"2025-03-{n:02}", "邻里", "调解成功", "柳河镇") for n in (3, 4)]
    load(loaded, mediations_file(files, people), mediations_file(files, court, "诉前调解台账.csv"))
    load(loaded, mediations_file(files, people[2:], "人民调解台账2.csv"), replace_period=True)
    assert filings(loaded, "people_mediations_accepted") == {"柳河镇": 1}
    assert filings(loaded, "court_mediations_accepted") == {"柳河镇": 2}


def test_a_township_list_replaces_nothing(loaded, files):
    before = filings(loaded)
    load(loaded, townships_file(files, "名册2.csv"), replace_period=True)
    assert filings(loaded) == before
