"""What is said of a target, letter by letter."""

from dataclasses import replace

from metrics import METRICS
from metrics._target_words import (
    counted_words,
    failed_words,
    gap_words,
    pace_words,
    remark,
    signed_gap,
    target_words,
    value_words,
    verdict_words,
)
from tests.metrics.one_target import OVER, RATE, SESSIONS, SHARE, one, target

CEILING, FLOOR = target(RATE, "60.00"), target(SHARE, "90", "at_least")


def test_a_target_is_printed_as_it_was_typed():
    assert target_words(CEILING, RATE) == "全年不超过60.00件/万人"
    assert target_words(FLOOR, SHARE) == "不低于90%"


def test_while_the_year_runs_both_numbers_are_said():
    found = one(RATE, 420, 80_000, CEILING)
    assert value_words(found) == "52.50件/万人（420/80,000）"
    assert pace_words(found) == "已过273天，占全年365天，按时序为44.88件/万人"
    assert (verdict_words(found), gap_words(found)) == ("超出时序", "比时序高7.62")
    assert (remark(found), signed_gap(found)) == ("超出时序", "+7.62")


def test_a_gap_within_chance_comes_with_its_limits():
    found = one(SHARE, 899, 1_000, FLOOR)
    assert remark(found) == "未达标，差距在正常波动范围内（87.88–91.62）"
    assert gap_words(found) == "低0.10个百分点"
    assert pace_words(found) == ""


def test_a_difference_too_small_to_print_is_not_printed_as_nothing():
    found = one(SHARE, 89_999, 100_000, FLOOR)
    assert gap_words(found) == "低不到0.01个百分点"
    assert gap_words(one(SHARE, 90, 100, FLOOR)) == "与目标持平"


def test_a_ceiling_that_is_passed_before_the_year_is_over_is_told_so():
    early, late = one(RATE, 481, 80_000, CEILING), one(RATE, 481, 80_000, CEILING, OVER)
    assert verdict_words(early) == "已超全年目标，差距在正常波动范围内"
    assert verdict_words(late) == "未达标，差距在正常波动范围内"
    assert gap_words(early) == gap_words(late) == "高0.13"


def test_a_floor_is_not_reached_rather_than_passed():
    few = one(SESSIONS, 8, None, target(SESSIONS, "12", "at_least"))
    assert (verdict_words(few), gap_words(few), value_words(few)) == ("落后于时序", "比时序低1.0", "8次")


def test_what_is_unknown_says_why_and_is_never_nought():
    unknown = one(RATE, 5, None, CEILING, value=None, status="no_population")
    assert (verdict_words(unknown), value_words(unknown), gap_words(unknown)) == ("无数据（缺人口）", "—", "—")
    few = one(RATE, 5, 80_000, CEILING, status="small", notes=("small",))
    assert (remark(few), gap_words(few), signed_gap(few)) == ("数量过小，不作判断", "—", "—")


def test_townships_are_counted_by_what_is_said_of_them():
    found = [one(RATE, cases, 80_000, CEILING) for cases in (359, 420, 560, 421)]
    assert counted_words(found) == "未超时序1个，已超全年目标1个，超出时序2个"
    assert counted_words([replace(each, year=OVER) for each in found]) == "达标3个，未达标1个"
    within = one(RATE, 481, 80_000, CEILING, OVER)
    assert counted_words([within, within]) == "均未达标但差距在正常波动范围内"


def test_those_who_fall_short_are_counted_and_how_many_may_be_chance():
    found = [one(RATE, cases, 80_000, CEILING) for cases in (359, 360, 420, 481)]
    assert failed_words(found) == "3处未达标、超出或落后于时序，其中2处差距在正常波动范围内"
    assert failed_words(found[:1]) == "没有未达标、超出或落后于时序的"
    assert failed_words([replace(found[2], is_apart=True)]) == "没有未达标、超出或落后于时序的"


def test_weak_points_of_the_figure_stand_beside_the_verdict():
    found = one(
        METRICS["trial_days"],
        900,
        10,
        target(METRICS["trial_days"], "60"),
        notes=("base_small", "from_totals"),
        low=None,
    )
    assert remark(found) == "未达标；按历史汇总"
