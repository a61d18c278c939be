"""The incomplete gamma function and its inverse against scipy."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special

from metrics._gamma_function import gamma_quantile, gamma_tails, log_beta, log_gamma

SHAPES = np.geomspace(0.01, 1e5, 4_001)
CHANCES = (0.001, 0.025, 0.05, 0.5, 0.95, 0.975, 0.999)


def test_the_logarithms_equal_scipys():
    np.testing.assert_allclose(log_gamma(SHAPES), special.gammaln(SHAPES), rtol=1e-13, atol=1e-13)
    others = SHAPES[::-1] ** 0.7
    np.testing.assert_allclose(log_beta(SHAPES, others), special.betaln(SHAPES, others), rtol=1e-11, atol=1e-9)


def test_nothing_cancels_in_the_logarithm_of_beta():
    """B(a, 2) = 1 / (a(a + 1)), where scipy's own is off by 1e-10 for large a."""
    large = np.geomspace(0.01, 1e9, 200)
    np.testing.assert_allclose(log_beta(large, 2.0), -np.log(large) - np.log1p(large), rtol=1e-13, atol=1e-14)


@pytest.mark.parametrize("chance", CHANCES)
def test_both_tails_equal_scipys_at_its_own_quantiles(chance):
    x = special.gammaincinv(SHAPES, chance)
    below, above = gamma_tails(SHAPES, x)
    np.testing.assert_allclose(below, special.gammainc(SHAPES, x), rtol=2e-12)
    np.testing.assert_allclose(above, special.gammaincc(SHAPES, x), rtol=2e-12)


@pytest.mark.parametrize("chance", CHANCES)
def test_the_quantile_equals_scipys(chance):
    expected = special.gammaincinv(SHAPES, chance)
    told = expected > 1e-250
    np.testing.assert_allclose(gamma_quantile(SHAPES, chance)[told], expected[told], rtol=2e-12)


def test_what_is_far_out_keeps_its_relative_precision():
    x = np.array([5.0, 60.0, 400.0, 12_000.0])
    shape = np.array([40.0, 10.0, 200.0, 10_000.0])
    below, above = gamma_tails(shape, x)
    assert below[0] == pytest.approx(special.gammainc(40, 5), rel=1e-10)
    np.testing.assert_allclose(above[1:], special.gammaincc(shape, x)[1:], rtol=1e-8)


def test_outside_its_domain_there_is_nothing():
    assert np.isnan(gamma_tails([-1.0, 2.0], [1.0, -1.0])[0]).all()
    assert gamma_tails(3.0, 0.0)[0] == 0
    assert gamma_quantile(0.0, 0.3) == 0
    assert np.isnan(gamma_quantile(-1.0, 0.3))


@given(st.floats(0.05, 50_000), st.floats(0.0005, 0.9995))
def test_the_quantile_turns_the_tail_round(shape, chance):
    assert gamma_tails(shape, gamma_quantile(shape, chance))[0] == pytest.approx(chance, rel=1e-10)
