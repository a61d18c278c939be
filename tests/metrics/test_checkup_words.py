"""The sentences over a 体检 say no more than was found."""

from dataclasses import replace

import pytest

from metrics import CORE, METRICS, compute, parse_period
from metrics._checkup import Cell, Line, Tally
from metrics._checkup_words import compared_words, found_words, named
from metrics._words import Comparison

HIGH, LOW = Comparison("▲", "显著高", True), Comparison("▽", "显著低", True)


@pytest.fixture(scope="module")
def figure(complete):
    period = parse_period("2026-05", "ytd", False)
    return compute(complete, [METRICS["litigation_rate"]], period, by="all").rows()[0]


@pytest.fixture
def line_of(figure):
    def made(name: str, *stands: Comparison, label: str = "万人成讼率") -> Line:
        own = replace(figure, area_code=name, area_name=name, label=label)
        return Line(name, name, tuple(Cell(METRICS["litigation_rate"], own, one) for one in stands))

    return made


def clear(*lines: Line) -> tuple[tuple[Line, Cell], ...]:
    return tuple((line, cell) for line in lines for cell in line.cells)


def said(found: Tally) -> str:
    return found_words("2026年1—5月", CORE, 22, "个乡镇街道", "全县", found)


def test_clear_differences_are_told_with_their_side_their_spread_and_what_chance_brings(line_of):
    found = Tally(120, 34, clear(line_of("甲镇", HIGH), line_of("乙镇", LOW, LOW)), 7)
    assert said(found) == (
        "2026年1—5月，22 个乡镇街道、7 项可比指标中，与全县差异明确（超出99.8%界限）的有 3 处"
        "（偏高 1、偏低 2；实际都无差异时，偶然约 0.2 处），分布在 2 个乡镇街道、1 项指标（万人成讼率）。"
    )


def test_no_more_than_twice_what_chance_brings_is_not_judged(line_of):
    assert "与偶然所致的个数相当，不作判断" in said(Tally(500, 0, clear(line_of("甲镇", HIGH, HIGH)), 7))
    assert "不作判断" not in said(Tally(400, 0, clear(line_of("甲镇", HIGH, HIGH)), 7))


def test_nothing_clear_and_nothing_to_compare_are_two_things():
    assert said(Tally(120, 0, (), 7)).endswith("中，没有与全县差异明确（超出99.8%界限）的。")
    assert said(Tally(0, 154, (), 0)).endswith("：没有可以与全县比较的数，数量过小或缺少分母。")


def test_what_lies_outside_the_95_percent_limits_only_is_no_finding():
    made, slight, _ = compared_words(Tally(120, 34, (), 7))
    assert made == "共比较 120 处，另 34 处数量过小等不作比较"
    assert slight == "只超出95%区间的有 7 处（偶然约 5.8 处），不单独据以判断"
    assert compared_words(Tally(3, 0, (), 0))[:2] == ["共比较 3 处", "只超出95%区间的没有"]


def test_many_metrics_are_counted_and_few_are_named(line_of):
    lines = [line_of(f"{n}镇", HIGH, label=f"指标{n}") for n in range(4)]
    assert "4 项指标。" in said(Tally(50, 0, clear(*lines), 0))
    assert "3 项指标（指标0、指标1、指标2）。" in said(Tally(50, 0, clear(*lines[:3]), 0))


def test_the_first_differences_are_named_in_the_order_of_the_table(line_of):
    lines = [line_of(f"{n}法庭", LOW) for n in range(6)]
    assert named(clear(*lines)) == "、".join(f"{n}法庭万人成讼率显著低" for n in range(4)) + "等 6 处"
    assert named(clear(*lines[:1])) == "0法庭万人成讼率显著低"
