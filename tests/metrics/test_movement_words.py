"""Places against last month and filings against last year: what is told, and what is not."""

from dataclasses import replace
from datetime import date

import pytest

from data.brief import Before, Place
from data.definition import Definition, SeriesBreak
from metrics import METRICS
from metrics._movement_words import change_paragraph, fallen, last_places, place_words, risen
from tests.metrics.county import Span
from tests.metrics.moved_county import NO_BREAKS
from tests.reports.bulletin.counties import MONTH, NAMES, hand_worked, ten_townships, told

RATE = METRICS["litigation_rate"]
APRIL = MONTH.replace(month=4)


@pytest.fixture(scope="module")
def build():
    """西河镇 rose from 10 to 30 a month, 南坪镇 fell from 40 to 12."""
    a_month = {"西河镇": (10, 30), "南坪镇": (40, 12), "双河乡": 2, "城关街道": 60}
    return ten_townships(a_month)


def before(places, definition=NO_BREAKS):
    return Before(APRIL, definition.to_json(), tuple(Place("litigation_rate", *one) for one in places))


def test_printed_places_stand_before_those_of_today(build):
    review = told(build, before=before([("东山镇", 9), ("双河乡", 1)]))
    assert last_places(review, RATE) == {"东山镇": 9, "双河乡": 1}
    assert last_places(told(build), RATE)["城关街道"] == 10


def test_a_rise_within_the_interval_is_none(build):
    assert place_words(told(build), RATE) == (
        "万人成讼率较上月（按现数据计算），各乡镇街道的位次变动都在位次区间之内，不足以说明升降。"
    )


def test_a_rise_beyond_the_interval_is_told_with_both_places(build):
    review = told(build, before=before([("双河乡", 8), ("城关街道", 2)]))
    assert place_words(review, RATE) == (
        "万人成讼率较上月通报，超出位次区间的变动：位次上升的有双河乡（第8位到第1位），"
        "位次下降的有城关街道（第2位到第10位）；其余在位次区间之内，不足以说明升降。"
    )


def test_places_of_another_definition_are_not_set_beside(build):
    other = replace(NO_BREAKS, exclude_batch_filings=True)
    review = told(build, before=before([("双河乡", 8)], other))
    assert last_places(review, RATE) is None
    assert place_words(review, RATE) == "上月通报的口径与本期不同，位次不作比较。"
    back = replace(NO_BREAKS, version=3)
    assert last_places(told(build, before=before([("双河乡", 8)], back)), RATE) == {"双河乡": 8}


def test_january_has_no_places_before(build):
    assert place_words(told(build, month=date(2026, 1, 1)), RATE) == "本月为年度首月，没有上月的累计位次。"


def test_changes_beyond_chance_are_told_by_name_and_the_others_by_number(build):
    """5 months: 西河镇 150 after 50, 南坪镇 60 after 200."""
    assert change_paragraph(told(build)) == (
        "新收件数同比变化超出正常波动的（多个乡镇街道同时比较，从严认定）：上升的有西河镇150件（上年同期50件，+200.0%）；"
        "下降的有南坪镇60件（上年同期200件，-70.0%）；其余8个可作比较的乡镇街道未超出正常波动。"
    )


def test_within_chance_nothing_rose_or_fell():
    said = change_paragraph(told(ten_townships({"西河镇": (20, 22)})))
    assert said == "10个可作比较的乡镇街道，新收件数同比变化都未超出正常波动（多个乡镇街道同时比较，从严认定）。"


def test_january_alone_is_not_judged_for_the_spring_festival_moves(build):
    """One month: 西河镇 30 after 10, 南坪镇 12 after 40; with February both are told by name."""
    january, february = (told(build, month=date(2026, month, 1)) for month in (1, 2))
    assert change_paragraph(january) == (
        "新收件数的同比受春节早晚影响，各乡镇街道的增减不作判断，待1月、2月合计后比较。"
    )
    assert (risen(january), fallen(january)) == ([], [])
    assert [one.area_name for one in (*risen(february), *fallen(february))] == ["西河镇", "南坪镇"]


def test_across_a_break_nothing_is_judged():
    broken = Definition(breaks=(SeriesBreak(date(2026, 1, 1), ("filings",), "试验"),))
    said = change_paragraph(told(hand_worked(definition=broken)))
    assert said == "新收件数的本期与上年同期跨口径断点，不宜直接比较，各乡镇街道的增减不作判断。"


def test_without_last_year_nothing_is_compared():
    only = (Span("cases", None, date(2026, 1, 1), date(2026, 12, 31)),)
    said = change_paragraph(told(hand_worked(coverage=only)))
    assert said == "新收件数的上年同期未全部覆盖，不作同比。"


def test_names_of_the_ten_are_those_of_the_list(build):
    assert tuple(name for name, _ in told(build).townships) == NAMES
