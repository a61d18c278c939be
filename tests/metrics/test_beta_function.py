"""The incomplete beta function against scipy and against binomial sums."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special

from metrics._beta_function import beta_below

FIRST, SECOND = (one.ravel() for one in np.meshgrid(np.geomspace(0.05, 1e5, 30), np.geomspace(0.05, 1e5, 30)))


@pytest.mark.parametrize("chance", [0.001, 0.05, 0.4, 0.95, 0.999])
def test_it_equals_scipys_at_its_own_quantiles(chance):
    x = special.betaincinv(FIRST, SECOND, chance)
    x = np.clip(x, 1e-200, 1 - 1e-15)
    np.testing.assert_allclose(beta_below(FIRST, SECOND, x), special.betainc(FIRST, SECOND, x), rtol=1e-9, atol=1e-14)


@given(st.integers(1, 120).flatmap(lambda n: st.tuples(st.just(n), st.integers(1, n))), st.floats(0.02, 0.98))
def test_it_is_the_upper_tail_of_a_binomial(pair, chance):
    n, k = pair
    terms = [math.comb(n, j) * chance**j * (1 - chance) ** (n - j) for j in range(k, n + 1)]
    assert beta_below(k, n - k + 1, chance) == pytest.approx(math.fsum(terms), rel=1e-10)


def test_the_ends_hold_nothing_and_everything():
    assert beta_below(3, 50, 0) == 0
    assert beta_below(60, 50, 1) == 1
    assert np.isnan(beta_below([0, 1, 1], [1, -1, 1], [0.5, 0.5, 1.5])).all()
