import pytest

from metrics._what_moved import Part, Split
from reports.changes_workbook import changes_workbook
from tests.reports.test_workbooks import rows

PARTS = (
    Part("买卖合同纠纷", "买卖合同纠纷", 105, 58, 100 * 47 / 150, 2.5, "above"),
    Part("追偿权纠纷", "追偿权纠纷", 3, 2, 100 / 150, None, "small"),
)
SPLIT = Split("cause", PARTS, 108, 60, 150)


def test_every_part_is_a_row_and_the_whole_stands_below():
    _, head, first, second, whole = rows(changes_workbook("增减", SPLIT, [("本期", "五月")], is_compared=True))
    assert head[:2] == ["案由", "本期（件）"]
    assert first == ["买卖合同纠纷", 105.0, 58.0, 47.0, pytest.approx(100 * 47 / 150), 2.5, "明显高于全县变化"]
    assert second[5:] == ["", "数量过小"]
    assert whole[:5] == ["合计", 108.0, 60.0, 48.0, 32.0]


def test_without_a_year_before_there_are_counts_only():
    _, _, first, _, whole = rows(changes_workbook("增减", SPLIT, [], is_compared=False))
    assert first == ["买卖合同纠纷", 105.0, "", "", "", "", "不作比较"]
    assert whole[:3] == ["合计", 108.0, ""]


def test_the_card_goes_with_the_table():
    assert ["本期", "五月"] in rows(changes_workbook("增减", SPLIT, [("本期", "五月")], is_compared=True), "口径")
