"""The court's official totals beside what a build counts."""

from datetime import date, datetime
from pathlib import Path

import pytest

from data.desk import Desk
from data.store.builds import current_build
from data.store.controls import control_figures, enter, explain
from metrics import counts
from metrics._controls import compared, open_differences
from tests.data.exports import a_case, cases_file, townships_file
from tests.data.loading import load
from tests.data.work_books import write_book

NOW = datetime(2026, 2, 3, 9)
MARCH = [a_case(i, date(2025, 3, i)) for i in range(1, 31)]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "files").mkdir()
    desk = Desk(tmp_path / "home", counts())
    load(desk, townships_file(tmp_path / "files"), cases_file(tmp_path / "files", MARCH))
    return desk


def control(desk: Desk, n: int, month: date = date(2025, 3, 1), count: str = "civil_filings") -> int:
    return enter(desk.home.state, count_name=count, month=month, n=n, source="月报", by="甲", at=NOW)


def now(desk: Desk):
    return compared(current_build(desk.home.root), control_figures(desk.home.state))


def test_a_figure_that_equals_the_rows_is_not_open(desk: Desk):
    control(desk, 30)
    (one,) = now(desk)
    assert (one.rows, one.difference, one.is_open, one.label) == (30, 0, False, "新收一审民商事案件")


def test_a_difference_is_open_until_somebody_explains_it(desk: Desk):
    number = control(desk, 32)
    assert [(one.difference, one.is_open) for one in now(desk)] == [(-2, True)]
    explain(desk.home.state, number, "次月补录2件", difference=-2, by="乙", at=NOW)
    assert [(one.is_open, one.is_explained) for one in now(desk)] == [(False, True)]
    assert open_differences(current_build(desk.home.root), control_figures(desk.home.state)) == []


def test_an_explanation_ends_when_the_difference_changes(desk: Desk, tmp_path: Path):
    number = control(desk, 32)
    explain(desk.home.state, number, "次月补录2件", difference=-2, by="乙", at=NOW)
    load(desk, cases_file(tmp_path / "files", [a_case(99, date(2025, 3, 31))], "补录.csv"))
    assert [(one.difference, one.is_open) for one in now(desk)] == [(-1, True)]
    load(desk, cases_file(tmp_path / "files", [a_case(98, date(2025, 3, 31))], "再补录.csv"))
    assert [(one.difference, one.is_open) for one in now(desk)] == [(0, False)]


def test_a_month_without_any_data_is_told_apart_from_a_month_of_zero(desk: Desk):
    control(desk, 5, date(2023, 1, 1))
    control(desk, 5, count="administrative_filings")
    found = {(one.control.count_name, one.control.month.year): one.rows for one in now(desk)}
    assert found == {("civil_filings", 2023): None, ("administrative_filings", 2025): 0}


def test_a_month_that_a_summary_tells_says_so(desk: Desk, tmp_path: Path):
    rows = [["乡镇", "月份", "计数名称", "件数"], ["全县", "2024-01", "一审民商事新收", 7]]
    load(desk, write_book(tmp_path / "files" / "历史汇总.xlsx", {"汇总": rows}))
    control(desk, 7, date(2024, 1, 1))
    (one,) = now(desk)
    assert (one.rows, one.is_from_totals, one.is_open) == (7, True, False)
