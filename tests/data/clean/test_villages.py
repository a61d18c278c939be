"""Villages: a sheet of their own, one or several to a cell, and the column of the township list."""

import pytest

from data.clean.schema import SCHEMAS
from data.clean.villages import listed_villages
from tests.data.clean.sheets import cleaned, codes, only

FIELDS = ("village", "township", "kind")


def villages(result):
    return [(row["township"], row["village"], row["kind"]) for row in result.rows.to_pylist()]


def test_a_row_comes_out_typed_under_exactly_the_schema():
    result = cleaned("villages", FIELDS, [("和平村", "甘浚镇", "行政村")])
    assert result.rows.schema == SCHEMAS["villages"]
    assert only(result) == {
        "sheet_row": 2,
        "record_key": "甘浚镇|和平村",
        "township": "甘浚镇",
        "village": "和平村",
        "kind": "行政村",
    }


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("和平村、新民村，幸福社区；红旗村", ["和平村", "新民村", "幸福社区", "红旗村"]),
        ("1.和平村\n2.新民村", ["和平村", "新民村"]),
        ("和平村（原新庙村）,和平村", ["和平村"]),
        ("无", []),
        ("联系人13900001111", []),
    ],
)
def test_a_cell_may_list_several_villages(cell, names):
    assert listed_villages(cell) == names


def test_a_cell_of_several_villages_is_one_row_read_and_several_kept():
    result = cleaned("villages", FIELDS, [("和平村、新民村", "甘浚镇", ""), ("红旗村", "沙井镇", "")])
    assert (result.rows_read, result.rows_set_aside) == (2, 0)
    assert villages(result) == [("甘浚镇", "和平村", None), ("甘浚镇", "新民村", None), ("沙井镇", "红旗村", None)]


def test_a_township_merged_over_its_villages_speaks_for_all_of_them():
    rows = [("和平村", "甘浚镇", ""), ("新民村", "", ""), ("红旗村", "沙井镇", "")]
    result = cleaned("villages", FIELDS, rows, merged=((1, 1, 2, 1),))
    assert [township for township, _, _ in villages(result)] == ["甘浚镇", "甘浚镇", "沙井镇"]
    assert codes(result) == ["merged_township"]


def test_a_row_without_township_or_village_is_set_aside():
    result = cleaned("villages", FIELDS, [("和平村", "", ""), ("", "甘浚镇", ""), ("红旗村", "沙井镇", "")])
    assert codes(result, "error") == ["township_missing", "village_missing"]
    assert (result.rows_read, result.rows_set_aside, result.rows.num_rows) == (3, 2, 1)


def test_the_township_list_may_carry_its_villages_in_a_column():
    result = cleaned("townships", ("township", "villages"), [("甘浚镇", "和平村、新民村"), ("沙井镇", "")])
    assert [row["villages"] for row in result.rows.to_pylist()] == ["和平村、新民村", None]
