import pytest

from data.attribute.matcher import Matcher
from data.attribute.model import HomeCounty, Match
from data.attribute.townships import township_list
from tests.data.attribute.counties import ROWS, matcher

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
