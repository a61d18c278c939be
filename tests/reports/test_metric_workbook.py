"""The table of a metric as a workbook: places with both ends of their intervals, limits with their φ."""

from dataclasses import replace

from metrics import METRICS
from reports.metric_workbook import area_workbook, metric_workbook
from tests.metrics.one_figure import figure
from tests.reports.test_workbooks import rows

RATE, COUNT = METRICS["litigation_rate"], METRICS["civil_filings"]
PLACED = figure(RATE, 100, 10_000, 90, 10_000, phi=1.84, rank=5, rank_low=3, rank_high=9)


def test_both_ends_of_a_place_stand_beside_it_and_the_card_says_what_they_are():
    raw = metric_workbook("率", RATE, [PLACED, replace(PLACED, rank=None, rank_low=None, rank_high=None)], [])
    _, header, placed, apart = rows(raw)
    assert header[:4] == ["乡镇街道", "位次", "位次区间下限", "位次区间上限"]
    assert placed[:7] == ["甲镇", 5, 3, 9, 100, 10_000, 100]
    assert apart[1:4] == ["", "", ""]
    assert placed[header.index("离散系数φ")] == 1.84
    assert dict(rows(raw, "口径"))["位次区间"].startswith("位次后的括号是位次区间")


def test_without_intervals_of_places_there_are_no_empty_columns_and_the_reason_is_on_the_card():
    raw = metric_workbook("率", RATE, [replace(PLACED, rank=1, rank_low=None, rank_high=None)], [])
    _, header, placed = rows(raw)
    assert header[:3] == ["乡镇街道", "位次", RATE.numerator.label]
    assert placed[:3] == ["甲镇", 1, 100]
    assert dict(rows(raw, "口径"))["位次区间"] == "参加排名的不足8个，不计位次区间。"


def test_where_nobody_has_a_place_there_is_no_column_for_one():
    none = replace(PLACED, rank=None, rank_low=None, rank_high=None)
    assert rows(metric_workbook("率", RATE, [none], []))[1][:2] == ["乡镇街道", RATE.numerator.label]
    assert rows(area_workbook("甲镇", [none], []))[1][:3] == ["指标", "单位", "分子"]


def test_a_count_has_no_limits_and_so_no_dispersion():
    _, header, one = rows(metric_workbook("件数", COUNT, [figure(COUNT, 100, None, 90, None, phi=2.0)], []))
    assert one[header.index("离散系数φ")] == ""


def test_the_metrics_of_one_area_stand_under_the_same_headers():
    raw = area_workbook("甲镇", [PLACED, figure(COUNT, 100, None, 90, None)], [])
    _, header, rate, count = rows(raw)
    assert header[:6] == ["指标", "单位", "位次", "分子", "分母", "值"]
    assert rate[:6] == ["万人成讼率", "件/万人", 5, 100, 10_000, 100]
    assert count[:6] == ["一审民商事新收", "件", "", 100, "", 100]
    assert header[6:9] == ["95%下限", "95%上限", "离散系数φ"]


def test_what_was_never_exported_is_an_empty_cell_and_no_zero():
    unknown = replace(figure(COUNT, 0, None, 0, None), status="not_covered", value=None, base_value=None)
    _, header, one = rows(metric_workbook("件数", COUNT, [unknown], []))
    assert [one[header.index(name)] for name in (COUNT.numerator.label, "上年同期分子")] == ["", ""]
