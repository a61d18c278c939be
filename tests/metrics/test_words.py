"""Figures in Chinese, word for word."""

from dataclasses import replace
from datetime import date

import pytest

from metrics import METRICS, change_words, format_value, sentence, versus_county
from metrics._evaluate import NOTES
from metrics._words import (
    NOTE_WORDS,
    STATUS_WORDS,
    format_base_value,
    format_change,
    format_counts,
    format_interval,
    mark_words,
    note_words,
    widened_words,
)
from tests.metrics.one_figure import figure

COUNT, RATE = METRICS["civil_filings"], METRICS["litigation_rate"]
PART = METRICS["court_mediation_resolution_rate"]


@pytest.mark.parametrize(
    ("x1", "x0", "z", "words"),
    [
        (1264, 1291, -0.53, "同比下降2.1%，属正常波动"),
        (1264, 1200, 1.959, "同比上升5.3%，属正常波动"),
        (1264, 1200, 1.96, "同比上升5.3%，略超正常波动"),
        (1264, 1200, 3.089, "同比上升5.3%，略超正常波动"),
        (1264, 1000, 3.09, "同比上升26.4%，明显上升"),
        (1000, 1264, -5.5, "同比下降20.9%，明显下降"),
        (1264, 1264, 0.0, "同比持平，属正常波动"),
        (10_001, 10_000, 0.0, "同比基本持平，属正常波动"),
        (5000, 100, 70.0, "同比上升4,900.0%，明显上升"),
        (8, 1, 2.33, "同比上升700.0%，数量过小，不作判断"),
        (1005, 1000, 0.1, "同比上升0.5%，属正常波动"),
        (10_005, 10_000, 0.1, "同比上升0.1%，属正常波动"),  # 0.05 goes up
    ],
)
def test_a_change_says_its_size_and_its_weight(x1, x0, z, words):
    assert change_words(figure(COUNT, x1, None, x0, None, z)) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2026, 1, 1), date(2026, 1, 31), "同比上升54.4%，受春节早晚影响，不作判断"),
        (date(2026, 2, 1), date(2026, 2, 28), "同比上升54.4%，受春节早晚影响，不作判断"),
        (date(2026, 1, 1), date(2026, 2, 28), "同比上升54.4%，明显上升"),
    ],
)
def test_january_and_february_are_only_judged_together(start, end, words):
    found = figure(COUNT, 772, None, 500, None, 5.97, period_start=start, period_end=end)
    assert change_words(found) == words


def test_a_share_of_january_is_judged():
    found = figure(PART, 70, 100, 90, 100, -3.2, period_start=date(2026, 1, 1), period_end=date(2026, 1, 31))
    assert change_words(found) == "同比下降20.0个百分点，明显下降"


@pytest.mark.parametrize(
    ("x1", "words"),
    [(8, "上年同期为0，本期增加8件"), (0, "上年同期为0，本期也为0"), (1200, "上年同期为0，本期增加1,200件")],
)
def test_from_nothing_the_difference_is_told_and_no_percentage(x1, words):
    one = figure(COUNT, x1, None, 0, None, None, notes=("base_zero",))
    assert change_words(one) == words
    assert format_change(one) == "—（上年同期为0）"


def test_a_small_base_is_told_with_the_percentage():
    one = figure(COUNT, 18, None, 9, None, 1.73, notes=("base_small",))
    assert change_words(one) == "同比上升100.0%（上年同期仅9件），属正常波动"
    one = figure(PART, 30, 50, 4, 8, 0.53, notes=("base_small",))
    assert change_words(one) == "同比上升10.0个百分点（上年同期仅8件），数量过小，不作判断"


def test_a_proportion_changes_in_points():
    assert change_words(figure(PART, 50, 125, 50, 100, -1.5)) == "同比下降10.0个百分点，属正常波动"
    assert change_words(figure(PART, 9, 9, 50, 100, 3.5)) == "同比上升50.0个百分点，数量过小，不作判断"
    assert format_change(figure(PART, 50, 100, 50, 125)) == "+10.0个百分点"


def test_a_proportion_without_a_base_is_not_compared():
    assert change_words(figure(PART, 5, 10, 0, 0, None, notes=("base_zero",))) == "上年同期为0，不作同比"


def test_where_the_year_before_is_not_covered_nothing_is_compared():
    one = figure(COUNT, 12, None, 0, None, None, change=None, notes=("not_covered",))
    assert change_words(one) == "上年同期未全部覆盖，不作同比"
    assert format_change(one) == "—"


def test_where_the_period_itself_is_not_wholly_covered_the_words_do_not_blame_the_year_before():
    one = figure(COUNT, 12, None, 9, None, None, change=None, notes=("not_covered", "period_not_covered"))
    assert change_words(one) == "本期未全部覆盖，不作同比"


def test_across_a_break_the_change_carries_a_warning_and_no_verdict():
    one = figure(COUNT, 1264, None, 1000, None, 5.0, notes=("break",))
    assert change_words(one) == "同比上升26.4%（跨口径断点，不宜直接比较）"


def test_sentences():
    assert sentence(figure(COUNT, 1264, None, 1291, None, -0.53), COUNT) == (
        "2026年1—9月新收一审民商事1,264件，同比下降2.1%，属正常波动"
    )
    assert sentence(figure(RATE, 1264, 401_000, 1291, 401_000, -0.53), RATE) == (
        "2026年1—9月每万人新收一审民商事案件31.52件（共1,264件），同比下降2.1%，属正常波动"
    )
    assert sentence(figure(PART, 50, 125, 50, 100, -1.5), PART) == (
        "2026年1—9月诉前（先行）调解化解率为40.00%（50/125），同比下降10.0个百分点，属正常波动"
    )


def test_a_period_cut_at_the_cut_off_is_named_by_its_days():
    one = figure(COUNT, 1264, None, 1291, None, -0.53, period_end=date(2026, 9, 20))
    assert sentence(one, COUNT).startswith("2026年1月1日—9月20日新收一审民商事1,264件")


def test_without_a_figure_the_sentence_says_why():
    bare = {"value": None, "low": None, "high": None, "change": None, "change_z": None}
    one = figure(RATE, 12, None, 3, None, status="not_covered", **bare)
    assert sentence(one, RATE) == "2026年1—9月的万人成讼率没有数据：导入的台账未覆盖这段时间"
    one = figure(
        RATE, 12, None, 3, None, status="no_population", notes=("no_population:丁镇", "no_population:戊镇"), **bare
    )
    assert sentence(one, RATE) == "2026年1—9月万人成讼率无法计算：丁镇缺人口、戊镇缺人口"
    one = figure(RATE, 12, None, 3, None, status="no_population", **bare)
    assert sentence(one, RATE) == "2026年1—9月万人成讼率无法计算：缺人口"
    one = figure(PART, 0, 0, 0, 0, status="zero_denominator", **bare)
    assert sentence(one, PART) == "2026年1—9月诉前（先行）调解化解率无法计算：诉前（先行）调解受理数为0"
    one = figure(RATE, 12, None, 3, None, status="none", **bare)
    assert sentence(one, RATE) == "2026年1—9月万人成讼率无法计算：辖区外和未归属只计件数"


def test_a_half_way_value_goes_up_though_its_float_lies_below():
    """2675 among 10,000,000 people are 2.675 per ten thousand; as a float that is 2.67499…"""
    assert format_value(figure(RATE, 2_675, 10_000_000, 1, 1), RATE) == "2.68"
    assert format_value(figure(PART, 1, 800, 1, 1), PART) == "0.13"
    assert format_base_value(figure(PART, 1, 1, 1, 800), PART) == "0.13"


def test_cells():
    one = figure(RATE, 1264, 401_000, 1291, 401_000)
    assert format_value(figure(COUNT, 12_640, None, 1, None), COUNT) == "12,640"
    assert format_value(replace(one, value=None), RATE) == "—"
    assert format_base_value(one, RATE) == "32.19"
    assert format_base_value(replace(one, base_value=None), RATE) == "—"
    assert format_base_value(figure(COUNT, 1, None, 1_291, None), COUNT) == "1,291"
    assert format_interval(one, RATE) == "29.81–33.31"
    assert format_interval(replace(one, low=None), RATE) == "—"
    assert format_counts(one) == "1,264/401,000"
    assert format_counts(figure(COUNT, 1264, None, 1, None)) == "1,264"
    assert format_change(one) == "-2.1%"
    assert format_change(figure(COUNT, 10_001, None, 10_000, None)) == "0.0%"
    assert format_change(figure(COUNT, 12, None, 10, None)) == "+20.0%"


def test_every_status_and_note_has_words():
    assert set(NOTES) | {"no_population"} == set(NOTE_WORDS)
    assert note_words("no_population:丁镇") == "丁镇缺人口"
    one = figure(RATE, 5, 900, 3, 900, status="small", notes=("small", "break", "base_small", "no_population:丁镇"))
    assert mark_words(one) == ("数量过小", "口径断点", "上年同期数量过小", "丁镇缺人口")
    assert mark_words(figure(RATE, 50, 9000, 30, 9000)) == ()
    assert STATUS_WORDS["not_covered"] == "未覆盖"


COUNTY = figure(RATE, 10_000, 2_000_000, 9_000, 2_000_000)


@pytest.mark.parametrize(
    ("x", "symbol", "word", "may_colour"),
    [
        (100, "▲", "显著高", True),  # 95 %: 81.4, 99.8 %: 72 and more; the county would have 50
        (69, "▲", "显著高", False),  # 95 %: 53.7; 99.8 %: 46
        (50, "●", "无显著差异", False),
        (33, "▽", "显著低", False),  # 95 %: 46.3; 99.8 %: 55
        (20, "▽", "显著低", True),
    ],
)
def test_an_area_is_compared_by_its_limits_and_coloured_only_beyond_the_wider_ones(x, symbol, word, may_colour):
    found = versus_county(figure(RATE, x, 10_000, 1, 1), COUNTY)
    assert (found.symbol, found.word, found.may_colour) == (symbol, word, may_colour)


def test_clumped_cases_need_a_greater_difference():
    """By scipy 100 cases in clumps of 4 reach down to 64.7 at 95 % and to 49.3 at 99.8 %; 69 in clumps of 3 to 43.7."""
    clumped = figure(RATE, 100, 10_000, 1, 1, phi=4.0)
    assert (versus_county(clumped, COUNTY).word, versus_county(clumped, COUNTY).may_colour) == ("显著高", False)
    assert versus_county(figure(RATE, 69, 10_000, 1, 1, phi=3.0), COUNTY).word == "无显著差异"
    assert versus_county(figure(PART, 62, 100, 1, 1, phi=2.0), figure(PART, 5_000, 10_000, 1, 1)).word == "无显著差异"


@pytest.mark.parametrize(
    ("phi", "words"),
    [
        (1.0, ""),
        (1.004, ""),
        (1.03, "已按聚集性放宽（φ=1.03）"),
        (1.05, "已按聚集性放宽（φ=1.1）"),
        (1.84, "已按聚集性放宽（φ=1.8）"),
        (12.0, "已按聚集性放宽（φ=12.0）"),
    ],
)
def test_widened_limits_are_called_so(phi, words):
    assert widened_words(phi) == words


def test_a_proportion_is_compared_by_wilson():
    county = figure(PART, 5_000, 10_000, 1, 1)
    assert versus_county(figure(PART, 70, 100, 1, 1), county).symbol == "▲"
    assert versus_county(figure(PART, 70, 100, 1, 1), county).may_colour
    assert not versus_county(figure(PART, 62, 100, 1, 1), county).may_colour
    assert versus_county(figure(PART, 62, 100, 1, 1), county).symbol == "▲"
    assert versus_county(figure(PART, 38, 100, 1, 1), county).symbol == "▽"


def test_what_is_too_small_or_has_no_value_is_not_compared():
    assert versus_county(figure(RATE, 3, 24, 1, 1, status="small"), COUNTY).symbol == "–"
    assert versus_county(figure(RATE, 3, 24, 1, 1, status="small"), COUNTY).word == "数量过小"
    assert versus_county(figure(RATE, 90, None, 1, None, status="no_population", value=None), COUNTY).word == "缺人口"
    assert versus_county(figure(RATE, 100, 10_000, 1, 1), replace(COUNTY, value=None)).symbol == "–"
    assert versus_county(figure(COUNT, 100, None, 1, None), COUNTY).symbol == "–"


def test_an_average_is_told_in_its_own_unit_and_its_few_cases_are_named():
    days = METRICS["trial_days"]
    one = figure(days, 4_550, 100, 4_000, 100, z=None, change_unit="%", low=None, high=None)
    assert sentence(one, days) == "2026年1—9月一审平均审理天数为45.5天（4,550/100），同比上升13.8%"
    few = figure(days, 400, 8, 300, 5, z=None, change_unit="%", low=None, high=None, notes=("base_small",))
    assert change_words(few) == "同比下降16.7%（上年同期仅5件），数量过小，不作判断"


def test_a_count_whose_year_before_is_empty_is_told_in_its_own_unit():
    talks = METRICS["legal_education_count"]
    one = figure(talks, 116, None, 0, None, z=None, notes=("base_zero",))
    assert sentence(one, talks) == "2026年1—9月普法宣传116场，上年同期为0，本期增加116场"
