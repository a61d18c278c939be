from datetime import date

from data.build.change_words import answer, months_words, tally, unusual_words
from data.build.review import LedgerReview, Review
from data.build.unusual_months import Unusual


def reviewed(**numbers: int) -> LedgerReview:
    told = dict.fromkeys(("added", "says_other", "moved", "moved_unsaid", "retracted", "overruled"), 0)
    return LedgerReview("cases", None, **{**told, **numbers})


def test_each_kind_of_change_is_told_once_and_only_where_there_is_one():
    assert tally(reviewed()) == "没有变化"
    assert tally(reviewed(added=1200)) == "新增 1,200 条"
    assert tally(reviewed(says_other=5, moved=3)) == "更新 5 条（其中 3 条换了乡镇或月份）"
    assert tally(reviewed(says_other=5, moved=5, moved_unsaid=5)) == "更新 5 条，因地名认定而改变归属 5 条"
    assert tally(reviewed(added=1, retracted=2, overruled=3)) == ("新增 1 条，撤下 2 条，与较新数据不一致、不采用 3 条")


def test_months_in_a_row_are_drawn_together():
    days = [
        date(2025, 11, 1),
        date(2025, 12, 1),
        date(2026, 1, 1),
        date(2026, 3, 1),
        date(2026, 5, 1),
        date(2026, 6, 1),
    ]
    assert months_words(days) == "2025年11月—2026年1月、2026年3月、2026年5—6月"
    assert months_words([]) == ""


def test_a_review_without_a_change_says_so():
    assert answer(Review(1, (), ()), "撤销") == ["撤销后没有任何一条数据改变。"]


def test_an_unusual_month_is_told_with_what_is_usual():
    few = unusual_words(reviewed(), Unusual(date(2026, 2, 1), 14, 30.5))
    assert few == "案件台账2026年2月共 14 条，不到平常的一半（其余各整月的中位数是 30.5 条）"
    many = unusual_words(reviewed(), Unusual(date(2026, 2, 1), 1400, 30.0))
    assert many == "案件台账2026年2月共 1,400 条，超过平常的两倍（其余各整月的中位数是 30 条）"
