import pytest

from data.attribute.home_county import conflicting_court_code, infer_home, place_of, place_of_court, short_names
from data.attribute.model import HomeCounty

GANZHOU = HomeCounty("甘州区", (), "张掖市", "甘肃省", "甘0702")


def test_all_witnesses_together_give_every_part():
    home = infer_home(
        {"甘0702": 900, "甘0723": 3},
        {"张掖市甘州区人民法院": 900},
        ["甘州区2020年常住人口"],
        {"甘肃省张掖市甘州区长安镇": 500, "山丹县": 80, "四川省成都市金牛区": 5},
    )
    assert home == GANZHOU


@pytest.mark.parametrize(
    ("title", "county"),
    [
        ("甘州区2020年常住人口", "甘州区"),
        ("2020年甘州区各乡镇常住人口", "甘州区"),
        ("附件1：昆都仑区第七次人口普查主要数据", "昆都仑区"),
        ("表一 兴隆县乡镇街道人口", "兴隆县"),
        ("甘州区人民法院案件查询结果", "甘州区"),
        ("张掖市甘州区人民法院案件查询结果\n导出时间：2026-10-31", "甘州区"),
        ("白云鄂博矿区人民法院收案台账", "白云鄂博矿区"),
        ("全区人口情况", None),
        ("案件查询结果", None),
    ],
)
def test_a_title_alone_names_the_county(title, county):
    assert infer_home({}, {}, [title], {}).name == county


@pytest.mark.parametrize(
    ("court", "place"),
    [
        ("甘州区人民法院", (None, None, "甘州区")),
        ("甘肃省张掖市甘州区人民法院", ("甘肃省", "张掖市", "甘州区")),
        ("甘州区人民法院沙井人民法庭", (None, None, "甘州区")),
        ("敦煌市人民法院", (None, None, "敦煌市")),
        ("包头市白云鄂博矿区人民法院", (None, "包头市", "白云鄂博矿区")),
        ("吉林省吉林市船营区人民法院", ("吉林省", "吉林市", "船营区")),
        ("乐山市市中区人民法院", (None, "乐山市", "市中区")),
        ("张掖市中级人民法院", None),
        ("兰州铁路运输法院", None),
        ("民一庭", None),
    ],
)
def test_a_court_is_named_after_its_county(court, place):
    assert place_of_court(court) == place


def test_addresses_alone_give_county_city_and_province_by_majority():
    home = infer_home({}, {}, [], {"甘肃省张掖市甘州区长安镇": 60, "甘州区沙井镇": 30, "山丹县": 20, "长安镇": 40})
    assert home == HomeCounty("甘州区", (), "张掖市", "甘肃省", None)


def test_rows_count_and_not_distinct_texts():
    few_texts = {"甘州区长安镇": 900, "山丹县": 1, "临泽县": 1, "高台县": 1, "民乐县": 1}
    assert infer_home({}, {}, [], few_texts).name == "甘州区"


def test_a_ledger_that_states_a_county_only_where_it_is_another_one_fools_nobody():
    home = infer_home({"甘0702": 1000}, {}, [], {"长安镇": 600, "沙井镇": 370, "临泽县": 29, "山丹县": 1})
    assert home == HomeCounty(province="甘肃省", court_code="甘0702")


def test_no_majority_is_no_answer():
    assert infer_home({}, {}, [], {"甘州区": 50, "山丹县": 50}).name is None
    assert infer_home({"甘0702": 1, "甘0723": 1}, {}, [], {}).court_code is None
    assert infer_home({}, {}, [], {}) == HomeCounty()


def test_addresses_of_another_province_than_the_courts_do_not_name_the_county():
    home = infer_home({"甘0702": 10}, {}, [], {"四川省成都市金牛区": 70, "甘州区": 30})
    assert (home.name, home.province) == ("甘州区", "甘肃省")


def test_the_court_name_decides_over_addresses_and_titles():
    home = infer_home({}, {"甘州区人民法院": 5}, ["山丹县2020年常住人口"], {"山丹县": 500})
    assert home.name == "甘州区"


def test_a_short_name_votes_for_the_long_one():
    home = infer_home({"内0203": 9}, {}, [], {"昆区": 45, "包头市昆都仑区昆河镇": 40, "青山区": 15})
    assert home == HomeCounty("昆都仑区", ("昆区",), "包头市", "内蒙古自治区", "内0203")


def test_the_city_comes_from_addresses_of_the_home_county_not_of_its_namesakes():
    addresses = {"福州市鼓楼区东街街道": 90, "南京市鼓楼区": 9, "厦门市思明区": 30}
    assert infer_home({}, {"鼓楼区人民法院": 3}, [], addresses).city == "福州市"


def test_a_city_written_without_the_county_is_the_countys_city_only_by_far_the_most():
    assert infer_home({}, {"甘州区人民法院": 3}, [], {"张掖市长安镇": 80, "东莞市长安镇": 5}).city == "张掖市"
    assert infer_home({}, {"甘州区人民法院": 3}, [], {"长安镇": 95, "东莞市长安镇": 5}).city is None


def test_a_county_level_city_is_inferred_from_its_addresses():
    home = infer_home({"甘0982": 9}, {}, [], {"敦煌市沙州镇": 70, "酒泉市肃州区": 3, "玉门市": 5})
    assert (home.name, home.city, home.province) == ("敦煌市", None, "甘肃省")


@pytest.mark.parametrize(
    ("county", "short"),
    [
        ("昆都仑区", "昆区"),
        ("白云鄂博矿区", "白云矿区"),
        ("土默特右旗", "土右旗"),
        ("科尔沁左翼中旗", "科左中旗"),
        ("达拉特旗", "达旗"),
        ("大厂回族自治县", "大厂县"),
        ("甘州区", None),
        ("兴隆县", None),
    ],
)
def test_short_names_of_counties(county, short):
    assert (short in short_names(county)) if short else short_names(county) == ()


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("甘肃省张掖市甘州区长安镇", ("甘肃省", "张掖市", "甘州区")),
        ("四川金牛区天回镇", ("四川省", None, "金牛区")),
        ("内蒙古自治区包头市达尔罕茂明安联合旗", ("内蒙古自治区", "包头市", "达尔罕茂明安联合旗")),
        ("凉山彝族自治州西昌市", (None, "凉山彝族自治州", "西昌市")),
        ("巴中市巴州区", (None, "巴中市", "巴州区")),
        ("景德镇市珠山区", (None, "景德镇市", "珠山区")),
        ("新乡市红旗区", (None, "新乡市", "红旗区")),
        ("荆州市沙市区", (None, "荆州市", "沙市区")),
        ("玉门市", (None, "玉门市", None)),
        ("南京市鼓楼区", (None, "南京市", "鼓楼区")),
        ("焦作市马村区", (None, "焦作市", "马村区")),
        ("通道侗族自治县", (None, None, "通道侗族自治县")),
        ("上海市浦东新区", ("上海市", None, "浦东新区")),
        ("东营市东营区", (None, "东营市", "东营区")),
        ("深圳市民治街道", (None, "深圳市", None)),
        ("庆阳市镇原县", (None, "庆阳市", "镇原县")),
        ("营口市站前区", (None, "营口市", "站前区")),
        ("南阳市社旗县", (None, "南阳市", "社旗县")),
        ("阳泉市矿区", (None, "阳泉市", "矿区")),
        ("湖南省津市市", ("湖南省", "津市市", None)),
        ("青岛市市南区", (None, "青岛市", "市南区")),
        ("临高县", (None, None, "临高县")),
        ("旧县镇", (None, None, None)),
        ("前红旗村", (None, None, None)),
        ("城市花园小区", (None, None, None)),
        ("海南省", ("海南省", None, None)),
        ("河南村", (None, None, None)),
        ("上海路街道", (None, None, None)),
        ("市府东路街道", (None, None, None)),
        ("张掖经济技术开发区", (None, None, None)),
        ("前进村幸福小区", (None, None, None)),
        ("华联超市", (None, None, None)),
        ("红旗街道", (None, None, None)),
        ("我县", (None, None, None)),
    ],
)
def test_the_county_part_is_read_without_a_list_of_counties(address, place):
    assert place_of(address) == place


def test_a_file_of_another_court_is_told_by_its_court_code():
    assert conflicting_court_code({"甘0723": 100, "甘0702": 3}, GANZHOU) == "甘0723"
    assert conflicting_court_code({"甘0702": 100, "甘0723": 30}, GANZHOU) is None
    assert conflicting_court_code({"甘0702": 1, "甘0723": 1}, GANZHOU) is None
    assert conflicting_court_code({"甘0723": 100}, HomeCounty("甘州区")) is None
    assert conflicting_court_code({}, GANZHOU) is None
