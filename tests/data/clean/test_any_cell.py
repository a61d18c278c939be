"""Dates, case numbers, amounts and people are read from any cell without failing, and what was written is read back."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from data.clean.amounts import parse_money, parse_people
from data.clean.case_number import KNOWN_TYPES, parse_case_number
from data.clean.dates import parse_as_of, parse_date
from data.clean.place_text import cut_address

LETTERS = st.text(
    st.sampled_from("（）()〔〕2025０甘0702民初执保字第号之一-—－、年月日时:.,/ \t\u200b万元人约*某"), max_size=24
)
TEXTS = st.one_of(LETTERS, st.text(max_size=20))
CELLS = st.one_of(
    TEXTS,
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.integers(-(10**18), 10**18),
)
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize("parse", [parse_date, parse_as_of, parse_money, parse_people])
@given(cell=CELLS)
def test_any_cell_is_a_value_a_fault_or_empty(parse, cell):
    reading = parse(cell)
    assert reading.value is None or reading.fault is None


@given(TEXTS)
def test_any_text_is_a_case_number_or_a_fault(text):
    reading = parse_case_number(text)
    assert (reading.value is None) != (reading.fault is None)
    if reading.value:
        again = parse_case_number(reading.value.number)
        assert (again.value, again.repairs) == (reading.value, ())


@given(TEXTS)
def test_any_text_is_a_place_or_none(text):
    place = cut_address(text)
    assert place is None or place


@given(
    st.integers(1990, 2099),
    st.sampled_from(["甘0702", "京01", "最高法", "苏0583", "浙"]),
    st.sampled_from(sorted(KNOWN_TYPES)),
    st.integers(1, 999_999),
    st.sampled_from(["（{}）", "({})", "〔{}〕", "[{}]", "（{}年）", " （ {} ） "]),
    st.sampled_from(["{}号", " {} 号", "字第{}号", "{}号之一", "000{}号", "{}號"]),
)
def test_a_case_number_in_any_dress_is_the_same_number(year, court, kind, serial, brackets, tail):
    standard = f"（{year}）{court}{kind}{serial}号"
    assume(court[-1].isdigit() or "字第" not in tail)  # 最高法民初字第1号 is the form of before 2016, and kept
    assert parse_case_number(standard).value.number == standard
    dressed = f"{brackets.format(year)}{court}{kind}{tail.format(serial)}"
    assert parse_case_number(dressed).value.number == standard


@given(
    DAYS,
    st.sampled_from(
        [
            "{y}-{m}-{d}",
            "{y}/{m}/{d}",
            "{y}.{m}.{d}",
            "{y}年{m}月{d}日",
            "{y}-{m:02}-{d:02} 23:59:59",
            "{y}{m:02}{d:02}",
        ]
    ),
)
def test_a_day_in_any_form_is_that_day(day, form):
    assert parse_date(form.format(y=day.year, m=day.month, d=day.day)).value == day


@given(DAYS, st.timedeltas(timedelta(), timedelta(hours=23, minutes=59, seconds=59)))
def test_the_time_of_day_never_moves_a_day(day, passed):
    assert parse_date(datetime.combine(day, datetime.min.time()) + passed).value == day


@given(
    st.dates(date(1990, 1, 1), date(2063, 12, 31)).filter(
        lambda day: 20_000 <= (day - date(1899, 12, 30)).days <= 60_000
    )
)
def test_a_serial_number_is_its_day(day):
    assert parse_date(float((day - date(1899, 12, 30)).days)).value == day


@given(st.integers(0, 10**12), st.sampled_from([(1, "{}元"), (1, "¥{}"), (1, "{:,}"), (10_000, "{}万元")]))
def test_an_amount_with_its_unit_is_that_amount(number, form):
    unit, text = form
    reading = parse_money(text.format(number))
    assert reading.value == number * unit if number * unit < 10**13 else reading.fault == "too_large"
