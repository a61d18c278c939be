from data.receipt import Receipt
from ui.receipt_groups import groups_of, summary

READY = Receipt("甲.xlsx", "0", "cases", rows_read=5, rows_added=5)
ASIDE = Receipt("乙.xlsx", "0", "cases", rows_read=5, rows_added=3, rows_set_aside=2)
UNKNOWN = Receipt("丙.xlsx", "0", sheet="Sheet1", error_code="unknown_ledger", error="看不出是哪种台账。")


def test_every_receipt_is_in_one_group():
    groups = groups_of([UNKNOWN, ASIDE, READY])
    assert (groups.ready, groups.to_correct, groups.unknown) == ((READY,), (ASIDE,), (UNKNOWN,))


def test_one_sentence_says_what_can_enter_and_what_cannot():
    said = summary(groups_of([UNKNOWN, ASIDE, READY]))
    assert said == "可入库 1 张表，需修正 1 张表（2 行没有计入），未识别 1 张表（没有入库）；共 8 行可以计入。"
