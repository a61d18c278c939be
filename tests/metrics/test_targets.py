"""Targets held against figures, worked by hand: 30 September is day 273 of 365; 60 × 273 ÷ 365 = 44.876…"""

from datetime import date
from fractions import Fraction

import pytest

from metrics import METRICS
from metrics._period import year_to_date
from metrics._targets import YearSoFar, course, judge, subject_of, target_year, year_so_far
from tests.metrics.one_figure import figure
from tests.metrics.one_target import OVER, RATE, SEPTEMBER, SESSIONS, SHARE, one, target
from tests.metrics.tiny import case, mediation, tiny_county

CLOSING = METRICS["closing_rate"]


@pytest.mark.parametrize(
    ("cases", "year", "verdict"),
    [
        (359, SEPTEMBER, "on_pace"),  # 44.875 of 44.877
        (360, SEPTEMBER, "off_pace_within"),  # 45.0; 95 % limits 40.5–49.9
        (420, SEPTEMBER, "off_pace"),  # 52.5; 47.6–57.8
        (480, SEPTEMBER, "off_pace"),  # exactly 60 with three months to go
        (481, SEPTEMBER, "missed_within"),  # 60.125: the ceiling is passed for good; 54.9–65.8
        (560, SEPTEMBER, "missed"),  # 70.0; 64.3–76.0
        (480, OVER, "met"),
        (481, OVER, "missed_within"),
        (560, OVER, "missed"),
    ],
)
def test_a_rate_that_adds_up_is_held_against_the_days_gone_by_until_the_year_is_over(cases, year, verdict):
    assert one(RATE, cases, 80_000, target(RATE, "60"), year).verdict == verdict


@pytest.mark.parametrize(
    ("resolved", "accepted", "verdict"),
    [(90, 100, "met"), (899, 1_000, "missed_within"), (800, 1_000, "missed"), (100, 100, "met")],
)
def test_a_share_is_compared_as_it_stands(resolved, accepted, verdict):
    found = one(SHARE, resolved, accepted, target(SHARE, "90", "at_least"))
    assert found.verdict == verdict
    assert found.pace is None
    assert found.gap == Fraction(100 * resolved, accepted) - 90


@pytest.mark.parametrize(
    ("sessions", "verdict"),
    [(12, "met"), (9, "on_pace"), (8, "off_pace")],  # 12 × 273 ÷ 365 = 8.975…
)
def test_a_floor_once_reached_stays_reached(sessions, verdict):
    assert one(SESSIONS, sessions, None, target(SESSIONS, "12", "at_least")).verdict == verdict


def test_both_distances_are_exact():
    found = one(RATE, 360, 80_000, target(RATE, "60.00"))
    assert (found.value, found.gap) == (45, -15)
    assert found.pace == Fraction(60 * 273, 365)
    assert found.gap_to_pace == Fraction(45 * 365 - 60 * 273, 365)


def test_a_share_of_a_hair_below_is_below():
    """2 of 3 is 66.66…, which reads 66.67 and is not."""
    assert one(SHARE, 20, 30, target(SHARE, "66.67", "at_least")).verdict == "missed_within"


def test_without_limits_nothing_is_called_chance():
    bare = one(RATE, 481, 80_000, target(RATE, "60"), low=None, high=None)
    assert bare.verdict == "missed"


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({"status": "small"}, "too_few"),
        ({"value": None, "status": "no_population"}, "no_data"),
        ({"notes": ("period_not_covered",)}, "incomplete"),
    ],
)
def test_what_is_small_unknown_or_incomplete_is_not_judged(changes, verdict):
    found = one(RATE, 100, 80_000, target(RATE, "60"), **changes)
    assert found.verdict == verdict
    assert (found.gap is None) == (verdict == "no_data")


def test_a_year_that_is_over_with_days_missing_met_nothing_that_they_could_undo():
    missing = ("period_not_covered",)
    assert one(RATE, 300, 80_000, target(RATE, "60"), OVER, notes=missing).verdict == "incomplete"
    assert one(SESSIONS, 8, None, target(SESSIONS, "12", "at_least"), OVER, notes=missing).verdict == "incomplete"
    assert one(SESSIONS, 12, None, target(SESSIONS, "12", "at_least"), OVER, notes=missing).verdict == "met"
    assert one(CLOSING, 96, 100, target(CLOSING, "95", "at_least"), OVER, notes=missing).verdict == "incomplete"


def test_a_ceiling_passed_with_days_missing_is_passed_all_the_same():
    assert one(RATE, 560, 80_000, target(RATE, "60"), notes=("period_not_covered",)).verdict == "missed"


def test_a_target_of_another_definition_is_held_against_nothing():
    assert one(RATE, 560, 80_000, target(RATE, "60", label="万人起诉率")).verdict == "other_definition"
    assert one(RATE, 560, 80_000, target(RATE, "60", label="")).verdict == "missed"


def test_what_only_a_whole_year_can_tell_waits_for_it():
    asked = target(CLOSING, "95", "at_least")
    assert one(CLOSING, 60, 100, asked).verdict == "open"
    assert one(CLOSING, 96, 100, asked, OVER).verdict == "met"


def test_figures_are_told_apart_by_how_they_move():
    assert [course(one) for one in (RATE, SESSIONS, METRICS["circuit_hearing_per_station"])] == ["adds_up"] * 3
    level = (SHARE, METRICS["mediation_diversion_rate"], METRICS["trial_days"], METRICS["open_trial_cases"])
    assert [course(one) for one in level] == ["level"] * 4
    assert course(CLOSING) == course(METRICS["litigation_free_village_share"]) == "whole_year"


def test_days_are_counted_to_the_cut_off_and_in_leap_and_statistical_years():
    cut = figure(RATE, 1, 10, 1, 10, period_end=date(2024, 2, 29), period_start=date(2024, 1, 1))
    assert year_so_far(cut, year_to_date(date(2024, 3, 31))) == YearSoFar(60, 366)
    assert year_so_far(cut, year_to_date(date(2024, 3, 31), december=True)) == YearSoFar(91, 366)
    of_december = [target_year(year_to_date(date(2025, 12, 31), december=one)) for one in (False, True)]
    assert of_december == [2025, 2026]


def test_what_a_target_may_ask_follows_from_the_metric():
    assert (subject_of(SHARE).greatest, subject_of(RATE).greatest) == (100, None)
    assert (subject_of(SHARE).better, subject_of(RATE).better) == ("higher", "lower")


@pytest.fixture
def build(build_of):
    return build_of(
        tiny_county(
            case("甲镇", "2026-03-02", times=12),
            case("乙镇", "2026-04-02", times=30),
            case("丙镇", "2026-05-02", times=3),
            case("outside", "2026-05-02", times=5),
            mediation("甲镇", "2026-03-02", "people", "success", times=20),
            mediation("乙镇", "2026-03-02", "people", "success", times=10),
            mediation("乙镇", "2026-03-02", "people", "failure", times=10),
        )
    )


def test_every_township_is_judged_in_the_order_of_the_list_and_small_ones_stand_apart(build):
    asked = (target(SHARE, "90", "at_least"), target(RATE, "20"), target(RATE, "5", year=2025))
    found = judge(build, asked, year_to_date(date(2026, 9, 30)))
    told = [(one.metric.name, one.area_code, one.verdict, one.is_apart) for one in found]
    # 12 ÷ 8,000 = 15.0 and 30 ÷ 30,000 = 10.0 of 20 × 273 ÷ 365 = 14.96; 丙镇 has 3 cases and no dispute.
    assert told == [
        (SHARE.name, "甲镇", "met", False),
        (SHARE.name, "乙镇", "missed", False),
        (SHARE.name, "丙镇", "no_data", False),
        (RATE.name, "甲镇", "off_pace_within", False),
        (RATE.name, "乙镇", "on_pace", False),
        (RATE.name, "丙镇", "too_few", True),
    ]
    assert found[2].value is None
    assert found[2].gap is None


def test_a_target_of_the_county_is_held_against_the_countys_figure(build):
    [found] = judge(build, (target(RATE, "20", scope="county"),), year_to_date(date(2026, 9, 30)))
    # 12 + 30 + 3 of the townships and 5 from outside: 12.5 of 14.96.
    assert (found.area_code, found.value, found.verdict) == ("county", Fraction(50 * 10_000, 40_000), "on_pace")


def test_without_targets_nothing_is_asked(build):
    assert judge(build, (), year_to_date(date(2026, 9, 30))) == ()
