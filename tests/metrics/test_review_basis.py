"""口径说明: what is counted, for whom, what is left out, and how far it reaches."""

from datetime import date

import pytest

from data.definition import Definition, SeriesBreak
from metrics._review_basis import (
    breaks_basis,
    exclusions_basis,
    metric_basis,
    people_basis,
    places_basis,
    reach_basis,
    told_metrics,
)
from tests.metrics.moved_county import filed
from tests.metrics.tiny import PEOPLE
from tests.reports.bulletin.counties import hand_worked, told


@pytest.fixture(scope="module")
def review():
    return told(hand_worked())


def test_a_count_that_stands_above_the_line_is_explained_once(review):
    assert [one.name for one in told_metrics(review)] == ["litigation_rate", "dispute_resolution_rate"]


def test_people_of_a_fixed_year_are_told_as_such():
    fixed = told(hand_worked(definition=Definition(breaks=(), population_year=2024)))
    assert people_basis(fixed).startswith("常住人口固定用2024年的公布数，本期所用数据的时点为2024年12月31日，")


def test_the_formula_names_the_population_that_the_definition_divides_by(review):
    said = metric_basis(review, review.metrics[0])
    assert said.startswith("万人成讼率＝新收一审民商事案件÷常住人口×10000（每万人）；统计本院“民初”字号案件，")
    assert said.endswith("不含诉前调确、诉前调书、执保、执恢等非一审字号。")


def test_people_are_told_with_day_and_sum(review):
    assert people_basis(review) == (
        "常住人口取期末当日或之前最近一次公布数，本期所用数据的时点为2024年12月31日，各乡镇街道合计40,000人；"
        "本期与上年同期用同一人口，期内累计不折算全年。"
    )


def test_who_lacks_people_is_named():
    some = tuple(one for one in PEOPLE if one.township_code != "丙镇")
    said = people_basis(told(hand_worked(people=some)))
    assert "合计38,000人；缺人口的有丙镇，不计算其万人率" in said


def test_townships_outside_and_unassigned_add_up(review):
    assert places_basis(review).startswith(
        "1—5月新收一审民商事案件180件中，归属各乡镇街道163件，辖区外12件，未归属5件；"
    )


def test_what_is_left_out_is_told_in_numbers(review):
    assert exclusions_basis(review) == "本口径未剔除任何案由，批量案件计入。"
    definition = Definition(breaks=(), exclude_batch_filings=True)
    cases = (filed("甲镇", "买卖合同纠纷", 30, excluded=True), filed("甲镇", "离婚纠纷", 9))
    said = exclusions_basis(told(hand_worked(cases=cases, definition=definition)))
    assert said == "本口径已剔除30件：批量案件30件（批量案件指同一单位30日内起诉10件以上的案件）。"


def test_breaks_between_both_years_are_told_and_others_not(review):
    assert breaks_basis(review) == ""
    breaks = tuple(SeriesBreak(on, ("filings",), "试验") for on in (date(2024, 1, 1), date(2026, 2, 1)))
    said = breaks_basis(told(hand_worked(definition=Definition(breaks=breaks))))
    assert said == "2026年2月1日起试验，前后件数不宜直接比较。"


def test_every_ledger_is_told_with_its_last_day(review):
    assert reach_basis(review).startswith("案件台账截至2026年12月31日，矛盾纠纷排查化解台账截至2026年12月31日。")
