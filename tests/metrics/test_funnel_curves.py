"""The lines of the funnel: a point lies outside exactly when it is flagged."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics._clumped_limits import count_limits
from metrics._funnel import funnel
from metrics._funnel_curves import adjusted_curves, adjusted_limits, plain_curves
from tests.metrics.vector_files import column, vectors

ROWS = [row for row in vectors("funnel") if row["kind"] == "overdispersed_limit_rate"]


@pytest.fixture(scope="module")
def county():
    return funnel(column(ROWS, "x"), column(ROWS, "n"), "rate", 10_000)


@pytest.mark.parametrize(("confidence", "columns"), [(0.95, ("lower95", "upper95")), (0.998, ("lower998", "upper998"))])
def test_over_dispersed_limits_equal_the_reference(county, confidence, columns):
    found = adjusted_limits(county, column(ROWS, "n"), confidence)
    for ours, name in zip(found, columns, strict=True):
        np.testing.assert_allclose(ours, column(ROWS, name), rtol=1e-9)


@pytest.mark.parametrize("phi", [1.0, 2.5])
def test_the_rate_lines_run_through_the_limits_of_whole_counts(county, phi):
    lower, upper = plain_curves(county, 500, 140_000, 0.95, phi)
    p0 = county.target / 10_000
    for line, side in ((lower, 1), (upper, 0)):
        cases = line.n * line.value / 10_000
        np.testing.assert_allclose(cases, np.round(cases), atol=1e-6)
        np.testing.assert_allclose(count_limits(np.round(cases), phi)[side], line.n * p0, rtol=1e-9)
        assert (np.diff(line.n) > 0).all()
        assert line.n[0] >= 500
        assert line.n[-1] <= 140_000
    assert lower.value[0] == 0
    assert lower.value[-1] < county.target < upper.value[-1]


def test_the_rate_lines_reach_the_largest_township(county):
    for line in plain_curves(county, 3_000, 130_000, 0.998):
        assert line.n[-1] > 0.8 * 130_000


@given(st.integers(0, 200), st.integers(20, 5_000))
def test_a_proportion_outside_the_line_is_flagged(x, n):
    x = min(x, n)
    found = funnel([x, 300], [n, 900], "proportion", 100)
    if 0 < found.target < 100:
        lower, upper = plain_curves(found, n, n)
        outside = found.value[0] < lower.value[0] - 1e-9 or found.value[0] > upper.value[0] + 1e-9
        assert outside == (found.flag[0] != "none")


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(100, 400)), min_size=3, max_size=12))
def test_a_point_outside_the_over_dispersed_line_is_flagged(county):
    x, n = (np.array(one) for one in zip(*county, strict=True))
    for kind in ("rate", "proportion"):
        found = funnel(x, n, kind, 100)
        if found.target > 0:
            low, high = adjusted_limits(found, n)
            is_outside = (found.value < low - 1e-9) | (found.value > high + 1e-9)
            assert not (is_outside & (found.adjusted_flag == "none")).any()


@pytest.mark.parametrize("kind", ["rate", "proportion"])
def test_lines_without_a_county_are_empty(kind):
    for found in (funnel([0, 0], [5, 5], kind, 100), funnel([1], [np.nan], kind, 100)):
        for line in (*plain_curves(found, 1, 10), *adjusted_curves(found, 1, 10)):
            assert len(line.n) == len(line.value) == 0


def test_over_dispersed_lines_close_on_the_spread_and_stay_in_range():
    found = funnel([2, 30, 80, 90], [50, 60, 90, 91], "proportion", 100)
    lower, upper = adjusted_curves(found, 1, 1e6)
    assert (lower.value >= 0).all()
    assert (upper.value <= 100).all()
    assert upper.value[-1] - lower.value[-1] > 10  # unlike peers stay apart however many disputes


def test_a_line_from_nowhere_is_refused(county):
    with pytest.raises(ValueError, match="smallest"):
        plain_curves(county, 0, 10)
    with pytest.raises(ValueError, match="smallest"):
        adjusted_curves(county, 20, 10)
