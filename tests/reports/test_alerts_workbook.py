from datetime import date
from io import BytesIO

import openpyxl

from reports.alerts_workbook import alerts_workbook, evidence_workbook, history_workbook

CARD = [("规则", "超出99.8%界限")]


def sheets(content: bytes):
    book = openpyxl.load_workbook(BytesIO(content))
    return book["数据"], book["口径"]


def test_every_alert_is_a_row_with_its_numbers_unrounded_and_the_rules_beside_it():
    row = [
        "甲镇",
        "收案偏多",
        55.0,
        28.4159,
        45.0,
        55,
        None,
        "件",
        "超99.8%界限",
        "依据",
        4,
        "2026年7月",
        "待研判",
        "",
        None,
    ]
    data, card = sheets(alerts_workbook("预警", [row], CARD))
    cells = [cell.value for cell in data[3]]
    assert (cells[0], cells[3], cells[6], cells[12]) == ("甲镇", 28.4159, None, "待研判")
    assert [cell.value for cell in card[2]] == ["规则", "超出99.8%界限"]
    assert data.max_column == len(row)


def test_the_periods_behind_an_alert_keep_their_days():
    row = [date(2026, 1, 1), date(2026, 2, 28), 80.0, 48.2, 20.0, 84.0, "预警"]
    data, _ = sheets(evidence_workbook("依据", [row], CARD))
    assert data.cell(3, 1).value.date() == date(2026, 1, 1)
    assert (data.cell(3, 5).value, data.cell(3, 7).value) == (20, "预警")


def test_an_act_that_was_taken_back_is_in_the_history_with_who_took_it_back():
    row = ["2026-06-20 15:30", "备注", "乙", "=记错", None, date(2026, 6, 30), None, "乙 2026-06-20 15:35"]
    data, _ = sheets(history_workbook("办理记录", [row], CARD))
    assert (data.cell(3, 4).value, data.cell(3, 8).value) == ("=记错", "乙 2026-06-20 15:35")
    assert data.cell(3, 4).data_type == "s"
