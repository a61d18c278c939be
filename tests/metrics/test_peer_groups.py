"""A township beside those of its own kind, itself left out."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm
from statsmodels.stats.proportion import proportions_ztest
from statsmodels.stats.rates import test_poisson_2indep as compare_rates

from metrics._peer_groups import peers

KINDS = ["镇", "街道", "镇", "乡", "镇", "街道", "类似乡级单位"]
X = [30, 200, 10, 5, 20, 100, 7]
N = [1_000, 4_000, 1_000, 400, 2_000, 5_000, 30]


def test_groups_and_benchmarks_worked_by_hand():
    found = peers(KINDS, X, N, False, 10_000)
    assert [(one.kind, one.members.tolist()) for one in found.groups] == [
        ("街道", [1, 5]),
        ("镇", [0, 2, 4]),
        ("乡", [3]),
    ]
    assert [one.value for one in found.groups] == [pytest.approx(300 / 9 * 10), 150, 125]
    assert found.group_of.tolist() == [1, 0, 1, 2, 1, 0, -1]
    np.testing.assert_allclose(found.of_the_others, [100, 200, 500 / 3, np.nan, 200, 500, np.nan])


def test_the_test_is_that_of_statsmodels():
    rates = peers(KINDS, X, N, False, 10_000)
    theirs = compare_rates(30, 1_000, 30, 3_000, method="score")
    assert rates.z[0] == pytest.approx(theirs.statistic, rel=1e-9)
    parts = peers(KINDS, X, N, True, 100)
    statistic, p = proportions_ztest([200, 100], [4_000, 5_000])
    assert parts.z[1] == pytest.approx(statistic, rel=1e-9)
    assert 2 * norm.sf(abs(parts.z[1])) == pytest.approx(p, rel=1e-9)
    assert peers(KINDS, X, N, True, 100, phi=4).z[1] == pytest.approx(statistic / 2, rel=1e-9)


def test_a_township_alone_of_its_kind_has_no_peer():
    found = peers(KINDS, X, N, False, 10_000)
    assert np.isnan(found.z[[3, 6]]).all()
    assert found.value[3] == 125


def test_those_without_a_figure_are_in_no_benchmark():
    found = peers(["镇"] * 4, [30, 10, 99, 99], [1_000, 1_000, np.nan, 0], False, 10_000)
    assert list(found.status) == ["ok", "ok", "no_population", "zero_denominator"]
    assert found.groups[0].members.tolist() == [0, 1, 2, 3]
    assert found.groups[0].numerator == 40
    np.testing.assert_allclose(found.of_the_others, [100, 300, np.nan, np.nan])


def test_a_county_of_other_kinds_has_no_groups():
    found = peers(["农场", "园区"], [3, 4], [50, 60], False, 10_000)
    assert found.groups == ()
    assert found.group_of.tolist() == [-1, -1]
    assert np.isnan(found.z).all()


def test_a_kind_for_each_township_is_needed():
    with pytest.raises(ValueError, match="kinds"):
        peers(["镇"], [1, 2], [3, 4], False, 100)
    with pytest.raises(ValueError, match="dispersion"):
        peers(["镇"], [1], [3], False, 100, phi=0)


@given(st.lists(st.tuples(st.sampled_from("甲乙镇"), st.integers(0, 90), st.integers(90, 900)), min_size=1, max_size=9))
def test_two_of_a_kind_see_each_other_from_opposite_sides(county):
    kinds, x, n = zip(*(("街道" if kind == "甲" else kind, a, b) for kind, a, b in county), strict=True)
    found = peers(kinds, x, n, False, 100)
    for group in found.groups:
        if len(group.members) == 2:
            first, second = found.z[group.members]
            assert first == pytest.approx(-second, abs=1e-9, nan_ok=True)
    assert sum(len(group.members) for group in found.groups) == np.count_nonzero(found.group_of >= 0)
