import pyarrow.parquet

from data.intake.sheets import parse_tables
from data.read.table import Table

LIST = [
    ["街道名称", "类别", "别名", "管辖法庭", "常住人口（万人）"],
    ["天回镇街道", "街道", "天回镇、大湾片区", "天回法庭", 13.2],
    ["西华街道", "街道", "", "", 4.7],
    ["合计", "", "", "", 17.9],
]


def sheets_of(tmp_path, rows, forced=None):
    tables = [Table("Sheet1", [list(row) for row in rows])]
    return parse_tables(tables, "街道情况2025年末.xlsx", out_dir=tmp_path, secret=b"k" * 32, forced=forced).sheets


def test_a_list_of_townships_with_their_people_is_both_ledgers(tmp_path):
    people, townships = sheets_of(tmp_path, LIST)
    assert (people.ledger, people.rows_read, people.rows_left_out) == ("population", 2, 1)
    assert (townships.ledger, townships.rows_read, townships.rows_left_out) == ("townships", 2, 1)
    rows = pyarrow.parquet.read_table(townships.rows_path).to_pylist()
    assert (rows[0]["aliases"], rows[0]["tribunal"], rows[1]["kind"]) == ("天回镇、大湾片区", "天回法庭", "街道")
    assert pyarrow.parquet.read_table(people.rows_path).column("people").to_pylist() == [132000, 47000]


def test_a_population_table_that_tells_nothing_of_its_townships_stays_one_ledger(tmp_path):
    (people,) = sheets_of(tmp_path, [[row[0], row[4]] for row in LIST])
    assert people.ledger == "population"


def test_a_kind_of_people_is_no_kind_of_township(tmp_path):
    rows = [["乡镇", "类别", "人口数"], ["天回镇街道", "常住", 132000.0], ["西华街道", "常住", 47000.0]]
    assert [sheet.ledger for sheet in sheets_of(tmp_path, rows)] == ["population"]


def test_a_ledger_that_a_person_named_is_the_only_one(tmp_path):
    assert [sheet.ledger for sheet in sheets_of(tmp_path, LIST, "population")] == ["population"]
