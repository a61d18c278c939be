"""Population or rate, batches, the year ahead: sentences whose numbers add up, one for every case."""

from dataclasses import replace
from datetime import date

import pytest

from metrics import METRICS
from metrics._what_moved import what_moved
from metrics._what_moved_batches import Batches, batches
from metrics._what_moved_people import PeopleSplit, people_split, rate_split
from metrics._what_moved_people_words import batch_words, people_words, rate_words, whole_parts, year_words
from metrics._year_ahead import YearAhead
from tests.metrics.county import People
from tests.metrics.moved_county import NO_BREAKS, PERIOD, ROWS, moved_county, moved_of, with_causes

RATE = METRICS["litigation_rate"]


@pytest.fixture
def small(build_of):
    return moved_of(build_of, *ROWS)[0]


def test_population_and_rate_are_told_in_whole_cases_that_add_up(build_of):
    people = [People("甲镇", "常住", date(2025, 12, 31), 10_000), *moved_county().people]
    moved, build = moved_of(build_of, *ROWS, people=people)
    assert people_words(moved, people_split(build, moved)) == (
        "全县净增加20件中，人口变动（按两年各自的人口数）折合增加14件，每万人件数变化折合增加17件，辖区外、未归属减少11件不作折算。"
    )


def test_people_of_a_year_before_that_are_older_than_that_year_are_said_to_be(build_of):
    """Their change is that of two years and stands beside the change of cases of one."""
    older = [one._replace(as_of=date(2023, 12, 31)) for one in moved_county().people]
    newer = [older[0]._replace(as_of=date(2025, 12, 31), people=10_000)]
    moved, build = moved_of(build_of, *ROWS, people=[*older, *newer])
    assert "中，人口变动（按两年各自的人口数，上年沿用较早人口）折合" in people_words(moved, people_split(build, moved))


@pytest.mark.parametrize("population", [-0.5, 0.5, 12.4999, -7.51])
def test_rounded_parts_never_lose_a_case(population):
    split = PeopleSplit(population, 31 - population, -11, 0, 0, 1, 1, False)
    assert sum(whole_parts(split)) == 31


def test_one_population_for_both_years_tells_nothing_of_people(small, build_of):
    moved, build = moved_of(build_of, *ROWS)
    assert people_words(moved, people_split(build, moved)).startswith("两年用的是同一份人口数，看不出人口变动")
    assert people_words(moved, None) == "缺人口，不能区分人口变动与每万人件数的变化。"


def test_a_township_without_people_is_in_the_sentence(build_of):
    people = [People("甲镇", "常住", date(2025, 12, 31), 10_000), *moved_county().people]
    moved, build = moved_of(build_of, *ROWS, people=[one for one in people if one.township_code != "乙镇"])
    assert people_words(moved, people_split(build, moved)).endswith("，缺人口的1个乡镇街道减少20件不作折算。")


def test_the_rate_is_split_with_the_definitions_own_people(build_of):
    moved, build = moved_of(build_of, *ROWS)
    assert rate_words(moved, rate_split(build, moved), RATE.label) == (
        "万人成讼率由37.50变为42.50：各乡镇街道自身的率变化+7.75，辖区外、未归属-2.75。"
        "口径规定两年用同一人口数，不涉及人口分布。"
    )
    own_years = replace(NO_BREAKS, same_population_for_both_years=False)
    people = [People("甲镇", "常住", date(2025, 12, 31), 10_000), *moved_county().people]
    moved, build = moved_of(build_of, *ROWS, people=people, definition=own_years)
    assert "人口在乡镇街道之间的分布变化" in rate_words(moved, rate_split(build, moved), RATE.label)
    assert "不作拆分" in rate_words(moved, None, RATE.label)


def test_batches_are_told_beside_what_is_left_without_them(build_of):
    numbers = [(f"甲镇买卖合同纠纷{i}", "某银行") for i in range(65)]
    build = with_causes(build_of(moved_county(*ROWS, definition=NO_BREAKS)), numbers)
    moved = what_moved(build, PERIOD)
    assert batch_words(moved, batches(build, moved), 10, 30) == (
        "批量案件（同一单位30日内起诉10件以上）本期60件，上年同期5件。全县净增加20件，其中批量案件增加55件，"
        "其余案件减少35件（同比下降24.1%，略超正常波动）。"
    )


def test_without_batches_or_with_batches_left_out_the_sentence_says_so(small):
    assert batch_words(small, Batches((), 0, 0, 170, 150, 1.0, 0, 0), 10, 30).startswith("两年同期都没有批量案件")
    out = batch_words(small, Batches((), 0, 0, 170, 150, 1.0, 13, 4), 10, 30)
    assert "本期剔除13件，上年同期剔除4件，不在上述件数和增减之内" in out


YEAR = YearAhead("ok", date(2026, 1, 1), date(2026, 9, 30), 900, 1_150, 9, 1_201, 1_150, 1_255)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "2026年1—9月已新收900件，预计全年1,150–1,255件（90%区间），约1,201件；上年全年1,150件。"),
        ({"point": None, "previous": None}, "2026年1—9月已新收900件，预计全年1,150–1,255件（90%区间）。"),
        ({"why": "over"}, "2026年已经结束，全年新收一审民商事900件。"),
        ({"why": "gap"}, "2026年的案件台账中间有缺，不作全年预计。"),
        ({"why": "no_closed_month"}, "2026年还没有整月的案件台账，不作全年预计。"),
        ({"why": "no_closed_month", "first": date(2025, 12, 1)}, "2026统计年度还没有整月的案件台账，不作全年预计。"),
        ({"why": "no_earlier_year"}, "此前没有一个完整年度的案件台账，各月占全年的比重无从得知，不作全年预计。"),
    ],
)
def test_the_year_ahead_has_a_sentence_for_every_case(changes, words):
    assert year_words(replace(YEAR, **changes)) == words
