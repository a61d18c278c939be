"""Which sheets are lists of placements or of villages, and which only look like one."""

import pytest

from data.refusal import Refused
from tests.data.recognise.sheets import CASE_NUMBER, fields, layout, sheet

UNASSIGNED = ["案号", "立案日期", "案由", "登记乡镇", "被告住所地", "补填乡镇"]
A_CASE = [CASE_NUMBER, "2026-01-02", "离婚纠纷", "甘俊镇", "甘俊镇", "甘浚镇"]


@pytest.mark.parametrize("header", [["案号", "乡镇"], ["案号", "所属乡镇", "备注"], ["序号", "案号", "补填乡镇"]])
def test_case_numbers_and_townships_alone_are_placements(header):
    row = ["1" if text == "序号" else CASE_NUMBER if text == "案号" else "甘浚镇" for text in header]
    assert layout([header, row]).ledger == "placements"


def test_the_sheet_of_unassigned_cases_is_placements_although_it_carries_dates_and_causes():
    found = layout([["甘州区未归属案件"], UNASSIGNED, A_CASE])
    assert found.ledger == "placements"
    assert fields(found) == {0: "case_number", 5: "township"}


def test_a_case_ledger_with_a_township_stays_a_case_ledger():
    assert layout([["案号", "立案日期", "所属乡镇"], [CASE_NUMBER, "2026-01-02", "甘浚镇"]]).ledger == "cases"


def test_a_case_ledger_that_lost_its_filing_date_is_not_taken_for_placements():
    with pytest.raises(Refused, match="立案日期"):
        layout([["案号", "案由", "原告", "所属乡镇"], [CASE_NUMBER, "离婚纠纷", "某", "甘浚镇"]])


def test_placements_may_be_forced():
    rows = [["案号", "案由", "所属乡镇"], [CASE_NUMBER, "离婚纠纷", "甘浚镇"]]
    assert layout(rows, forced="placements").ledger == "placements"


@pytest.mark.parametrize(
    "header",
    [["村（社区）", "所属乡镇"], ["乡镇", "行政村"], ["序号", "乡镇（街道）", "村（社区）名称"], ["镇街", "村居"]],
)
def test_several_villages_to_a_township_are_a_list_of_villages(header):
    def row(n):
        return [str(n) if text == "序号" else "甘浚镇" if "镇" in text else f"和平{n}村" for text in header]

    assert layout([header, row(1), row(2), row(3)]).ledger == "villages"


def test_people_by_village_are_no_population_of_townships():
    rows = [["乡镇", "村（社区）", "人口数"], ["甘浚镇", "和平村", 100.0], ["甘浚镇", "新民村", 50.0]]
    assert layout(rows).ledger == "villages"


def test_one_row_per_township_with_its_villages_is_the_township_list():
    rows = [["乡镇", "类别", "下辖村（社区）"], ["甘浚镇", "镇", "和平村、新民村"], ["沙井镇", "镇", "红旗村"]]
    found = layout(rows)
    assert found.ledger == "townships"
    assert fields(found)[2] == "villages"


def test_disputes_of_villages_are_no_list_of_villages():
    header = ["所属乡镇", "村（社区）", "纠纷类型", "受理日期", "调解结果"]
    assert layout([header, ["甘浚镇", "和平村", "邻里", "2026-01-01", "成功"]]).ledger == "mediations"
    with pytest.raises(Refused):
        layout([header[:-1], ["甘浚镇", "和平村", "邻里", "2026-01-01"], ["甘浚镇", "新民村", "邻里", "2026-01-01"]])


def test_the_sheet_of_choices_beside_the_unassigned_cases_is_nothing():
    from data.recognise import recognise

    choices = sheet([["辖区外"], ["甘浚镇"], ["沙井镇"], ["东街街道"]], name="乡镇选项")
    assert recognise(choices, "未归属案件.xlsx") is None
