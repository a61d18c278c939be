"""The higher court's list of appeals: what it is taken for, what it says of our cases, and what it is not taken for."""

from datetime import date
from pathlib import Path

import pytest

from data.desk import Desk
from data.store.builds import current_build
from tests.data.exports import civil, townships_file, write_csv
from tests.data.loading import load

HEADER = ("二审案号", "一审案号", "案由", "立案日期")


def appeal(serial: int, original: str, day: str) -> tuple[str, str, str, str]:
    return (f"（2025）甘07民终{serial}号", original, "民间借贷纠纷", day)


def cases(folder: Path, name: str = "案件查询结果.csv", header: tuple[str, ...] = (), *more: tuple[str, ...]) -> Path:
    rows = [
        (
            civil(i),
            "2025-02-03",
            "民间借贷纠纷",
            f"2025-0{2 + i}-20",
            "安和县柳河镇和平村3组",
            *(m[i - 1] for m in more),
        )
        for i in range(1, 5)
    ]
    return write_csv(folder / name, ("案号", "立案日期", "案由", "结案日期", "被告住所地", *header), rows)


def closings(desk: Desk) -> dict[str, bool | None]:
    build = current_build(desk.home.root)
    return dict(build.cursor().execute("SELECT case_number, is_appealed FROM closings ORDER BY 1").fetchall())


@pytest.mark.parametrize("second", ["二审案号", "案号"])
def test_a_list_of_second_instance_numbers_beside_ours_says_which_closed_cases_were_appealed(desk, files, second):
    listed = [appeal(7, civil(1), "2025-04-02"), appeal(9, "(2025)甘0733民初 3号", "2025-05-30")]
    book = write_csv(files / "中院二审案件清单.csv", (second, *HEADER[1:]), listed)
    _, _, receipt = load(desk, townships_file(files), cases(files), book)
    assert (receipt.ledger, receipt.rows_added, receipt.error) == ("appeals", 2, None)
    assert (receipt.covers_start, receipt.covers_end) == ("2025-04-01", "2025-05-31")
    # closed on 20 March, outside what the list covers, but named by it; 20 April and 20 May inside; 20 June after it
    assert closings(desk) == {civil(1): True, civil(2): False, civil(3): True, civil(4): None}


def test_the_courts_own_cases_stay_cases_whatever_earlier_numbers_they_name(desk: Desk, files: Path):
    again = [(civil(i).replace("民初", "民再"), civil(i, 2024), "2025-02-03") for i in range(1, 5)]
    book = write_csv(files / "再审案件.csv", ("案号", "原审案号", "立案日期"), again)
    (receipt,) = load(desk, book)
    assert (receipt.ledger, receipt.rows_added) == ("cases", 4)


def test_a_row_that_names_no_case_of_ours_is_set_aside(desk: Desk, files: Path):
    listed = [appeal(7, civil(1), "2025-04-02"), appeal(8, "张某诉李某", "2025-04-03"), appeal(9, "", "2025-04-04")]
    (receipt,) = load(desk, write_csv(files / "民终.csv", HEADER, listed))
    assert (receipt.ledger, receipt.rows_added, receipt.rows_set_aside) == ("appeals", 1, 2)
    assert "张某" not in str(receipt.problems)


def test_without_a_column_or_a_list_nobody_knows_what_was_appealed(desk: Desk, files: Path):
    load(desk, townships_file(files), cases(files))
    assert set(closings(desk).values()) == {None}


def test_a_column_that_says_it_speaks_for_its_empty_cells_too(desk: Desk, files: Path):
    said = ("已上诉", "", "未上诉", "服判息诉")
    present = ("是", "否", "副职负责人出庭", "")
    load(desk, townships_file(files), cases(files, "案件.csv", ("是否上诉", "行政机关负责人是否出庭"), said, present))
    assert list(closings(desk).values()) == [True, False, False, False]
    query = "SELECT is_chief_present FROM closings ORDER BY case_number"
    rows = current_build(desk.home.root).cursor().execute(query).fetchall()
    assert [one for (one,) in rows] == [True, False, True, None]


def test_a_village_is_known_where_a_place_of_the_cases_own_township_names_it(desk: Desk, files: Path):
    villages = write_csv(
        files / "村社区名册.csv",
        ("村（社区）", "所属乡镇"),
        [("和平村", "柳河镇"), ("新建村", "柳河镇"), ("新建村", "石坪乡")],
    )
    rows = [
        (civil(1), "2025-02-03", "安和县柳河镇和平村3组", ""),
        (civil(2), "2025-02-04", "安和县柳河镇和平村委会", ""),
        (civil(3), "2025-02-05", "安和县柳河镇东街12号", ""),
        (civil(4), "2025-02-06", "安和县石坪乡和平村", ""),
        (civil(5), "2025-02-07", "安和县石坪乡新建村", ""),
        (civil(6), "2025-02-08", "安和县石坪乡东街1号", "石坪乡"),
    ]
    book = write_csv(files / "案件.csv", ("案号", "立案日期", "被告住所地", "所属乡镇"), rows)
    load(desk, townships_file(files), villages, book)
    query = "SELECT case_number, township_code, village, filed_on FROM case_villages ORDER BY case_number"
    assert current_build(desk.home.root).cursor().execute(query).fetchall() == [
        (civil(1), "柳河镇", "和平村", date(2025, 2, 3)),
        (civil(2), "柳河镇", "和平村", date(2025, 2, 4)),
        (civil(5), "石坪乡", "新建村", date(2025, 2, 7)),
    ]
