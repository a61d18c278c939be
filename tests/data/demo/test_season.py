from datetime import date

import pytest

from data.demo.season import SPRING_FESTIVAL, day_weight, first_of_month, next_working_day, working_days


@pytest.mark.parametrize("year", range(2022, 2028))
def test_the_lunar_year_begins_between_21_january_and_20_february(year: int):
    assert date(year, 1, 21) <= SPRING_FESTIVAL[year] <= date(year, 2, 20)


def test_nothing_is_filed_at_the_spring_festival_nor_on_weekends():
    assert day_weight(date(2026, 2, 17)) == 0
    assert day_weight(date(2026, 3, 14)) == 0
    assert 0 < day_weight(date(2026, 2, 26)) < day_weight(date(2026, 3, 12))


def test_the_month_of_the_festival_is_short():
    assert working_days(date(2026, 2, 1))[2] < 0.6
    assert working_days(date(2026, 3, 1))[2] > 1


def test_the_window_has_36_months():
    assert first_of_month(date(2026, 10, 1), 0) == date(2023, 11, 1)
    assert first_of_month(date(2026, 10, 1), 35) == date(2026, 10, 1)


def test_closings_fall_on_working_days():
    assert next_working_day(date(2025, 10, 1)) == date(2025, 10, 8)
