from datetime import date

from data.build.compare import Change, Difference
from data.build.review import Cell, LedgerReview, Review
from metrics import METRICS
from metrics._differences import Moved, Moves
from metrics._period import month
from reports.review_workbook import changes_workbook, matrix_workbook, moves_workbook
from tests.reports.test_workbooks import rows

MARCH = date(2026, 3, 1)
CHANGES = (
    Change("retracted", "（2026）甘0733民初1号", MARCH, None, "甲镇", None, ()),
    Change(
        "moved",
        "（2026）甘0733民初2号",
        MARCH,
        MARCH,
        "甲镇",
        "unassigned",
        (Difference("案由", "=1+1", "离婚纠纷"), Difference("结案日期", "", "2026-04-01")),
    ),
)
CASES = LedgerReview(
    "cases",
    None,
    added=1,
    says_other=1,
    moved=1,
    moved_unsaid=0,
    retracted=1,
    overruled=0,
    cells={("甲镇", MARCH): Cell(2, 1, 1, 1, 0, 1, 0), ("unassigned", MARCH): Cell(0, 1, 0, 0, 1, 0, 0)},
    changes=CHANGES,
    changes_in_all=2,
)
REVIEW = Review(1, (("甲镇", "甲镇"), ("outside", "辖区外"), ("unassigned", "未归属")), (CASES,))


def test_the_matrix_has_a_row_for_each_township_and_month_that_adds_up():
    _, _, *body = rows(matrix_workbook("变更矩阵", REVIEW, CASES))
    assert body == [
        ["甲镇", "2026-03", 2.0, 1.0, 1.0, 1.0, 0.0, 1.0, 0.0],
        ["未归属", "2026-03", 0.0, 1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
    ]


def test_every_changed_column_is_a_row_and_text_stays_text():
    _, _, gone, cause, closed = rows(changes_workbook("变更明细", CASES, dict(REVIEW.areas)))
    assert gone[:3] == ["（2026）甘0733民初1号", "撤下", "甲镇"]
    assert cause == ["（2026）甘0733民初2号", "换了乡镇或月份", "甲镇", "未归属", "案由", "=1+1", "离婚纠纷"]
    assert closed[4:] == ["结案日期", "", "2026-04-01"]


def test_a_list_that_was_cut_says_how_many_there_are():
    cut = LedgerReview(**{**CASES.__dict__, "changes_in_all": 30_000})
    card = dict(rows(changes_workbook("变更明细", cut, dict(REVIEW.areas)), "口径"))
    assert card["内容"].startswith("共 30,000 条，列出前 20,000 条")


def test_a_figure_without_a_side_leaves_its_cells_empty():
    moved = Moves(month(2026, 3), (Moved(METRICS["civil_filings"], "甲镇", "甲镇", None, None),))
    _, _, body = rows(moves_workbook("会变的指标", moved))
    assert body[:2] == ["一审民商事新收", "甲镇"]
    assert set(body[2:8]) == {""}
