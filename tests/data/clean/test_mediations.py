from dataclasses import replace
from datetime import date

import pytest

from data.clean.kinds import kind_of_row
from data.clean.schema import SCHEMAS
from data.refusal import Refused
from tests.data.clean.sheets import cleaned, codes, layout_of, only

FIELDS = ("number", "accepted_on", "result", "organisation", "plaintiffs", "defendants")
ROW = ("（2024）甘0702诉前调12号", "2024-03-05", "调解成功", "甘州区人民法院诉讼服务中心", "张三", "某某公司")


def mediation(**cells):
    """Clean one row of a people's mediation ledger; None takes a column away."""
    given = {"accepted_on": "2024-03-05", "result": "调解成功", **cells}
    given = {field: cell for field, cell in given.items() if cell is not None}
    return cleaned("mediations", tuple(given), [tuple(given.values())], kind="people")


def test_a_clean_row_comes_out_typed_under_exactly_the_schema():
    result = cleaned("mediations", FIELDS, [ROW])
    assert result.rows.schema == SCHEMAS["mediations"]
    row = only(result)
    assert (row["record_key"], row["kind"], row["number"]) == (ROW[0], "court", ROW[0])
    assert (row["accepted_on"], row["result"], row["result_raw"]) == (date(2024, 3, 5), "success", "调解成功")
    assert (row["plaintiff_organisations"], row["defendant_organisations"]) == (None, "某某公司")
    assert result.problems == []


@pytest.mark.parametrize(
    ("word", "number", "organisation", "kind"),
    [
        ("委派调解", "（2024）人调字第1号", "某某人民调解委员会", "court"),
        ("委托调解", "", "", "court"),
        ("人民调解", "（2024）甘0702诉前调1号", "", "people"),
        ("口头", "甘浚人调字〔2024〕第1号", "某某商会", "people"),
        ("线上", "（2025）甘0702先调1号", "", "court"),
        ("", "（2024）甘0702民诉前调1号", "某某人民调解委员会", "court"),
        ("", "（2024）甘0702引调1号", "", "court"),
        ("", "（2024）甘0702民初1号", "", "court"),
        ("", "", "甘州区人民法院", "court"),
        ("", "", "特邀调解组织", "court"),
        ("", "", "诉调对接中心", "court"),
        ("", "", "甘浚镇人民调解委员会", "people"),
        ("", "", "甘浚镇调委会", "people"),
        ("", "12", "甘州区商会", "trade"),
        ("", "", "区总工会", "trade"),
        ("", "", "医调委", "trade"),
        ("", "", "甘浚镇司法所", None),
        ("", "", "", None),
    ],
)
def test_the_kind_is_decided_by_the_first_that_speaks(word, number, organisation, kind):
    assert kind_of_row(word, number, organisation) == kind


def test_title_and_file_decide_when_the_row_is_silent_and_force_decides_always():
    fields, row = ("accepted_on", "result"), ("2024-03-05", "调解成功")
    assert only(cleaned("mediations", fields, [row], kind="community"))["kind"] == "community"
    assert only(cleaned("mediations", FIELDS, [ROW], kind="people"))["kind"] == "court"
    assert only(cleaned("mediations", FIELDS, [ROW], kind="people", forced_kind="trade"))["kind"] == "trade"


def test_a_sheet_of_no_kind_is_refused_and_single_rows_are_set_aside():
    fields = ("accepted_on", "result", "organisation")
    with pytest.raises(Refused) as refused:
        cleaned("mediations", fields, [("2024-03-05", "调解成功", "甘浚镇司法所")])
    assert refused.value.code == "mediation_kind_unknown"
    rows = [("2024-03-05", "调解成功", "甘浚镇司法所"), ("2024-03-05", "调解成功", "甘浚镇调委会")]
    result = cleaned("mediations", fields, rows)
    assert (result.rows_set_aside, only(result)["kind"]) == (1, "people")
    assert codes(result) == ["mediation_kind_unknown"]


def test_acceptance_is_the_first_of_the_day_columns_that_the_row_fills():
    fields = ("received_on", "assigned_on", "accepted_on", "result")
    rows = [
        ("2024-03-02", "2024-03-01", "2024-03-05", "成功"),
        ("2024-03-02", "2024-03-01", "", "成功"),
        ("", "", "", "成功"),
    ]
    result = cleaned("mediations", fields, rows, kind="people")
    assert result.rows["accepted_on"].to_pylist() == [date(2024, 3, 5), date(2024, 3, 2)]
    assert [p.row for p in result.problems if p.severity == "error"] == [4]


def test_an_empty_result_says_nothing_and_unknown_words_are_open_and_named():
    rows = [("2024-03-04", "", "调委会"), ("2024-03-05", "其他", "调委会"), ("2024-03-06", "其他", "调委会")]
    result = cleaned("mediations", ("accepted_on", "result", "organisation"), rows)
    assert result.rows["result"].to_pylist() == [None, "open", "open"]
    assert codes(result) == ["result_unknown"]
    assert "“其他”（2）" in result.problems[0].sentence


def test_a_court_number_is_the_key_and_a_committees_number_goes_with_its_name():
    assert (
        only(mediation(number="(2024)甘0702诉前调12号", organisation="甘浚镇调委会"))["record_key"]
        == "（2024）甘0702诉前调12号"
    )
    row = only(mediation(number="〔2024〕人调字第3号", organisation="甘浚镇调委会"))
    assert row["record_key"] == "（2024）人调字第3号|甘浚镇调委会"
    assert only(mediation(number="〔2024〕人调字第3号"))["record_key"] == "（2024）人调字第3号"


def test_without_a_number_the_key_covers_what_identifies_and_not_what_came_of_it():
    cells = {"plaintiffs": "张三", "place_dispute": "甘浚镇星光村3社"}
    key = only(mediation(**cells))["record_key"]
    assert len(key) == 32
    assert only(mediation(**cells, ended_on="2024-04-01", result="调解失败", confirmed="是"))["record_key"] == key
    assert only(mediation(**cells, number=7.0))["record_key"] == key
    assert only(mediation(**{**cells, "plaintiffs": "李四"}))["record_key"] != key
    assert only(mediation(**{**cells, "place_dispute": "甘浚镇星光村4社"}))["record_key"] != key
    assert only(mediation(**cells, accepted_on="2024-03-06"))["record_key"] != key


@pytest.mark.parametrize("number", ["（2024）甘0702诉前调1、2号", "（2024）甘0702诉前调1*号"])
def test_a_number_that_stands_for_several_or_is_masked_sets_the_row_aside(number):
    assert mediation(number=number).rows_set_aside == 1


def test_an_identity_number_is_never_kept_as_a_number():
    for number in ("620702198001011234", "13812345678"):
        row = only(mediation(number=number, plaintiffs="张三"))
        assert row["number"] is None
        assert number not in row["record_key"]


def test_a_body_is_kept_and_a_person_in_its_column_is_not():
    assert only(mediation(organisation="张掖市某某调解工作室"))["organisation"] == "张掖市某某调解工作室"
    assert only(mediation(organisation="张三"))["organisation"] is None


def test_the_number_of_the_later_case_comes_in_standard_form():
    assert only(mediation(filed_case_number="(2024)甘0702民初9号"))["filed_case_number"] == "（2024）甘0702民初9号"
    assert only(mediation(filed_case_number="已立案"))["filed_case_number"] is None


def test_disputes_that_look_alike_and_name_nobody_are_each_counted_and_said():
    fields = ("accepted_on", "category", "place_stated", "result")
    rows = [("2026-03-01", "邻里", "大满镇", "成功")] * 3
    result = cleaned("mediations", fields, rows, kind="people")
    keys = result.rows.column("record_key").to_pylist()
    assert len(set(keys)) == 3
    assert codes(result) == ["alike_without_parties"]
    again = cleaned("mediations", fields, [*rows, rows[0]], kind="people").rows.column("record_key").to_pylist()
    assert again[:3] == keys


def test_the_same_dispute_between_the_same_people_twice_is_one():
    fields = ("accepted_on", "category", "plaintiffs", "result")
    result = cleaned("mediations", fields, [("2026-03-01", "邻里", "甄嬛传", "成功")] * 2, kind="people")
    assert len(set(result.rows.column("record_key").to_pylist())) == 1


def test_a_place_of_a_second_column_speaks_where_the_first_names_none():
    layout = layout_of("mediations", ("accepted_on", "place_stated", "place_stated", "result"), kind="community")
    grid, town = replace(layout.columns[1], header="所属网格"), replace(layout.columns[2], header="所属镇")
    layout = replace(layout, columns=(layout.columns[0], grid, town, layout.columns[3]))
    rows = [
        ("2026-09-02", "第3网格", "六道河镇", "成功"),
        ("2026-09-06", "蓝旗营镇/蓝旗营村/网格1", "", "成功"),
    ]
    result = cleaned("mediations", (), rows, layout=layout)
    assert result.rows.column("place_stated").to_pylist() == ["六道河镇", "蓝旗营镇蓝旗营村"]


def test_a_committee_for_one_kind_of_dispute_is_a_trade_body_even_by_its_full_name():
    fields = ("accepted_on", "organisation", "result")
    rows = [
        ("2026-05-06", "金牛区医疗纠纷人民调解委员会", "调解成功"),
        ("2026-05-06", "道路交通事故人民调解委员会", "调解成功"),
        ("2026-05-07", "西华街道人民调解委员会", "调解成功"),
    ]
    result = cleaned("mediations", fields, rows, kind="community")
    assert result.rows.column("kind").to_pylist() == ["trade", "trade", "people"]
