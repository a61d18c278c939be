"""The ranking against the reference county, its own closed forms, and what must never be claimed."""

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import betainc
from scipy.stats import beta

from metrics._rank_grid import part_mixture, rate_mixture
from metrics._ranking import rank_proportions, rank_rates
from tests.metrics.vector_files import column, vectors

ROWS = vectors("ranking")
CASES, PEOPLE = column(ROWS, "cases"), column(ROWS, "population")
RESOLVED, ACCEPTED = column(ROWS, "resolved"), column(ROWS, "accepted")
TOWNSHIPS = len(ROWS)
FIELDS = ("shrunken", "low", "high", "expected_rank", "median_rank", "rank_low", "rank_high", "among_worst")


@pytest.fixture(scope="module")
def county():
    return rank_rates(CASES, PEOPLE)


def from_worst(rank):
    """The vector file counts from the worst; here 1 is the best."""
    return TOWNSHIPS + 1 - rank


def test_all_twenty_rows_are_there():
    assert TOWNSHIPS == 20


def test_rates_and_chances_equal_the_reference(county):
    assert county.status == "ok"
    assert county.overall == pytest.approx(51.0863431151, rel=1e-10)
    np.testing.assert_allclose(county.shrunken, column(ROWS, "post_mean"), rtol=1e-9)
    np.testing.assert_allclose(county.low, column(ROWS, "post_lower90"), rtol=1e-9)
    np.testing.assert_allclose(county.high, column(ROWS, "post_upper90"), rtol=1e-9)
    np.testing.assert_allclose(county.above_overall, column(ROWS, "p_above_county"), atol=1e-9)
    np.testing.assert_allclose(county.among_worst, column(ROWS, "p_worst3"), atol=0.02)
    np.testing.assert_allclose(county.among_worst, column(ROWS, "jags_p_worst3"), atol=0.02)


def test_the_chance_to_be_among_the_first_is_that_of_the_last_turned_round():
    """Where more is better the reference's worst three are the best ones; among proportions likewise."""
    rates = rank_rates(CASES, PEOPLE, better="higher")
    parts = rank_proportions(RESOLVED, ACCEPTED, better="lower")
    np.testing.assert_allclose(rates.among_best, column(ROWS, "p_worst3"), atol=0.02)
    np.testing.assert_allclose(rates.among_best, column(ROWS, "jags_p_worst3"), atol=0.02)
    np.testing.assert_allclose(parts.among_best, column(ROWS, "prop_p_lowest3"), atol=0.02)
    enough = (rates.among_best >= 0.8) & (CASES >= 10)
    assert enough.any()
    assert rates.may_be_named_best.tolist() == enough.tolist()


def test_ranks_equal_the_reference_within_what_draws_allow(county):
    np.testing.assert_allclose(from_worst(county.expected_rank), column(ROWS, "expected_rank"), atol=0.12)
    np.testing.assert_allclose(from_worst(county.rank_high), column(ROWS, "rank_lower90"), atol=1)
    np.testing.assert_allclose(from_worst(county.rank_low), column(ROWS, "rank_upper90"), atol=1)


def test_with_clumps_of_two_everything_is_less_sure():
    found = rank_rates(CASES, PEOPLE, phi=2)
    np.testing.assert_allclose(found.shrunken, column(ROWS, "phi2_post_mean"), rtol=1e-9)
    np.testing.assert_allclose(found.low, column(ROWS, "phi2_lower90"), rtol=1e-9)
    np.testing.assert_allclose(from_worst(found.expected_rank), column(ROWS, "phi2_expected_rank"), atol=0.12)
    np.testing.assert_allclose(found.among_worst, column(ROWS, "phi2_p_worst3"), atol=0.02)


def test_proportions_equal_the_reference():
    found = rank_proportions(RESOLVED, ACCEPTED, per=1)
    np.testing.assert_allclose(found.shrunken, column(ROWS, "prop_post_mean"), rtol=1e-9)
    np.testing.assert_allclose(found.low, column(ROWS, "prop_lower90"), rtol=1e-9)
    np.testing.assert_allclose(found.high, column(ROWS, "prop_upper90"), rtol=1e-9)
    expected = column(ROWS, "prop_expected_rank_from_lowest")
    np.testing.assert_allclose(from_worst(found.expected_rank), expected, atol=0.15)
    np.testing.assert_allclose(found.among_worst, column(ROWS, "prop_p_lowest3"), atol=0.02)


def test_drawn_ranks_equal_the_closed_form(county):
    """Expected rank = 1 + Σ P(the other is better), by the incomplete beta function at every node of the grid."""
    mixture = rate_mixture(CASES, PEOPLE)
    a, b, weights = mixture.first, mixture.second, mixture.weights
    exact = np.ones(TOWNSHIPS)
    for i in range(TOWNSHIPS):
        for j in set(range(TOWNSHIPS)) - {i}:
            exact[i] += weights @ betainc(a[:, j], a[:, i], b[:, j] / (b[:, i] + b[:, j]))
    np.testing.assert_allclose(from_worst(exact), column(ROWS, "expected_rank"), rtol=1e-9)
    np.testing.assert_allclose(county.expected_rank, exact, atol=0.12)


def test_only_the_one_that_is_sure_may_be_named(county):
    assert np.flatnonzero(county.may_be_named).tolist() == [19]


@pytest.mark.parametrize("better", ["lower", "higher"])
def test_tiers_of_rates_part_where_the_closed_form_says_so(better):
    """Ten thousand draws know a chance of 0.95 to 0.002 only; a tier must not hang on that."""
    near = 0
    for seed in range(12):
        dice = np.random.default_rng(seed)
        people = np.round(np.geomspace(3_000, 90_000, TOWNSHIPS))
        cases = dice.poisson(people * 0.0045 * dice.gamma(11, 1 / 11, TOWNSHIPS))
        found = rank_rates(cases, people, better=better)
        mixture = rate_mixture(cases.astype(float), people)
        a, b = mixture.first, mixture.second
        order = np.argsort(found.expected_rank, kind="stable")
        tiers, leader = [1], order[0]
        for one in order[1:]:
            low, high = (leader, one) if better == "lower" else (one, leader)
            sure = mixture.weights @ betainc(a[:, low], a[:, high], b[:, low] / (b[:, low] + b[:, high]))
            near += abs(sure - 0.95) < 0.0022
            tiers.append(tiers[-1] + (sure >= 0.95))
            leader = one if sure >= 0.95 else leader
        assert found.tier[order].tolist() == tiers
    assert near, "no pair was near enough to tell a drawn chance from the exact one"


@pytest.mark.parametrize(("seed", "first", "one"), [(20, 6, 5), (39, 15, 10)])
def test_tiers_of_proportions_part_where_the_integral_says_so(seed, first, one):
    """Of these pairs the draws say 0.9507 and 0.9492, the wrong side of 0.95 both times."""
    dice = np.random.default_rng(seed)
    accepted = np.round(np.geomspace(60, 3_000, TOWNSHIPS))
    resolved = dice.binomial(accepted.astype(int), dice.beta(60, 6, TOWNSHIPS))
    mixture = part_mixture(resolved.astype(float), accepted)
    a, b = mixture.first, mixture.second
    p = (np.arange(300) + 0.5) / 300
    below = betainc(a[:, [one]], b[:, [one]], p)
    sure = mixture.weights @ (beta.pdf(p, a[:, [first]], b[:, [first]]) * below).mean(axis=1)
    assert abs(sure - 0.95) < 0.006
    tier = rank_proportions(resolved, accepted).tier
    assert tier[one] - tier[first] == (sure >= 0.95)


def test_tiers_follow_the_expected_rank_and_part_where_the_first_is_surely_better(county):
    order = np.argsort(county.expected_rank)
    tiers = county.tier[order]
    assert tiers[0] == 1
    assert set(np.diff(tiers)) == {0, 1}
    assert tiers[-1] == 5
    assert county.tier[19] == 5
    for tier in set(tiers):
        first = order[tiers == tier][0]
        ours = [one for one in order if county.tier[one] == tier]
        assert all(county.rank_low[one] <= county.rank_high[first] for one in ours)


def test_the_same_county_is_ranked_the_same_every_time(county):
    again, other = rank_rates(CASES, PEOPLE), rank_rates(CASES, PEOPLE, seed=5)
    for name in FIELDS:
        np.testing.assert_array_equal(getattr(again, name), getattr(county, name))
    np.testing.assert_allclose(other.among_worst, county.among_worst, atol=0.02)
    assert (other.among_worst != county.among_worst).any()


def test_what_is_better_turns_the_ranks_round(county):
    turned = rank_rates(CASES, PEOPLE, better="higher")
    np.testing.assert_allclose(turned.expected_rank, from_worst(county.expected_rank), atol=1e-9)
    np.testing.assert_allclose(turned.low, county.low)
    assert turned.among_worst[19] == 0


def test_a_township_without_residents_is_left_out_with_its_cases_and_named(county):
    x, n = np.append(CASES, [500, 3]), np.append(PEOPLE, [np.nan, 0])
    found = rank_rates(x, n)
    assert list(found.left_out[-2:]) == ["no_population", "zero_denominator"]
    assert set(found.left_out[:-2]) == {""}
    np.testing.assert_array_equal(found.expected_rank[:-2], county.expected_rank)
    for name in FIELDS:
        assert np.isnan(getattr(found, name)[-2:]).all()
    assert found.tier[-2:].tolist() == [0, 0]
    assert not found.may_be_named[-2:].any()


@pytest.mark.parametrize(
    ("x", "n", "phi", "status"),
    [
        ([9] * 7, [900] * 7, 1, "too_few"),
        ([9], [900], 1, "too_few"),
        ([9] * 9, [900] * 7 + [np.nan] * 2, 1, "too_few"),
        ([9] * 3, [np.nan] * 3, 1, "too_few"),
        ([0] * 9, [900] * 9, 1, "nothing_to_tell"),
        ([9] * 9, [900] * 9, 5.1, "clumped"),
        ([9] * 3, [900] * 3, 5.1, "clumped"),
    ],
)
def test_where_no_ranking_is_honest_there_is_none(x, n, phi, status):
    found = rank_rates(x, n, phi=phi)
    assert found.status == status
    assert np.isnan(found.expected_rank).all()
    assert not found.may_be_named.any()
    assert not found.tier.any()


def test_proportions_that_are_all_0_or_all_100_are_not_ranked():
    assert rank_proportions([5] * 9, [5] * 9).status == "nothing_to_tell"
    assert rank_proportions([0] * 9, [5] * 9).status == "nothing_to_tell"


def test_counts_that_cannot_be_refuse_the_run():
    for x in ([-1] + [9] * 8, [np.nan] + [9] * 8):
        with pytest.raises(ValueError, match="cannot be ranked"):
            rank_rates(x, [900] * 9)
    with pytest.raises(ValueError, match="cannot be ranked"):
        rank_proportions([9] * 9, [8] + [900] * 8)
    with pytest.raises(ValueError, match="one length"):
        rank_rates([1, 2], [3])
    with pytest.raises(ValueError, match="dispersion"):
        rank_rates(CASES, PEOPLE, phi=0.5)


def test_equal_townships_share_one_tier_and_all_places():
    found = rank_rates([50] * 12, [10_000] * 12)
    assert set(found.tier) == {1}
    assert not found.may_be_named.any()
    assert (found.rank_high - found.rank_low >= 9).all()
    np.testing.assert_allclose(found.expected_rank, 6.5, atol=0.15)


def test_one_case_among_24_people_does_not_lead_the_county():
    found = rank_rates(np.append(CASES, 1), np.append(PEOPLE, 24))
    assert found.shrunken[-1] < 75 < 1 / 24 * 10_000
    assert not found.may_be_named[-1]
    assert found.rank_high[-1] - found.rank_low[-1] >= 12


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(60, 500)), min_size=8, max_size=14))
def test_ranks_and_intervals_are_possible_ones(county):
    x, n = (np.array(one) for one in zip(*county, strict=True))
    for found in (rank_rates(x, n, per=1), rank_proportions(x, n, per=1)):
        if found.status == "ok":
            assert found.expected_rank.sum() == pytest.approx(len(x) * (len(x) + 1) / 2)
            assert found.among_worst.sum() == pytest.approx(3)
            assert (found.rank_low >= 1).all()
            assert (found.rank_low <= found.rank_high).all()
            assert (found.rank_high <= len(x)).all()
            assert (found.low < found.shrunken).all()
            assert (found.shrunken < found.high).all()


def test_fifteen_hundred_townships_take_seconds_not_minutes():
    dice = np.random.default_rng(1)
    n = np.round(dice.lognormal(10, 0.8, 1_500))
    x = dice.poisson(n * 0.0045 * dice.gamma(10, 0.1, 1_500))
    began = time.perf_counter()
    found = rank_rates(x, n)
    assert time.perf_counter() - began < 20  # 1.3 s on a quiet machine
    held = (found.rank_low <= 1_500) & (found.rank_low >= 1)
    assert held.all()
    assert found.tier.max() > 5
