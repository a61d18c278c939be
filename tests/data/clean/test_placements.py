"""Sheets of case numbers with a township: what is filled in counts, what is empty is left out with a word."""

import pytest

from data.clean.schema import SCHEMAS
from tests.data.clean.sheets import cleaned, codes, only

FIELDS = ("case_number", "township")
NUMBER = "（2026）甘0702民初{}号"


def test_a_row_comes_out_typed_under_exactly_the_schema():
    result = cleaned("placements", FIELDS, [("(2026)甘0702民初1", "甘浚镇")])
    assert result.rows.schema == SCHEMAS["placements"]
    assert only(result) == {
        "sheet_row": 2,
        "record_key": NUMBER.format(1),
        "case_number": NUMBER.format(1),
        "court_code": "甘0702",
        "township": "甘浚镇",
    }


@pytest.mark.parametrize("empty", ["", " ", "无", "-", "未归属", "待查"])
def test_a_row_that_is_not_filled_in_is_left_out_with_a_word(empty):
    result = cleaned("placements", FIELDS, [(NUMBER.format(1), "甘浚镇"), (NUMBER.format(2), empty)])
    assert (result.rows_read, result.rows_left_out, result.rows_set_aside) == (1, 1, 0)
    assert codes(result) == ["township_empty"]
    assert "没有填" in result.problems[0].sentence


def test_a_bad_case_number_matters_only_where_a_township_stands_beside_it():
    result = cleaned("placements", FIELDS, [("坏案号", "甘浚镇"), ("坏案号", ""), (NUMBER.format(3), "甘浚镇")])
    assert (result.rows_read, result.rows_left_out, result.rows_set_aside) == (2, 1, 1)
    assert codes(result, "error") == ["case_number_unreadable"]
    assert only(result)["case_number"] == NUMBER.format(3)
    assert [rows for problem, rows in result.where if problem.severity == "error"] == [[2]]


def test_what_cannot_be_a_township_sets_its_row_aside_and_is_not_repeated():
    result = cleaned("placements", FIELDS, [(NUMBER.format(1), "张三，电话13900001111")])
    assert codes(result, "error") == ["township_unreadable"]
    assert "张三" not in str(result.problems)
    assert result.rows.num_rows == 0
