import pytest

from data.recognise.header_text import MONEY, PEOPLE, header_text, squeeze, unit_in_header, unit_in_title


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        ("案 号", "案号"),
        ("案　号：", "案号"),
        ("*立案日期", "立案日期"),
        ("立案日期＊", "立案日期"),
        ("立案\n日期", "立案日期"),
        ("立案日期\n（yyyy-MM-dd）", "立案日期"),
        ("被申请人\n(被申请人代理人，取值ODR外网端)", "被申请人"),
        ("被告【户籍】住所地", "被告住所地"),
        ("标的额（万元）", "标的额"),
        ("标的额/万元", "标的额"),
        ("标的额（未闭合", "标的额"),
        ("１、案号", "案号"),
        ("曾用名/别名", "曾用名/别名"),
        ("嵌套（一（二）三）", "嵌套"),
        ("（备注）", "备注"),
    ],
)
def test_a_header_is_compared_without_breaks_notes_and_marks(typed, bare):
    assert header_text(typed).bare == bare


def test_brackets_stay_in_the_full_text_because_a_synonym_may_hold_them():
    assert header_text("乡镇（街道）").full == "乡镇(街道)"


def test_squeezing_removes_every_kind_of_white_space():
    assert squeeze(" 所属\u3000乡\t镇\r\n") == "所属乡镇"


@pytest.mark.parametrize(
    ("typed", "scale"),
    [
        ("标的额（万元）", 10_000.0),
        ("标的额(分)", 0.01),
        ("标的额（单位：元）", 1.0),
        ("标的额/万元", 10_000.0),
        ("标的额万元", 10_000.0),
        ("标的额（万元，保留两位）", 10_000.0),
        ("标的额", None),
        ("标的额（含反诉）", None),
    ],
)
def test_a_money_header_states_its_unit_or_nothing(typed, scale):
    assert unit_in_header(header_text(typed), MONEY) == scale


@pytest.mark.parametrize(
    ("title", "units", "scale"),
    [
        ("甘州区人口\n单位：万人", PEOPLE, 10_000.0),
        ("（计量单位：人、%）", PEOPLE, 1.0),
        ("单位：万元", PEOPLE, None),
        ("单位：万元", MONEY, 10_000.0),
        ("填报单位：甘州区人民法院", MONEY, None),
        ("案件台账", MONEY, None),
    ],
)
def test_a_unit_line_above_the_header_speaks_only_of_its_own_kind(title, units, scale):
    assert unit_in_title(title, units) == scale
