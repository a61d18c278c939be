"""Display rounds half up in decimal, decided on the two counts."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics._rounding import half_up, half_up_float


@pytest.mark.parametrize(
    ("x", "n", "places", "text"),
    [
        (1, 8, 2, "0.13"),  # half to even would print 0.12
        (107, 40, 2, "2.68"),  # 2.675: as a float it lies below the half
        (201, 200, 2, "1.01"),  # 1.005: likewise
        (3, 200, 2, "0.02"),
        (5, 2, 0, "3"),
        (1, 2, 0, "1"),
        (-5, 2, 0, "-3"),
        (-1, 8, 2, "-0.13"),
        (49, 10_000, 2, "0.00"),
        (-49, 10_000, 2, "0.00"),
        (12_640, 10, 0, "1,264"),
        (1_234_567_895, 1000, 2, "1,234,567.90"),
        (0, 7, 1, "0.0"),
    ],
)
def test_a_half_goes_up(x, n, places, text):
    assert half_up(Fraction(x, n), places) == text


@given(st.integers(-(10**9), 10**9), st.sampled_from([1, 2, 4, 5, 8, 10, 16, 20, 25, 32, 40, 64, 80, 125, 200]),
       st.integers(0, 4))  # fmt: skip
def test_it_agrees_with_decimal_wherever_decimal_is_exact(x, n, places):
    expected = (Decimal(x) / Decimal(n)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert Decimal(half_up(Fraction(x, n), places).replace(",", "")) == expected


def test_a_limit_is_rounded_by_the_digits_it_is_written_with():
    assert half_up_float(2.675, 2) == "2.68"
    assert half_up_float(24.049999, 1) == "24.0"
