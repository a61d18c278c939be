from pathlib import Path

import pyarrow.parquet

from data.intake.sheets import parse_tables
from data.read.table import Table

CASES = Table(
    "案件信息",
    [
        ["案号", "案由", "立案日期"],
        ["（2026）甘0702民初201号", "民间借贷纠纷", "2026-05-02"],
        ["（2026）甘0702民初202号", "买卖合同纠纷", "2026-05-03"],
        ["（2026）甘0702民初203号", "买卖合同纠纷", "2026-05-04"],
    ],
)
PARTIES = [
    ["案号", "诉讼地位", "当事人姓名", "联系电话", "住所地"],
    ["（2026）甘0702民初201号", "原告", "甄嬛传", "13909361111", "甘州区沙井镇古城村21号"],
    ["(2026)甘0702民初201号", "被告", "贾宝玉", "13909361112", "甘州区上秦镇金家湾村12号"],
    ["（2026）甘0702民初202号", "被告", "甘肃黑河建筑有限公司", "", "甘州区乌江镇"],
    ["（2026）甘0702民初202号", "被告", "薛蟠龙", "", "甘州区沙井镇"],
]


def read(tmp_path: Path, *tables: Table):
    fresh = [Table(one.name, list(one.rows)) for one in tables]
    return parse_tables(fresh, "收案.xlsx", out_dir=tmp_path, secret=b"k" * 32).sheets


def places(sheet):
    return pyarrow.parquet.read_table(sheet.rows_path).column("place_defendant").to_pylist()


def test_addresses_of_a_party_list_fill_the_cases_of_the_same_file(tmp_path):
    (sheet,) = read(tmp_path, CASES, Table("当事人信息", PARTIES))
    rows = pyarrow.parquet.read_table(sheet.rows_path)
    assert places(sheet) == ["甘州区上秦镇金家湾村", "甘州区乌江镇", None]
    assert rows.column("place_plaintiff").to_pylist() == ["甘州区沙井镇古城村", None, None]
    assert rows.column("defendant_organisations").to_pylist() == [None, "甘肃黑河建筑有限公司", None]
    assert sheet.rows_read == 3
    assert "2 件案件" in next(p.sentence for p in sheet.problems if p.code == "party_list")


def test_the_order_of_the_two_sheets_does_not_matter(tmp_path):
    (sheet,) = read(tmp_path, Table("当事人信息", PARTIES), CASES)
    assert places(sheet)[:2] == ["甘州区上秦镇金家湾村", "甘州区乌江镇"]


def test_an_address_that_the_case_sheet_has_itself_stands(tmp_path):
    own = Table("案件", [[*CASES.rows[0], "被告住所地"], [*CASES.rows[1], "甘州区碱滩镇"]])
    (sheet,) = read(tmp_path, own, Table("当事人信息", PARTIES))
    assert places(sheet) == ["甘州区碱滩镇"]


def test_a_party_list_that_does_not_say_who_is_the_defendant_tells_no_place(tmp_path):
    silent = [[row[0], *row[2:]] for row in PARTIES]
    (sheet,) = read(tmp_path, CASES, Table("当事人信息", silent))
    assert places(sheet) == [None, None, None]


def test_no_person_of_a_party_list_gets_into_the_rows(tmp_path):
    (sheet,) = read(tmp_path, CASES, Table("当事人信息", PARTIES))
    kept = str(pyarrow.parquet.read_table(sheet.rows_path).to_pylist()) + str(sheet.problems)
    assert not [text for text in ("甄嬛传", "贾宝玉", "薛蟠龙", "1390936", "12号") if text in kept]
