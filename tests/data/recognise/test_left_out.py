import pytest

from data.recognise import is_left_out, left_out_rows
from tests.data.recognise.sheets import CASE_NUMBER, TWO_LEVELS, layout, sheet

CASES = [["案号", "立案日期", "原告", "被告", "案由", "标的额"], [CASE_NUMBER, "2026-01-01", "甲", "乙", "借款", 1.0]]
PEOPLE = [["甘州区2020年人口"], ["乡镇", "人口数"], ["甲镇", 2.0]]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["小计", "", "", "", "", 5.0], "total"),
        (["小计", "2026-01-01", "甲", "乙", "借款", 5.0], "total"),
        (["合 计", "", "", "", "", ""], "total"),
        (["合计：123件", "", "", "", "", ""], "total"),
        (["", "", "", "总计", "", 9.0], "total"),
        (["年度累计", "", "", "", "", 8.0], "total"),
        (["民事一审小计", "", "", "", "", 8.0], "total"),
        (["案号", "立案日期", "原告", "被告", "案由", "标的额"], "header"),
        (["案 号", "立案\n日期", "原告", "被告", "案由", "标的额（元）"], "header"),
        (["备注：本表由系统生成", "", "", "", "", ""], "note"),
        (["注：数据截至十月底", "", "", "", "", ""], "note"),
        (["填表人：", "", "", "审核人：", "", ""], "note"),
        (["导出时间：2026-11-03 10:20", "", "", "", "", ""], "note"),
        (["共 123 条记录", "", "", "", "", ""], "note"),
        (["说明", "", "", "", "", ""], "note"),
        ([CASE_NUMBER, "2026-01-01", "总计财务咨询有限公司", "乙", "借款", 1.0], None),
        ([CASE_NUMBER, "2026-01-01", "小计", "乙", "借款", 1.0], None),
        (["\t" + CASE_NUMBER, "2026-01-01", "案外人", "立案人", "案由不明", 1.0], None),
        (["", "2026-01-01", "甲", "乙", "借款", 1.0], None),
        ([CASE_NUMBER, "2026-01-01", "合计", "乙", "借款", 1.0], None),
        (["不成案号", "2026-01-01", "甲", "乙", "借款", 1.0], None),
        (["", "", "", "", "", ""], None),
        ([], None),
    ],
)
def test_a_row_of_a_case_list_is_left_out_for_a_reason(row, reason):
    assert is_left_out(row, layout(CASES)) == reason


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["合计", 5.0], "total"),
        (["全县", 5.0], "total"),
        (["甘州区", 5.0], "total"),
        (["山丹县", 5.0], "total"),
        (["城区小计", 5.0], "total"),
        (["注：甲镇含乙村", ""], "note"),
        (["乡镇", "人口数"], "header"),
        (["合计村", 5.0], None),
        (["说明村", 5.0], None),
        (["审核村", 5.0], None),
        (["甘州工业园区", 24.0], None),
        (["经济技术开发区", 24.0], None),
        (["东街街道", 24.0], None),
    ],
)
def test_a_row_of_a_population_table_is_left_out_for_a_reason(row, reason):
    assert is_left_out(row, layout(PEOPLE)) == reason


def test_each_level_of_a_header_is_left_out_where_it_stands_again():
    found = layout(TWO_LEVELS)
    assert is_left_out(["地  区", "常住人口", "", "比重", ""], found) == "header"
    assert is_left_out(["", "2020年", "2010年", "2020年", "2010年"], found) == "header"


def test_a_whole_sheet_gives_the_same_answers_as_row_by_row():
    body = [[float(i), f"（2026）甘0702民初{i}号", "2026-01-01", "甲", "乙", "借款", 1.0] for i in range(1, 400)]
    header = ["序号", "案号", "立案日期", "原告", "被告", "案由", "标的额"]
    total, note = ["", "合计", "", "", "", "", 9.0], ["填表人：", "", "", "", "", "", ""]
    rows = [header, ["小计", *[""] * 6], *body[:200], list(header), [""] * 7, *body[200:], total, note]
    found = layout(rows)
    singly = {i: r for i, row in enumerate(rows) if i >= found.first_data and (r := is_left_out(row, found))}
    last = len(rows) - 1
    assert singly == {1: "total", 202: "header", last - 1: "total", last: "note"}
    assert left_out_rows(sheet(rows), found) == singly


def test_a_row_with_a_real_case_number_is_data_whatever_stands_before_it():
    rows = [["序号", "案号", "立案日期"], ["1", CASE_NUMBER, "2026-01-01"]]
    assert is_left_out(["合计", CASE_NUMBER, "2026-01-01"], layout(rows)) is None
    assert is_left_out(["合计", "14件", ""], layout(rows)) == "total"


def test_a_part_of_the_people_is_no_township():
    assert is_left_out(["其中：农村", 1.0], layout(PEOPLE)) == "total"
