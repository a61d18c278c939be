import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.attribute.matcher import Matcher
from data.attribute.model import HomeCounty, Match
from data.attribute.townships import township_list
from tests.data.attribute.counties import HOMES, ROWS, matcher

MATCHERS = {county: matcher(county) for county in ROWS}


def area(county, text, source="stated"):
    return MATCHERS[county].match(text, source).area


def listing(*names):
    return township_list([{"township": name, "kind": None, "aliases": None, "tribunal": None} for name in names], [])


@pytest.mark.parametrize(
    ("county", "text", "township"),
    [
        ("甘州区", "长安镇", "长安镇"),
        ("甘州区", "甘州区长安镇", "长安镇"),
        ("甘州区", "张掖市长安镇", "长安镇"),
        ("甘州区", "甘肃省张掖市甘州区大满镇新庙村", "大满镇"),
        ("甘州区", "甘肃张掖甘州区长安镇", "长安镇"),
        ("甘州区", "张掖甘州长安镇", "长安镇"),
        ("甘州区", "甘州区/乌江镇/敬依村", "乌江镇"),
        ("甘州区", "张掖市市辖区长安镇", "长安镇"),
        ("甘州区", "户籍所在地:甘州区 小满镇", "小满镇"),
        ("甘州区", "我区沙井镇", "沙井镇"),
        ("甘州区", "长安街办", "长安镇"),
        ("甘州区", "长安镇人民政府", "长安镇"),
        ("甘州区", "东街街道办事处", "东街街道"),
        ("昆都仑区", "昆区沼潭街办", "沼潭街道"),
        ("昆都仑区", "包头昆区昆河镇", "昆河镇"),
        ("昆都仑区", "昆区友谊大街街办", "友谊大街街道"),
        ("昆都仑区", "内蒙古包头市昆都仑区市府东路街道", "市府东路街道"),
        ("白云鄂博矿区", "白云矿区矿山路街道", "矿山路街道"),
        ("白云鄂博矿区", "包头市白云区通阳道街道", "通阳道街道"),
        ("兴隆县", "兴隆县兴隆镇", "兴隆镇"),
        ("兴隆县", "兴隆半壁山镇", "半壁山镇"),
        ("兴隆县", "承德市兴隆县六道河镇", "六道河镇"),
        ("兴隆县", "河北兴隆县李家营乡", "李家营镇"),
        ("金牛区", "四川省成都市金牛区营门口街办", "营门口街道"),
        ("金牛区", "天回镇街道", "天回镇街道"),
    ],
)
def test_an_address_of_the_home_county_finds_its_township(county, text, township):
    assert area(county, text, "defendant") == township


@pytest.mark.parametrize(
    ("county", "text", "match"),
    [
        ("甘州区", "明永乡", Match("明永镇", "alias")),
        ("兴隆县", "大杖子乡", Match("大杖子镇", "alias")),
        ("金牛区", "天回镇", Match("天回镇街道", "alias")),
        ("昆都仑区", "包钢厂区", Match("包钢厂区办事处", "alias")),
        ("金牛区", "天回街道办", Match("天回镇街道", "variant")),
        ("甘州区", "平山湖乡", Match("平山湖蒙古族乡", "variant")),
        ("兴隆县", "安子岭镇", Match("安子岭乡", "variant")),
        ("昆都仑区", "沼潭", Match("沼潭街道", "stem")),
        ("昆都仑区", "昆区沼潭", Match("沼潭街道", "stem")),
        ("甘州区", "梁家墩", Match("梁家墩镇", "stem")),
        ("甘州区", "大满新庙村", Match("大满镇", "stem")),
        ("金牛区", "成都金牛区天回", Match("天回镇街道", "stem")),
        ("甘州区", "张掖农场", Match("甘肃农垦张掖农场", "variant")),
    ],
)
def test_old_names_swapped_suffixes_and_anchored_stems_are_the_township(county, text, match):
    assert MATCHERS[county].match(text) == match


@pytest.mark.parametrize(
    ("county", "text", "how"),
    [
        ("甘州区", "四川省成都市金牛区天回镇街道", "province_outside"),
        ("甘州区", "东莞市长安镇", "city_outside"),
        ("甘州区", "临泽县沙河镇", "county_outside"),
        ("甘州区", "临泽县沙井镇", "county_outside"),
        ("甘州区", "张掖市临泽县沙井镇", "county_outside"),
        ("甘州区", "山丹县", "county_outside"),
        ("甘州区", "安阳市殷都区", "city_outside"),
        ("甘州区", "安阳县水冶镇", "county_outside"),
        ("甘州区", "西安市长安区", "city_outside"),
        ("甘州区", "四川金牛区天回镇", "province_outside"),
        ("甘州区", "四川成都长安镇", "province_outside"),
        ("甘州区", "长安镇（四川省成都市）", "province_outside"),
        ("甘州区", "武威市工业园区", "city_outside"),
        ("昆都仑区", "青山区", "county_outside"),
        ("昆都仑区", "包头市白云鄂博矿区", "county_outside"),
        ("昆都仑区", "土默特右旗", "county_outside"),
        ("昆都仑区", "锡林郭勒盟", "city_outside"),
        ("白云鄂博矿区", "贵阳市白云区", "city_outside"),
        ("兴隆县", "承德县六沟镇", "county_outside"),
        ("兴隆县", "平泉市", "city_outside"),
        ("兴隆县", "宽城满族自治县", "county_outside"),
        ("兴隆县", "兴隆台区", "county_outside"),
        ("兴隆县", "唐山市路南区", "city_outside"),
        ("兴隆县", "北京市平谷区", "province_outside"),
        ("金牛区", "甘州区天回镇", "county_outside"),
        ("金牛区", "西华县", "county_outside"),
        ("金牛区", "凉山州西昌市", "city_outside"),
    ],
)
def test_an_address_whose_county_part_names_another_place_is_outside(county, text, how):
    assert MATCHERS[county].match(text, "defendant") == Match("outside", how)


@pytest.mark.parametrize(
    "text",
    [
        *("外县", "外地", "外省", "县外", "区外", "域外", "辖区外", "非本辖区", "境外", "外市"),
        *("外省市", "外地人员", "外县（临泽县）", "本辖区外", "不在本辖区外"),
    ],
)
def test_words_for_elsewhere_are_outside(text):
    assert MATCHERS["甘州区"].match(text) == Match("outside", "stated_outside")


@pytest.mark.parametrize("text", ["甘州区", "张掖市", "甘肃省张掖市甘州区", "甘肃省", "张掖甘州"])
def test_the_county_alone_names_no_township_and_is_not_outside(text):
    assert MATCHERS["甘州区"].match(text) == Match(None, "county_only")


@pytest.mark.parametrize(
    ("county", "text"),
    [
        ("甘州区", "长安路"),
        ("甘州区", "长安东路"),
        ("甘州区", "大满路"),
        ("甘州区", "甘州区大满路"),
        ("金牛区", "天回路"),
        ("金牛区", "九里堤北路"),
        ("金牛区", "凤凰山路"),
        ("昆都仑区", "市府东路15号"),
        ("甘州区", "甘州区东街12号"),
    ],
)
def test_a_road_named_like_a_township_is_not_the_township(county, text):
    assert area(county, text) is None


def test_a_township_named_after_a_road_is_meant_in_a_column_of_townships_and_not_in_an_address():
    assert area("昆都仑区", "前进道", "stated") == "前进道街道"
    assert area("昆都仑区", "昆区前进道", "defendant") is None


@pytest.mark.parametrize(
    ("county", "text"),
    [
        ("甘州区", "沙井驿街道"),
        ("甘州区", "沙井驿"),
        ("甘州区", "大沙井镇"),
        ("甘州区", "甘州区平原堡镇"),
        ("甘州区", "上秦村"),
        ("甘州区", "武威工业园区"),
        ("甘州区", "深圳南山"),
        ("甘州区", "纽约"),
        ("甘州区", "红旗村"),
        ("甘州区", "河南村"),
        ("甘州区", "幸福小区"),
        ("甘州区", "华联超市"),
        ("甘州区", "甘州区高新区"),
        ("昆都仑区", "红旗街道"),
        ("兴隆县", "兴隆县城南街"),
    ],
)
def test_what_is_only_like_a_township_or_a_county_matches_nothing(county, text):
    assert area(county, text, "defendant") is None


@pytest.mark.parametrize("text", ["张掖经济技术开发区", "甘州区工业园区", "张掖市经开区", "滨河新区", "张掖市滨河新区"])
def test_a_quasi_township_ending_in_qu_is_not_taken_for_a_county(text):
    assert area("甘州区", text) in ("张掖经济技术开发区", "张掖滨河新区")


def test_a_stem_that_is_also_the_countys_name_is_not_the_township():
    assert area("兴隆县", "兴隆") is None
    assert area("兴隆县", "兴隆县兴隆") is None


def test_a_township_whose_stem_looks_like_a_county_is_the_township():
    old = Matcher(listing("旧县镇", "新市镇", "东区街道"), HomeCounty("甘州区", city="张掖市", province="甘肃省"))
    for text, township in (
        ("旧县", "旧县镇"),
        ("旧县镇", "旧县镇"),
        ("甘州区旧县", "旧县镇"),
        ("新市", "新市镇"),
        ("东区", "东区街道"),
    ):
        assert old.match(text).area == township
    assert old.match("旧县村").area is None


def test_similar_names_are_told_apart():
    assert (area("甘州区", "大满"), area("甘州区", "小满")) == ("大满镇", "小满镇")


def test_a_name_that_fits_two_townships_fits_none():
    two = Matcher(listing("城关镇", "城关乡", "长安镇", "长安街道"), HomeCounty("甘州区"))
    for text in ("城关", "城关街道", "长安", "长安乡", "甘州区长安"):
        assert two.match(text).area is None, text
    assert [two.match(t).area for t in ("城关镇", "城关乡", "长安街办", "长安镇")] == [
        "城关镇",
        "城关乡",
        "长安街道",
        "长安镇",
    ]


def test_an_alias_listed_by_two_townships_fits_none_and_never_beats_a_name():
    rows = [{"township": n, "kind": None, "aliases": a, "tribunal": None} for n, a in
            (("东镇", "老城乡、西关镇"), ("南镇", "老城乡"), ("西关镇", None))]  # fmt: skip
    two = Matcher(township_list([{**row, "batch": 1} for row in rows], []), HomeCounty())
    assert two.match("老城乡") == Match(None, "ambiguous")
    assert two.match("西关镇").area == "西关镇"


def test_a_village_named_after_another_township_does_not_move_the_address():
    assert area("甘州区", "长安镇沙井镇村") == "长安镇"
    assert area("甘州区", "长安镇大满村") == "长安镇"


@pytest.mark.parametrize(
    "text", ["长安镇沙井镇", "长安镇、沙井镇", "长安镇前进村、沙井镇东五村", "甘州区长安镇与大满镇交界"]
)
def test_two_townships_in_one_text_decide_nothing(text):
    assert MATCHERS["甘州区"].match(text) == Match(None, "ambiguous")


def test_a_decision_of_a_person_wins_over_everything_however_it_was_spaced():
    decided = matcher(
        "甘州区", {"临泽县沙河镇": "沙井镇", "长安镇": "outside", "民一庭": "乌江镇", "某处": "撤销了的镇"}
    )
    assert decided.match("临泽县 沙河镇") == Match("沙井镇", "decision")
    assert decided.match("长安镇") == Match("outside", "decision")
    assert decided.match("民一庭", "tribunal") == Match("乌江镇", "decision")
    assert decided.match("某处") == Match(None, "unknown"), "a township that is no longer listed places nothing"


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
    assert known.match("前进村") == Match(None, "ambiguous")
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
