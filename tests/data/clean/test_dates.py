from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.clean.dates import parse_as_of, parse_date

DAY = date(2024, 3, 5)


@pytest.mark.parametrize(
    "cell",
    [
        "2024-03-05",
        "2024-3-5",
        "2024-03-05 00:00:00",
        "2024-03-05 23:59:59.999",
        "2024-03-05T10:20:30",
        "2024/3/5",
        "2024/3/5 9:05",
        "2024.03.05",
        "2024年3月5日",
        "2024年03月05日10时20分",
        "2024年3月5日星期二",
        "2024-03-05（周二）",
        "２０２４－０３－０５",
        "20240305",
        "20240305102030",
        "\t2024-03-05",
        "2024 03 05",
        "05MAR24",
        "05-Mar-2024",
        "二〇二四年三月五日",
        "二○二四年三月五日",
        "二零二四年三月五日",
        20240305.0,
        20240305,
        45356.0,
        45356.99999,
        "45356",
        DAY,
        datetime(2024, 3, 5),
        datetime(2024, 3, 5, 23, 59, 59, 999000),
    ],
)
def test_every_form_of_a_day_is_read_as_that_day(cell):
    read = parse_date(cell)
    assert (read.value, read.fault) == (DAY, None)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("20JAN21", date(2021, 1, 20)),
        ("二〇二五年十二月三十一日", date(2025, 12, 31)),
        ("二〇二五年十月二十日", date(2025, 10, 20)),
        ("二〇二五年元月廿一日", date(2025, 1, 21)),
        ("2024-02-29", date(2024, 2, 29)),
    ],
)
def test_rarer_forms_are_read(cell, day):
    assert parse_date(cell).value == day


def test_a_two_digit_year_beside_a_month_name_is_read_and_marked():
    assert parse_date("20JAN21").repairs == ("two_digit_year",)


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("2025-13-01", "impossible_date"),
        ("2025.2.30", "impossible_date"),
        ("2023-02-29", "impossible_date"),
        (20251301.0, "impossible_date"),
        ("二〇二五年二月三十日", "impossible_date"),
        ("03/04/2025", "ambiguous_date"),
        ("13/04/2025", "ambiguous_date"),
        ("3-4-2025", "ambiguous_date"),
        ("2024年5月", "month_only"),
        ("2024-05", "month_only"),
        ("二〇二五年三月", "month_only"),
        ("25-3-5", "two_digit_year"),
        ("1899-12-31", "year_out_of_range"),
        ("1989-12-31", "year_out_of_range"),
        ("2999-01-01", "year_out_of_range"),
        (datetime(1900, 1, 1), "year_out_of_range"),
        (25000.0, "year_out_of_range"),
        (0.0, "serial_out_of_range"),
        (-1.0, "serial_out_of_range"),
        (60.0, "serial_out_of_range"),
        (2958466.0, "serial_out_of_range"),
        (time(1, 2), "not_a_date"),
        ("昨天", "not_a_date"),
        ("2024-03-05至2024-03-08", "not_a_date"),
        ("#N/A", "not_a_date"),
    ],
)
def test_what_is_no_certain_day_is_a_fault(cell, fault):
    read = parse_date(cell)
    assert (read.value, read.fault) == (None, fault)


@pytest.mark.parametrize("cell", ["", " ", "-", "/", "无", "未结案", "NULL"])
def test_words_for_nothing_are_empty(cell):
    assert parse_date(cell) == (None, None, ())


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.times())
def test_the_time_of_day_never_moves_the_day(day, at):
    assert parse_date(datetime.combine(day, at)).value == day
    assert parse_date(f"{day} {at:%H:%M:%S}").value == day
    assert parse_date((day - date(1899, 12, 30)).days + 0.999999).value == (day if day <= date(2064, 4, 8) else None)


@given(st.text(max_size=30))
def test_any_text_gives_a_reading(text):
    read = parse_date(text)
    assert read.value is None or 1990 <= read.value.year <= 2100


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (2020.0, date(2020, 12, 31)),
        ("2020年", date(2020, 12, 31)),
        ("2023年度", date(2023, 12, 31)),
        ("2020年11月", date(2020, 11, 30)),
        ("2020-11-01", date(2020, 11, 1)),
        (date(2020, 11, 1), date(2020, 11, 1)),
    ],
)
def test_a_population_may_be_dated_by_year_or_month(cell, day):
    assert parse_as_of(cell).value == day
