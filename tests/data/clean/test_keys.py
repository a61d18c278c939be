from datetime import date

import pytest

from data.clean.keys import number_of_year


@pytest.mark.parametrize("number", ["（2025）甘0733诉前调12号", "柳人调〔2024〕1号", "20250017"])
def test_a_number_that_holds_a_year_stands_for_itself(number):
    assert number_of_year(number, date(2026, 1, 3)) == number


def test_a_number_without_a_year_is_one_of_its_rows_year():
    assert number_of_year("柳人调1号", date(2024, 3, 1)) != number_of_year("柳人调1号", date(2025, 3, 1))
    assert number_of_year("柳人调1号", date(2024, 3, 1)) == number_of_year("柳人调1号", date(2024, 12, 31))


def test_a_number_without_a_year_and_a_day_is_all_there_is():
    assert number_of_year("信1", None) == "信1"
