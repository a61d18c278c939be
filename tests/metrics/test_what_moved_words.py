"""The sentences of 变化主因: each state has its own, numbers in them are the figures', and no cause is claimed."""

import re
from dataclasses import replace
from datetime import date

import pytest

from data.definition import Definition, SeriesBreak
from metrics import METRICS, parse_period
from metrics._what_moved import by_area, by_cause, what_moved
from metrics._what_moved_people import people_split
from metrics._what_moved_words import (
    areas_words,
    cannot_split,
    causes_words,
    county_words,
    main_cause,
    part_words,
    points_text,
    three_sentences,
)
from tests.metrics.county import Span, complete_county, write_build
from tests.metrics.moved_county import NO_BREAKS, PERIOD, ROWS, filed, moved_county, moved_of, with_causes, with_summary
from tests.metrics.test_what_moved import STATES

FILINGS, RATE = METRICS["civil_filings"], METRICS["litigation_rate"]
CAUSAL = re.compile("因为|由于|导致|引起|造成|归因|原因|使得|所致")


@pytest.fixture
def small(build_of):
    return moved_of(build_of, *ROWS)[0]


def test_the_county_says_its_change_once_then_the_rate(small):
    assert county_words(small, FILINGS, RATE) == (
        "2026年5月新收一审民商事170件，同比上升13.3%，属正常波动；每万人42.50件。"
    )


def test_a_county_without_people_says_why_there_is_no_rate(build_of):
    moved, _ = moved_of(build_of, *ROWS, people=())
    assert county_words(moved, FILINGS, RATE).endswith("；缺人口，万人成讼率无法计算。")


def test_within_chance_only_what_stands_out_is_named(small):
    assert causes_words(small) == (
        "全县净增加20件，属正常波动；同比明显高于全县总体的有买卖合同纠纷（增加47件，拉动31.3个百分点），"
        "明显低于的有民间借贷纠纷（减少28件，拉低18.7个百分点）。"
    )
    assert areas_words(small) == (
        "同比明显高于全县总体的有甲镇（增加50件，拉动33.3个百分点，其中买卖合同纠纷增加50件），"
        "明显低于的有乙镇（减少20件，拉低13.3个百分点，其中民间借贷纠纷减少22件）。"
    )


def test_january_alone_is_called_neither_normal_nor_more(small):
    january = replace(small.county, period_start=date(2026, 1, 1), period_end=date(2026, 1, 31))
    words = causes_words(replace(small, county=january))
    assert words.startswith("全县净增加20件，受春节早晚影响，不作判断；同比明显高于全县总体的有")


def test_within_chance_and_alike_no_part_is_the_main_one(build_of):
    moved, _ = moved_of(build_of, filed("甲镇", "买卖合同纠纷", 52, 48), filed("乙镇", "民间借贷纠纷", 55, 53))
    assert causes_words(moved) == ("全县净增加6件，属正常波动；按案由分互有增减，可作比较的2种与全县总体均无明显差异。")
    assert areas_words(moved) == "按乡镇街道分互有增减，可作比较的2个与全县总体均无明显差异。"


def test_a_clear_change_names_its_great_parts_even_when_they_moved_like_the_county(build_of):
    moved, _ = moved_of(build_of, filed("甲镇", "买卖合同纠纷", 160, 80), filed("乙镇", "民间借贷纠纷", 150, 76))
    assert causes_words(moved) == (
        "全县净增加154件；按案由分，买卖合同纠纷增加80件，拉动51.3个百分点；民间借贷纠纷增加74件，"
        "拉动47.4个百分点；可作比较的2种与全县总体均无明显差异。"
    )


def test_what_stands_out_on_the_side_of_the_net_change_comes_first(build_of):
    rows = (*ROWS, filed("甲镇", "离婚纠纷", 240, 60), filed("乙镇", "离婚纠纷", 60, 15))
    moved, _ = moved_of(build_of, *rows)
    assert causes_words(moved) == (
        "全县净增加245件；同比明显高于全县总体的有离婚纠纷（增加225件，拉动100.0个百分点），"
        "明显低于的有民间借贷纠纷（减少28件，拉低12.4个百分点）。"
    )
    fewer = (filed("甲镇", "买卖合同纠纷", 60, 58), filed("甲镇", "离婚纠纷", 60, 240))
    moved, _ = moved_of(build_of, *fewer)
    assert causes_words(moved) == (
        "全县净减少178件；同比明显低于全县总体的有离婚纠纷（减少180件，拉低60.4个百分点），"
        "明显高于的有买卖合同纠纷（增加2件，拉动0.7个百分点）。"
    )


def test_a_part_that_gained_less_than_the_county_is_not_taken_for_one_that_gained_more(build_of):
    """By its number alone it would stand among what drives the county up."""
    rows = (filed("甲镇", "离婚纠纷", 400, 100), filed("乙镇", "民间借贷纠纷", 320, 200))
    moved, _ = moved_of(build_of, *rows)
    assert causes_words(moved).endswith("，明显低于的有民间借贷纠纷（增加120件，拉动40.0个百分点）。")


def test_a_great_part_that_moved_like_the_county_is_told_after_what_stands_out(build_of):
    rows = (filed("甲镇", "离婚纠纷", 130, 40), filed("乙镇", "民间借贷纠纷", 600, 500))
    moved, _ = moved_of(build_of, *rows, filed("乙镇", "买卖合同纠纷", 60, 60))
    assert causes_words(moved) == (
        "全县净增加190件；同比明显高于全县总体的有离婚纠纷（增加90件，拉动15.0个百分点）；"
        "此外民间借贷纠纷增加100件，与全县总体无明显差异。"
    )


def test_a_clear_change_spread_over_many_parts_says_so(build_of):
    rows = [filed("甲镇", f"第{at}种纠纷", 40 + at, 20) for at in range(6)]
    moved, _ = moved_of(build_of, *rows)
    assert causes_words(moved) == (
        "全县净增加135件；按案由分，变化分散，增加最多的是第5种纠纷增加25件，拉动20.8个百分点；"
        "可作比较的6种与全县总体均无明显差异。"
    )


def test_a_part_that_was_not_there_a_year_before_is_said_to_be_new(build_of):
    moved, _ = moved_of(build_of, *ROWS, filed("乙镇", "数据权益纠纷", 30))
    assert "数据权益纠纷（增加30件，上年同期为0，拉动20.0个百分点）" in causes_words(moved)


def test_a_change_of_the_list_of_causes_is_a_caution(build_of):
    moved, _ = moved_of(build_of, *ROWS, definition=Definition())
    assert causes_words(moved).endswith("）。2026年1月1日起案由规定第三次修改施行，前后案由不尽可比。")
    assert "案由规定" not in areas_words(moved)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("break", "本期与上年同期跨口径断点（2026年3月1日起系统切换），两年件数不宜直接比较，增减不作判断。"),
        ("few", "两年同期合计只有9件，数量过小，不拆分增减。"),
        ("base_zero", "上年同期为0件，不计算拉动的百分点，只列本期件数。"),
        ("nothing", "本期和上年同期都没有新收案件，没有增减可拆分。"),
        ("not_whole", "本期或上年同期的案件台账未覆盖全，不拆分增减。"),
        ("not_covered", "本期没有案件台账，增减无从拆分。"),
    ],
)
def test_what_cannot_be_split_has_one_sentence_that_says_why(state, words, build_of):
    rows, changes = STATES[state]
    moved, build = moved_of(build_of, *rows, **changes)
    assert three_sentences(moved, people_split(build, moved)) == (words,)
    assert cannot_split(moved) == words
    assert not CAUSAL.search(words)


def test_one_township_is_not_compared_with_others(build_of):
    county = moved_county()
    one = {"townships": county.townships[:1], "people": county.people[:1]}
    moved, _ = moved_of(build_of, filed("甲镇", "买卖合同纠纷", 60, 50), **one)
    assert areas_words(moved) == "全县只列有甲镇一个乡镇街道，不作乡镇之间的比较。"


def test_a_county_without_a_list_of_townships_says_so(build_of):
    moved, _ = moved_of(build_of, filed("unassigned", "买卖合同纠纷", 60, 50), townships=(), people=())
    assert areas_words(moved) == "还没有乡镇街道名单，不能按乡镇街道拆分。"


def test_parts_that_are_all_too_small_are_not_judged(build_of):
    moved, _ = moved_of(build_of, *(filed("甲镇", f"第{at}种纠纷", 3, 2) for at in range(6)))
    assert causes_words(moved).endswith("按案由分，各种数量过小，不作判断。")


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory):
    county = replace(complete_county(), definition=NO_BREAKS)
    return with_causes(write_build(tmp_path_factory.mktemp("said") / "1.duckdb", county, 4720))


@pytest.mark.parametrize("text", ["2026-05", "2025-11", "2026-01-10..2026-04-05"])
def test_every_number_of_a_sentence_is_one_of_the_figures(text, ordinary):
    build, moved = ordinary, what_moved(ordinary, parse_period(text))
    told = 0
    of_causes, of_areas, _ = three_sentences(moved, people_split(build, moved))
    for words, split in ((of_causes, by_cause(moved)), (of_areas, by_area(moved))):
        for part in split.parts:
            for way, by in re.findall(rf"(?:^|[，；、有外是]){part.name}（?(增加|减少)([\d,]+)件", words):
                told += 1
                assert (1 if way == "增加" else -1) * int(by.replace(",", "")) == part.difference
                points = re.search(rf"{part.name}（?{way}{by}件[^）；]*?，拉[动低]([\d.]+)个百分点", words)
                assert points is None or points[1] == points_text(part.difference, split).lstrip("+-")
        net = re.search(r"全县净(增加|减少)([\d,]+)件", words)
        if net:
            assert int(net[2].replace(",", "")) == abs(moved.county.numerator - moved.county.base_numerator)
    assert told or "互有增减" in "".join(three_sentences(moved, None))


def test_no_sentence_claims_a_cause(small, build_of):
    said = [causes_words(small), areas_words(small), county_words(small, FILINGS, RATE)]
    said += [part_words(one, by_cause(small)) for one in by_cause(small).parts]
    assert len(said) == 6
    assert not [words for words in said if CAUSAL.search(words)]


def test_one_part_as_a_sentence_of_its_own(small):
    split = by_cause(small)
    assert part_words(split.parts[0], split) == (
        "买卖合同纠纷105件（上年同期58件），增加47件，拉动31.3个百分点，同比明显高于全县总体。"
    )
    assert part_words(replace(split.parts[0], n=58), split) == (
        "买卖合同纠纷58件，与上年同期相同，同比明显高于全县总体。"
    )


def test_a_main_cause_is_a_good_part_and_no_handful(small, build_of):
    assert main_cause(by_cause(small, "甲镇")).name == "买卖合同纠纷"
    assert main_cause(by_cause(small, "丙镇")) is None
    moved, _ = moved_of(build_of, *(filed("甲镇", f"第{at}种纠纷", 12, 6) for at in range(6)))
    assert main_cause(by_cause(moved, "甲镇")) is None


def test_summaries_without_causes_are_not_split_by_cause(small):
    cells = (*small.cells, small.cells[0]._replace(cause="只有汇总数，无案由"))
    assert causes_words(replace(small, cells=cells)) == "其中一年的件数只有历史汇总数，没有案由明细，不按案由拆分。"


def test_what_a_summary_does_not_tell_apart_is_not_named(build_of):
    """The summary's surplus of the county lies nowhere; this year's rows tell 辖区外 from 未归属."""
    now = [filed("甲镇", "买卖合同纠纷", 60), filed("outside", "买卖合同纠纷", 50), filed("乙镇", "买卖合同纠纷", 40)]
    told = [(date(2025, 5, 1), code, n) for code, n in (("甲镇", 45), ("乙镇", 44), ("unassigned", 190))]
    coverage = [Span("cases", None, date(2026, 1, 1), date(2026, 12, 31))]
    county = moved_county(*now, coverage=coverage, definition=NO_BREAKS)
    moved = what_moved(with_summary(with_causes(build_of(county)), told), PERIOD)
    words = areas_words(moved)
    assert not re.search("未归属|辖区外", words)
    assert areas_words(moved, "买卖合同纠纷") == causes_words(moved)


def test_breaks_of_a_countys_own_are_named(build_of):
    own = Definition(breaks=(SeriesBreak(date(2026, 2, 1), ("filings",), "换系统"),))
    moved, _ = moved_of(build_of, *ROWS, definition=own)
    assert "2026年2月1日起换系统" in cannot_split(moved)


def test_a_period_without_its_year_before_is_not_split(build_of):
    moved, _ = moved_of(build_of, *ROWS, coverage=[Span("cases", None, date(2026, 5, 1), date(2026, 5, 31))])
    assert three_sentences(moved, None) == ("本期或上年同期的案件台账未覆盖全，不拆分增减。",)


def test_parts_that_stand_out_beyond_the_named_are_counted(build_of):
    new = [filed("甲镇", f"第{at}种纠纷", 60 + at, 5) for at in range(5)]
    moved, _ = moved_of(build_of, *new, filed("乙镇", "民间借贷纠纷", 300, 300))
    assert causes_words(moved) == (
        "全县净增加285件；同比明显高于全县总体的有第4种纠纷（增加59件，拉动18.2个百分点）等5种，"
        "明显低于的有民间借贷纠纷（持平）。"
    )


def test_below_a_cause_that_hardly_moved_only_what_stands_out_is_named(build_of):
    """The cause gained 2 of 200 cases: 甲镇's 8 are many times that and no part of any movement."""
    rows = (filed("甲镇", "买卖合同纠纷", 58, 50), filed("乙镇", "买卖合同纠纷", 44, 50))
    moved, _ = moved_of(build_of, *rows, filed("甲镇", "民间借贷纠纷", 300, 150))
    assert areas_words(moved, "买卖合同纠纷") == "同比明显低于全县总体的有乙镇（减少6件，拉低2.4个百分点）。"
