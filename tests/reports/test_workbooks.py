from io import BytesIO

from python_calamine import CalamineWorkbook

from data.receipt import Problem, Receipt
from metrics._facts import Identity
from reports.identity_workbook import identity_workbook
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
    _, _, right, wrong = rows(identity_workbook("对账", [Identity("甲", 1, 2, 3, 6), Identity("乙", 1, 2, 3, 7)], []))
    assert right == ["甲", 1.0, 2.0, 3.0, 6.0, "相符"]
    assert wrong[-1] == "不符"
