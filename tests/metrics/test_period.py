"""Spans of days: which, against which, under which name."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics._period import (
    Period,
    PeriodUnclear,
    dates_label,
    free,
    is_whole_months,
    month,
    months_later,
    parse_period,
    quarter,
    rolling12,
    year,
    year_to_date,
)


def dates(period):
    return f"{period.start}..{period.end}"


@pytest.mark.parametrize(
    ("text", "span", "expected", "label"),
    [
        ("2026-10", None, "2026-10-01..2026-10-31", "2026年10月"),
        ("2026-10", "month", "2026-10-01..2026-10-31", "2026年10月"),
        ("2026-10", "quarter", "2026-10-01..2026-12-31", "2026年第四季度"),
        ("2026-10", "ytd", "2026-01-01..2026-10-31", "2026年1—10月"),
        ("2026-01", "ytd", "2026-01-01..2026-01-31", "2026年1月"),
        ("2026-10", "rolling12", "2025-11-01..2026-10-31", "2025年11月—2026年10月"),
        ("2026-12", "rolling12", "2026-01-01..2026-12-31", "2026年"),
        ("2026-10", "year", "2026-01-01..2026-12-31", "2026年"),
        ("2026-Q3", None, "2026-07-01..2026-09-30", "2026年第三季度"),
        ("2026q1", None, "2026-01-01..2026-03-31", "2026年第一季度"),
        ("2026-Q3", "ytd", "2026-01-01..2026-09-30", "2026年1—9月"),
        ("2026", None, "2026-01-01..2026-12-31", "2026年"),
        (" 2026 ", "ytd", "2026-01-01..2026-12-31", "2026年"),
        ("2026-01-01..2026-03-15", None, "2026-01-01..2026-03-15", "2026年1月1日—3月15日"),
        ("2026-01-01..2026-03-15", "ytd", "2026-01-01..2026-03-15", "2026年1月1日—3月15日"),
        ("2025-12-20..2026-01-03", None, "2025-12-20..2026-01-03", "2025年12月20日—2026年1月3日"),
        ("2026-05-04..2026-05-04", "free", "2026-05-04..2026-05-04", "2026年5月4日"),
        ("2026-05", "free", "2026-05-01..2026-05-31", "2026年5月"),
    ],
)
def test_a_period_is_read_as_people_write_it(text, span, expected, label):
    found = parse_period(text, span)
    assert dates(found) == expected
    assert found.label == label
    assert found.span == (span or found.span)


@pytest.mark.parametrize(
    ("text", "span", "expected", "label"),
    [
        ("2026-10", "ytd", "2025-12-01..2026-10-31", "2025年12月—2026年10月"),
        ("2026-12", "ytd", "2026-12-01..2026-12-31", "2026年12月"),
        ("2026", None, "2025-12-01..2026-11-30", "2026统计年度"),
        ("2026-12", "year", "2026-12-01..2027-11-30", "2027统计年度"),
        ("2026-Q1", None, "2025-12-01..2026-02-28", "2026统计年度第一季度"),
        ("2026-10", "quarter", "2026-09-01..2026-11-30", "2026统计年度第四季度"),
        ("2026-12", "quarter", "2026-12-01..2027-02-28", "2027统计年度第一季度"),
        ("2026-12", "month", "2026-12-01..2026-12-31", "2026年12月"),
        ("2026-10", "rolling12", "2025-11-01..2026-10-31", "2025年11月—2026年10月"),
    ],
)
def test_a_statistical_year_starts_in_december(text, span, expected, label):
    found = parse_period(text, span, year_starts_in_december=True)
    assert dates(found) == expected
    assert found.label == label


@pytest.mark.parametrize(
    ("text", "span", "says"),
    [
        ("2026-13", None, "没有这样的日期"),
        ("2026-02-30..2026-03-01", None, "没有这样的日期"),
        ("0000", None, "没有这样的日期"),
        ("2026-03-01..2026-02-01", None, "请对调"),
        ("今年", None, "看不懂"),
        ("2026-Q5", None, "看不懂"),
        ("2026-10-01", None, "看不懂"),
        ("2026-10", "week", "不认识"),
        ("2026", "month", "不能按月"),
        ("2026", "quarter", "不能按季度"),
        ("2026-Q3", "month", "不能按月"),
        ("2026-01-01..2026-03-15", "quarter", "不能按季度"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(text, span, says):
    with pytest.raises(PeriodUnclear, match=says):
        parse_period(text, span)


@pytest.mark.parametrize(
    ("period", "base"),
    [
        (month(2026, 10), "2025-10-01..2025-10-31"),
        (month(2024, 2), "2023-02-01..2023-02-28"),  # 29 February becomes 28
        (month(2025, 2), "2024-02-01..2024-02-29"),  # a whole month goes with the whole month
        (year_to_date(date(2025, 2, 28)), "2024-01-01..2024-02-29"),
        (year_to_date(date(2024, 2, 29)), "2023-01-01..2023-02-28"),
        (quarter(2024, 1, december=True), "2022-12-01..2023-02-28"),
        (year(2026, december=True), "2024-12-01..2025-11-30"),
        (rolling12(date(2025, 2, 28)), "2023-03-01..2024-02-29"),
        (rolling12(date(2026, 6, 20)), "2024-06-21..2025-06-20"),
        (free(date(2024, 2, 29), date(2024, 3, 15)), "2023-02-28..2023-03-15"),
        (free(date(2025, 2, 10), date(2025, 2, 28)), "2024-02-10..2024-02-28"),
        (free(date(2024, 2, 10), date(2024, 2, 29)), "2023-02-10..2023-02-28"),
    ],
    ids=str,
)
def test_the_base_is_the_same_dates_a_year_before(period, base):
    assert dates(period.base) == base
    assert period.base.span == period.span


@pytest.mark.parametrize(
    ("period", "previous"),
    [
        (month(2026, 3), "2026-02-01..2026-02-28"),
        (month(2026, 1), "2025-12-01..2025-12-31"),
        (quarter(2026, 1), "2025-10-01..2025-12-31"),
        (year(2024), "2023-01-01..2023-12-31"),
        (year_to_date(date(2026, 9, 30)), "2025-04-01..2025-12-31"),
        (free(date(2026, 3, 5), date(2026, 3, 14)), "2026-02-23..2026-03-04"),
    ],
    ids=str,
)
def test_the_previous_period_is_as_long_and_just_before(period, previous):
    assert dates(period.previous) == previous


@pytest.mark.parametrize(
    ("start", "end", "label"),
    [
        (date(2026, 1, 1), date(2026, 9, 30), "2026年1—9月"),
        (date(2026, 1, 1), date(2026, 9, 20), "2026年1月1日—9月20日"),
        (date(2025, 1, 1), date(2026, 12, 31), "2025年1月—2026年12月"),
        (date(2024, 2, 1), date(2024, 2, 28), "2024年2月1日—2月28日"),
    ],
)
def test_dates_are_named_by_months_only_when_whole(start, end, label):
    assert dates_label(start, end) == label


def test_a_period_that_ends_before_it_starts_is_refused():
    with pytest.raises(PeriodUnclear):
        Period("free", date(2026, 1, 2), date(2026, 1, 1))


days = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(days, st.integers(0, 800))
def test_a_base_keeps_its_length_but_for_a_leap_day(start, length):
    period = free(start, start + timedelta(days=length))
    base = period.base
    assert abs((base.end - base.start).days - length) <= 2
    assert base.start <= date(period.start.year - 1, period.start.month, 28) or base.start.day > 28
    assert is_whole_months(base.start, base.end) >= is_whole_months(period.start, period.end)


@given(days, st.booleans())
def test_the_year_to_date_lies_in_the_year_of_its_end(end, december):
    period = year_to_date(end, december)
    assert period.start.day == 1
    assert period.start.month == (12 if december else 1)
    assert (end - period.start).days < 366


@given(days)
def test_months_and_back_is_the_same_month(day):
    there = months_later(day, 7)
    assert (months_later(there, -7).year, months_later(there, -7).month) == (day.year, day.month)
