"""When a month is called out of line: by one clear breach or two in a row, never by a handful of cases."""

import numpy as np
import pytest
from scipy.stats import nbinom

from metrics._early_warning import judge, watch
from tests.metrics.vector_files import column, vectors

ROWS = vectors("anomaly")


def test_limits_and_chances_equal_the_reference_rows():
    found = judge(column(ROWS, "observed"), column(ROWS, "baseline_sum"), 1 / column(ROWS, "m"))
    np.testing.assert_allclose(found.expected, column(ROWS, "expected"), rtol=1e-9)
    np.testing.assert_allclose(found.p_high, column(ROWS, "p_upper_phi1"), rtol=1e-9)
    np.testing.assert_allclose(found.p_low, column(ROWS, "p_lower_phi1"), rtol=1e-9)
    at_998 = column(ROWS, "alpha_one_sided") == 0.001
    np.testing.assert_array_equal(found.limits()[1][at_998], column(ROWS, "upper_R_bayes")[at_998])
    far = (found.direction == "high") & (found.level == "alarm")
    off = np.abs(found.observed - found.expected) >= 5
    np.testing.assert_array_equal(far[at_998], ((column(ROWS, "alarm_R_bayes") == 1) & off)[at_998])


def test_a_row_worked_by_hand():
    """330 cases in 33 periods: 10.015 expected, variance 10.32. 24 cases: P = 0.00023; 18: P = 0.016."""
    found = judge([24, 18, 10, 1], [330] * 4, [1 / 33] * 4)
    mu, p = 330.5 / 33, 1 / (1 + 1 / 33)
    assert found.p_high[0] == pytest.approx(nbinom.sf(23, mu * p / (1 - p), p), rel=1e-9)
    assert list(found.level) == ["alarm", "watch", "normal", "alarm"]
    assert list(found.direction) == ["high", "high", "", "low"]
    assert found.run.tolist() == [1, 1, 0, -1]


def test_the_second_period_in_a_row_on_the_same_side_raises_the_alarm():
    seen, base, ratio = [18, 18, 3, 10], [330] * 4, [1 / 33] * 4
    found = judge(seen, base, ratio, run_before=[1, -1, -1, 3])
    assert list(found.level) == ["alarm", "watch", "alarm", "normal"]
    assert found.run.tolist() == [2, 1, -2, 0]


def test_fewer_than_five_cases_more_than_expected_are_no_news():
    found = judge([5, 7], [33, 33], [1 / 33, 1 / 33])  # one case a period expected
    assert found.p_high[0] < 0.025
    assert list(found.level) == ["normal", "alarm"]


def test_clumps_take_back_an_alarm():
    assert judge([24], [330], [1 / 33]).level[0] == "alarm"
    assert judge([24], [330], [1 / 33], phi=3).level[0] == "watch"


def test_where_even_no_case_at_all_would_not_be_low_it_says_so():
    found = judge([0, 0, 0], [33 * 6, 33 * 8, 33 * 9], [1 / 33] * 3)
    assert found.is_blind_below.tolist() == [True, False, False]
    assert judge([0], [33 * 9], [1 / 33], phi=2).is_blind_below.tolist() == [True]
    assert found.level[1] == "alarm"


def test_what_is_unknown_is_not_judged_and_breaks_the_run():
    found = judge([np.nan, 9, 9, -1], [330, np.nan, 330, 330], [0.1, 0.1, np.nan, 0.1], run_before=[2, 2, 2, 2])
    assert list(found.level) == ["not_judged"] * 4
    assert found.run.tolist() == [0] * 4
    for numbers in (found.expected, *found.limits(), found.p_high, found.p_low):
        assert np.isnan(numbers).all()
    assert not found.is_blind_below.any()


def series(*tail):
    """Two years and a half of ten a period, then what is given."""
    return np.array([[10.0]] * 28 + [[float(one)] for one in tail])


def test_a_series_is_judged_by_what_came_before_it():
    found = watch(series(10, 30), np.ones((30, 1)))
    assert [one.level[0] for one in found[:22]] == ["not_judged"] * 22
    assert [one.level[0] for one in found[22:]] == ["normal"] * 7 + ["alarm"]
    assert found[-1].expected[0] == pytest.approx((290 + 0.5) / 29)


def test_an_alarm_teaches_nothing_to_later_periods():
    found = watch(series(90, 10), np.ones((30, 1)))
    assert found[-1].expected[0] == pytest.approx(280.5 / 28)
    assert found[-1].level[0] == "normal"


def test_season_and_residents_move_what_is_expected():
    exposure = np.ones((30, 1))
    exposure[-1] = 3
    assert watch(series(10, 30), exposure)[-1].level[0] == "normal"
    exposure[-1] = 0.25
    found = watch(series(10, 12), exposure)[-1]
    assert (found.level[0], found.direction[0]) == ("alarm", "high")


def test_gaps_are_left_out_of_the_baseline():
    counts = series(10, 30)
    counts[3:8] = np.nan
    assert watch(counts, np.ones((30, 1)))[-1].expected[0] == pytest.approx(240.5 / 24)
    counts[8:12] = np.nan
    assert watch(counts, np.ones((30, 1)))[-1].level[0] == "not_judged"


def test_townships_are_judged_each_for_itself():
    both = np.hstack([series(10, 30), series(10, 10)])
    assert list(watch(both, np.ones((30, 2)))[-1].level) == ["alarm", "normal"]


def test_tables_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="one shape"):
        watch([[1, 2]], [[1]])
    with pytest.raises(ValueError, match="one shape"):
        watch([1, 2], [1, 2])
    with pytest.raises(ValueError, match="shortest"):
        watch([[1.0]], [[1.0]], longest=3, shortest=4)


@pytest.mark.parametrize("phi", [1, 2])
def test_false_alarms_are_rare_and_no_rarer_than_the_rule_makes_them(phi):
    """Fifteen cases a period in 1,500 townships for a year: some two in a thousand judgements are alarms."""
    dice = np.random.default_rng(11)
    counts = phi * dice.poisson(15 / phi, (44, 1_500))
    found = watch(counts, np.ones((44, 1_500)), phi)[33:]
    alarms = np.mean([one.level == "alarm" for one in found])
    assert 0.0003 < alarms < 0.0035
    blind = watch(counts, np.ones((44, 1_500)))[33:]
    assert phi == 1 or np.mean([one.level == "alarm" for one in blind]) > 5 * alarms
