"""Intervals of places: drawn when asked for, with the place itself inside, and a reason where there is none."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from metrics import METRICS, compute, parse_period
from metrics._rank_intervals import interval_status, limits_of_ranks, place_of, standings
from metrics._rank_words import format_rank, why_no_interval
from metrics._ranking import rank_rates
from tests.metrics.county import People, Township
from tests.metrics.tiny import case, mediation, tiny_county

RATE, PART = METRICS["litigation_rate"], METRICS["people_mediation_resolution_rate"]
PERIOD = parse_period("2026-05")
NAMES = "甲乙丙丁戊己庚辛壬癸"
CASES = (4, 12, 18, 22, 30, 33, 41, 60, 95, 7)


def ten_townships(cases=CASES, rows=(), size=5_000):
    """Ten townships of one size, and a farm that is never ranked, with these cases of May 2026."""
    townships = (*(Township(f"{one}镇", "镇", False, True) for one in NAMES), Township("农场", "农场", True, False))
    people = (*(People(f"{one}镇", "常住", date(2024, 12, 31), size) for one in NAMES),
              People("农场", "常住", date(2024, 12, 31), size))  # fmt: skip
    filed = [one for name, n in zip(NAMES, cases, strict=True) for one in case(f"{name}镇", "2026-05-06", times=n)]
    return tiny_county(filed, case("农场", "2026-05-06", times=9), rows, townships=townships, people=people)


def of(build, metric, by="all", asked=True):
    return compute(build, [metric], PERIOD, by=by, with_rank_intervals=asked).rows()


def test_places_have_intervals_only_when_asked_for_and_only_the_ranked_have_any(build_of):
    build = build_of(ten_townships())
    assert {one.rank_low for one in of(build, RATE, asked=False)} == {None}
    for one in of(build, RATE):
        assert (one.rank is None) == (one.rank_low is None) == (one.rank_high is None), one.area_code
    (best,) = [one for one in of(build, RATE) if one.rank == 1]
    assert (best.area_code, type(best.rank_low)) == ("甲镇", int)
    assert {one.rank_low for one in of(build, RATE, by="tribunal")} == {None}


def test_the_interval_is_that_of_the_model_over_the_ranked_townships_alone(build_of):
    rows = [one for one in of(build_of(ten_townships()), RATE) if one.rank is not None]
    assert [one.numerator for one in rows] == list(CASES)
    model = rank_rates(CASES, [5_000] * 10, phi=rows[0].phi)
    places = np.argsort(np.argsort(CASES)) + 1
    assert [one.rank_low for one in rows] == np.minimum(model.rank_low, places).tolist()
    assert [one.rank_high for one in rows] == np.maximum(model.rank_high, places).tolist()


def test_the_more_is_better_of_a_proportion(build_of):
    disputes = [
        one
        for at, name in enumerate(NAMES)
        for one in (
            *mediation(f"{name}镇", "2026-05-06", "people", "success", 4 + 6 * at),
            *mediation(f"{name}镇", "2026-05-06", "people", "open", 60 - 6 * at),
        )
    ]
    found = {one.area_code: one for one in of(build_of(ten_townships(rows=disputes)), PART)}
    first, last = found["癸镇"], found["甲镇"]
    assert (first.rank, first.rank_low, last.rank, last.rank_high) == (1, 1, 10, 10)
    assert first.rank_high < last.rank_low


def test_a_place_always_lies_in_its_own_interval():
    """Townships that hardly differ: the model pulls the first and the last inwards, past their printed places."""
    outside = 0
    for seed in range(12):
        x = np.random.default_rng(seed).poisson(40, 30).astype(float)
        n = np.full(30, 9_000.0)
        rank = np.searchsorted(np.sort(x), x).astype(float) + 1
        low, high = limits_of_ranks(RATE, x, n, 1.0, rank)
        model = rank_rates(x, n)
        outside += np.count_nonzero((rank < model.rank_low) | (rank > model.rank_high))
        assert ((low <= rank) & (rank <= high)).all()
        inside = (rank >= model.rank_low) & (rank <= model.rank_high)
        np.testing.assert_array_equal(low[inside], model.rank_low[inside])
        np.testing.assert_array_equal(high[inside], model.rank_high[inside])
    assert outside > 0


def test_clumped_cases_make_places_less_sure():
    x, n = np.array(CASES, dtype=float) * 3, np.full(10, 9_000.0)
    rank = np.argsort(np.argsort(x)) + 1.0
    single, clumped = (np.subtract(*reversed(limits_of_ranks(RATE, x, n, phi, rank))) for phi in (1.0, 4.0))
    assert (clumped >= single).all()
    assert clumped.sum() > 1.5 * single.sum()


def test_standings_say_the_same_intervals_and_who_may_be_named(build_of):
    rows = of(build_of(ten_townships()), RATE)
    found = standings(RATE, rows)
    assert found.status == "ok"
    by_code = {one.area_code: one for one in rows if one.rank is not None}
    assert {code: (one.rank, one.rank_low, one.rank_high) for code, one in found.of.items()} == {
        code: (one.rank, one.rank_low, one.rank_high) for code, one in by_code.items()
    }
    worst, best = found.of["壬镇"], found.of["甲镇"]
    assert worst.may_be_named
    assert worst.among_worst > 0.95
    assert not best.may_be_named
    assert (worst.may_be_named_best, best.may_be_named_best) == (False, False)
    assert best.among_best > 0.95
    assert found.of["癸镇"].among_best > found.of["乙镇"].among_best
    assert (best.tier, worst.tier > 2) == (1, True)
    assert 95 * 2 > worst.shrunken > by_code["辛镇"].value
    assert worst.shrunken_low < worst.shrunken < worst.shrunken_high
    assert sum(one.among_worst for one in found.of.values()) == pytest.approx(3)
    assert sum(one.among_best for one in found.of.values()) == pytest.approx(3)


def test_where_no_interval_can_be_told_the_reason_is_said(build_of):
    none, few = build_of(ten_townships([0] * 10)), build_of(tiny_county(case("甲镇", "2026-05-01", times=9)))
    for build, metric, status, words in (
        (none, RATE, "nothing_to_tell", "各乡镇街道的数值全为0或全为100%，分不出先后，不计位次区间。"),
        (few, RATE, "too_few", "参加排名的不足8个，不计位次区间。"),
        (few, METRICS["civil_filings"], "not_ranked", ""),
        (build_of(ten_townships()), RATE, "ok", ""),
    ):
        rows = of(build, metric)
        assert (interval_status(metric, rows), why_no_interval(metric, rows)) == (status, words)
        assert (standings(metric, rows).of == {}) is (status != "ok")
        assert any(one.rank_low for one in rows) is (status == "ok")


def test_batches_that_make_places_worthless_are_named_as_the_reason(build_of):
    clumped = [replace(one, phi=6.28) for one in of(build_of(ten_townships()), RATE, asked=False)]
    assert why_no_interval(RATE, clumped) == ("案件过于集中成批（φ=6.3，超过5），位次靠不住，不编位次。")
    rank = np.array([one.rank if one.rank else np.nan for one in clumped])
    x, n = (np.array([getattr(one, side) or 0 for one in clumped]) for side in ("numerator", "denominator"))
    assert np.isnan(limits_of_ranks(RATE, x, n, 6.28, rank)).all()
    assert {place_of(one) for one in clumped} == {None}
    assert place_of(replace(clumped[0], phi=5.0)) == clumped[0].rank


def test_averages_have_a_place_and_no_interval(build_of):
    days = METRICS["trial_days"]
    rows = [replace(one, metric=days.name) for one in of(build_of(ten_townships()), RATE)]
    assert interval_status(days, rows) == "not_by_chance"
    assert why_no_interval(days, rows) == "本指标的数值不计区间，位次也不计区间。"


def test_a_place_is_printed_with_its_interval(build_of):
    found = {one.area_code: one for one in of(build_of(ten_townships()), RATE)}
    one = replace(found["丁镇"], rank=5, rank_low=3, rank_high=9)
    assert format_rank(one) == "5（3–9）"
    assert format_rank(replace(one, rank_low=None, rank_high=None)) == "5"
    assert format_rank(found["农场"]) == "—"


def test_1500_townships_are_ranked_in_fewer_draws_to_the_same_ends():
    x = np.random.default_rng(5).poisson(np.linspace(20, 60, 1_500)).astype(float)
    rank = np.searchsorted(np.sort(x), x).astype(float) + 1
    low, high = limits_of_ranks(RATE, x, np.full(1_500, 9_000.0), 1.0, rank)
    true = np.arange(1, 1_501)
    assert 0.86 < ((low <= true) & (true <= high)).mean() < 0.94
