from hypothesis import given
from hypothesis import strategies as st

from data.read.references import CellLimit, column_letters, column_number

NUMBERS = st.integers(1, 16_384)


@given(NUMBERS)
def test_letters_and_numbers_of_columns_are_each_others_inverse(number):
    assert column_number(column_letters(number)) == number


@given(NUMBERS, NUMBERS)
def test_the_search_finds_exactly_the_columns_further_right(known, other):
    limit = CellLimit()
    limit.columns = known
    assert limit.passed_in(f'<c r="{column_letters(other)}7" t="s">'.encode()) == (other > known)
