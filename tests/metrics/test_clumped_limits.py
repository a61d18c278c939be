"""Limits that allow for φ: at 1 the plain ones, above 1 those of fewer cases, by scipy's gamma quantiles."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import gammaincinv

from metrics import _arithmetic as arithmetic
from metrics import _clumped_limits as clumped
from tests.metrics.vector_files import column, vectors


def test_at_a_dispersion_of_1_nothing_changes():
    x, n = column(vectors("rate"), "numerator"), column(vectors("rate"), "denominator")
    for ours, plain in zip(clumped.rate_limits(x, n, 10_000), arithmetic.rate_limits(x, n, 10_000), strict=True):
        np.testing.assert_array_equal(ours, plain)
    x, n = column(vectors("proportion"), "numerator"), column(vectors("proportion"), "denominator")
    for ours, plain in zip(clumped.wilson_limits(x, n), arithmetic.wilson_limits(x, n), strict=True):
        np.testing.assert_array_equal(ours, plain)


@pytest.mark.parametrize("confidence", [0.95, 0.998])
@pytest.mark.parametrize("phi", [1.3, 2.0, 4.7])
def test_limits_of_a_count_are_those_of_its_part_by_scipy(phi, confidence):
    x = np.array([0, 1, 2, 9, 10, 55, 977, 40_000])
    tail = (1 - confidence) / 2
    low, high = clumped.count_limits(x, phi, confidence)
    np.testing.assert_allclose(low[1:], phi * gammaincinv(x[1:] / phi, tail), rtol=1e-11)
    np.testing.assert_allclose(high, phi * gammaincinv(x / phi + 1, 1 - tail), rtol=1e-11)
    assert low[0] == 0


def test_a_row_worked_by_hand():
    """4 cases in clumps of 2 tell as much as 2: exact limits 0.242…7.225, twice as wide."""
    low, high = clumped.rate_limits(4, 20_000, 10_000, phi=2)
    assert (low, high) == (pytest.approx(0.2422092785, rel=1e-9), pytest.approx(7.2246876677, rel=1e-9))


@given(st.integers(0, 3_000), st.floats(1, 8), st.floats(1, 8))
def test_more_clumps_widen_and_the_value_stays_inside(x, one, other):
    low, high = clumped.count_limits(x, max(one, other))
    inner_low, inner_high = clumped.count_limits(x, min(one, other))
    assert low <= inner_low * 1.002
    assert inner_high <= high * 1.002  # Byar's approximation at φ = 1 is within 0.2 % of the exact limits
    assert low <= x <= high


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), st.floats(1, 8))
def test_limits_of_a_proportion_stay_between_0_and_100_and_widen(pair, phi):
    low, high = clumped.wilson_limits(*pair, phi=phi)
    plain_low, plain_high = clumped.wilson_limits(*pair)
    assert 0 <= low <= plain_low + 1e-9
    assert plain_high - 1e-9 <= high <= 100 + 1e-9


def test_limits_hold_nothing_where_there_is_no_figure():
    assert np.isnan(clumped.rate_limits([3, 3, -1], [0, np.nan, 5], 100, phi=2)).all()
    assert np.isnan(clumped.wilson_limits([3, 0], [2, 0], phi=2)).all()


@pytest.mark.parametrize("phi", [0.5, 0.0, -1.0, float("nan"), float("inf")])
def test_a_dispersion_below_1_is_refused(phi):
    with pytest.raises(ValueError, match="dispersion"):
        clumped.count_limits(3, phi)
    with pytest.raises(ValueError, match="dispersion"):
        clumped.wilson_limits(3, 5, phi=phi)


def test_clumped_counts_are_covered_as_promised():
    """Clumps of 2 with a mean of 60 cases: the plain interval holds the mean in 83 %, the widened one in about 95 %."""
    x = 2 * np.random.default_rng(7).poisson(30, 20_000)
    low, high = clumped.count_limits(x, 2.0)
    assert 0.94 < ((low <= 60) & (high >= 60)).mean() < 0.965
    low, high = clumped.count_limits(x)
    assert ((low <= 60) & (high >= 60)).mean() < 0.87
