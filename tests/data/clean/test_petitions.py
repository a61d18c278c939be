from datetime import date

import pytest

from tests.data.clean.sheets import cleaned, codes, layout_of, only

FIELDS = ("number", "registered_on", "petitioner", "matter", "result", "is_first", "is_backlog", "channel")


def petition(result="已化解", first="初次信访", backlog="否", channel="来访", number="XF2025001", who="张某"):
    return (number, "2025-03-05", who, "欠薪", result, first, backlog, channel)


@pytest.mark.parametrize(
    ("written", "bucket"),
    [
        ("已化解", "success"),
        ("息诉罢访", "success"),
        ("已化解（签订息访协议）", "success"),
        ("核查终结", "failure"),
        ("不予受理", "withdrawn"),
        ("未化解", "open"),
        ("正在办理", "open"),
        ("", None),
    ],
)
def test_the_outcome_falls_into_one_of_four_buckets_or_says_nothing(written, bucket):
    assert only(cleaned("petitions", FIELDS, [petition(written)]))["result"] == bucket


def test_an_unknown_outcome_is_named_and_stays_open():
    result = cleaned("petitions", FIELDS, [petition("研究之中")])
    assert only(result)["result"] == "open"
    assert only(result)["result_raw"] == "研究之中"
    assert codes(result) == ["result_unknown"]
    assert "“研究之中”（1）" in result.problems[0].sentence


def test_long_text_in_the_outcome_is_not_kept():
    result = cleaned("petitions", FIELDS, [petition("经承办法官多次上门做工作，当事人张某表示愿意考虑")])
    assert only(result)["result_raw"] is None
    assert codes(result) == ["result_long_text"]


def test_an_outcome_that_names_the_parties_is_not_kept():
    result = cleaned("petitions", FIELDS, [petition("张三与李四已和解")])
    assert only(result)["result_raw"] is None
    assert "张三" not in str(result.problems)


def test_settled_at_once_is_told_by_the_outcome_too():
    assert only(cleaned("petitions", FIELDS, [petition("一次性化解")]))["is_settled_at_once"] is True
    assert only(cleaned("petitions", FIELDS, [petition("已化解")]))["is_settled_at_once"] is None


@pytest.mark.parametrize(
    ("header", "written", "is_first"),
    [
        ("信访性质", "初信初访", True),
        ("信访性质", "重复访", False),
        ("信访性质", "不详", None),
        ("是否初次信访", "是", True),
        ("是否初次信访", "否", False),
        ("是否重复信访", "是", False),
        ("是否重复信访", "否", True),
    ],
)
def test_whether_it_came_first_depends_on_what_the_header_asks(header, written, is_first):
    layout = layout_of("petitions", FIELDS)
    columns = tuple(type(c)(c.index, c.field, header if c.field == "is_first" else c.header) for c in layout.columns)
    layout = type(layout)(**{**vars(layout), "columns": columns})
    assert only(cleaned("petitions", FIELDS, [petition(first=written)], layout=layout))["is_first"] is is_first


@pytest.mark.parametrize(
    ("written", "channel"),
    [("来信", "来信"), ("个人访", "来访"), ("12345热线", "来电"), ("网上信访", "网上"), ("上级转办", "转交办")],
)
def test_channels_are_told_alike(written, channel):
    assert only(cleaned("petitions", FIELDS, [petition(channel=written)]))["channel"] == channel


def test_without_a_number_the_same_petitioner_day_and_matter_is_one_petition():
    rows = [petition(number=""), petition(number=""), petition(number="", who="李某")]
    keys = cleaned("petitions", FIELDS, rows).rows["record_key"].to_pylist()
    assert keys[0] == keys[1] != keys[2]
    assert "张某" not in "".join(keys)


def test_rows_that_name_nobody_are_petitions_of_their_own():
    fields = ("registered_on", "result")
    result = cleaned("petitions", fields, [("2025-03-05", "已化解")] * 3)
    assert len(set(result.rows["record_key"].to_pylist())) == 3
    assert codes(result) == ["alike_without_number"]


def test_a_merged_day_holds_for_the_rows_beside_it():
    rows = [("2025-03-05", "已化解"), ("", "未化解"), ("2025-03-07", "已化解")]
    result = cleaned("petitions", ("registered_on", "result"), rows, merged=((1, 0, 2, 0),))
    assert result.rows["registered_on"].to_pylist() == [date(2025, 3, 5)] * 2 + [date(2025, 3, 7)]
    assert result.rows_set_aside == 0


def test_a_petition_without_a_day_is_set_aside():
    result = cleaned("petitions", ("registered_on", "result"), [("", "已化解"), ("2025-03-05", "已化解")])
    assert (result.rows_set_aside, codes(result, "error")) == (1, ["registered_on_missing"])
