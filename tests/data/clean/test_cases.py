from datetime import date, datetime

import pytest

from data.clean.cases import far_dates
from data.clean.schema import SCHEMAS
from tests.data.clean.sheets import cleaned, codes, only

FIELDS = ("case_number", "filed_on", "closed_on", "cause")
NUMBER = "（2024）甘0702民初1234号"


def case(**cells):
    """Clean one case; the columns are the keyword arguments after number and filing date."""
    given = {"case_number": NUMBER, "filed_on": "2024-03-05", **cells}
    return cleaned("cases", tuple(given), [tuple(given.values())])


def test_a_clean_row_comes_out_typed_under_exactly_the_schema():
    result = case(
        closed_on="2024-06-01", cause="离婚纠纷", amount="3.5万元", close_method="准许撤诉", received_on="2024-03-01"
    )
    assert result.rows.schema == SCHEMAS["cases"]
    row = only(result)
    assert (row["sheet_row"], row["record_key"], row["case_number"]) == (2, NUMBER, NUMBER)
    assert (row["court_code"], row["case_year"], row["type_code"]) == ("甘0702", 2024, "民初")
    assert (row["filed_on"], row["received_on"]) == (date(2024, 3, 5), date(2024, 3, 1))
    assert (row["closed_on"], row["filed_on_is_received"]) == (date(2024, 6, 1), False)
    assert (row["cause"], row["amount"], row["close_method"]) == ("离婚纠纷", 35_000.0, "准予撤诉")
    assert result.problems == []
    assert (result.rows_read, result.rows_set_aside, result.rows_left_out) == (1, 0, 0)


@pytest.mark.parametrize(
    ("number", "code", "advice"),
    [
        ("（2024）甘0702民初1、2、3号", "case_number_several", "请拆成每行一个案号"),
        ("（2024）甘0702民初1-5号", "case_number_several", "请拆成每行一个案号"),
        ("（2024）甘0702民初12**号", "case_number_masked", "请导出未遮盖的完整案号"),
        (620702199001011200.0, "case_number_as_number", "请把该列设为文本格式"),
        ("某某一案", "case_number_unreadable", "请改为如（2024）甘0702民初1234号的形式"),
        ("", "case_number_missing", "请补填“案号”"),
    ],
)
def test_a_row_without_one_readable_number_is_set_aside_and_no_other(number, code, advice):
    result = cleaned("cases", FIELDS, [(number, "2024-03-05", "", ""), (NUMBER, "2024-03-05", "", "")])
    assert (result.rows_read, result.rows_set_aside, result.rows.num_rows) == (2, 1, 1)
    (problem,) = result.problems
    assert (problem.code, problem.severity, problem.row, problem.column) == (code, "error", 2, "案号")
    assert problem.sentence.startswith("第2行“案号”")
    assert advice in problem.sentence


def test_an_unknown_type_counts_and_is_named_once():
    rows = [(f"（2024）甘0702邢初{i}号", "2024-03-05", "", "") for i in range(1, 8)]
    result = cleaned("cases", FIELDS, rows)
    assert result.rows_set_aside == 0
    assert result.rows["type_code"].to_pylist() == [None] * 7
    (problem,) = result.problems
    assert (problem.code, problem.severity, problem.count, problem.rows) == (
        "type_unknown",
        "warning",
        7,
        (2, 3, 4, 5, 6),
    )
    assert "“邢初”（7）" in problem.sentence


def test_repairs_of_a_kind_are_one_entry_with_count_and_first_rows():
    rows = [(f"(2024)甘0702民初{i}号", "2024-03-05", "", "") for i in range(1, 10)]
    result = cleaned("cases", FIELDS, rows)
    assert result.rows["case_number"][0].as_py() == "（2024）甘0702民初1号"
    (problem,) = result.problems
    assert (problem.code, problem.severity, problem.count, problem.rows) == (
        "number_brackets",
        "repair",
        9,
        (2, 3, 4, 5, 6),
    )


@pytest.mark.parametrize(
    ("filed", "code", "part"),
    [
        ("", "filed_on_missing", "第2行“立案日期”为空；请补填“立案日期”后重新上传。"),
        (
            "2025-13-01",
            "impossible_date",
            "第2行“立案日期”写作“2025-13-01”，不是有效日期；请改为如 2025-03-05 的形式后重新上传。",
        ),
        ("03/04/2025", "ambiguous_date", "日与月的先后无法判断"),
        ("2024年5月", "month_only", "请写明具体的日"),
        ("2999-01-01", "year_out_of_range", "年份不在1990至2100之间"),
        (60.0, "serial_out_of_range", "是数字但不是可信的日期"),
    ],
)
def test_a_row_without_a_certain_filing_date_is_set_aside(filed, code, part):
    result = cleaned("cases", FIELDS, [(NUMBER, filed, "", "")])
    assert (result.rows_set_aside, result.rows.num_rows) == (1, 0)
    assert codes(result) == [code]
    assert part in result.problems[0].sentence


def test_an_unreadable_closing_date_stays_empty_with_a_warning():
    result = case(closed_on="2025-13-01")
    assert only(result)["closed_on"] is None
    assert codes(result, "warning") == ["impossible_date"]
    assert "2025-13-01" in result.problems[0].sentence


def test_without_a_filing_column_the_day_of_receipt_stands_in():
    result = cleaned("cases", ("case_number", "received_on"), [(NUMBER, "2024-03-05")])
    row = only(result)
    assert (row["filed_on"], row["received_on"]) == (date(2024, 3, 5),) * 2
    assert row["filed_on_is_received"] is True
    assert codes(result) == ["filed_on_is_received"]


def test_an_empty_filing_cell_is_not_filled_from_the_day_of_receipt():
    result = cleaned("cases", ("case_number", "filed_on", "received_on"), [(NUMBER, "", "2024-03-05")])
    assert codes(result) == ["filed_on_missing"]


def test_closed_before_filed_is_a_warning_and_both_days_stay():
    result = case(closed_on="2024-03-01")
    assert only(result)["closed_on"] == date(2024, 3, 1)
    assert codes(result) == ["closed_before_filed"]


def test_the_last_moment_of_a_day_is_that_day():
    assert only(case(filed_on=datetime(2024, 3, 5, 23, 59, 59, 999000)))["filed_on"] == date(2024, 3, 5)


def test_a_date_far_from_all_others_is_named():
    near = [date(2024, 1, 1 + i % 28) for i in range(200)]
    assert far_dates([*near, date(2042, 1, 1)]) == {date(2042, 1, 1)}
    assert far_dates([*near, date(2002, 1, 1), None]) == {date(2002, 1, 1)}
    assert far_dates([*near, *[date(2020, 1, 1)] * 50]) == set()
    assert far_dates([date(2020, 1, 1), date(2024, 1, 1)]) == set()


def test_a_value_that_merging_swallowed_names_the_merge():
    rows = [(NUMBER, "2024-03-05", "", "离婚纠纷"), ("（2024）甘0702民初2号", "", "", "")]
    result = cleaned("cases", FIELDS, rows, merged=((1, 1, 2, 1), (1, 3, 2, 3)))
    assert result.rows_set_aside == 1
    assert codes(result) == ["merged_cell"]
    assert "合并单元格" in result.problems[0].sentence
    rows[1] = ("（2024）甘0702民初2号", "2024-03-05", "", "")
    result = cleaned("cases", FIELDS, rows, merged=((1, 3, 2, 3),))
    assert (result.rows_set_aside, codes(result)) == (0, ["merged_cell"])


def test_control_characters_go_and_everything_else_stays():
    odd = "<script>=1+1 :red[x] 𠮷😀"
    result = case(cause=f"{odd}\x00\x07\ud800")
    assert only(result)["cause"] == odd
    assert codes(result) == ["control_characters"]


def test_a_cell_longer_than_excel_allows_is_not_kept():
    result = case(cause="甲" * 32_768)
    assert only(result)["cause"] is None
    assert codes(result) == ["cell_too_long"]
    assert codes(case(case_number=NUMBER + "甲" * 32_768)) == ["cell_too_long"]


def test_a_totals_row_is_left_out_and_checked():
    fields = ("case_number", "filed_on", "amount")
    rows = [(NUMBER, "2024-03-05", 100.0), ("合计", "", 100.0)]
    assert codes(cleaned("cases", fields, rows)) == []
    rows[1] = ("合计", "", 90.0)
    result = cleaned("cases", fields, rows)
    assert (result.rows_read, result.rows_left_out, result.rows.num_rows) == (1, 1, 1)
    assert codes(result) == ["total_differs"]
    assert result.problems[0].row == 3


def test_blank_rows_and_rows_with_only_a_running_number_are_not_counted():
    rows = [(1.0, NUMBER, "2024-03-05"), ("", "", ""), (2.0, "", ""), ("", " ", ""), (3.0, "", "2024-03-06")]
    result = cleaned("cases", (None, "case_number", "filed_on"), rows)
    assert (result.rows_read, result.rows_set_aside) == (2, 1)
    assert result.problems[0].row == 6


def test_rows_of_one_case_with_other_parties_differ_in_their_party_key_alone():
    fields = ("case_number", "filed_on", "parties", "party_role", "party_address")
    rows = [
        (NUMBER, "2024-03-05", "张三", "原告", "甘州区东街街道1号"),
        (NUMBER, "2024-03-05", "某某公司", "被告", "甘州区甘浚镇2号"),
        (NUMBER, "2024-03-05", "张三", "原告", "甘州区东街街道1号"),
    ]
    one, two, three = cleaned("cases", fields, rows).rows.to_pylist()
    assert (one["place_plaintiff"], one["place_defendant"]) == ("甘州区东街街道", None)
    assert (two["place_plaintiff"], two["place_defendant"]) == (None, "甘州区甘浚镇")
    assert two["defendant_organisations"] == "某某公司"
    assert one["party_only_key"] != two["party_only_key"]
    assert one["party_only_key"] == three["party_only_key"]
    assert len(one["party_only_key"]) == 32


def test_an_address_without_a_role_is_the_defendants_and_says_so():
    result = case(party_address="甘州区甘浚镇星光村5号")
    assert only(result)["place_defendant"] == "甘州区甘浚镇星光村"
    assert codes(result) == ["address_without_role"]


def test_only_tribunals_and_courts_survive_in_their_columns():
    row = only(case(place_tribunal="甘浚法庭", court="甘州区人民法院"))
    assert (row["place_tribunal"], row["court"]) == ("甘浚法庭", "甘州区人民法院")
    row = only(case(place_tribunal="民一庭", court="张三"))
    assert (row["place_tribunal"], row["court"]) == (None, None)


def test_an_unknown_close_method_is_kept_and_named():
    result = case(close_method="提审")
    assert only(result)["close_method"] == "提审"
    assert "“提审”（1）" in result.problems[0].sentence


def test_each_distinct_value_of_a_column_is_parsed_once(monkeypatch):
    from data.clean import dates

    calls, parse = [], dates.parse_date
    monkeypatch.setattr(dates, "parse_date", lambda cell: calls.append(cell) or parse(cell))
    rows = [(f"（2024）甘0702民初{i}号", f"2024-03-0{i % 9 + 1}", "", "") for i in range(1, 500)]
    assert cleaned("cases", FIELDS, rows).rows.num_rows == 499
    assert len(calls) == 9
