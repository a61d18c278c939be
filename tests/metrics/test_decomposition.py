"""Every split adds up to what it splits, equals the reference, and says where it knows too little."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import chi2_contingency

from metrics._decomposition import contributions, mix_and_rate, population_and_rate
from tests.metrics.vector_files import column, vectors

ROWS = vectors("decomposition")
TOWNSHIPS = [row for row in ROWS if row["level"] == "township"]
CELLS = [row for row in ROWS if row["level"] == "township x cause"]
CAUSES = [row for row in ROWS if row["level"] == "cause"]
TOTALS = [row for row in ROWS if row["level"] == "total"]
COUNTS = column(TOWNSHIPS, "x1"), column(TOWNSHIPS, "pop1"), column(TOWNSHIPS, "x0"), column(TOWNSHIPS, "pop0")


def assert_equals(found, rows, **columns):
    for name, theirs in columns.items():
        np.testing.assert_allclose(getattr(found, name), column(rows, theirs), rtol=1e-9, atol=1e-10)


def test_every_row_of_the_vector_file_is_used():
    assert [len(rows) for rows in (TOWNSHIPS, CELLS, CAUSES, TOTALS, ROWS)] == [20, 15, 5, 2, 42]


@pytest.mark.parametrize("rows", [TOWNSHIPS, CELLS, CAUSES], ids=["townships", "cells", "causes"])
def test_contributions_equal_the_reference(rows):
    found = contributions(column(rows, "x1"), column(rows, "x0"))
    columns = {"points": "contribution_pp", "excess": "excess_over_uniform", "z": "excess_z"}
    assert_equals(found, rows, difference="delta", **columns)
    total = TOTALS[0] if rows is TOWNSHIPS else TOTALS[1]
    assert found.points.sum() == pytest.approx(float(total["contribution_pp"]), rel=1e-9)
    assert found.excess.sum() == pytest.approx(0, abs=1e-9)


def test_causes_are_the_sums_of_their_cells():
    x1, x0 = (column(CELLS, name).reshape(3, 5) for name in ("x1", "x0"))
    cells, causes = contributions(x1, x0), contributions(x1.sum(axis=0), x0.sum(axis=0))
    np.testing.assert_allclose(cells.points.sum(axis=0), causes.points)
    np.testing.assert_allclose(cells.excess.sum(axis=0), causes.excess)
    assert np.isnan(cells.z[2, 2])  # no case in either year


def test_population_and_rate_equal_the_reference():
    found = population_and_rate(*COUNTS)
    assert_equals(found, TOWNSHIPS, population="population_effect_count", rate="rate_effect_count")
    assert found.population.sum() == pytest.approx(float(TOTALS[0]["population_effect_count"]), rel=1e-9)
    assert found.rate.sum() == pytest.approx(float(TOTALS[0]["rate_effect_count"]), rel=1e-9)
    assert set(found.status) == {"ok"}


def test_mix_and_rate_equal_the_reference():
    found = mix_and_rate(*COUNTS)
    assert_equals(found, TOWNSHIPS, mix="mix_effect_rate_centred", within="rate_effect_rate")
    assert found.mix.sum() == pytest.approx(float(TOTALS[0]["mix_effect_rate_centred"]), rel=1e-9)
    assert found.within.sum() == pytest.approx(float(TOTALS[0]["rate_effect_rate"]), rel=1e-9)
    assert (found.overall0, found.overall1) == (pytest.approx(52.455, abs=5e-4), pytest.approx(51.086, abs=5e-4))


def test_scores_square_to_pearsons_chi_square():
    x1, x0 = COUNTS[0], COUNTS[2]
    chi_square = chi2_contingency(np.array([x0, x1]), correction=False).statistic
    assert (contributions(x1, x0).z ** 2).sum() == pytest.approx(chi_square, rel=1e-10)
    assert (contributions(x1, x0, phi=2).z ** 2).sum() == pytest.approx(chi_square / 2, rel=1e-10)


def test_a_row_worked_by_hand():
    """100 → 150 cases, 1,000 → 1,200 residents: rates 0.1 and 0.125; 200 × 0.1125 = 22.5 and 0.025 × 1,100 = 27.5."""
    found = population_and_rate([150], [1_200], [100], [1_000])
    assert (found.population[0], found.rate[0]) == (pytest.approx(22.5), pytest.approx(27.5))


def test_with_the_same_residents_everything_is_rate():
    found = population_and_rate([150, 20], [1_000, 500], [100, 30], [1_000, 500])
    assert found.population.tolist() == [0, 0]
    np.testing.assert_allclose(found.rate, [50, -10])


def test_townships_without_a_rate_in_both_years_stay_apart():
    x1, n1, x0, n0 = [9, 8, 7, 6, 2], [900, np.nan, 700, 0, 0], [5, 5, 0, 9, 1], [900, 800, 0, 400, 0]
    found = population_and_rate(x1, n1, x0, n0)
    assert list(found.status) == ["ok", "no_population", "entered", "left", "no_population"]
    np.testing.assert_allclose(found.undecomposed, [0, 3, 7, -3, 1])
    assert found.population.tolist()[1:] == found.rate.tolist()[1:] == [0, 0, 0, 0]
    rates = mix_and_rate(x1, n1, x0, n0)
    assert rates.within[2:].tolist() == [0, 0, 0]
    assert rates.mix[1] == rates.within[1] == 0
    assert rates.overall1 == pytest.approx((9 + 7) / 1_600 * 10_000)
    assert rates.overall0 == pytest.approx((5 + 9) / 1_300 * 10_000)
    assert rates.mix.sum() + rates.within.sum() == pytest.approx(rates.overall1 - rates.overall0)


def test_an_empty_base_has_no_points_and_no_test():
    found = contributions([3, 4], [0, 0])
    assert found.difference.tolist() == [3, 4]
    assert np.isnan([found.points, found.excess, found.z]).all()


def test_one_township_alone_moves_like_itself():
    found = contributions([30], [20])
    assert found.points.tolist() == [50]
    assert found.excess[0] == pytest.approx(0)
    assert found.z[0] == pytest.approx(0)


def test_nobody_anywhere_has_no_county_rate():
    found = mix_and_rate([3, 4], [np.nan, np.nan], [1, 2], [np.nan, np.nan])
    assert np.isnan(found.overall1)
    assert found.mix.tolist() == found.within.tolist() == [0, 0]


def test_impossible_counts_are_refused():
    for x1, x0 in (([-1], [2]), ([np.nan], [2]), ([1, 2], [1])):
        with pytest.raises(ValueError, match="one shape"):
            contributions(x1, x0)
    with pytest.raises(ValueError, match="cannot be split"):
        population_and_rate([-1], [5], [2], [5])
    with pytest.raises(ValueError, match="one length"):
        mix_and_rate([1, 2], [5], [2], [5])


counts = arrays(np.int64, 7, elements=st.integers(0, 900))
people = arrays(np.float64, 7, elements=st.sampled_from([0, np.nan, 24, 3_000, 50_000]))


@given(counts, people, counts, people)
def test_every_split_adds_up(x1, n1, x0, n0):
    found = population_and_rate(x1, n1, x0, n0)
    np.testing.assert_allclose(found.population + found.rate + found.undecomposed, x1 - x0, atol=1e-8)
    rates = mix_and_rate(x1, n1, x0, n0)
    change = rates.overall1 - rates.overall0
    if not np.isnan(change):
        assert rates.mix.sum() + rates.within.sum() == pytest.approx(change, rel=1e-8, abs=1e-7)
    if x0.sum():
        assert contributions(x1, x0).points.sum() == pytest.approx(100 * (x1.sum() / x0.sum() - 1), abs=1e-8)
