"""The county's figures in sentences: open disputes, missing ledgers and people, breaks, January."""

from datetime import date

import pytest

from data.definition import Definition, SeriesBreak
from metrics._overall_words import month_paragraph, to_date_paragraph
from tests.metrics.county import People, Span
from tests.metrics.tiny import COVERAGE, PEOPLE
from tests.reports.bulletin.counties import hand_worked, told


@pytest.fixture(scope="module")
def build():
    return hand_worked()


def test_disputes_that_are_open_are_left_out_of_the_judgement(build):
    """23 of 34 after 24 of 30: 12.4 points down; of the ended 23 of 29 after 24 of 30."""
    assert month_paragraph(told(build)).endswith(
        "矛盾纠纷调处化解率67.65%（受理34件，化解23件，上年同期80.00%），同比下降12.4个百分点；"
        "尚有5件未结（上年同期0件），只看已办结的29件，化解率79.31%，同比下降0.7个百分点，属正常波动。"
    )


def test_the_county_and_the_townships_together_are_kept_apart(build):
    assert to_date_paragraph(told(build)).endswith(
        "上述万人成讼率含辖区外12件、未归属5件；只计归属各乡镇街道的案件，万人成讼率合计40.75件/万人，"
        "各乡镇街道均与这一合计数比较。"
    )


def test_in_january_the_month_is_the_year(build):
    assert to_date_paragraph(told(build, month=date(2026, 1, 1))).startswith("2026年1月，全县新收一审民商事案件0件")


def test_one_township_without_people_leaves_the_county_without_a_rate():
    people = tuple(one for one in PEOPLE if one.township_code != "丙镇")
    said = to_date_paragraph(told(hand_worked(people=people)))
    assert "同比上升16.1%，属正常波动；丙镇缺人口，万人成讼率无法计算。" in said
    assert "合计" not in said


def test_without_a_ledger_of_disputes_nothing_is_0():
    coverage = tuple(one for one in COVERAGE if one.ledger == "cases")
    said = month_paragraph(told(hand_worked(disputes=(), coverage=coverage)))
    assert said.endswith("矛盾纠纷调处化解率没有数据，导入的台账未覆盖这段时间。")


def test_without_last_year_nothing_is_compared():
    only = (Span("cases", None, date(2026, 1, 1), date(2026, 12, 31)),)
    said = month_paragraph(told(hand_worked(coverage=only, disputes=())))
    assert said.startswith("2026年5月，全县新收一审民商事案件170件，上年同期未全部覆盖，不作同比；")


def test_across_a_break_no_weight_is_given():
    broken = Definition(breaks=(SeriesBreak(date(2026, 1, 1), ("filings",), "试验"),))
    said = month_paragraph(told(hand_worked(definition=broken)))
    assert "同比上升13.3%（跨口径断点，不宜直接比较）；" in said


def test_a_rate_with_other_people_each_year_has_a_change_of_its_own():
    people = (*PEOPLE, *(People(one.township_code, "常住", date(2025, 12, 31), one.people * 2) for one in PEOPLE))
    build = hand_worked(people=people, definition=Definition(breaks=(), same_population_for_both_years=False))
    assert "万人成讼率22.50件/万人，同比下降41.9%" in to_date_paragraph(told(build))


def test_what_no_ledger_tells_is_said_once():
    build = hand_worked(cases=(), disputes=(), batches=(), coverage=())
    said = month_paragraph(told(build, kind="petitions"))
    assert said.startswith("2026年5月，万人信访量、信访化解率、")
    assert said.count("没有数据") == 1
