"""Causes of the county: the most frequent by name, the others in one line, the total last."""

from datetime import date
from fractions import Fraction

from data.definition import Definition, SeriesBreak
from metrics._cause_words import cause_lines, field_words, moved_words, table_notes, top_words
from metrics._hint_words import hints
from metrics._one_township import township_causes
from metrics._what_moved import ONLY_TOTALS
from tests.metrics.county import Span
from tests.metrics.moved_county import filed, with_summary
from tests.reports.bulletin.counties import hand_worked, told


def test_lines_add_up_to_the_total():
    cases = [filed("甲镇", f"第{i}种合同纠纷", 30 - i, 12) for i in range(25)]
    lines = cause_lines(told(hand_worked(cases=cases, batches=())))
    *causes, rest, total = lines
    assert len(causes) == 20
    assert rest.cause == "其余5种案由"
    assert (rest.n, rest.base_n) == (10 + 9 + 8 + 7 + 6, 60)
    assert (total.cause, total.n, total.base_n) == ("合计", sum(30 - i for i in range(25)), 300)
    assert sum(one.n for one in lines[:-1]) == total.n
    assert total.growth == Fraction(100 * (450 - 300), 300)
    assert causes[0].share == Fraction(100 * 30, 450)


def test_the_text_tells_the_same_as_the_table():
    review = told(hand_worked())
    assert top_words(review) == (
        "1—5月新收较多的案由依次为买卖合同纠纷105件（占58.3%）、民间借贷纠纷72件（占40.0%）、追偿权纠纷3件（占1.7%），合计占100.0%。"
    )
    assert [(one.cause, one.share_text, one.growth_text) for one in cause_lines(review)] == [
        ("买卖合同纠纷", "58.3", "+81.0%"),
        ("民间借贷纠纷", "40.0", "-24.2%"),
        ("追偿权纠纷", "1.7", "—"),
        ("合计", "100.0", "+16.1%"),
    ]


def test_branches_of_law_are_told_where_there_are_two():
    cases = (filed("甲镇", "离婚纠纷", 30), filed("甲镇", "买卖合同纠纷", 70))
    said = field_words(told(hand_worked(cases=cases, batches=())))
    assert said == "按案由大类分，合同、准合同纠纷70件（占70.0%）、婚姻家庭、继承纠纷30件（占30.0%）。"


def test_across_a_break_causes_have_no_growth():
    broken = Definition(breaks=(SeriesBreak(date(2026, 1, 1), ("filings",), "试验"),))
    review = told(hand_worked(definition=broken))
    assert {one.growth for one in cause_lines(review)} == {None}
    assert "本期与上年同期跨口径断点，不计算增幅。" in table_notes(review)
    assert moved_words(review).endswith("两年件数不宜直接比较，增减不作判断。")


def test_where_only_the_list_of_causes_changed_that_is_said():
    broken = Definition(breaks=(SeriesBreak(date(2026, 1, 1), ("causes",), "试验修改"),))
    review = told(hand_worked(definition=broken))
    assert "2026年1月1日起试验修改，前后案由不尽可比。" in table_notes(review)
    assert cause_lines(review)[0].growth is not None


def test_without_cases_there_are_no_lines():
    assert cause_lines(told(hand_worked(cases=(), batches=()))) == ()


def test_of_a_year_that_a_summary_alone_tells_no_cause_had_none():
    cases = [filed("甲镇", f"第{i}种租赁合同纠纷", 30 - i) for i in range(25)]
    covered = (Span("cases", None, date(2026, 1, 1), date(2026, 12, 31)),)
    build = hand_worked(cases=cases, batches=(), coverage=covered)
    told_ = told(with_summary(build, [(date(2025, month, 1), "甲镇", 80) for month in range(1, 6)]))
    *causes, total = cause_lines(told_)
    assert {(one.base_n, one.growth) for one in causes} == {(None, None)}
    assert ONLY_TOTALS not in [one.cause for one in causes]
    assert (total.n, total.base_n, total.growth_text) == (450, 400, "+12.5%")
    assert "本期或上年同期有的月份只有汇总数，没有案由，各案由不列上年同期和增幅。" in table_notes(told_)
    *own, whole = township_causes(told_, "甲镇", 5)
    assert {one.base_n for one in own} == {None}
    assert whole.base_n == 400


def test_of_filings_that_a_summary_tells_in_part_no_cause_has_a_share():
    cases = (filed("甲镇", "离婚纠纷", 30), filed("甲镇", "买卖合同纠纷", 20))
    covered = (Span("cases", None, date(2026, 5, 1), date(2026, 12, 31)),)
    build = hand_worked(cases=cases, batches=(), coverage=covered)
    review = told(with_summary(build, [(date(2026, month, 1), "甲镇", 80) for month in range(1, 5)]))
    assert top_words(review) == (
        "1—5月新收370件中，320件只有汇总数，没有案由；其余50件中较多的案由依次为离婚纠纷30件、买卖合同纠纷20件。"
    )
    assert field_words(review) == "按案由大类分，婚姻家庭、继承纠纷30件，合同、准合同纠纷20件。"


def test_a_month_that_is_not_over_has_no_causes_of_a_whole_month_beside_it():
    covered = (Span("cases", None, date(2025, 1, 1), date(2026, 5, 20)),)
    late = [one._replace(filed_on=date(2025, 5, 30)) for one in filed("甲镇", "买卖合同纠纷", 0, 30)]
    build = hand_worked(cases=(filed("甲镇", "买卖合同纠纷", 40), late), batches=(), coverage=covered)
    assert [(one.n, one.base_n) for one in township_causes(told(build), "甲镇", 5)] == [(40, None), (40, 0)]


def test_a_cause_that_the_tree_does_not_know_is_no_branch_of_law():
    cases = (filed("甲镇", "离婚纠纷", 30), filed("甲镇", "买卖合同纠纷", 70), filed("甲镇", "不明纠纷", 50))
    assert "不明纠纷" not in field_words(told(hand_worked(cases=cases, batches=())))


def test_the_word_of_no_cause_and_effect_stands_before_hints_alone():
    covered = (Span("cases", None, date(2026, 1, 1), date(2026, 12, 31)),)
    assert hints(told(hand_worked(cases=(filed("甲镇", "离婚纠纷", 30),), batches=(), coverage=covered))) == ()
