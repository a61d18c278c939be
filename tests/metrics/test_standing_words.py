"""Who is named first and last, and what is said where nobody may be."""

from dataclasses import replace
from datetime import date

import pytest

from metrics import METRICS
from metrics._standing_words import as_counted, standing_paragraphs, tiers_of, unranked_words, view_of
from metrics._table_words import about_places
from tests.metrics.county import People
from tests.metrics.tiny import mediation
from tests.reports.bulletin.counties import NAMES, NO_BREAKS, batch_of, hand_worked, ten_townships, told

RATE = METRICS["litigation_rate"]


def words(build, **changes):
    return "".join(standing_paragraphs(told(build, **changes), RATE))


@pytest.fixture(scope="module")
def apart():
    """城关街道 far above, 双河乡 far below, eight alike."""
    return ten_townships()


def test_those_who_are_sure_are_named_with_value_place_and_interval(apart):
    said = words(apart)
    assert "可以认定居前三的有双河乡（5.00件/万人，第1位，位次区间1–1）" in said
    assert "可以认定居后三的有城关街道（150.00件/万人，第10位，位次区间10–10）" in said
    assert "万人成讼率在5.00件/万人至150.00件/万人之间" in said


def test_the_table_says_how_sure_one_must_be_to_name_a_township(apart):
    assert about_places(view_of(told(apart), RATE)) == (
        "位次区间指真实位次有九成把握所在的范围；区间大幅重叠的，不宜分先后。"
        "可以认定居前三、后三的，把握均在八成以上，且不少于10件。"
    )


def test_those_who_cannot_be_told_apart_stand_in_one_tier(apart):
    said = words(apart)
    assert "分为3个梯队，同一梯队不分先后：第一梯队1个（双河乡）；第二梯队8个（" in said
    assert [len(tier) for tier in tiers_of(view_of(told(apart), RATE))] == [1, 8, 1]


def test_where_all_are_alike_nobody_is_named():
    said = words(ten_townships({}))
    assert "前三、后三都没有足以认定的，不点名。" in said
    assert "同属一个梯队。" in said
    assert "可以认定" not in said


def test_a_place_alone_names_nobody():
    """双河乡 is last in the table by one case a month."""
    said = words(ten_townships({"双河乡": 21}))
    assert "双河乡（" not in said.split("梯队")[0]


def test_few_townships_are_told_one_by_one_without_order():
    said = words(hand_worked())
    assert said == (
        "参加排名的乡镇街道不足8个，不作先后比较，只列数：甲镇125.00件/万人、乙镇20.00件/万人、丙镇15.00件/万人。"
    )


def test_clumped_cases_are_said_and_figures_without_batches_are_marked_as_such():
    cases, batches = batch_of("东山镇", 400)
    build = ten_townships(more=cases, batches=batches)
    assert told(build).standings["litigation_rate"].status == "clumped"
    said = words(build)
    assert said.startswith("本期案件过于集中成批（离散系数φ为")
    assert "以下按剔除批量案件后的数说明（批量案件指同一单位30日内起诉10件以上的案件）。剔除批量案件后，" in said
    assert "可以认定居后三的有城关街道（150.00件/万人" in said
    assert "东山镇（" not in said.split("梯队")[0]


def test_clumped_cases_that_are_no_batch_name_nobody():
    cases, _ = batch_of("东山镇", 400)
    said = words(ten_townships(more=cases))
    assert said.endswith(
        "按全部案件排出的位次靠不住，不据以区分先后；剔除批量案件后仍过于集中（φ为11.4），不编位次，不点名。"
    )
    assert "城关街道" not in said


def test_a_definition_that_leaves_batches_out_is_not_told_to_leave_them_out():
    cases, _ = batch_of("东山镇", 400)
    said = words(ten_townships(more=cases, definition=replace(NO_BREAKS, exclude_batch_filings=True)))
    assert said.endswith("剔除批量案件后排出的位次靠不住，不据以区分先后，不编位次，不点名。")


def test_townships_without_a_place_are_listed_with_their_reason():
    few = [
        People(one, "常住", date(2024, 12, 31), 900 if one == "双河乡" else 20_000) for one in NAMES if one != "黑松乡"
    ]
    said = words(ten_townships(people=tuple(few)))
    assert "只列数、不参加万人成讼率排名的：黑松乡，缺人口；双河乡，人口不足1,000人。" in said


def test_a_share_of_many_disputes_among_few_people_says_that_its_people_are_few():
    review = told(hand_worked(definition=replace(NO_BREAKS, smallest_ranked_population=9_000)))
    metric = next(one for one in review.metrics if one.name == "dispute_resolution_rate")
    assert review.figure(metric.name, "甲镇").denominator >= 10
    assert "甲镇、丙镇，人口不足9,000人" in unranked_words(review, metric)


def test_a_small_share_is_no_place():
    review = told(hand_worked())
    metric = next(one for one in review.metrics if one.name == "dispute_resolution_rate")
    assert "丙镇，数量过小" in "".join(standing_paragraphs(review, metric))


def test_shares_reach_from_the_lowest_to_the_highest_though_the_highest_is_first():
    results = [(name, "success", 10 + at) for at, name in enumerate(NAMES)]
    results += [(name, "failure", 10 - at) for at, name in enumerate(NAMES)]
    disputes = [one for name, result, n in results for one in mediation(name, "2026-05-06", "community", result, n)]
    review = told(ten_townships(more=disputes))
    metric = next(one for one in review.metrics if one.name == "dispute_resolution_rate")
    assert [as_counted(review, one).rest is None for one in (review.metrics[0], metric)] == [False, True]
    # 10 of 20 to 19 of 20.
    assert "矛盾纠纷调处化解率在50.00%至95.00%之间" in "".join(standing_paragraphs(review, metric))


def test_of_a_metric_without_intervals_nobody_is_named(apart):
    review = told(apart)
    bare = replace(review.standings[RATE.name], status="not_by_chance")
    said = "".join(standing_paragraphs(replace(review, standings={**review.standings, RATE.name: bare}), RATE))
    assert "万人成讼率不计区间，位次只作参考，不点名。" in said
    assert "可以认定" not in said


def test_all_zero_is_no_order():
    build = ten_townships({}, others=0, more=[])
    review = told(build)
    assert "全为0.00件/万人，分不出先后。" in "".join(standing_paragraphs(review, RATE))


def test_a_township_that_only_a_batch_put_last_is_named_with_its_place_without_it():
    cases, batches = batch_of("东山镇", 60)
    said = words(ten_townships(more=cases, batches=batches))
    assert "东山镇（80.00件/万人，第9位，位次区间9–9；剔除批量案件后第2位，不足以认定）" in said
    assert "城关街道（150.00件/万人，第10位，位次区间10–10）" in said
