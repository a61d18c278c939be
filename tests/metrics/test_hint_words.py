"""Hints and advice: what people typed wins; else facts, and nothing without one."""

import pytest

from data.brief import Overdue
from metrics._hint_words import NO_CAUSE_AND_EFFECT, advice, hints
from tests.metrics.moved_county import filed
from tests.reports.bulletin.counties import hand_worked, ten_townships, told


@pytest.fixture(scope="module")
def build():
    return hand_worked()


@pytest.fixture(scope="module")
def quiet():
    """Nothing changed, nothing is unplaced, no batch."""
    return ten_townships({})


def test_typed_sentences_stand_alone(build):
    review = told(build, reasons=("甲镇有集中开发的楼盘 ",), advice=("请甲镇报送进展。",))
    assert hints(review) == ("甲镇有集中开发的楼盘。",)
    assert advice(review) == ("请甲镇报送进展。",)


def test_hints_begin_by_saying_what_they_are(build):
    said = hints(told(build))
    assert said[0] == NO_CAUSE_AND_EFFECT == "以下线索由数据给出，供核实，不是因果结论。"
    assert "批量起诉较多的单位有云泽商贸有限公司（20件，上年同期0件）。" in said[1]


def test_a_filer_called_as_its_owner_is_not_named():
    """The shop has the most batch filings; what a bank or a company is called is no person's name."""
    owners = ("张建国建材商行",) * 12 + ("云泽商贸有限公司",) * 8
    review = told(hand_worked(batches=tuple((f"甲镇买卖合同纠纷{i}", owner) for i, owner in enumerate(owners))))
    said = "".join((*hints(review), *advice(review)))
    assert "张建国" not in said
    assert "批量起诉较多的单位有云泽商贸有限公司（8件，上年同期0件）；其余起诉主体不列名。" in said
    assert "与云泽商贸有限公司等起诉较多的单位对接" in said
    alone = told(hand_worked(batches=tuple((f"甲镇买卖合同纠纷{i}", "张建国建材商行") for i in range(20))))
    assert "批量起诉较多的单位" not in "".join(hints(alone))
    assert "与起诉较多的单位对接" in advice(alone)[0]


def test_every_piece_of_advice_names_its_fact(build):
    batches, rises, left, *_, addresses = advice(told(build))
    assert batches.startswith("批量案件占新收的11.1%，")
    assert rises.startswith("请甲镇（增加55件，其中买卖合同纠纷增加50件）核实")
    assert left.startswith("台账登记受理的纠纷尚有5件未结（上年同期0件），")
    assert addresses.startswith("未归属案件5件，占新收的2.8%，")


def test_without_a_fact_there_is_no_advice(quiet):
    assert [one for one in advice(told(quiet)) if "收案偏少" not in one] == []


def test_what_is_overdue_is_asked_for(quiet):
    review = told(quiet, overdue=(Overdue("东山镇", "反馈预警", None), Overdue("东山镇", "答复建议", None)))
    assert "东山镇有逾期未办的事项共2项，请尽快办结并反馈。" in advice(review)


def test_a_small_number_of_a_family_cause_is_not_told_of_one_township():
    """Three divorces of 甲镇 are most of its rise, and are not named."""
    cases = (filed("甲镇", "离婚纠纷", 4), filed("甲镇", "买卖合同纠纷", 41, 5), filed("乙镇", "买卖合同纠纷", 40, 40))
    said = "".join((*hints(told(build := hand_worked(cases=cases))), *advice(told(build))))
    assert "甲镇（增加40件" in said
    assert "离婚" not in said


def test_nobody_is_ever_asked_to_file_less(build):
    said = "".join((*hints(told(build)), *advice(told(build))))
    assert not [word for word in ("限制立案", "压降", "压减", "减少立案", "控制立案") if word in said]
