"""The pure arithmetic against executed reference functions (vectors/) and scipy."""

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import gammaincinv
from scipy.stats import norm

from metrics import _arithmetic as arithmetic

FOLDER = Path(__file__).parent / "vectors"
CLOSE = 1e-9


def vectors(name):
    with (FOLDER / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def number(text):
    return float(text) if text else float("nan")


def usable(name):
    return [row for row in vectors(name) if row["method"] not in ("null", "error")]


def rejected(name):
    return [row for row in vectors(name) if row["method"] in ("null", "error")]


def by_id(row):
    return row["id"]


def test_the_quantiles_are_the_normal_ones():
    for confidence, z in arithmetic.Z.items():
        assert z == pytest.approx(norm.ppf(0.5 + confidence / 2), rel=1e-14)


@pytest.mark.parametrize("confidence", arithmetic.Z)
@pytest.mark.parametrize("count", range(10))
def test_scipy_gives_the_same_exact_limits(count, confidence):
    tail = (1 - confidence) / 2
    low = gammaincinv(count, tail) if count else 0.0
    assert arithmetic.EXACT_LOW[confidence][count] == pytest.approx(low, rel=1e-13)
    assert arithmetic.EXACT_HIGH[confidence][count] == pytest.approx(gammaincinv(count + 1, 1 - tail), rel=1e-13)


def test_every_row_of_the_vector_files_is_used():
    assert [len(vectors(name)) for name in ("rate", "proportion", "yoy")] == [38, 46, 37]
    assert len(usable("rate")) + len(rejected("rate")) == 38
    assert {row["confidence"] for row in usable("rate")} == {"0.95", "0.998"}


@pytest.mark.parametrize("row", usable("rate"), ids=by_id)
def test_a_rate_and_its_limits_equal_the_reference(row):
    x, n, per = int(row["numerator"]), int(row["denominator"]), int(row["multiplier"])
    low, high = arithmetic.rate_limits(x, n, per, float(row["confidence"]))
    assert arithmetic.value(x, n, per) == pytest.approx(number(row["value"]), rel=CLOSE)
    assert low == pytest.approx(number(row["lower"]), rel=CLOSE)
    assert high == pytest.approx(number(row["upper"]), rel=CLOSE)


@pytest.mark.parametrize("row", usable("proportion"), ids=by_id)
def test_a_proportion_and_its_limits_equal_the_reference(row):
    x, n, per = int(row["numerator"]), int(row["denominator"]), int(row["multiplier"])
    low, high = arithmetic.wilson_limits(x, n, per, float(row["confidence"]))
    assert arithmetic.value(x, n, per) == pytest.approx(number(row["value"]), rel=CLOSE)
    assert low == pytest.approx(number(row["lower"]), rel=CLOSE, abs=1e-15)
    assert high == pytest.approx(number(row["upper"]), rel=CLOSE)


@pytest.mark.parametrize("row", rejected("proportion"), ids=by_id)
def test_what_is_no_proportion_has_no_limits(row):
    low, high = arithmetic.wilson_limits(number(row["numerator"]), number(row["denominator"]))
    assert np.isnan(low)
    assert np.isnan(high)


@pytest.mark.parametrize("row", vectors("yoy"), ids=by_id)
def test_a_change_and_its_test_equal_the_reference(row):
    x1, n1, x0, n0 = (number(row[name]) for name in ("x1", "n1", "x0", "n0"))
    assert x1 - x0 == number(row["diff"])
    assert arithmetic.growth(x1, x0) == pytest.approx(number(row["pct_change"]), rel=CLOSE, nan_ok=True)
    ratio = (arithmetic.growth(x1, x0, n1, n0) + 100) / 100
    assert ratio == pytest.approx(number(row["rate_ratio"]), rel=CLOSE, abs=1e-12, nan_ok=True)
    z = arithmetic.change_z(x1, x0, n1, n0)
    assert z == pytest.approx(number(row["score_z"]), rel=CLOSE, nan_ok=True)
    z = arithmetic.change_z(x1, x0, n1, n0, phi=2)
    assert z == pytest.approx(number(row["phi2_z"]), rel=CLOSE, nan_ok=True)


@pytest.mark.parametrize("row", vectors("yoy"), ids=by_id)
def test_the_limits_of_a_ratio_equal_the_reference(row):
    x1, n1, x0, n0 = (number(row[name]) for name in ("x1", "n1", "x0", "n0"))
    for phi, prefix in ((1, "ratio"), (2, "phi2_ratio")):
        low, high = arithmetic.ratio_limits(x1, x0, n1, n0, phi)
        assert low == pytest.approx(number(row[f"{prefix}_lower95"]), rel=CLOSE, abs=1e-12)
        assert high == pytest.approx(number(row[f"{prefix}_upper95"]), rel=CLOSE)


counts = st.integers(0, 5_000)
people = st.integers(1, 2_000_000)


@given(counts, counts, people, people, st.floats(1, 6))
def test_the_ratio_leaves_out_1_exactly_when_the_test_is_beyond_its_quantile(x1, x0, n1, n0, phi):
    z = float(arithmetic.change_z(x1, x0, n1, n0, phi))
    low, high = arithmetic.ratio_limits(x1, x0, n1, n0, phi)
    if x1 + x0 and abs(abs(z) - arithmetic.Z[0.95]) > 1e-6:
        assert (low > 1 or high < 1) == (abs(z) > arithmetic.Z[0.95])


@given(counts, people)
def test_limits_enclose_the_value_and_the_wider_ones_the_narrower(x, n):
    low, high = arithmetic.rate_limits(x, n, 10_000)
    wide_low, wide_high = arithmetic.rate_limits(x, n, 10_000, 0.998)
    assert 0 <= wide_low <= low <= arithmetic.value(x, n, 10_000) < high < wide_high


@given(st.integers(1, 3_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_limits_of_a_proportion_stay_between_0_and_100(pair):
    low, high = arithmetic.wilson_limits(*pair)
    assert 0 <= low <= arithmetic.value(*pair, 100) <= high <= 100
    mirror_low, mirror_high = arithmetic.wilson_limits(pair[1] - pair[0], pair[1])
    assert (low, high) == (pytest.approx(100 - mirror_high, abs=1e-9), pytest.approx(100 - mirror_low, abs=1e-9))


@given(counts, counts, people, people)
def test_swapping_the_years_turns_the_test_round(x1, x0, n1, n0):
    there, back = arithmetic.change_z(x1, x0, n1, n0), arithmetic.change_z(x0, x1, n0, n1)
    assert there == pytest.approx(-back, rel=1e-9, abs=1e-9, nan_ok=True)


def test_the_test_of_two_proportions_is_pearsons_on_the_table_of_four():
    x1, n1, x0, n0 = 40, 60, 30, 70
    table = np.array([[x1, n1 - x1], [x0, n0 - x0]])
    expected = table.sum(axis=1, keepdims=True) * table.sum(axis=0) / table.sum()
    chi_square = ((table - expected) ** 2 / expected).sum()
    assert arithmetic.proportion_z(x1, n1, x0, n0) ** 2 == pytest.approx(chi_square, rel=1e-12)
    assert arithmetic.proportion_z(x1, n1, x0, n0) > 0
    assert arithmetic.proportion_z(x1, n1, x0, n0, phi=4) ** 2 == pytest.approx(chi_square / 4, rel=1e-12)


def test_nothing_is_tested_where_nothing_can_differ():
    assert np.isnan(arithmetic.proportion_z(5, 5, 9, 9))
    assert np.isnan(arithmetic.proportion_z(0, 5, 0, 9))
    assert np.isnan(arithmetic.proportion_z(3, 5, 0, 0))


def test_exact_limits_end_where_byars_begin():
    low, high = arithmetic.count_limits([9, 10])
    assert low[0] == arithmetic.EXACT_LOW[0.95][9]
    assert low[1] == pytest.approx(10 * (1 - 1 / 90 - arithmetic.Z[0.95] / (3 * 10**0.5)) ** 3, rel=1e-14)
    assert high[1] == pytest.approx(11 * (1 - 1 / 99 + arithmetic.Z[0.95] / (3 * 11**0.5)) ** 3, rel=1e-14)


def test_error_bars_are_as_long_as_limits_are_far_and_unknown_without_them():
    below, above = arithmetic.arms([116.0, 5.0], [104.5, np.nan], [131.0, np.nan])
    np.testing.assert_array_equal(below, [11.5, np.nan])
    np.testing.assert_array_equal(above, [15.0, np.nan])
