import pytest

from data.recognise import recognise
from tests.data.recognise.sheets import (
    ARCHIVE,
    CASE_NUMBER,
    FRONT_END,
    PEOPLE_MEDIATION,
    SCREENING,
    SERVICE_LIST,
    fields,
    layout,
    sheet,
)


def test_the_statistics_front_end_with_its_empty_title_row_is_a_case_list():
    found = layout(FRONT_END)
    assert (found.ledger, found.header_row, found.first_data) == ("cases", 2, 2)
    assert fields(found)[0] == "case_number"
    assert fields(found)[5] == "filed_on"
    assert fields(found)[2] == "place_tribunal"
    assert found.unknown == ("收案来源",)


def test_the_archive_template_with_the_case_number_last_is_a_case_list():
    found = layout(ARCHIVE)
    assert found.ledger == "cases"
    assert fields(found)[9] == "case_number"
    assert fields(found)[4] == "received_on"


def test_columns_in_another_order_give_the_same_fields_and_the_same_signature():
    turned = [list(reversed(row)) for row in FRONT_END]
    assert layout(turned).signature == layout(FRONT_END).signature
    assert fields(layout(turned))[8] == "case_number"


def test_another_unit_is_another_signature():
    in_yuan = [["案号", "立案日期", "标的额（元）"], [CASE_NUMBER, "2026-01-01", 1.0]]
    in_wan = [["案号", "立案日期", "标的额（万元）"], [CASE_NUMBER, "2026-01-01", 1.0]]
    assert layout(in_yuan).signature != layout(in_wan).signature


def test_two_rows_above_the_header_and_notes_in_headers_do_not_hide_a_mediation_list():
    found = layout(SERVICE_LIST, name="源4-2023前调集约送达信息")
    assert (found.ledger, found.header_row) == ("mediations", 3)
    assert fields(found) == {1: "number", 2: "defendants", 3: "received_on", 4: "mediator", 5: "result"}
    assert found.title == "附件2\n2023年4月集约送达信息"


def test_a_peoples_mediation_ledger_states_its_kind_in_the_title_and_wan_yuan_in_a_header():
    found = layout(PEOPLE_MEDIATION)
    assert (found.ledger, found.kind) == ("mediations", "people")
    assert {column.field: column.scale for column in found.columns}["amount"] == 10_000.0


def test_a_screening_ledger_takes_its_kind_from_the_files_name():
    assert layout(SCREENING, file_name="矛盾纠纷排查化解台账.xls").kind == "community"
    assert layout(SCREENING, file_name="导出.xls").kind is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("诉前调解", "court"),
        ("先行调解台账", "court"),
        ("诉调立对接表", "court"),
        ("人民法院委派调解", "court"),
        ("人民调解", "people"),
        ("行业性专业性人民调解", "trade"),
        ("矛盾纠纷排查化解（人民调解）", "community"),
        ("Sheet1", None),
    ],
)
def test_the_sheets_name_may_state_the_kind_of_mediation(name, kind):
    rows = [["受理日期", "调解结果"], ["2026-01-01", "成功"]]
    assert layout(rows, name=name).kind == kind


def test_a_forced_kind_goes_before_the_title():
    assert layout(PEOPLE_MEDIATION, forced="mediations:court").kind == "court"


def test_case_numbers_of_pre_litigation_mediation_make_a_mediation_list():
    rows = [
        ["案号", "收案时间", "案由", "调解结果"],
        ["（2024）甘0702民诉前调1号", "2024-01-01", "买卖合同纠纷", "成功"],
    ]
    found = layout(rows)
    assert found.ledger == "mediations"
    assert fields(found) == {0: "number", 1: "received_on", 2: "category", 3: "result"}


def test_a_case_list_with_a_column_of_mediation_results_stays_a_case_list():
    rows = [["案号", "立案日期", "案由", "结案方式", "调解结果"], [CASE_NUMBER, "2026-01-01", "离婚纠纷", "调解", ""]]
    assert layout(rows).ledger == "cases"


def test_a_pre_litigation_list_without_another_date_takes_the_filing_day_as_acceptance():
    rows = [["案号", "立案日期", "案由", "调解结果"], ["（2024）甘0702民诉前调1号", "2024-01-01", "离婚纠纷", "成功"]]
    found = layout(rows)
    assert found.ledger == "mediations"
    assert fields(found)[1] == "accepted_on"


def test_the_day_of_a_later_suit_is_not_the_acceptance_of_a_mediation():
    rows = [["申请日期", "调解结果", "立案号", "立案时间"], ["2026-01-01", "失败", CASE_NUMBER, "2026-02-01"]]
    found = layout(rows, file_name="诉前调解.xlsx")
    assert fields(found) == {0: "applied_on", 1: "result", 2: "filed_case_number"}


def test_a_list_with_one_row_per_party_and_a_filing_date_is_a_case_list():
    rows = [["案号", "立案日期", "诉讼地位", "当事人", "地址"], [CASE_NUMBER, "2026-01-01", "被告", "某某", "甘浚镇"]]
    assert layout(rows).ledger == "cases"


@pytest.mark.parametrize(
    "other", ["二审案号", "关联案号", "曾用的案号", "预字案号", "立案号", "案号（二审）", "原审案号"]
)
def test_a_number_of_another_case_is_not_the_case_number(other):
    found = layout([[other, "案号", "立案日期"], ["", CASE_NUMBER, "2026-01-01"]])
    assert fields(found) == {1: "case_number", 2: "filed_on"}


def test_the_cause_at_closing_counts_only_where_no_other_cause_stands():
    both = [["案号", "立案日期", "结案案由", "立案案由"], [CASE_NUMBER, "2026-01-01", "a", "b"]]
    alone = [["案号", "立案日期", "结案案由"], [CASE_NUMBER, "2026-01-01", "a"]]
    assert fields(layout(both))[3] == "cause"
    assert layout(both).unknown == ("结案案由",)
    assert fields(layout(alone))[2] == "cause"


def test_the_earlier_synonym_wins_wherever_it_stands():
    rows = [["案件编号", "裁判日期", "案号", "结案日期", "立案日期"], ["9", "", CASE_NUMBER, "", "2026-01-01"]]
    assert fields(layout(rows)) == {2: "case_number", 3: "closed_on", 4: "filed_on"}


def test_headers_of_two_levels_are_joined_from_above():
    rows = [
        ["案号", "立案日期", "被告", "", "原告", ""],
        ["", "", "名称", "住所地（户籍）", "名称", "住所地"],
        [CASE_NUMBER, "2026-01-01", "某公司", "甘浚镇", "某某", "乌江镇"],
    ]
    found = layout(rows)
    assert found.header_row == 2
    assert found.headers[3] == "被告/住所地"
    assert [column.field for column in found.columns[2:]] == [
        "defendants",
        "place_defendant",
        "plaintiffs",
        "place_plaintiff",
    ]


def test_merged_headers_of_three_levels_under_a_title_are_joined():
    rows = [
        ["甘州区人民法院案件台账", "", "", "", "", ""],
        ["案件信息", "", "", "当事人", "", ""],
        ["案号", "立案\n日期", "案由", "原告", "被告", ""],
        ["", "", "", "", "姓名", "住所地"],
        [CASE_NUMBER, "2026-01-01", "离婚纠纷", "某某", "某某", "甘浚镇"],
    ]
    merged = (
        (0, 0, 0, 5),
        (1, 0, 1, 2),
        (1, 3, 1, 5),
        (2, 0, 3, 0),
        (2, 1, 3, 1),
        (2, 2, 3, 2),
        (2, 3, 3, 3),
        (2, 4, 2, 5),
    )
    for known in (merged, ()):
        found = layout(rows, merged=known)
        assert (found.header_row, found.first_data) == (4, 4)
        assert list(fields(found).values()) == [
            "case_number",
            "filed_on",
            "cause",
            "plaintiffs",
            "defendants",
            "place_defendant",
        ]


def test_group_headers_that_add_nothing_are_neither_header_nor_title():
    rows = [
        ["案件查询结果", "", "", "", ""],
        ["序号", "案件信息", "", "当事人信息", "审理情况"],
        ["", "案号", "立案日期", "原告", "结案方式"],
        [1.0, CASE_NUMBER, "2026-01-01", "某公司", "判决"],
    ]
    found = layout(rows)
    assert (found.title, found.headers[1]) == ("案件查询结果", "案号")


def test_group_headers_tell_first_and_second_instance_apart():
    rows = [["一审", "", "二审", ""], ["案号", "立案日期", "案号", "立案日期"], [CASE_NUMBER, "2026-01-01", "", ""]]
    assert fields(layout(rows)) == {0: "case_number", 1: "filed_on"}


def test_a_sheet_that_starts_at_b3_keeps_the_spreadsheets_row_numbers():
    found = layout([["", "案号", "立案日期"], ["", CASE_NUMBER, "2026-01-01"]], first_row=3)
    assert (found.header_row, found.first_data) == (3, 1)
    assert fields(found) == {1: "case_number", 2: "filed_on"}


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("被告住所地（户籍）", "place_defendant"),
        ("被告户籍所在地", "place_defendant"),
        ("被告现居住地", "place_defendant"),
        ("涉诉乡镇", "place_stated"),
        ("纠纷所在地", "place_dispute"),
        ("所属乡镇（街道）", "place_stated"),
        ("乡镇（街道）", "place_stated"),
        ("纠纷发生地", "place_dispute"),
        ("住所地", "party_address"),
        ("被告联系电话", "identity"),
        ("案件适用程序", "procedure"),
        ("第一被告", "defendants"),
        ("被告1", "defendants"),
    ],
)
def test_a_header_near_a_synonym_names_its_field(header, field):
    found = layout([["案号", "立案日期", header], [CASE_NUMBER, "2026-01-01", "x"]])
    assert fields(found)[2] == field


@pytest.mark.parametrize(
    "header", ["案由编码", "被告代理人", "原告人数", "标的额占比", "审限届满日期", "是否立案日期", "备注"]
)
def test_a_header_that_only_resembles_a_synonym_names_nothing(header):
    found = layout([["案号", "立案日期", header], [CASE_NUMBER, "2026-01-01", "x"]])
    assert 2 not in fields(found)
    assert found.unknown == (header,)


def test_a_column_that_stands_twice_without_need_is_taken_once_and_named_unknown():
    rows = [["受理日期", "收案时间", "收案时间", "调解结果"], ["2026-01-01", "", "", "成功"]]
    found = layout(rows)
    assert fields(found) == {0: "accepted_on", 1: "received_on", 3: "result"}
    assert found.unknown == ("收案时间",)


def test_running_numbers_are_no_number_of_a_mediation():
    rows = [["编号", "受理日期", "调解结果"], [1.0, "2026-01-01", "成功"], [2.0, "2026-01-01", "成功"]]
    assert fields(layout(rows)) == {1: "accepted_on", 2: "result"}


def test_the_row_that_numbers_the_columns_belongs_to_the_header():
    found = layout([["案号", "立案日期", "案由"], ["1", "2", "3"], [CASE_NUMBER, "2026-01-01", "x"]])
    assert (found.header_row, found.first_data) == (1, 2)


def test_the_unit_line_scales_money_unless_the_header_says_otherwise():
    rows = [["单位：万元", "", ""], ["案号", "立案日期", "标的额"], [CASE_NUMBER, "2026-01-01", 1.0]]
    own = [["单位：万元", "", ""], ["案号", "立案日期", "标的额（分）"], [CASE_NUMBER, "2026-01-01", 1.0]]
    assert layout(rows).columns[2].scale == 10_000.0
    assert layout(own).columns[2].scale == 0.01


def test_a_forced_ledger_needs_less_evidence_but_still_a_header():
    rows = [["本案案件编号", "原收案日期"], ["x", "2026-01-01"]]
    assert layout(rows, forced="cases").ledger == "cases"
    assert recognise(sheet([["甘州区人民法院"], ["二〇二六年"]]), "封面.xlsx", "cases") is None


def test_recognising_reads_only_the_first_rows():
    class Counted(list):
        taken = 0

        def __getitem__(self, at):
            Counted.taken += 1 if isinstance(at, int) else len(range(*at.indices(len(self))))
            return super().__getitem__(at)

    rows = Counted(FRONT_END + [FRONT_END[2]] * 5000)
    recognise(sheet(rows), "x.xlsx")
    assert Counted.taken < 500


@pytest.mark.parametrize("number", ["立案案号", "审判案号", "诉讼案号"])
def test_a_case_list_may_call_its_number_by_what_was_filed(number):
    found = layout([[number, "立案日期", "案由"], [CASE_NUMBER, "2026-01-01", "借款"]])
    assert (found.ledger, fields(found)[0]) == ("cases", "case_number")


def test_the_number_of_the_later_suit_does_not_make_a_mediation_list_a_case_list():
    header = ["民诉前调案号", "申请人", "调解组织", "委派日期", "调解结果", "立案案号", "立案时间"]
    row = ["（2026）甘0702民诉前调1号", "某公司", "特邀调解", "2026-01-05", "调解不成功", CASE_NUMBER, "2026-02-01"]
    assert layout([header, row]).ledger == "mediations"
