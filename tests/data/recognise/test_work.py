"""Registers that people keep by hand: known by what their headers and names say, never by plain columns alone."""

import pytest

from data.recognise import recognise
from data.recognise.left_out import BLOCK, left_out_rows, station_in
from data.refusal import Refused
from tests.data.recognise.sheets import CASE_NUMBER, fields, layout, sheet

WORK = [["日期", "活动类型", "数量"], ["2026-01-02", "普法", 1.0]]


@pytest.mark.parametrize(
    ("header", "ledger"),
    [
        (["信访件编号", "登记时间", "化解情况"], "petitions"),
        (["来信编号", "接件时间", "姓名", "办理情况"], "petitions"),
        (["建议书编号", "被建议单位", "发出日期", "反馈期限"], "suggestions"),
        (["活动类型", "活动日期", "参加人数"], "activities"),
        (["工作站名称", "所属乡镇", "法官", "法官助理"], "stations"),
        (["乡镇", "月份", "统计项目", "件数"], "monthly_totals"),
    ],
)
def test_headers_tell_the_ledger(header, ledger):
    row = ["2026-01-02" if "日期" in text or "时间" in text else "甲" for text in header]
    assert layout([header, row]).ledger == ledger


@pytest.mark.parametrize(
    ("rows", "name", "ledger"),
    [
        ([["日期", "类型", "数量"], ["2026-01-02", "普法", 1.0]], "柳河法官工作站工作台账", "activities"),
        ([["登记日期", "反映人", "处理情况"], ["2026-01-02", "某某", "已化解"]], "信访台账", "petitions"),
        ([["名称", "乡镇", "法官"], ["柳河站", "柳河镇", 2.0]], "法官工作站", "stations"),
    ],
)
def test_where_headers_are_plain_the_names_tell_it(rows, name, ledger):
    assert layout(rows, name=name).ledger == ledger
    assert layout(rows, file_name=f"{name}.xlsx").ledger == ledger
    assert layout([[name], *rows]).ledger == ledger
    with pytest.raises(Refused):
        recognise(sheet([rows[0], *[rows[1]] * 4]), "导出.xlsx")


def test_a_case_list_with_a_column_about_petitions_stays_a_case_list():
    rows = [["案号", "立案日期", "案由", "是否信访"], [CASE_NUMBER, "2026-01-02", "离婚纠纷", "否"]]
    assert layout(rows).ledger == "cases"


def test_a_mediation_ledger_of_a_station_stays_a_mediation_ledger():
    rows = [["受理日期", "调解类型", "调解组织", "调解结果"], ["2026-01-02", "人民调解", "甲镇调委会", "成功"]]
    assert layout(rows, name="柳河法官工作站调解台账").ledger == "mediations"


@pytest.mark.parametrize("name", ["填写示例", "示例", "样表1", "填写说明", "选项"])
def test_sheets_of_a_template_that_show_or_explain_are_passed_over(name):
    assert recognise(sheet(WORK, name=name), "工作站.xlsx") is None
    assert recognise(sheet(WORK, name="台账"), "工作站.xlsx").ledger == "activities"


@pytest.mark.parametrize(
    ("text", "station"),
    [
        ("柳河法官工作站", "柳河法官工作站"),
        ("柳河镇法官工作站（2025年）", None),
        ("柳河法官工作站工作台账", "柳河法官工作站"),
        ("柳河法官工作站2025年工作台账", "柳河法官工作站"),
        ("金马社区（西区）司法工作站", "金马社区(西区)司法工作站"),
        ("法官工作站工作台账", None),
        ("安和县人民法院法官工作站工作台账（2025年）", None),
        ("到柳河法官工作站开展普法", None),
        ("普法", None),
    ],
)
def test_a_station_is_named_only_by_a_text_that_says_nothing_else(text, station):
    assert station_in(text) == station


def test_a_row_that_only_names_a_station_heads_the_rows_below_it():
    rows = [*WORK, ["石坪法官工作站"], WORK[0], ["2026-01-03", "调解", 1.0], ["小计", "", 1.0]]
    found = layout(rows)
    assert left_out_rows(sheet(rows), found) == {2: BLOCK, 3: "header", 5: "total"}


def test_county_rows_of_a_summary_are_data_where_month_and_count_stand_beside_them():
    rows = [["乡镇", "月份", "计数名称", "件数"], ["全县", "2024-01", "一审民商事新收", 9.0], ["合计", "", "", 9.0]]
    assert left_out_rows(sheet(rows), layout(rows)) == {2: "total"}


def test_several_columns_of_one_place_or_person_are_all_taken():
    found = layout(
        [["登记日期", "信访人", "常住地址", "户籍地", "化解情况"], ["2026-01-02", "某某", "甲", "乙", "已化解"]]
    )
    assert list(fields(found).values()) == [
        "registered_on",
        "petitioner",
        "place_plaintiff",
        "place_plaintiff",
        "result",
    ]
