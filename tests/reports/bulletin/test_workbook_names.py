import pytest

from reports.bulletin.workbook_names import sheet_names


def test_what_excel_refuses_is_left_out_and_nothing_is_left_of_some_names():
    assert sheet_names(["[甲]:乙*丙?/丁\\'", "''", "\u200b\t\n", "History"]) == ["甲乙丙丁", "表", "表 2", "History 2"]


def test_long_names_are_cut_as_excel_counts_letters_and_stay_apart():
    first, second = sheet_names(["万" * 40, "万" * 35])
    assert (first, second) == ("万" * 31, "万" * 29 + " 2")
    assert sheet_names(["𠮷" * 20]) == ["𠮷" * 15]


def test_a_name_that_is_taken_gets_a_number_whatever_its_case():
    assert sheet_names(["目录", "Abc", "aBC", "abc 2"], ["目录"]) == ["目录 2", "Abc", "aBC 2", "abc 2 2"]


@pytest.mark.parametrize("names", [["甲", "甲", "甲"], ["=1+1"] * 3, [""] * 3])
def test_every_name_stands_once(names: list[str]):
    found = sheet_names(names)
    assert len(set(found)) == len(names)
