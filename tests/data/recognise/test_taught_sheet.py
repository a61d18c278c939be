import pytest

from data.recognise import recognise
from data.refusal import Refused
from data.taught import Taught, TaughtLayout, signature_of
from tests.data.recognise.sheets import CASE_NUMBER, fields, sheet

HEADERS = ["编码", "日子", "去处"]
ROWS = [["某院清单"], HEADERS, [CASE_NUMBER, "2026-01-02", "甘浚镇"], [CASE_NUMBER, "2026-01-03", "甘浚镇"]]
CASES = TaughtLayout(
    signature_of(HEADERS),
    "清单",
    "cases",
    None,
    {"编码": "case_number", "日子": "filed_on", "去处": "place_stated"},
)


def read(rows, *layouts, forced=None, name="Sheet1"):
    return recognise(sheet(rows, name=name), "清单.xlsx", forced, Taught(layouts))


def test_taught_headers_are_read_without_any_synonym():
    found = read(ROWS, CASES)
    assert (found.ledger, found.header_row, found.first_data, found.taught) == ("cases", 2, 2, CASES.signature)
    assert fields(found) == {0: "case_number", 1: "filed_on", 2: "place_stated"}


def test_moved_columns_and_a_header_further_down_are_the_same_layout():
    moved = [["说明"], [""], ["导出人：王某"], ["去处", "编码", "日子"], ["甘浚镇", CASE_NUMBER, "2026-01-02"]]
    assert fields(read(moved, CASES)) == {0: "place_stated", 1: "case_number", 2: "filed_on"}


def test_one_header_more_is_another_layout():
    with pytest.raises(Refused):
        read([[*row, "x"] for row in ROWS], CASES)


def test_a_column_that_the_person_did_not_want_stays_unread_although_its_header_is_known():
    headers = ["案号", "立案日期", "结案日期"]
    layout = TaughtLayout(
        signature_of(headers), "n", "cases", None, {"案号": "case_number", "立案日期": "filed_on", "结案日期": ""}
    )
    found = read([headers, [CASE_NUMBER, "2026-01-02", "2026-01-03"]], layout)
    assert fields(found) == {0: "case_number", 1: "filed_on"}
    assert found.unknown == ("结案日期",)


def test_a_column_that_nobody_spoke_of_is_read_as_usual():
    headers = ["编码", "立案日期", "案由"]
    layout = TaughtLayout(signature_of(headers), "n", "cases", None, {"编码": "case_number"})
    found = read([headers, [CASE_NUMBER, "2026-01-02", "离婚纠纷"]], layout)
    assert fields(found) == {0: "case_number", 1: "filed_on", 2: "cause"}


def test_of_two_columns_with_one_header_the_chosen_one_is_read():
    headers = ["案号", "立案日期", "立案日期"]
    layout = TaughtLayout(
        signature_of(headers), "n", "cases", None, {"案号": "case_number", "立案日期": "", "立案日期#2": "filed_on"}
    )
    assert fields(read([headers, [CASE_NUMBER, "旧", "2026-01-02"]], layout)) == {0: "case_number", 2: "filed_on"}


def test_units_in_a_header_are_read_of_taught_columns_too():
    headers = ["编码", "日子", "数目（万元）"]
    layout = TaughtLayout(
        signature_of(["编码", "日子", "数目"]),
        "n",
        "cases",
        None,
        {"编码": "case_number", "日子": "filed_on", "数目": "amount"},
    )
    found = read([headers, [CASE_NUMBER, "2026-01-02", 3.0]], layout)
    assert next(one.scale for one in found.columns if one.field == "amount") == 10_000


def test_a_forced_ledger_passes_over_what_was_taught_for_another():
    headers = ["案号", "立案日期", "调解结果"]
    rows = [headers, [CASE_NUMBER, "2026-01-02", "成功"]]
    layout = TaughtLayout(
        signature_of(headers), "n", "mediations", None, {"立案日期": "accepted_on", "调解结果": "result"}
    )
    assert read(rows, layout).ledger == "mediations"
    assert read(rows, layout, forced="cases").ledger == "cases"


def test_a_taught_layout_that_lacks_a_needed_column_is_passed_over():
    headers = ["案号", "立案日期"]
    layout = TaughtLayout(signature_of(headers), "n", "cases", None, {"案号": "case_number", "立案日期": ""})
    found = read([headers, [CASE_NUMBER, "2026-01-02"]], layout)
    assert (found.taught, fields(found)) == ("", {0: "case_number", 1: "filed_on"})


def test_the_taught_kind_stands_before_the_title():
    headers = ["起始", "结论"]
    layout = TaughtLayout(signature_of(headers), "n", "mediations", "people", {"起始": "accepted_on", "结论": "result"})
    rows = [headers, ["2026-01-02", "成功"]]
    assert read(rows, layout, name="诉前调解").kind == "people"
    assert read(rows, layout, forced="mediations:trade").kind == "trade"
