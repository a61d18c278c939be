from datetime import date

import pytest

from data.recognise import covers


@pytest.mark.parametrize(
    ("file_name", "start", "end"),
    [
        ("案件2026年10月.xlsx", (2026, 10, 1), (2026, 10, 31)),
        ("2026 年 2 月", (2026, 2, 1), (2026, 2, 28)),
        ("2024年2月份", (2024, 2, 1), (2024, 2, 29)),
        ("2026年1-10月案件.xlsx", (2026, 1, 1), (2026, 10, 31)),
        ("2026年1—9月.xls", (2026, 1, 1), (2026, 9, 30)),
        ("2026年1月至10月", (2026, 1, 1), (2026, 10, 31)),
        ("2025年12月-2026年11月", (2025, 12, 1), (2026, 11, 30)),
        ("202601-202610", (2026, 1, 1), (2026, 10, 31)),
        ("2025年度案件", (2025, 1, 1), (2025, 12, 31)),
        ("2024-2026年案件台账.xlsx", (2024, 1, 1), (2026, 12, 31)),
        ("2024年至2026年案件", (2024, 1, 1), (2026, 12, 31)),
        ("2026年新收案件（更新至11月20日）.xlsx", (2026, 1, 1), (2026, 12, 31)),
        ("2025年.csv", (2025, 1, 1), (2025, 12, 31)),
        ("2025案件.csv", (2025, 1, 1), (2025, 12, 31)),
        ("2026年上半年", (2026, 1, 1), (2026, 6, 30)),
        ("2026年下半年", (2026, 7, 1), (2026, 12, 31)),
        ("2026年第三季度", (2026, 7, 1), (2026, 9, 30)),
        ("2026年前三季度", (2026, 1, 1), (2026, 9, 30)),
        ("2026Q1", (2026, 1, 1), (2026, 3, 31)),
        ("2026-10.xlsx", (2026, 10, 1), (2026, 10, 31)),
        ("cases_202610.xlsx", (2026, 10, 1), (2026, 10, 31)),
        ("20260101-20261031.xlsx", (2026, 1, 1), (2026, 10, 31)),
        ("20260101_20261031.xlsx", (2026, 1, 1), (2026, 10, 31)),
        ("2026.1.1至2026.10.31", (2026, 1, 1), (2026, 10, 31)),
        ("2026年1月1日至10月31日", (2026, 1, 1), (2026, 10, 31)),
        ("二〇二六年十月", (2026, 10, 1), (2026, 10, 31)),
    ],
)
def test_a_span_stated_in_a_name_is_understood(file_name, start, end):
    assert covers(file_name, "") == (date(*start), date(*end))


@pytest.mark.parametrize(
    ("title", "end"),
    [
        ("截至2026年10月31日", (2026, 10, 31)),
        ("导出时间：2026-11-03 10:20", (2026, 11, 2)),
        ("导出时间：2026-11-03 18:05:00", (2026, 11, 3)),
        ("导出日期：2026-11-03", (2026, 11, 2)),
        ("导出日期：2026-10-31", (2026, 10, 31)),
    ],
)
def test_an_end_alone_leaves_the_start_to_the_rows(title, end):
    assert covers("案件.xlsx", title) == (None, date(*end))


@pytest.mark.parametrize("name", ["案件_20261103102030.xls", "案件20261103.xls", "2026-11-03案件.xls"])
def test_a_single_day_in_a_name_is_the_day_of_the_export(name):
    assert covers(name, "") == (None, date(2026, 11, 2))


def test_a_year_is_cut_off_at_the_day_it_was_exported_or_reaches_to():
    assert covers("2026年案件.xlsx", "导出时间：2026-11-03 10:20") == (date(2026, 1, 1), date(2026, 11, 2))
    assert covers("x.xlsx", "2026年案件台账（截至2026年10月31日）") == (date(2026, 1, 1), date(2026, 10, 31))


def test_an_export_long_after_the_span_does_not_stretch_it():
    assert covers("2025年案件.xlsx", "导出时间：2026-11-03 10:20") == (date(2025, 1, 1), date(2025, 12, 31))


def test_the_most_specific_statement_wins():
    assert covers("2026年案件.xlsx", "2026年10月新收") == (date(2026, 10, 1), date(2026, 10, 31))
    assert covers("2026年10月.xlsx", "2026年1月1日至2026年9月30日") == (date(2026, 1, 1), date(2026, 9, 30))


def test_months_without_a_year_take_it_from_the_other_text():
    assert covers("案件台账1-10月.xlsx", "甘州区人民法院2026年案件") == (date(2026, 1, 1), date(2026, 10, 31))


@pytest.mark.parametrize(
    "text", ["案件.xlsx", "（2026）甘0702民初1号", "法〔2025〕226号", "20261301.xlsx", "Sheet1", "2026年13-14月"[5:]]
)
def test_numbers_that_are_no_dates_state_no_span(text):
    assert covers(text, "") is None
