"""Stations and overdue suggestions taken away as numbers, days and words."""

from datetime import date

from reports.station_workbook import overdue_workbook, stations_workbook
from tests.reports.test_workbooks import rows


def test_stations_are_taken_away_with_staff_and_every_kind_of_work():
    given = [
        ["甲站", "甲镇", "甲镇、乙镇", 1, 0, 3, "缺法官1、法官助理2", 34, 5],
        ["没有写工作站", "未归属", "", None, None, None, "", 0, 6],
        ["合计", "", "", None, None, None, "", 34, 11],
    ]
    raw = stations_workbook("工作量", ["调解（件）", "咨询（次）"], given, [("本期", "2026")])
    _, header, first, apart, total = rows(raw)
    assert header[-2:] == ["调解（件）", "咨询（次）"]
    assert first == ["甲站", "甲镇", "甲镇、乙镇", 1, 0, 3, "缺法官1、法官助理2", 34, 5]
    assert apart[3:] == ["", "", "", "", 0, 6]
    assert total[-2:] == [34, 11]
    assert ["本期", "2026"] in rows(raw, "口径")


def test_overdue_suggestions_keep_their_days():
    given = [["建1号", "=SUM(A1)公司", "", date(2026, 1, 5), date(2026, 3, 6), 208]]
    (row,) = rows(overdue_workbook("超期", given, []))[2:]
    assert row == ["建1号", "=SUM(A1)公司", "", date(2026, 1, 5), date(2026, 3, 6), 208]
