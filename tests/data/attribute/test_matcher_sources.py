"""The matcher's other sources: tribunals, villages, homes of which little is known, and any text at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.attribute.matcher import Matcher
from data.attribute.model import HomeCounty, Match
from data.attribute.townships import township_list
from tests.data.attribute.counties import HOMES, ROWS, matcher

MATCHERS = {county: matcher(county) for county in ROWS}


def listing(*names):
    return township_list([{"township": name, "kind": None, "aliases": None, "tribunal": None} for name in names], [])


@pytest.mark.parametrize("text", ["沙井人民法庭", "沙井法庭", "甘州区人民法院沙井人民法庭"])
def test_a_tribunal_that_serves_one_township_decides(text):
    assert MATCHERS["甘州区"].match(text, "tribunal") == Match("沙井镇", "tribunal")


def test_a_tribunal_that_serves_several_townships_or_is_in_no_list_decides_nothing():
    assert MATCHERS["甘州区"].match("大满人民法庭", "tribunal") == Match(None, "tribunal_several")
    assert MATCHERS["甘州区"].match("乌江人民法庭", "tribunal").area is None
    assert MATCHERS["甘州区"].match("长安镇", "tribunal").area is None


def test_a_village_decides_only_where_one_township_has_it():
    villages = {"新庙村": {"大满镇"}, "前进村": {"长安镇", "沙井镇"}}
    known = matcher("甘州区", villages=villages)
    assert known.match("甘州区新庙村") == Match("大满镇", "village")
    assert known.match("新庙村三社") == Match("大满镇", "village")
    assert known.match("前进村") == Match(None, "village_several")
    assert known.match("山丹县新庙村").area == "outside"


def test_a_full_name_beats_the_village_table():
    known = matcher("甘州区", villages={"新庙村": {"大满镇"}})
    assert known.match("小满镇新庙村").area == "小满镇"


def test_without_a_home_county_full_names_match_behind_any_county_part():
    blind = Matcher(township_list(ROWS["甘州区"], []), HomeCounty())
    assert blind.match("张掖市甘州区长安镇").area == "长安镇"
    assert blind.match("四川省成都市金牛区长安镇").area == "长安镇"
    assert blind.match("四川省成都市金牛区").area is None
    assert blind.match("外县").area == "outside"


def test_the_province_alone_already_judges_other_provinces():
    known = Matcher(township_list(ROWS["甘州区"], []), HomeCounty(province="甘肃省"))
    assert known.match("四川省成都市金牛区长安镇").area == "outside"
    assert known.match("甘肃省张掖市甘州区长安镇").area == "长安镇"


def test_a_city_that_cannot_be_judged_leaves_the_address_open():
    district = Matcher(listing("长安镇"), HomeCounty("甘州区"))
    assert district.match("东莞市长安镇").area is None
    assert district.match("张掖市甘州区长安镇").area == "长安镇"


def test_a_county_level_city_is_told_from_other_cities():
    city = Matcher(listing("沙州镇", "七里镇"), HomeCounty("敦煌市", city="酒泉市", province="甘肃省"))
    assert [city.match(t).area for t in ("敦煌市沙州镇", "酒泉市敦煌市七里镇", "玉门市", "酒泉市肃州区", "敦煌市")] == [
        "沙州镇", "七里镇", "outside", "outside", None
    ]  # fmt: skip
    unknown_prefecture = Matcher(listing("沙州镇"), HomeCounty("敦煌市"))
    assert unknown_prefecture.match("酒泉市敦煌市沙州镇").area == "沙州镇"
    assert unknown_prefecture.match("玉门市沙州镇").area == "outside"


def test_a_county_whose_own_name_starts_with_the_word_for_city():
    middle = Matcher(listing("海棠街道"), HomeCounty("市中区", city="乐山市", province="四川省"))
    assert [middle.match(t).area for t in ("乐山市市中区海棠街道", "乐山市中区海棠街道")] == ["海棠街道"] * 2
    assert [middle.match(t).area for t in ("内江市市中区", "乐山市沙湾区")] == ["outside"] * 2


def test_a_county_of_the_same_name_in_another_city_is_outside():
    drum = Matcher(listing("东街街道"), HomeCounty("鼓楼区", city="福州市", province="福建省"))
    assert drum.match("福州市鼓楼区东街街道").area == "东街街道"
    assert drum.match("南京市鼓楼区东街街道").area == "outside"
    assert drum.match("南京鼓楼区东街街道").area == "outside"


@pytest.mark.parametrize(
    "text", ["", "   ", "()", "（", "市", "区县", "县", "甘州区(", "1-2-301", "镇", "镇乡街道", "\x00", "州" * 5000]
)
def test_any_text_gets_an_answer(text):
    assert MATCHERS["甘州区"].match(text, "defendant").area in (None, "outside")


def test_matching_looks_up_as_often_with_fifteen_hundred_townships_as_with_thirty():
    syllables = "安平和永长乐新河山石马牛龙凤泉林湾坡梁沟"
    names = [f"{a}{b}{c}镇" for a in syllables for b in syllables for c in syllables[:4]]

    class Counting(dict):
        lookups = 0

        def __contains__(self, key):
            Counting.lookups += 1
            return super().__contains__(key)

        def get(self, key, default=None):
            Counting.lookups += 1
            return super().get(key, default)

    def lookups(count):
        known = Matcher(listing(*names[:count]), HOMES["甘州区"])
        known.keys.lengths = Counting(known.keys.lengths)
        known.keys.by_text = Counting(known.keys.by_text)
        Counting.lookups = 0
        for name in names[:30]:
            assert known.match(f"甘州区{name}花园口子村", "defendant").area == name
        return Counting.lookups

    few, many = lookups(30), lookups(1500)
    assert many <= 1.5 * few
    assert many <= 30 * 60, "a few lookups per character of the address"


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "甘肃省",
                "张掖市",
                "甘州区",
                "临泽县",
                "四川",
                "长安镇",
                "长安",
                "沙井",
                "村",
                "路",
                "街道",
                "区",
                "市",
                "（",
                "）",
                "外",
                "县",
                "东",
                "1",
                "、",
                "人民法庭",
            ]
        )
    ),
    st.sampled_from(["stated", "defendant", "tribunal"]),
)
def test_an_area_is_always_a_listed_township_or_outside_or_nothing(pieces, source):
    listed = {township.code for township in township_list(ROWS["甘州区"], [])}
    assert MATCHERS["甘州区"].match("".join(pieces), source).area in listed | {"outside", None}
