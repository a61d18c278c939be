import pytest

from data.recognise import BESIDE_A_LEDGER, recognise
from data.refusal import Refused
from tests.data.recognise.sheets import CASE_NUMBER, MONTHLY_FORM, sheet


def refused(rows, name="Sheet1", file_name="导出.xlsx", forced=None, **more):
    with pytest.raises(Refused) as caught:
        recognise(sheet(rows, name=name, **more), file_name, forced)
    return caught.value.code, caught.value.sentence


def test_an_unknown_layout_says_what_was_looked_for_and_what_was_found():
    rows = [["姓名", "班级", "成绩"], ["张某", "一班", 90.0], ["李某", "二班", 80.0]]
    assert refused(rows, name="成绩单") == (
        "layout_unknown",
        "工作表“成绩单”认不出是哪种台账：在第1—3行里找表头（最多看15行），乡镇街道名册要有乡镇（街道）；"
        "人口表要有乡镇（街道）、人口数；案件台账要有案号、立案日期或收案日期；"
        "调解台账要有受理日期或收案日期或委派日期或申请日期或排查日期、调解结果；"
        "信访、司法建议、工作站等其他台账请用“导入”页的模板；"
        "最像表头的是第1行：“姓名”、“班级”、“成绩”。请在“导入”页点“列映射”逐列指定，或改用系统导出的原始文件。",
    )


def test_rows_without_a_header_are_not_quoted_because_they_may_name_people():
    rows = [["张某某", "甘浚镇", "离婚"], ["李某某", "乌江镇", "借款"], ["王某某", "沙井镇", "借款"]]
    code, sentence = refused(rows)
    assert code == "layout_unknown"
    assert "没有一行像表头" in sentence
    assert "某某" not in sentence


def test_a_forced_ledger_is_the_only_one_looked_for():
    code, sentence = refused([["姓名", "班级", "成绩"]] + [["张某", "一班", 90.0]] * 3, forced="population")
    assert code == "layout_unknown"
    assert "人口表要有乡镇（街道）、人口数；最像" in sentence


def test_a_missing_column_is_named_with_its_other_names_and_what_was_found():
    rows = [["案号", "案由", "承办人", "结案方式"], [CASE_NUMBER, "离婚纠纷", "王某", "判决"]]
    assert refused(rows, first_row=2) == (
        "missing_column",
        "工作表“Sheet1”像是案件台账（表头在第2行），但缺少“立案日期”一列"
        "（也可写作收案日期、立案时间、立案登记日期、收案时间、受理日期）；已找到的列：案号、案由、承办人、结案方式。"
        "请在“导入”页点“列映射”指定是哪一列，或补上这一列后重新上传。",
    )


def test_a_mediation_list_without_results_names_the_missing_result():
    rows = [["受理日期", "纠纷类型", "调委会", "调解员"], ["2026-01-01", "邻里", "甲镇调委会", "王某"]]
    code, sentence = refused(rows)
    assert code == "missing_column"
    assert "像是调解台账" in sentence
    assert "缺少“调解结果”一列" in sentence


def test_a_case_list_without_case_numbers_is_not_taken_for_a_township_list():
    code, sentence = refused(
        [["立案日期", "乡镇", "案由"], ["2026-01-01", "甲镇", "借款"]] + [["2026-01-01", "乙镇", "借款"]] * 2
    )
    assert code == "missing_column"
    assert "缺少“案号”一列" in sentence


def test_a_needed_header_that_stands_twice_is_refused():
    rows = [["案号", "立案日期", "案号"], [CASE_NUMBER, "2026-01-01", "x"]]
    assert refused(rows) == (
        "header_twice",
        "工作表“Sheet1”第1行有两列表头都是“案号”，无法判断以哪一列为准。请在“导入”页点“列映射”选定一列，或删去其中一列后重新上传。",
    )


@pytest.mark.parametrize("below", [[], [["", "", ""]], [["合计", "", ""]], [["填表人：", "", ""]]])
def test_a_header_with_nothing_but_totals_and_notes_below_has_no_data(below):
    assert refused([["案号", "立案日期", "案由"], *below]) == (
        "no_data",
        "工作表“Sheet1”是案件台账，但第1行表头下面没有数据。请确认导出时选中了记录。",
    )


def test_a_monthly_report_form_is_a_summary_and_no_ledger():
    assert refused(MONTHLY_FORM, name="2024年5月统计") == (
        "summary_table",
        "工作表“2024年5月统计”是汇总统计表，不是逐件登记的台账：每行是一个单位的合计数，不是一件案件或一件纠纷。"
        "请上传逐件登记的台账（每件一行，有日期和结果）；如只有汇总数，请按“历史汇总”模板填写后上传。",
    )


def test_a_table_of_results_by_township_is_a_summary_even_with_people_in_it():
    rows = [["镇街", "新收案件数", "常住人口", "万人成讼率"]] + [["甲镇", 1.0, 2.0, 3.0]] * 3
    assert refused(rows)[0] == "summary_table"


def test_statistics_by_court_division_are_a_summary():
    rows = [["单位", "旧存", "新收", "受理数", "调解", "撤诉", "未结", "调撤率"]] + [["民一庭"] + [1.0] * 7] * 3
    assert refused(rows)[0] == "summary_table"


def test_a_party_list_is_no_case_list_and_no_fault_beside_one():
    rows = [["案号", "诉讼地位", "当事人", "地址"]] + [[CASE_NUMBER, "被告", "某某", "甘浚镇"]] * 3
    code, sentence = refused(rows, name="当事人")
    assert code in BESIDE_A_LEDGER
    assert sentence.startswith("工作表“当事人”是当事人名单（每名当事人一行，没有立案日期），不作为案件计数")


def test_a_petition_ledger_is_not_taken_for_mediations():
    rows = [["登记时间", "信访人", "信访事项", "化解情况"], ["2026-01-01", "某某", "欠薪", "已化解"]]
    assert recognise(sheet(rows), "导出.xlsx").ledger == "petitions"


def test_a_petition_ledger_without_its_outcome_is_told_which_column_is_missing():
    rows = [["登记时间", "信访人", "信访形式", "受理日期"], ["2026-01-01", "某某", "来访", "2026-01-02"]]
    code, sentence = refused(rows)
    assert code == "missing_column"
    assert "像是信访台账" in sentence
    assert "缺少“化解情况”一列" in sentence


def test_names_and_codes_of_other_things_are_no_townships():
    rows = [
        ["名称", "类型", "代码", "金额"],
        ["桌子", "家具", "001", 5.0],
        ["椅子", "家具", "002", 5.0],
        ["柜子", "家具", "003", 5.0],
    ]
    assert refused(rows)[0] == "layout_unknown"


def test_an_unknown_ledger_name_is_answered_with_those_that_exist():
    code, sentence = refused([["案号"]], forced="mediations:village")
    assert code == "ledger_unknown"
    assert "mediations:community" in sentence


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["", ""], ["", ""]],
        [["甘州区人民法院"], ["2026年10月"]],
        [["填报单位", "甘州区人民法院"], ["填报人", "张某"], ["日期", "2026-11-03"]],
        [["字段", "说明"], ["案号", "法院案号"], ["立案日期", "登记日"], ["案由", "纠纷名称"]],
    ],
)
def test_covers_and_notes_are_sheets_without_a_table(rows):
    assert recognise(sheet(rows), "x.xlsx") is None


def test_a_table_of_contents_is_a_cover_sheet_and_a_ledger_of_that_name_is_read():
    contents = [["序号", "内容"], *[[float(i), f"{i}月"] for i in range(1, 6)]]
    assert recognise(sheet(contents, name="目录"), "导出.xlsx") is None
    assert refused(contents, name="一季度")[0] == "layout_unknown"
    cases = [["案号", "立案日期", "案由"], [CASE_NUMBER, "2026-01-01", "离婚纠纷"]]
    assert recognise(sheet(cases, name="说明"), "导出.xlsx").ledger == "cases"


def test_monthly_sums_of_filings_are_a_summary_and_beside_a_ledger_a_remark():
    rows = [["月份", "新收", "结案"], *[[f"{i}月", 8.0, 5.0] for i in range(1, 5)]]
    assert refused(rows, name="统计")[0] == "summary_table"
    assert "summary_table" in BESIDE_A_LEDGER
