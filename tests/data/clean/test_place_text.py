import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.clean.place_text import cut_address, stated_place, tribunal_place


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("甘州区东街街道西环路12号3单元", "甘州区东街街道"),
        ("甘州区东街街道西环路十二号", "甘州区东街街道"),
        ("城关镇人民路社区3号楼张三", "城关镇人民路社区"),
        ("白云路街道", "白云路街道"),
        ("友谊大街街道", "友谊大街街道"),
        ("铁路北街街道", "铁路北街街道"),
        ("马路口镇", "马路口镇"),
        ("兴隆县大杖子乡", "兴隆县大杖子乡"),
        ("梁家墩梁家墩村3社5号", "梁家墩梁家墩村"),
        ("昆区沼潭", "昆区沼潭"),
        ("昆区沼潭12号", "昆区沼潭"),
        ("甘肃省张掖市甘州区梁家墩镇梁家墩村三社12号", "甘肃省张掖市甘州区梁家墩镇梁家墩村"),
        ("内蒙古自治区包头市昆都仑区友谊大街街道3号街坊", "内蒙古自治区包头市昆都仑区友谊大街街道"),
        ("包头市白云鄂博矿区矿山路街道", "包头市白云鄂博矿区矿山路街道"),
        ("成都市金牛区天回镇街道天回社区1组", "成都市金牛区天回镇街道天回社区"),
        ("四川省成都市金牛区西华街道办事处", "四川省成都市金牛区西华街道办事处"),
        ("张三，男，1980年1月1日出生，汉族，住甘州区甘浚镇星光村5社，身份证620702198001011234", "甘州区甘浚镇星光村"),
        ("张三，13812345678，甘州区东街街道", "甘州区东街街道"),
        ("甘州区西环路东街街道", "甘州区东街街道"),
        ("甘州区西环路阳光社区", "甘州区阳光社区"),
        ("甘州区大满镇市场12号", "甘州区大满镇"),
        ("甘州区 甘浚镇 星光村 3社 张三", "甘州区甘浚镇星光村"),
        ("（甘州区）东街街道", "甘州区东街街道"),
        ("甘州区/东街街道/泰安社区", "甘州区东街街道泰安社区"),
        ("甘州区东街街道（户籍地）", "甘州区东街街道"),
        ("住所地：甘州区长安镇", "甘州区长安镇"),
        ("734000甘州区长安镇", "甘州区长安镇"),
        ("甘州区阳光小区5号楼", "甘州区"),
        ("重庆市市辖区渝中区解放碑街道", "重庆市渝中区解放碑街道"),
        ("甘南州夏河县拉卜楞镇", "甘南州夏河县拉卜楞镇"),
        ("阿坝藏族羌族自治州汶川县威州镇", "阿坝藏族羌族自治州汶川县威州镇"),
        ("鄂尔多斯市伊金霍洛旗阿勒腾席热镇", "鄂尔多斯市伊金霍洛旗阿勒腾席热镇"),
        ("景德镇市昌江区", "景德镇市昌江区"),
        ("新乡市红旗区", "新乡市红旗区"),
        ("郑州市上街区", "郑州市上街区"),
        ("哈尔滨市道外区", "哈尔滨市道外区"),
        ("镇平县城关镇", "镇平县城关镇"),
        ("甘州区老寺庙农场", "甘州区老寺庙农场"),
        ("甘浚镇人民政府", "甘浚镇"),
        ("新市镇", "新市镇"),
        ("红旗镇", "红旗镇"),
        ("外县", "外县"),
        ("甘肃省张掖市甘州区甘肃省张掖市甘州区东街街道", "甘肃省张掖市甘州区东街街道"),
        ("甘州区张三", "甘州区"),
        ("城关镇新民村8组70号", "城关镇新民村"),
        ("云泽县白鹭渡新民村1组41号", "云泽县白鹭渡新民村"),
        ("甘州区阳光度假村", "甘州区"),
        ("户籍地址不明", None),
        ("甘州区甘浚镇张三", "甘州区甘浚镇"),
        ("甘州区甘浚镇星光村张三", "甘州区甘浚镇星光村"),
        ("甘州区买买提", "甘州区"),
        ("西环路12号", None),
        ("西环路北区3号", None),
        ("阳光小区", None),
        ("张三", None),
        ("阿依古丽·买买提", None),
        ("13812345678", None),
        ("", None),
        (45356.0, None),
    ],
)
def test_an_address_is_cut_to_its_administrative_part(address, kept):
    assert cut_address(address) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("沼潭", "沼潭"),
        ("外县", "外县"),
        ("辖区外", "辖区外"),
        ("东街", "东街"),
        ("梁家墩", "梁家墩"),
        ("天回镇街道", "天回镇街道"),
        ("12.东街街道", "东街街道"),
        ("１２、东街街道", "东街街道"),
        (" 东街 街道 ", "东街街道"),
        ("甘州区东街街道西环路12号", "甘州区东街街道"),
        ("东街街道西环路12号", "东街街道"),
        ("张三 13812345678", None),
        ("-", None),
        ("不详", None),
    ],
)
def test_a_stated_place_stays_whole_when_short_and_bare(typed, kept):
    assert stated_place(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("甘浚法庭", "甘浚法庭"),
        ("甘浚人民法庭（张三）", "甘浚人民法庭"),
        ("甘州区人民法院甘浚人民法庭", "甘州区人民法院甘浚人民法庭"),
        ("立案庭 甘浚法庭", "甘浚法庭"),
        ("民一庭", None),
        ("速裁法庭", None),
        ("少年法庭", None),
        ("", None),
    ],
)
def test_only_a_tribunal_is_a_place(typed, kept):
    assert tribunal_place(typed) == kept


AREAS = st.sampled_from(["甘州区", "甘肃省张掖市甘州区", "昆区", "兴隆县", ""])
TOWNSHIPS = st.sampled_from(["东街街道", "甘浚镇", "大杖子乡", "白云路街道", "星光村", ""])
# Characters that end no administrative unit, so that the name cannot itself be read as a place.
GIVEN = st.text(alphabet="伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英", min_size=1, max_size=2)
PERSONS = st.builds("{}{}".format, st.sampled_from("张王李赵陈刘杨黄周吴欧马买阿"), GIVEN)
ROADS = st.sampled_from(["西环路", "友谊大街", "幸福巷", "人民大道", "民主路", ""])
HOUSES = st.builds("{}{}".format, st.integers(1, 9999), st.sampled_from(["号", "号楼", "栋", "幢", "室", "单元", "组"]))
PHONES = st.from_regex(r"1[3-9]\d{9}", fullmatch=True)


@given(AREAS, TOWNSHIPS, ROADS, HOUSES, PERSONS, PHONES)
def test_no_road_house_number_person_or_phone_survives(area, township, road, house, person, phone):
    for address in (
        f"{area}{township}{road}{house}{person}{phone}",
        f"{area}{township}{person}",
        f"{area}{township}{road}{house} {person} {phone}",
        f"{person}，{phone}，住{area}{township}{road}{house}",
    ):
        for kept in filter(None, (cut_address(address), stated_place(address) if house in address else None)):
            assert set(kept) <= set(area + township), address
            assert person not in kept


@given(st.text(max_size=40))
def test_digits_never_survive(text):
    for cut in (cut_address, stated_place):
        assert not re.search(r"\d", cut(text) or "")


@given(AREAS, TOWNSHIPS, ROADS, HOUSES, st.text(alphabet="张三李四王五东街街道甘浚镇村社区", max_size=12))
def test_nothing_after_a_house_number_survives(area, township, road, house, after):
    address = f"{area}{township}{road}{house}"
    assert cut_address(address + after) == cut_address(address)
