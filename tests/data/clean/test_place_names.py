import pytest

from data.clean.place_names import without_names
from tests.data.clean.sheets import cleaned

COLUMN = ["甘州区大满镇", "甘州区花寨乡", "大满镇", "包头昆都仑区昆河镇", "昆都仑区"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("贾宝玉甘州区花寨乡", "甘州区花寨乡"),
        ("李四甘州区", "甘州区"),
        ("贾宝玉住甘州区大满镇", "甘州区大满镇"),
        ("贾宝玉大满镇", "大满镇"),
        ("被告贾宝玉甘州区花寨乡", "甘州区花寨乡"),
    ],
)
def test_a_name_before_a_place_that_its_column_knows_is_cut_off(typed, kept):
    assert without_names([*COLUMN, typed])[-1] == kept


@pytest.mark.parametrize("typed", ["贾宝玉高台县骆驼城镇", "贾宝玉张掖市", "被告贾宝玉骆驼城镇"])
def test_a_name_that_cannot_be_parted_from_its_place_takes_the_place_with_it(typed):
    assert without_names([*COLUMN, typed])[-1] is None


@pytest.mark.parametrize(
    "place",
    [
        "张掖甘州区沙井镇",
        "石家庄长安区",
        "包头昆都仑区昆河镇",
        "张家川回族自治县张家川镇",
        "陈巴尔虎旗巴彦库仁镇",
        "白云鄂博矿区",
        "齐齐哈尔市龙沙区",
        "梁家墩镇太和村",
        "云泽工业园区",
        "高台县城关镇",
    ],
)
def test_places_that_begin_like_a_name_stay_as_they_are(place):
    assert without_names([*COLUMN, place, None])[-2:] == [place, None]


def test_no_name_before_an_address_leaves_a_sheet_of_cases():
    rows = [
        ("（2026）甘0702民初1号", "2026-01-05", "贾宝玉甘州区花寨乡"),
        ("（2026）甘0702民初2号", "2026-01-05", "甘州区大满镇新庙村"),
    ]
    result = cleaned("cases", ("case_number", "filed_on", "place_defendant"), rows)
    assert result.rows.column("place_defendant").to_pylist() == ["甘州区花寨乡", "甘州区大满镇新庙村"]
