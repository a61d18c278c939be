from dataclasses import replace
from datetime import date

import pytest

from metrics import METRICS, Figure
from metrics._facts import CauseCount
from ui.prose import keep_words
from ui.what_moved import county_words, main_cause, moved_words

FILINGS, RATE = METRICS["civil_filings"], METRICS["litigation_rate"]


def filings(name: str, now: int, base: int, z: float | None, **more: object) -> Figure:
    change = None if base == 0 else (now - base) / base * 100
    one = Figure(
        metric="civil_filings",
        label=FILINGS.label,
        period_start=date(2026, 1, 1),
        period_end=date(2026, 10, 31),
        area_code=name,
        area_name=name,
        numerator=now,
        denominator=None,
        value=float(now),
        low=None,
        high=None,
        status="ok",
        notes=(),
        base_start=date(2025, 1, 1),
        base_end=date(2025, 10, 31),
        base_numerator=base,
        base_denominator=None,
        base_value=float(base),
        change=change,
        change_unit="%",
        change_z=z,
        unit="件",
        per=1,
        rank=None,
        rank_low=None,
        rank_high=None,
        build=1,
        cutoff=date(2026, 10, 31),
        definition="口径",
    )
    return replace(one, **more)


COUNTY = filings("甲县", 7086, 6727, 2.1)
RATE_OF_COUNTY = replace(
    COUNTY, metric="litigation_rate", denominator=616_274, per=10_000, value=7086 / 616_274 * 10_000
)


def no_causes(_: Figure) -> list[CauseCount]:
    return []


def test_the_county_says_its_change_once_then_the_rate():
    assert county_words(COUNTY, RATE_OF_COUNTY, FILINGS, RATE) == (
        "2026年1—10月新收一审民商事7,086件，同比上升5.3%，略超正常波动；每万人114.98件。"
    )


def test_a_county_without_people_says_why_there_is_no_rate():
    rate = replace(RATE_OF_COUNTY, value=None, status="no_population")
    assert county_words(COUNTY, rate, FILINGS, RATE).endswith("；缺人口，万人成讼率无法计算。")


def test_days_that_nobody_exported_have_no_count():
    nothing = filings("甲县", 0, 0, None, value=None, status="not_covered")
    assert county_words(nothing, nothing, FILINGS, RATE).endswith("未覆盖这段时间。")


def test_the_clearest_change_comes_first_with_the_cause_that_made_it():
    rows = [filings("甲镇", 100, 98, 0.1), filings("乙镇", 537, 267, 6.6), filings("丙镇", 153, 345, -5.9)]
    causes = {
        "乙镇": [CauseCount("民间借贷纠纷", 90, 92), CauseCount("商品房预售合同纠纷", 260, 14)],
        "丙镇": [CauseCount("买卖合同纠纷", 40, 60), CauseCount("劳务合同纠纷", 90, 20)],
    }
    assert moved_words(rows, lambda one: causes[one.area_code]) == (
        "变化最明显的是乙镇（537件，同比上升101.1%，明显上升），其中商品房预售合同纠纷增加246件；"
        "其次是丙镇（153件，同比下降55.7%，明显下降）。"
    )


def test_more_than_two_clear_changes_are_counted_and_not_listed():
    rows = [filings(f"{name}镇", 300, 100, 9.0 - at) for at, name in enumerate("甲乙丙丁")]
    assert moved_words(rows, no_causes).endswith("；另有2个乡镇街道明显变化。")


def test_few_clear_changes_among_very_many_townships_may_be_chance():
    rows = [filings(f"第{at}镇", 100, 99, 0.1) for at in range(1000)] + [filings("甲镇", 20, 60, -3.4)]
    words = moved_words(rows, no_causes)
    assert "甲镇" not in words
    assert "1,001个乡镇街道中，变化明显的有1个" in words


def test_a_change_slightly_beyond_chance_is_not_called_clear():
    rows = [filings("甲镇", 120, 95, 2.2), filings("乙镇", 100, 99, 0.1)]
    assert moved_words(rows, no_causes) == (
        "各乡镇街道没有明显变化；略超正常波动的有1个，最大的是甲镇（120件，同比上升26.3%，略超正常波动）。"
    )


def test_nothing_beyond_chance_is_said_to_be_so():
    rows = [filings("甲镇", 100, 98, 0.1), filings("乙镇", 50, 51, -0.1)]
    assert moved_words(rows, no_causes) == "各乡镇街道变化均属正常波动。"


def test_townships_too_small_to_judge_are_not_said_to_be_normal():
    rows = [filings("甲镇", 100, 98, 0.1), filings("乙镇", 50, 51, -0.1), filings("丙镇", 4, 1, 3.5)]
    assert moved_words(rows, no_causes) == "可作比较的2个乡镇街道变化均属正常波动，其余数量过小或不作同比。"


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [filings("甲镇", 300, 100, 9.0)],
        [filings("甲镇", 300, 0, None), filings("乙镇", 300, 0, None)],
        [filings("甲镇", 300, 100, 9.0, notes=("break",)), filings("乙镇", 300, 100, 9.0, notes=("break",))],
    ],
    ids=["none", "one only", "no last year", "another definition"],
)
def test_where_nothing_can_be_compared_nothing_is_said(rows: list[Figure]):
    assert moved_words(rows, no_causes) == ""


@pytest.mark.parametrize(
    ("by", "causes", "named"),
    [
        (100, [("甲", 30, 4), ("乙", 90, 60)], "乙"),
        (100, [("甲", 24, 0), ("乙", 24, 0)], None),
        (-40, [("甲", 30, 4), ("乙", 2, 12)], "乙"),
        (0, [("甲", 30, 4), ("乙", 2, 28)], None),
        (10, [], None),
    ],
    ids=["the greatest", "no part is good", "along the change only", "no change", "no cause"],
)
def test_a_cause_is_named_only_when_it_makes_a_good_part_of_the_change(
    by: int, causes: list[tuple[str, int, int]], named: str | None
):
    found = main_cause(by, [CauseCount(*one) for one in causes])
    assert (found.cause if found else None) == named


def test_lines_break_between_phrases_and_data_stays_text():
    assert keep_words("同比下降3.4个百分点，略超<b>") == (
        '<span class="phrase">同比下降3.4个百分点，</span><span class="phrase">略超&lt;b&gt;</span>'
    )
