"""How a review names its county and its periods."""

from dataclasses import replace
from datetime import date

import pytest

from data.definition import Definition
from metrics._review_words import file_stem, has_year_part, in_county, listed, period_line, to_date_words, whole
from tests.reports.bulletin.counties import hand_worked, told


@pytest.fixture(scope="module")
def build():
    return hand_worked()


@pytest.mark.parametrize(
    ("county", "said"),
    [
        ("云泽县", "全县"),
        ("青禾区", "全区"),
        ("云泽市", "全市"),
        ("云泽旗", "全旗"),
        ("云泽自治县", "全县"),
        ("", "全县"),
    ],
)
def test_the_whole_is_named_after_the_county(build, county, said):
    review = replace(told(build), county_name=county)
    assert whole(review) == said
    assert in_county(review, "全县净增加3件") == f"{said}净增加3件"


def test_periods_are_told_short(build):
    review = told(build)
    assert period_line(review) == "2026年5月，1—5月累计"
    assert file_stem(review, "诉源治理通报") == "试验县2026年5月诉源治理通报"


def test_a_whole_year_is_told_by_its_months():
    review = told(hand_worked(), month=date(2025, 12, 1))
    assert period_line(review) == "2025年12月，1—12月累计"


def test_in_january_there_is_no_year_to_date(build):
    review = told(build, month=date(2026, 1, 1))
    assert not has_year_part(review)
    assert period_line(review) == to_date_words(review) == "2026年1月"


def test_a_statistical_year_is_told_with_its_december():
    definition = Definition(breaks=(), year_starts_in_december=True)
    review = told(hand_worked(definition=definition))
    assert period_line(review) == "2026年5月，2025年12月—2026年5月累计"


def test_long_lists_are_cut_and_counted():
    assert listed(["甲镇", "乙镇"]) == "甲镇、乙镇"
    assert listed([f"{one}镇" for one in "甲乙丙丁戊己庚"], 3) == "甲镇、乙镇、丙镇等7个"


def test_a_name_from_a_ledger_leads_to_no_other_folder(build):
    review = replace(told(build), county_name="../../试验县")
    assert file_stem(review, '提示函（甲/乙"镇）') == "试验县2026年5月提示函（甲乙镇）"
