"""The ranking model's grid: the reference's nodes, and finer ones where a thousand townships pin the county down."""

import numpy as np
import pytest
from scipy.special import betaln, gammaln

from metrics._rank_grid import part_mixture, rate_mixture
from tests.metrics.vector_files import column, vectors

ROWS = vectors("ranking")
CASES, PEOPLE = column(ROWS, "cases"), column(ROWS, "population")
RESOLVED, ACCEPTED = column(ROWS, "resolved"), column(ROWS, "accepted")


def rates_by_scipy(x, n, means, spreads):
    """Posterior means over a plain grid, straight from the definition."""
    m, cv = (one.ravel() for one in np.meshgrid(x.sum() / n.sum() * np.exp(means), spreads))
    a, b = 1 / cv**2, 1 / cv**2 / m
    logs = sum(
        gammaln(a + xi) - gammaln(a) + a * np.log(b) - (a + xi) * np.log(b + ni) for xi, ni in zip(x, n, strict=True)
    )
    weights = np.exp(logs - logs.max())
    return np.array([(weights * (a + xi) / (b + ni)).sum() / weights.sum() for xi, ni in zip(x, n, strict=True)])


@pytest.mark.parametrize(("phi", "name"), [(1, "post_mean"), (2, "phi2_post_mean")])
def test_shrunken_rates_equal_the_reference(phi, name):
    found = rate_mixture(CASES / phi, PEOPLE / phi).mean() * 10_000
    np.testing.assert_allclose(found, column(ROWS, name), rtol=1e-9)


def test_shrunken_proportions_equal_the_reference():
    np.testing.assert_allclose(part_mixture(RESOLVED, ACCEPTED).mean(), column(ROWS, "prop_post_mean"), rtol=1e-9)


def test_what_is_dropped_from_the_grid_moves_nothing_that_is_seen():
    found = rates_by_scipy(CASES, PEOPLE, np.linspace(-1.2, 1.2, 61), np.arange(1, 61) * 0.025)
    np.testing.assert_allclose(rate_mixture(CASES, PEOPLE).mean(), found, rtol=1e-7)


def test_a_thousand_townships_are_seen_as_by_a_grid_forty_times_as_fine():
    dice = np.random.default_rng(2)
    n = np.round(dice.lognormal(10, 0.8, 1_000))
    x = dice.poisson(n * 0.0045 * dice.gamma(1 / 0.3**2, 0.3**2, 1_000)).astype(float)
    mixture = rate_mixture(x, n)
    expected = rates_by_scipy(x, n, np.linspace(-0.08, 0.08, 41), np.linspace(0.2, 0.4, 81))
    np.testing.assert_allclose(mixture.mean(), expected, rtol=1e-5)
    assert len(mixture.weights) < 400


def test_a_thousand_townships_without_any_difference_are_drawn_together():
    dice = np.random.default_rng(3)
    n = np.round(dice.lognormal(10, 0.8, 1_000))
    x = dice.poisson(n * 0.0045).astype(float)
    shrunken = rate_mixture(x, n).mean()
    assert shrunken.std() / shrunken.mean() < 0.02 < (x / n).std() / (x / n).mean()


def test_the_weights_of_a_proportion_are_those_of_its_definition():
    """Two nodes of the mixture, in the ratio that beta-binomial likelihoods give."""
    mixture = part_mixture(RESOLVED, ACCEPTED)
    a = mixture.first[:, 0] - RESOLVED[0]
    b = mixture.second[:, 0] - (ACCEPTED - RESOLVED)[0]
    logs = [(betaln(a[j] + RESOLVED, b[j] + ACCEPTED - RESOLVED) - betaln(a[j], b[j])).sum() for j in (0, len(a) // 2)]
    ratio = mixture.weights[len(a) // 2] / mixture.weights[0]
    assert np.log(ratio) == pytest.approx(logs[1] - logs[0], rel=1e-9)


@pytest.mark.parametrize("mixture_of", [rate_mixture, part_mixture])
def test_what_is_shrunken_lies_between_the_raw_value_and_the_county(mixture_of):
    x, n = np.array([0, 3, 50, 9, 9, 9, 9, 9.0]), np.array([10, 4, 100, 30, 30, 30, 30, 30.0])
    mixture = mixture_of(x, n)
    assert mixture.weights.sum() == pytest.approx(1, abs=1e-12)
    raw, county, found = x / n, x.sum() / n.sum(), mixture.mean()
    assert raw[0] < found[0] < county
    assert county < found[1] < raw[1]
    assert county < found[2] < raw[2]
    assert abs(found[2] - raw[2]) < abs(found[1] - raw[1])
