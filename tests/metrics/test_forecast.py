"""Year-end forecasts against the reference rows, their own promise by simulation, and the edges of a year."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics._forecast import FIRST_DRIFT, LEAST_DRIFT, drift_of, year_end
from tests.metrics.vector_files import number, vectors

ROWS = vectors("forecast")


def test_all_thirteen_rows_are_there():
    assert len(ROWS) == 13
    assert sum(row["previous_year"] == "" for row in ROWS) == 2


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['ytd']}-{row['previous_year']}-{row['phi']}")
def test_every_row_equals_the_reference(row):
    given_ = {name: number(row[name]) for name in row}
    drift = FIRST_DRIFT if row["drift_var_c2"] == "" else given_["drift_var_c2"]
    found = year_end([given_["ytd"]], given_["expected_share_elapsed"], [given_["previous_year"]], drift, given_["phi"])
    close = {"rel": 1e-9, "abs": 1e-12, "nan_ok": True}
    assert found.rest.mean[0] == pytest.approx(given_["remainder_mean"], **close)
    assert found.rest.variance[0] == pytest.approx(given_["remainder_var"], **close)
    assert found.rest.size[0] == pytest.approx(given_["nb_size"], **close)
    assert found.rest.prob[0] == pytest.approx(given_["nb_prob"], **close)
    assert found.mean[0] == pytest.approx(given_["year_end_mean"], **close)
    ours = [found.low[0], found.median[0], found.high[0]]
    assert ours == [given_[f"year_end_{name}"] for name in ("lower90", "median", "upper90")]


@pytest.mark.parametrize("phi", [1, 2])
@pytest.mark.parametrize("share", [0.08, 0.25, 0.5, 0.75])
def test_nine_of_ten_intervals_hold_the_year(share, phi):
    """Townships of 12 to 900 cases whose level drifts by 15 % from year to year."""
    dice = np.random.default_rng(round(share * 100) + phi)
    level = np.repeat(np.geomspace(12, 900, 20), 150)
    drifted = level * dice.gamma(1 / FIRST_DRIFT, FIRST_DRIFT, level.size)
    last = phi * dice.poisson(level / phi)
    so_far = phi * dice.poisson(drifted * share / phi)
    year = so_far + phi * dice.poisson(drifted * (1 - share) / phi)
    found = year_end(so_far, share, last, FIRST_DRIFT, phi)
    assert 0.87 < ((found.low <= year) & (year <= found.high)).mean() < 0.95
    by_pace = np.abs(so_far / share - year).mean()
    assert np.abs(found.mean - year).mean() < by_pace


def test_at_both_ends_of_the_year():
    finished = year_end([977, 0], 1.0, [900, np.nan])
    for numbers in (finished.mean, finished.low, finished.median, finished.high):
        assert numbers.tolist() == [977, 0]
    nothing_yet = year_end([0, 0], 0.0, [99.5, np.nan])
    assert nothing_yet.mean[0] == pytest.approx(100)
    assert np.isnan(nothing_yet.mean[1])
    assert np.isnan(nothing_yet.high[1])


def test_an_unknown_count_has_no_forecast():
    found = year_end([np.nan, -3, 5], 0.5, [10, 10, -1])
    assert np.isnan(found.mean[:2]).all()
    assert found.mean[2] == pytest.approx(10.5)  # a year before that cannot be is none


@settings(deadline=None)
@given(st.integers(0, 2_000), st.floats(0.05, 1), st.integers(0, 3_000), st.floats(0.003, 0.3), st.floats(1, 5))
def test_the_year_never_ends_below_what_is_counted(so_far, share, previous, drift, phi):
    for last in (previous, np.nan):
        found = year_end([so_far], share, [last], drift, phi)
        assert so_far <= found.low[0] <= found.median[0] <= found.high[0]
        assert found.mean[0] >= so_far


@pytest.mark.parametrize(("share", "drift"), [(-0.1, 0.02), (1.1, 0.02), (0.5, 0.0), (float("nan"), 0.02)])
def test_impossible_questions_are_refused(share, drift):
    with pytest.raises(ValueError, match="share"):
        year_end([3], share, [3], drift)


def test_the_drift_is_found_again():
    dice = np.random.default_rng(3)
    level = np.geomspace(50, 2_000, 4_000)
    x0 = dice.poisson(level)
    x1 = dice.poisson(level * 1.2 * dice.gamma(1 / 0.04, 0.04, level.size))
    assert drift_of(x1, x0) == pytest.approx(0.04, rel=0.15)
    steady = dice.poisson(level)
    assert drift_of(steady, x0) == LEAST_DRIFT


def test_each_pair_of_years_grows_by_itself():
    """Growth of all townships alike is no drift, whatever its size in each year."""
    x0 = np.array([[100.0, 200, 400], [150, 300, 600]])
    assert drift_of(x0 * [[1.5], [0.5]], x0) == LEAST_DRIFT


def test_with_nothing_to_learn_from_the_drift_is_the_one_to_begin_with():
    assert drift_of([np.nan, 3], [5, 0]) == FIRST_DRIFT
    with pytest.raises(ValueError, match="one shape"):
        drift_of([1, 2], [1])


def test_a_drift_worked_by_hand():
    """(130, 70) after (100, 100): ρ = 1, Σ[30² - 200…]/100 = (900 - 230)/100 + (900 - 170)/100 = 14, over 200: 0.07."""
    assert drift_of([130, 70], [100, 100]) == pytest.approx(0.07)
