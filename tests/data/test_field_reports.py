"""What courts printed in their own reports comes out of messy workbooks as figures, with the rows behind them."""

from pathlib import Path

import pytest

from data.desk import Desk
from data.store.builds import current_build
from metrics import METRICS, Figure, compute, parse_period
from metrics._rounding import half_up
from metrics._rows_behind import rows_behind
from metrics._words import exact_change, format_value
from tests.data import work_books
from tests.data.exports import civil, townships_file, write_csv
from tests.data.loading import load

YEAR, JANUARY = "2025", "2026-01"


def figure(desk: Desk, name: str, period: str = YEAR, area: str = "county") -> Figure:
    """A figure whose rows were counted again on the way."""
    build, metric, span = current_build(desk.home.root), METRICS[name], parse_period(period)
    [found] = [one for one in compute(build, [metric], span, by="all").rows() if one.area_code == area]
    for part in ("numerator", "denominator") if metric.denominator is not None else ("numerator",):
        rows = rows_behind(build, metric, span, area, part)
        assert sum(row.n for row in rows) == (getattr(found, part) or 0)
    return found


def counts_of(one: Figure) -> tuple[int, int | None]:
    return one.numerator, one.denominator


def test_15_stations_with_410_mediations_116_lectures_and_16_withdrawals(desk: Desk, files: Path):
    load(desk, townships_file(files), work_books.station_list(files), work_books.work_of_stations(files))
    assert figure(desk, "stations_in_place").value == 15
    assert figure(desk, "station_mediations").value == 410
    assert figure(desk, "legal_education_count").value == 116
    assert figure(desk, "station_administrative_withdrawals").value == 16
    assert counts_of(figure(desk, "station_staffing_rate")) == (15, 15)
    assert format_value(figure(desk, "legal_education_per_station"), METRICS["legal_education_per_station"]) == "7.7"
    assert counts_of(figure(desk, "station_coverage")) == (3, 4)


def test_25_suggestions_18_hearings_and_25_opinions_of_which_11_were_acted_on(desk: Desk, files: Path):
    load(desk, townships_file(files), work_books.suggestion_list(files), work_books.hearings_and_opinions(files))
    assert figure(desk, "suggestions_issued", "2025-06").value == 25
    assert counts_of(figure(desk, "suggestion_reply_rate", "2025-06")) == (20, 25)
    assert counts_of(figure(desk, "suggestion_adoption_rate", "2025-06")) == (20, 25)
    assert figure(desk, "circuit_hearing_count").value == 18
    opinions = figure(desk, "opinion_completion_rate")
    assert (counts_of(opinions), opinions.value) == ((11, 25), 44.0)
    assert figure(desk, "consultation_count").value == 0


def test_26_of_26_petitions_resolved(desk: Desk, files: Path):
    load(desk, townships_file(files), work_books.petition_list(files))
    found = figure(desk, "petition_resolution_rate")
    assert (counts_of(found), found.value, found.status) == ((26, 26), 100.0, "ok")
    assert counts_of(figure(desk, "petition_resolution_rate", area="石坪乡")) == (13, 13)


HEADER = ["序号", "案号", "立案日期", "案由", "结案日期", "被告住所地"]


def case_list(folder: Path, name: str, year: int, n: int, closed: str = "") -> Path:
    """A month of cases under a title, with the header repeated, three rows twice, and a sum at the end."""
    rows: list[list[object]] = [[f"{year}年1月民商事一审案件"], HEADER]
    place = "安和县柳河镇和平村3组"
    rows += [[i, civil(i, year), f"{year}-01-{1 + i % 31:02}", "民间借贷纠纷", closed, place] for i in range(1, n + 1)]
    rows[20:20] = [HEADER]
    rows += [[n + i, *rows[1 + i][1:]] for i in (1, 2, 3)]
    rows.append(["合计", f"{n}件", "", "", "", ""])
    return work_books.write_book(folder / name, {"案件": rows}, [("案件", "A1:F1")])


def test_civil_filings_fell_by_35_percent(desk: Desk, files: Path):
    books = [case_list(files, f"{year}年1月案件.xlsx", year, n) for year, n in ((2025, 100), (2026, 65))]
    for receipt in load(desk, townships_file(files), *books)[1:]:
        assert (receipt.rows_repeated, receipt.rows_set_aside) == (3, 0)
    found = figure(desk, "civil_filings", JANUARY)
    assert (found.numerator, found.base_numerator, found.change) == (65, 100, -35.0)


def appeal_list(folder: Path, appealed: dict[int, int]) -> Path:
    """The higher court's list: a title, numbers in other brackets, one row twice, a sum."""
    rows: list[list[object]] = [["二审案件清单"], ["二审案号", "一审案号", "立案日期"]]
    for year, n in appealed.items():
        for i in range(1, n + 1):
            ours = civil(i, year).replace("（", "(").replace("）", ")")
            rows.append([f"（{year}）甘07民终{i}号", ours, f"{year}-0{1 if i % 2 else 2}-2{i % 8}"])
    rows += [rows[2], ["合计", f"{sum(appealed.values())}件", ""]]
    return work_books.write_book(folder / "中院民终清单.xlsx", {"清单": rows}, [("清单", "A1:C1")])


def test_acceptance_rose_by_10_point_31_percentage_points(desk: Desk, files: Path):
    books = [case_list(files, f"{year}年1月案件.xlsx", year, 97, f"{year}-01-31") for year in (2025, 2026)]
    load(desk, townships_file(files), *books, appeal_list(files, {2025: 17, 2026: 7}))
    found = figure(desk, "acceptance_rate", JANUARY)
    assert (counts_of(found), found.base_numerator, found.change_unit) == ((90, 97), 80, "百分点")
    assert half_up(exact_change(found), 2) == "10.31"


def test_without_any_word_of_appeals_the_rate_is_not_known_and_never_100_percent(desk: Desk, files: Path):
    load(desk, townships_file(files), case_list(files, "案件.xlsx", 2026, 30, "2026-01-31"))
    found = figure(desk, "acceptance_rate", JANUARY)
    assert (found.status, found.value) == ("not_covered", None)


def test_420_mediations_among_132_000_residents(desk: Desk, files: Path):
    people = write_csv(
        files / "安和县2024年末常住人口.csv",
        ("地区", "2024年末常住人口"),
        [("东门街道", 72_000), ("柳河镇", "45000人"), ("石坪乡", 14_976), ("种羊场管理处", 24), ("合计", 132_000)],
    )
    header = ["卷号", "受理日期", "纠纷类别", "调解结果", "所属镇"]
    rows: list[list[object]] = [["人民调解台账"], header]
    rows += [
        [f"柳调{i}号", f"2025-{1 + i % 12:02}-15", "邻里", "成功" if i % 42 else "未成功", "柳河镇"] for i in range(420)
    ]
    rows += [rows[2], rows[3], ["合计", "", "", "420件", ""]]
    book = work_books.write_book(files / "人民调解台账.xlsx", {"台账": rows}, [("台账", "A1:E1")])
    load(desk, townships_file(files), people, book, case_list(files, "案件.xlsx", 2025, 33))
    assert counts_of(figure(desk, "people_mediation_resolution_rate")) == (410, 420)
    rate = figure(desk, "litigation_rate", "2025-01")
    assert (counts_of(rate), rate.value) == ((33, 132_000), 2.5)


@pytest.mark.parametrize("name", METRICS)
def test_ledgers_that_were_never_loaded_are_not_covered_and_never_zero(name: str, empty: Desk):
    for area in ("county", "柳河镇"):
        found = figure(empty, name, JANUARY, area)
        assert found.value is None
        assert found.status == "not_covered"


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A county of which nothing is known but the names of its townships."""
    from metrics import counts

    folder = tmp_path_factory.mktemp("empty")
    desk = Desk(folder / "home", counts())
    load(desk, townships_file(folder))
    return desk
