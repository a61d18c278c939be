from datetime import date
from pathlib import Path

from data.desk import Desk
from data.store.builds import build_in_force
from metrics import counts
from metrics._before_filing import YearShare, shares_by_year, vanished
from tests.data.exports import a_case, cases_file, civil, write_csv
from tests.data.loading import load


def year(number: int, cases: int, before: int, mediations: int = 0, numbered: int = 0) -> YearShare:
    return YearShare(number, cases, before, mediations, numbered)


def test_a_year_in_which_the_numbers_end_is_found():
    old, new = year(2024, 100, 30), year(2025, 130, 0)
    assert vanished([old, new, year(2026, 120, 0)]) == [(old, new)]


def test_a_handful_a_gap_of_years_and_numbers_that_go_on_say_nothing():
    assert vanished([year(2024, 100, 19), year(2025, 130, 0)]) == []
    assert vanished([year(2023, 100, 30), year(2025, 130, 0)]) == []
    assert vanished([year(2024, 100, 30), year(2025, 130, 0, 50, 1)]) == []


def test_both_ledgers_are_counted_year_by_year(tmp_path: Path):
    desk = Desk(tmp_path / "home", counts())
    before = [(civil(n, 2024).replace("民初", "民诉前调"), f"2024-03-{n:02}", "", "", "") for n in (7, 8)]
    rows = [a_case(1, date(2024, 3, 3)), *before, a_case(2, date(2025, 3, 3))]
    header = ("案号", "受理日期", "纠纷类型", "调解结果")
    numbers = [
        ("（2024）甘0733诉前调1号", "2024-04-01", "合同", "成功"),
        ("（2025）甘0733先调1号", "2025-04-01", "合同", "成功"),
    ]
    load(desk, cases_file(tmp_path, rows))
    load(desk, write_csv(tmp_path / "诉前调解台账.csv", header, numbers), forced="mediations:court")
    build = build_in_force(desk.home)
    assert build is not None
    assert shares_by_year(build) == [year(2024, 3, 2, 1, 1), year(2025, 1, 0, 1, 0)]
