"""Limits of the ranking model's mixtures against the reference and against scipy's distribution functions."""

import numpy as np
import pytest
from scipy.special import gammainc, gammaincc
from scipy.stats import beta

from metrics._rank_grid import Mixture, part_mixture, rate_mixture
from metrics._rank_tails import Tails
from tests.metrics.vector_files import column, vectors

ROWS = vectors("ranking")
CASES, PEOPLE = column(ROWS, "cases"), column(ROWS, "population")
RESOLVED, ACCEPTED = column(ROWS, "resolved"), column(ROWS, "accepted")
SIDES = ((0.05, "lower90"), (0.95, "upper90"))


@pytest.mark.parametrize(("phi", "prefix"), [(1, "post"), (2, "phi2")])
def test_limits_of_rates_equal_the_reference(phi, prefix):
    tails = Tails(rate_mixture(CASES / phi, PEOPLE / phi))
    for q, side in SIDES:
        np.testing.assert_allclose(tails.quantile(q) * 10_000, column(ROWS, f"{prefix}_{side}"), rtol=1e-9)


def test_limits_of_proportions_equal_the_reference():
    tails = Tails(part_mixture(RESOLVED, ACCEPTED))
    for q, side in SIDES:
        np.testing.assert_allclose(tails.quantile(q), column(ROWS, f"prop_{side}"), rtol=1e-9)


def test_the_chance_of_lying_above_the_county_equals_the_reference():
    found = Tails(rate_mixture(CASES, PEOPLE)).above(CASES.sum() / PEOPLE.sum())
    np.testing.assert_allclose(found, column(ROWS, "p_above_county"), atol=1e-9)


@pytest.mark.parametrize("q", [0.001, 0.05, 0.5, 0.95, 0.999])
def test_the_quantile_has_its_part_below_by_scipy(q):
    """From a single case among 24 people to a hundred thousand cases, and from 0 of 3 to 900 of 900."""
    rates = rate_mixture(np.array([1, 0, 0, 900, 1e5, 40, 7, 7.0]), np.array([24, 9, 9e4, 2e5, 2e7, 8e3, 2e3, 1e3]))
    found = Tails(rates).quantile(q)
    np.testing.assert_allclose(rates.weights @ gammainc(rates.first, rates.second * found), q, rtol=1e-5)
    parts = part_mixture(np.array([0, 3, 900, 2, 50, 70, 1, 9.0]), np.array([3, 3, 900, 900, 60, 90, 2, 10.0]))
    found = Tails(parts).quantile(q)
    np.testing.assert_allclose(parts.weights @ beta.cdf(found, parts.first, parts.second), q, rtol=1e-5)


def test_one_law_alone_is_that_law():
    one = Mixture(False, np.array([1.0]), np.array([[3.0, 300.0]]), np.array([[2.0, 100.0]]))
    np.testing.assert_allclose(Tails(one).above(2.5), gammaincc([3, 300], [5, 250]), rtol=1e-9)
