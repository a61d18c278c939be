"""Held-back filing against executed binomial tests, and what the test may not say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, binomtest

from metrics._filing_cutoff import held_back, smallest_detectable_share
from tests.metrics.vector_files import number, vectors

ROWS = vectors("cutoff")


def found_for(row, phi=1):
    return held_back(int(row["pre"]), int(row["post"]), float(row["expected_pre_share"]), phi)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['pre']}-{row['post']}-{row['expected_pre_share']}")
def test_every_row_equals_the_reference(row):
    found, clumped = found_for(row), found_for(row, 2)
    assert found.moved == pytest.approx(number(row["moved_estimate"]), rel=1e-9, abs=1e-9)
    close = {"rel": 1e-9, "abs": 1e-9, "nan_ok": True}
    assert found.low == pytest.approx(number(row["moved_lower95"]), **close)
    assert found.high == pytest.approx(number(row["moved_upper95"]), **close)
    assert found.z == pytest.approx(number(row["z"]), **close)
    assert found.p == pytest.approx(number(row["p_less_binomial"]), rel=1e-9, nan_ok=True)
    assert clumped.p == pytest.approx(number(row["p_less_phi2"]), rel=1e-9, nan_ok=True)
    assert clumped.is_flagged == (row["flag_phi2_at_0_001"] == "flag")


def test_all_twelve_rows_are_there():
    assert len(ROWS) == 12
    assert sum(found_for(row, 2).is_flagged for row in ROWS) == 2


def test_without_a_filing_nothing_is_said():
    found = held_back(0, 0)
    assert (found.status, found.is_flagged) == ("nothing_filed", False)


@given(st.integers(0, 80), st.integers(0, 80), st.floats(0.2, 0.8), st.floats(1, 5))
def test_clumps_weaken_the_finding_and_never_make_it(before, after, share, phi):
    found = held_back(before, after, share, phi)
    if before + after:
        assert found.p_exact == pytest.approx(binomtest(before, before + after, share, "less").pvalue, rel=1e-9)
        assert not found.is_flagged or held_back(before, after, share).is_flagged
        assert found.low <= found.moved <= found.high


def test_more_filings_than_expected_are_never_flagged():
    found = held_back(300, 100)
    assert found.moved == -100
    assert found.high < 0
    assert not found.is_flagged


@pytest.mark.parametrize("wrong", [(-1, 3, 0.5), (3, -1, 0.5), (3, 3, 0.0), (3, 3, 1.0), (3, 3, float("nan"))])
def test_impossible_questions_are_refused(wrong):
    with pytest.raises(ValueError, match="share"):
        held_back(*wrong)
    with pytest.raises(ValueError, match="dispersion"):
        held_back(3, 3, phi=0.9)


@pytest.mark.parametrize(("number", "share"), [(40, 0.49), (80, 0.36), (160, 0.26), (400, 0.16)])
def test_what_can_be_found_equals_the_published_power(number, share):
    assert smallest_detectable_share(number) == pytest.approx(share, abs=0.02)


def test_a_share_that_can_be_found_is_found_in_four_of_five_cases():
    share = smallest_detectable_share(400)
    at_most = binom.ppf(0.01, 400, 0.5) - 1
    assert binom.cdf(at_most, 400, 0.5 * (1 - share)) == pytest.approx(0.8, abs=0.04)


def test_clumps_and_small_courts_hide_more():
    assert smallest_detectable_share(160, phi=3) > smallest_detectable_share(160)
    assert smallest_detectable_share(5) == 1.0
    with pytest.raises(ValueError, match="from 1 up"):
        smallest_detectable_share(0)
