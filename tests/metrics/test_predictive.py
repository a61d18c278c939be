"""The negative binomial law of the next count against scipy and R's surveillance package."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import nbinom

from metrics._predictive import Predictive, predict
from tests.metrics.vector_files import column, vectors

ROWS = vectors("anomaly")
TOTAL, PERIODS, SEEN = (column(ROWS, name) for name in ("baseline_sum", "m", "observed"))


def test_all_72_rows_are_there():
    assert len(ROWS) == 72
    np.testing.assert_array_equal([sum(map(int, row["baseline_values"].split())) for row in ROWS], TOTAL)


@pytest.mark.parametrize("phi", [1, 2])
def test_tails_equal_the_reference(phi):
    law = predict(TOTAL, 1 / PERIODS, phi)
    np.testing.assert_allclose(law.mean, column(ROWS, "expected"), rtol=1e-9)
    np.testing.assert_allclose(law.at_least(SEEN), column(ROWS, f"p_upper_phi{phi}"), rtol=1e-9)
    np.testing.assert_allclose(law.at_most(SEEN), column(ROWS, f"p_lower_phi{phi}"), rtol=1e-9)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['series']}{row['t']}-{row['alpha_one_sided']}")
def test_limits_and_alarms_equal_the_reference(row):
    alpha, ratio = float(row["alpha_one_sided"]), 1 / int(row["m"])
    upper = predict(int(row["baseline_sum"]), ratio).quantile(1 - alpha)
    assert upper == int(row["upper_R_bayes"])
    assert (int(row["observed"]) > upper) == (row["alarm_R_bayes"] == "1")
    clumped = predict(int(row["baseline_sum"]), ratio, phi=2)
    assert clumped.quantile(alpha) == int(row["lower_limit_phi2"])
    assert clumped.quantile(1 - alpha) == int(row["upper_limit_phi2"])


@settings(deadline=None)
@given(st.integers(0, 20_000), st.floats(0.01, 12), st.floats(1, 6), st.floats(0.001, 0.999))
def test_it_is_scipys_negative_binomial(total, ratio, phi, q):
    law = predict(total, ratio, phi)
    theirs = nbinom(law.size, law.prob)
    assert law.mean == pytest.approx(theirs.mean(), rel=1e-9)
    assert law.variance == pytest.approx(theirs.var(), rel=1e-9)
    y = float(law.quantile(q))
    assert theirs.cdf(y) >= q - 1e-9
    assert y == 0 or theirs.cdf(y - 1) <= q + 1e-9
    assert law.at_most(y) == pytest.approx(theirs.cdf(y), rel=1e-7)
    assert law.at_least(y) == pytest.approx(theirs.sf(y - 1), rel=1e-7)


def test_what_surely_does_not_come_is_0():
    nothing = Predictive(np.zeros(2), np.zeros(2))
    assert nothing.quantile(0.95).tolist() == [0, 0]
    assert nothing.at_most([0, 3]).tolist() == [1, 1]
    assert nothing.at_least([0, 1]).tolist() == [1, 0]
    assert nothing.nothing().tolist() == [1, 1]


def test_nothing_is_known_after_an_unknown_or_impossible_past():
    law = predict([-1, np.nan, 5, 5], [1, 1, -1, np.inf])
    for found in (law.mean, law.at_most(3), law.at_least(3), law.quantile(0.5)):
        assert np.isnan(found).all()


def test_nothing_is_less_than_nothing():
    law = predict([5], [1])
    assert law.at_most(-1).tolist() == [0]
    assert law.nothing() == pytest.approx(law.at_most(0), rel=1e-12)
    assert law.at_least([-2]).tolist() == [1]
