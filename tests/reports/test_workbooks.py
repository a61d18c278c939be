from datetime import date
from io import BytesIO

from python_calamine import CalamineWorkbook

from data.receipt import Problem, Receipt
from metrics._facts import CaseRow, CauseCount, Identity, PlaceRow
from reports.identity_workbook import identity_workbook
from reports.list_workbooks import cases_workbook, causes_workbook, places_workbook, receipts_workbook
from reports.problem_workbook import problem_workbook


def rows(raw: bytes, sheet: str = "数据") -> list[list[object]]:
    return CalamineWorkbook.from_filelike(BytesIO(raw)).get_sheet_by_name(sheet).to_python()


def test_every_problem_is_a_row_with_its_place_and_what_to_do():
    receipt = Receipt("案件.xlsx", "0", sheet="表1", rows_read=2, rows_added=1, rows_set_aside=1)
    receipt.problems = [
        Problem("bad_date", "error", "立案日期读不出，请补填。", row=7, column="立案日期", value="=1+1"),
        Problem("repaired", "repair", "案号已规范。", count=6, rows=(3, 4, 5, 6, 7)),
    ]
    _, _, error, repair = rows(problem_workbook([receipt]))
    assert error == ["案件.xlsx", "表1", "需修正", "7", "立案日期", "=1+1", 1.0, "立案日期读不出，请补填。"]
    assert repair[3:7] == ["3、4、5、6、7", "", "", 6.0]


def test_the_account_of_every_file_stands_beside_its_problems():
    taken = Receipt("甲.xlsx", "0", rows_read=3, rows_added=2, rows_set_aside=1, rows_left_out=1)
    refused = Receipt("乙.xlsx", "0", error_code="no_table", error="没有找到表格。")
    account = dict(rows(problem_workbook([taken, refused]), "口径"))
    assert account["甲.xlsx"] == "读取3 = 新增2 + 更新0 + 未变0 + 重复0 + 待修正1；另剔除1"
    assert account["乙.xlsx"] == "未入库：没有找到表格。"


def test_sums_that_do_not_agree_are_called_so():
    _, _, right, wrong = rows(
        identity_workbook("对账", [Identity("甲", 1, 2, 3, 6, "one"), Identity("乙", 1, 2, 3, 7)], [])
    )
    assert right == ["甲", 1.0, 2.0, 3.0, 6.0, "相符"]
    assert wrong[-1] == "不符"


def test_causes_are_taken_away_with_both_years():
    raw = causes_workbook("案由", [CauseCount("离婚纠纷", 5, 8)], [])
    assert rows(raw)[2] == ["离婚纠纷", 5, 8, -3]


def test_cases_are_taken_away_with_the_words_for_what_placed_them():
    one = CaseRow("1号", date(2026, 1, 5), None, None, "审结", None, None, "defendant")
    raw = cases_workbook("案件", [one], {"defendant": "被告住所地"}, [("本期", "2026")])
    assert rows(raw)[2] == ["1号", date(2026, 1, 5), "", "", "审结", "", "", "被告住所地"]


def test_places_are_taken_away_with_their_reasons():
    raw = places_workbook("地名", [PlaceRow("某地", "defendant", "unknown", 2)], [("被告住所地", "名册中没有")], [])
    assert rows(raw)[2] == ["某地", "被告住所地", 2, "名册中没有"]


def test_receipts_are_taken_away_as_numbers_that_add_up():
    good = Receipt("甲.xlsx", "0", sheet="表1", batch=3, rows_read=5, rows_added=3, rows_set_aside=2)
    bad = Receipt("乙.xlsx", "0", error_code="unreadable_file", error="打不开")
    first, second = rows(receipts_workbook("回执", [good, bad]))[2:4]
    assert first[:9] == ["甲.xlsx", "表1", 3, 5, 3, 0, 0, 0, 2]
    assert second[-1] == "未入库：打不开"
