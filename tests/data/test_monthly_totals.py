"""Old summaries beside rows: they speak for whole months without rows; wherever there are rows, rows win."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from data.desk import Desk
from data.store.builds import current_build
from metrics import METRICS, compute
from metrics._monthly import monthly
from metrics._period import parse_period
from metrics._totals import open_counties, too_small_counties, totals_beside_rows, totals_spans
from metrics._words import mark_words
from tests.data.exports import a_case, cases_file, mediations_file, population_file, townships_file
from tests.data.loading import NOW, load
from tests.data.work_books import write_book

HEADER = ["乡镇", "月份", "计数名称", "件数", "来源"]
FILINGS = METRICS["civil_filings"]
MONTHS = [f"2024-{n:02d}" for n in range(1, 13)]


def cases_of_2025(files: Path) -> Path:
    """Two cases a week in 柳河镇, all year."""
    days = [date(2025, 1, 1) + timedelta(days=n) for n in range(0, 365, 4)]
    return cases_file(files, [a_case(i + 1, day) for i, day in enumerate(days)], "案件查询结果（2025年）.csv")


def totals(files: Path, *rows: tuple[str, str, str, int], name: str = "历史汇总.xlsx") -> Path:
    return write_book(files / name, {"汇总": [HEADER, *([*row, "年度报告"] for row in rows)]})


def of_2024(n: int = 5, months: list[str] = MONTHS, area: str = "柳河镇", count: str = "一审民商事新收"):
    return [(area, month, count, n) for month in months]


def started(desk: Desk, files: Path, *books: Path):
    receipts = load(desk, townships_file(files), population_file(files), *books)
    assert [one.error for one in receipts] == [None] * len(receipts)
    return current_build(desk.home.root)


def figures(build, period: str, metric=FILINGS, span=None) -> dict:
    return {one.area_name: one for one in compute(build, [metric], parse_period(period, span), "all")}


def county(build, period: str, metric=FILINGS, span=None):
    return list(figures(build, period, metric, span).values())[-1]


def test_last_year_from_a_summary_is_a_base_for_this_years_rows(desk: Desk, files: Path):
    build = started(desk, files, cases_of_2025(files), totals(files, *of_2024(area="全县", n=7)))
    year = county(build, "2025")
    assert (year.numerator, year.base_numerator) == (92, 84)
    assert year.change == pytest.approx(100 * 8 / 84)
    assert set(year.notes) == {"break", "base_from_totals"}
    assert "上年按历史汇总" in mark_words(year)


def test_a_year_that_only_a_summary_tells_says_so(desk: Desk, files: Path):
    build = started(desk, files, cases_of_2025(files), totals(files, *of_2024(area="全县", n=7)))
    year = county(build, "2024")
    assert (year.numerator, year.status) == (84, "ok")
    assert "from_totals" in year.notes
    assert "按历史汇总" in mark_words(year)


def test_a_period_that_cuts_a_month_of_a_summary_is_not_covered(desk: Desk, files: Path):
    build = started(desk, files, cases_of_2025(files), totals(files, *of_2024(area="全县", n=7)))
    whole = county(build, "2024-03-01..2024-04-30")
    assert (whole.numerator, whole.status) == (14, "ok")
    cut = county(build, "2024-03-01..2024-04-15")
    assert (cut.numerator, cut.status) == (7, "ok")
    assert "not_covered" in cut.notes
    assert county(build, "2024-04-02..2024-04-15").status == "not_covered"
    ragged = county(build, "2025-03-01..2025-04-15")
    assert "not_covered" in ragged.notes
    assert ragged.change is None


def test_what_the_county_has_over_its_townships_lies_nowhere(desk: Desk, files: Path):
    rows = [*of_2024(5), *of_2024(2, area="石坪乡"), *of_2024(1, area="外县"), *of_2024(10, area="全县")]
    found = figures(started(desk, files, cases_of_2025(files), totals(files, *rows)), "2024")
    assert {name: one.numerator for name, one in found.items() if one.numerator} == {
        "柳河镇": 60,
        "石坪乡": 24,
        "辖区外": 12,
        "未归属": 24,
        "安和县": 120,
    }
    assert found["柳河镇"].status == "ok"
    assert found["东门街道"].status == "not_covered"
    assert found["安和县"].status == "ok"


def test_a_county_smaller_than_its_townships_is_told_and_the_townships_stand(desk: Desk, files: Path):
    rows = [("柳河镇", "2024-01", "一审民商事新收", 9), ("全县", "2024-01", "一审民商事新收", 7)]
    build = started(desk, files, cases_of_2025(files), totals(files, *rows))
    assert county(build, "2024-01").numerator == 9
    assert [tuple(one) for one in too_small_counties(build)] == [("civil_filings", date(2024, 1, 1), 7, 9)]


def test_some_townships_alone_do_not_make_the_county_covered(desk: Desk, files: Path):
    found = figures(started(desk, files, cases_of_2025(files), totals(files, *of_2024(5))), "2024")
    assert (found["柳河镇"].numerator, found["柳河镇"].status) == (60, "ok")
    assert found["安和县"].status == "not_covered"


def test_a_county_that_a_summary_leaves_open_is_told_with_the_townships_it_lacks(desk: Desk, files: Path):
    areas = ("东门街道", "柳河镇", "石坪乡")
    rows = [row for area in areas for row in of_2024(2, area=area)]
    [one] = open_counties(started(desk, files, cases_of_2025(files), totals(files, *rows)))
    assert (one.count_name, one.first, one.last, one.months) == (
        "civil_filings",
        date(2024, 1, 1),
        date(2024, 12, 1),
        12,
    )
    assert one.missing == ("种羊场管理处",)


def test_a_county_that_a_summary_tells_lacks_no_township(desk: Desk, files: Path):
    rows = [*of_2024(2), *of_2024(9, area="全县")]
    assert open_counties(started(desk, files, cases_of_2025(files), totals(files, *rows))) == []


def test_all_townships_together_make_the_county_covered(desk: Desk, files: Path):
    areas = ("东门街道", "柳河镇", "石坪乡", "种羊场管理处")
    rows = [row for area in areas for row in of_2024(2, area=area)]
    found = figures(started(desk, files, cases_of_2025(files), totals(files, *rows)), "2024")
    assert (found["安和县"].numerator, found["安和县"].status) == (96, "ok")


def test_rows_win_over_a_summary_of_the_same_month_and_the_difference_is_shown(desk: Desk, files: Path):
    before = started(desk, files, cases_of_2025(files))
    told = county(before, "2025-03").numerator
    rows = [("柳河镇", "2025-03", "一审民商事新收", 50), ("全县", "2025-03", "一审民商事新收", 60)]
    load(desk, totals(files, *rows))
    build = current_build(desk.home.root)
    assert county(build, "2025-03").numerator == told
    assert "from_totals" not in county(build, "2025-03").notes
    shown = [(one.area_name, one.total, one.rows) for one in totals_beside_rows(build)]
    assert sorted(shown) == sorted([("柳河镇", 50, told), ("安和县", 60, told)])


def test_a_stray_row_in_a_month_of_a_summary_is_not_counted_twice(desk: Desk, files: Path):
    rows = [a_case(900, date(2023, 5, 3)), *(a_case(i, date(2025, 3, i)) for i in range(1, 20))]
    book = cases_file(files, rows, "案件.csv")
    build = started(desk, files, book, totals(files, ("全县", "2023-05", "一审民商事新收", 4)))
    assert county(build, "2023-05").numerator == 4


def test_a_place_whose_own_register_was_never_handed_in_is_known_by_its_summary(desk: Desk, files: Path):
    rows = [(f"卷{i}", f"2025-03-{i:02d}", "邻里", "调解成功", "柳河镇") for i in range(1, 29)]
    ledger = mediations_file(files, rows, "人民调解台账（2025年3月）.csv")
    told = [("石坪乡", "2025-03", "人民调解受理数", 6), ("石坪乡", "2025-03", "人民调解化解数", 5)]
    told += [("柳河镇", "2025-03", "人民调解受理数", 99)]
    build = started(desk, files, ledger, totals(files, *told))
    found = figures(build, "2025-03", METRICS["people_mediation_resolution_rate"])
    assert (found["石坪乡"].numerator, found["石坪乡"].denominator) == (5, 6)
    assert "from_totals" in found["石坪乡"].notes
    assert (found["柳河镇"].numerator, found["柳河镇"].denominator) == (28, 28)
    assert "from_totals" not in found["柳河镇"].notes
    whole = list(found.values())[-1]
    assert (whole.numerator, whole.denominator) == (33, 34)


def test_the_courts_own_register_has_no_such_places(desk: Desk, files: Path):
    build = started(desk, files, cases_of_2025(files), totals(files, ("石坪乡", "2025-03", "一审民商事新收", 6)))
    assert figures(build, "2025-03")["石坪乡"].numerator == 0


def test_population_is_not_touched_and_rates_divide_by_it(desk: Desk, files: Path):
    build = started(desk, files, cases_of_2025(files), totals(files, *of_2024(area="全县", n=7)))
    rate = county(build, "2024", METRICS["litigation_rate"])
    assert (rate.numerator, rate.denominator) == (84, 73024)


def test_the_trend_month_by_month_holds_the_summaries_numbers(desk: Desk, files: Path):
    build = started(desk, files, cases_of_2025(files), totals(files, *of_2024(area="全县", n=7)))
    rows = monthly(build, [FILINGS], None, date(2025, 2, 1), months=4).rows()
    assert [one.numerator for one in rows[:2]] == [7, 7]
    assert [("from_totals" in one.notes) for one in rows] == [True, True, False, False]
    assert rows[2].base_numerator == 7


def test_a_later_summary_corrects_an_earlier_one_and_undoing_it_brings_the_earlier_back(desk: Desk, files: Path):
    started(desk, files, cases_of_2025(files), totals(files, ("全县", "2024-01", "一审民商事新收", 7)))
    (receipt,) = load(desk, totals(files, ("全县", "2024年1月", "新收一审民商事", 8), name="更正.xlsx"))
    assert (receipt.rows_changed, county(current_build(desk.home.root), "2024-01").numerator) == (1, 8)
    desk.undo(receipt.batch, by="测试", now=NOW)
    assert county(current_build(desk.home.root), "2024-01").numerator == 7


def test_months_told_by_summaries_are_listed(desk: Desk, files: Path):
    build = started(desk, files, cases_of_2025(files), totals(files, *of_2024(area="全县", n=7)))
    assert [tuple(one) for one in totals_spans(build)] == [("civil_filings", date(2024, 1, 1), date(2024, 12, 1), 12)]


def test_a_township_that_is_not_listed_lies_nowhere_and_stands_in_the_sum(desk: Desk, files: Path):
    found = figures(started(desk, files, totals(files, ("青山镇", "2024-01", "一审民商事新收", 3))), "2024-01")
    assert found["未归属"].numerator == 3
