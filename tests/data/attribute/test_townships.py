import pytest

from data.attribute.townships import TownshipNames, is_county_total, kind_of, township_list, unlisted
from tests.data.attribute.counties import ROWS


def row(name, kind=None, aliases=None, tribunal=None, batch=None):
    return {"township": name, "kind": kind, "aliases": aliases, "tribunal": tribunal, "batch": batch}


def codes(townships):
    return [township.code for township in townships]


@pytest.mark.parametrize(
    ("name", "stated", "kind"),
    [
        ("东街街道", None, "街道"),
        ("东街街道办事处", None, "街道"),
        ("东街街办", None, "街道"),
        ("东街办事处", None, "街道"),
        ("长安镇", None, "镇"),
        ("龙渠乡", None, "乡"),
        ("平山湖蒙古族乡", "民族乡", "乡"),
        ("巴音苏木", None, "乡"),
        ("长安镇", "乡镇", "镇"),
        ("长安", "镇", "镇"),
        ("种羊场", None, "类似乡级单位"),
        ("甘肃农垦张掖农场", None, "类似乡级单位"),
        ("东山林场", None, "类似乡级单位"),
        ("南华山管理处", None, "类似乡级单位"),
        ("农场管理处", None, "类似乡级单位"),
        ("海兴工业园区", None, "类似乡级单位"),
        ("张掖经济技术开发区", None, "类似乡级单位"),
        ("包钢厂区办事处", None, "类似乡级单位"),
        ("张掖滨河新区", None, "类似乡级单位"),
        ("某某单位", "类似乡级单位", "类似乡级单位"),
        ("长安", None, None),
    ],
)
def test_the_kind_comes_from_the_kind_column_or_the_ending(name, stated, kind):
    assert kind_of(name, stated) == kind


@pytest.mark.parametrize(
    "name",
    [
        "合计",
        "总 计",
        "全县",
        "全区",
        "全县合计",
        "本县",
        "甘州区",
        "甘肃省张掖市甘州区",
        "敦煌市",
        "兴隆县",
        "昆都仑区",
    ],
)
def test_the_county_itself_is_no_township(name):
    assert is_county_total(name)


@pytest.mark.parametrize(
    "name", ["长安镇", "滨河新区", "工业园区", "市府东路街道", "红旗", "东区街道", "长安", "种羊场"]
)
def test_a_township_is_not_taken_for_the_county(name):
    assert not is_county_total(name)


def test_the_countys_own_names_are_left_out_in_whatever_form():
    names = ["白云鄂博矿区", "白云矿区", "矿山路街道"]
    assert codes(township_list([], names, ("白云鄂博矿区",))) == ["矿山路街道"]
    assert codes(township_list([], ["矿区", "矿山路街道"], ("矿区",))) == ["矿山路街道"]


def test_without_a_ledger_the_population_names_are_the_list_in_their_order():
    names = ["合计", "长安镇", "甘州区", "东街街道办事处", "东街街道", " 长安镇 ", "种羊场"]
    townships = township_list([], names)
    assert codes(townships) == ["长安镇", "东街街道", "种羊场"]
    assert [t.is_quasi for t in townships] == [False, False, True]


def test_with_a_ledger_population_names_add_nothing():
    assert codes(township_list([row("长安镇")], ["沙井镇"])) == ["长安镇"]


def test_an_old_name_joins_the_township_that_lists_it():
    townships = township_list([row("大杖子镇", aliases="大杖子乡", batch=2), row("大杖子乡", batch=1)], [])
    assert codes(townships) == ["大杖子镇"]
    assert townships[0].aliases == ("大杖子乡",)


def test_a_renamed_township_that_lists_its_old_name_joins_the_older_row_too():
    townships = township_list([row("长安镇", batch=2), row("长安乡", aliases="长安镇", batch=1)], [])
    assert codes(townships) == ["长安镇"]


def test_two_rows_of_one_file_are_two_townships():
    townships = township_list([row("东镇", aliases="西镇", batch=1), row("西镇", batch=1)], [])
    assert codes(townships) == ["东镇", "西镇"]


def test_the_newest_file_gives_the_order_and_older_files_fill_what_it_left_empty():
    townships = township_list(
        [row("乙镇", batch=2), row("甲镇", batch=2), row("甲镇", "镇", "甲乡", "甲法庭", 1), row("丙乡", batch=1)], []
    )
    assert codes(townships) == ["乙镇", "甲镇", "丙乡"]
    assert (townships[1].aliases, townships[1].tribunal) == (("甲乡",), "甲法庭")


def test_aliases_lose_their_notes_and_a_note_beside_the_name_is_an_alias():
    townships = township_list(
        [row("明永镇", aliases="明永乡 (until 2015)；明永公社、明永镇"), row("大杖子镇（原大杖子乡）")], []
    )
    assert townships[0].aliases == ("明永乡", "明永公社")
    assert (townships[1].code, townships[1].aliases) == ("大杖子镇", ("大杖子乡",))


def test_the_county_row_of_a_ledger_is_left_out_by_its_kind():
    assert codes(
        township_list([row("某某", kind="county"), row("甘州", kind="市辖区"), row("长安镇", kind="镇")], [])
    ) == ["长安镇"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("大杖子乡", "大杖子镇"),
        ("李家营乡", "李家营镇"),
        ("半壁山", "半壁山镇"),
        ("兴隆县 大水泉镇", "大水泉镇"),
        ("南天门乡", "南天门满族乡"),
        ("大水泉镇（含水库）", "大水泉镇"),
        ("蘑菇峪镇", None),
    ],
)
def test_a_population_row_finds_its_township(name, code):
    assert TownshipNames(township_list(ROWS["兴隆县"], [])).resolve(name) == code


def test_a_population_name_that_fits_two_townships_fits_none():
    assert TownshipNames(township_list([row("城关镇"), row("城关乡")], [])).resolve("城关") is None


def test_population_names_outside_the_list_are_told_apart_from_totals():
    townships = township_list(ROWS["兴隆县"], [])
    names = ["兴隆县", "合计", "大杖子乡", "蘑菇峪镇", "蘑菇峪镇"]
    assert unlisted(names, townships, ("兴隆县",)) == ["蘑菇峪镇"]


def test_the_sample_counties_hold_the_quasi_townships_apart():
    quasi = [t.code for t in township_list(ROWS["甘州区"], []) if t.is_quasi]
    assert quasi == ["张掖经济技术开发区", "甘肃农垦张掖农场", "张掖滨河新区"]
