import pytest

from data.attribute.places import SCHEMA, match_places, place
from data.definition import Definition
from tests.data.attribute.counties import matcher

ORDER = Definition().attribution_order
GANZHOU = matcher("甘州区")


@pytest.mark.parametrize(
    ("texts", "placed"),
    [
        ({"stated": "长安镇", "defendant": "山丹县"}, ("长安镇", "stated", "exact")),
        ({"stated": "外县", "defendant": "甘州区长安镇"}, ("outside", "stated", "stated_outside")),
        ({"stated": "不详", "defendant": "甘州区长安镇"}, ("长安镇", "defendant", "exact")),
        ({"stated": "甘州区", "dispute": "沙井镇"}, ("沙井镇", "dispute", "exact")),
        ({"defendant": "山丹县清泉镇", "plaintiff": "长安镇"}, ("outside", "defendant", "county_outside")),
        ({"defendant": None, "plaintiff": "乌江镇", "tribunal": "沙井人民法庭"}, ("乌江镇", "plaintiff", "exact")),
        ({"tribunal": "沙井人民法庭"}, ("沙井镇", "tribunal", "tribunal")),
        ({"tribunal": "大满人民法庭"}, ("unassigned", None, "unassigned")),
        ({}, ("unassigned", None, "unassigned")),
    ],
)
def test_the_first_source_that_names_any_place_decides(texts, placed):
    assert place(texts, ORDER, GANZHOU) == placed


def test_another_order_places_the_same_row_anew():
    texts = {"defendant": "长安镇", "plaintiff": "山丹县"}
    assert place(texts, ("plaintiff", "defendant"), GANZHOU).area == "outside"
    assert place(texts, ("defendant", "plaintiff"), GANZHOU).area == "长安镇"


def test_place_texts_become_one_row_each_with_null_where_nothing_matched():
    table = match_places([("stated", "长安镇", 7), ("stated", "不详", 2), ("tribunal", "长安镇", 1)], GANZHOU)
    assert table.schema == SCHEMA
    assert table.to_pylist() == [
        {
            "source": "stated",
            "place_text": "长安镇",
            "township_code": "长安镇",
            "how": "exact",
            "core": None,
            "rows": 7,
        },
        {"source": "stated", "place_text": "不详", "township_code": None, "how": "unknown", "core": "不详", "rows": 2},
        {
            "source": "tribunal",
            "place_text": "长安镇",
            "township_code": None,
            "how": "unknown",
            "core": "长安镇",
            "rows": 1,
        },
    ]


def test_no_place_text_at_all_is_an_empty_table():
    assert match_places([], GANZHOU).schema == SCHEMA
