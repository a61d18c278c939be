from data.clean.schema import SCHEMAS
from tests.data.clean.sheets import cleaned, codes, only

FIELDS = ("township", "kind", "official_code", "aliases", "tribunal")


def test_a_row_comes_out_typed_under_exactly_the_schema():
    result = cleaned(
        "townships", FIELDS, [("天回镇街道", "街道办事处", 510106042.0, "天回镇；天回 镇街办，", "天回法庭")]
    )
    assert result.rows.schema == SCHEMAS["townships"]
    assert only(result) == {
        "sheet_row": 2,
        "record_key": "天回镇街道",
        "township": "天回镇街道",
        "kind": "街道",
        "official_code": "510106042",
        "aliases": "天回镇、天回镇街办",
        "tribunal": "天回法庭",
        "villages": None,
    }


def test_a_row_without_a_name_is_set_aside():
    result = cleaned("townships", FIELDS, [("", "镇", "", "", ""), ("甘浚镇", "镇", "", "无", "")])
    assert (result.rows_read, result.rows_set_aside) == (2, 1)
    assert codes(result) == ["township_missing"]
    assert only(result)["aliases"] is None
