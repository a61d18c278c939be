import pytest

from data.clean.parties import is_defendant_role, is_legal_person, organisations, parties_by_side


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("甘州区农村信用合作联社", ("甘州区农村信用合作联社",)),
        ("张三", ()),
        ("张三,李四、王五", ()),
        ("张三，某某物业服务有限公司", ("某某物业服务有限公司",)),
        ("某某商贸有限公司\n李四；某某银行股份有限公司张掖分行", ("某某商贸有限公司", "某某银行股份有限公司张掖分行")),
        ("原告：某某公司", ("某某公司",)),
        ("某某公司（法定代表人：张三）", ("某某公司",)),
        ("张三（系某某公司员工）", ()),
        ("中国银行股份有限公司（张掖分行）", ("中国银行股份有限公司(张掖分行)",)),
        ("甘肃某某（集团）有限公司", ("甘肃某某(集团)有限公司",)),
        ("某某公司张三", ("某某公司",)),
        ("某某公司 法定代表人张三 13812345678", ("某某公司",)),
        ("某某公司13812345678", ("某某公司",)),
        ("张三和某某公司", ("某某公司",)),
        ("张三与某某公司", ("某某公司",)),
        ("和平商贸公司", ("和平商贸公司",)),
        ("甘州区人民政府、甘州区公安局", ("甘州区人民政府", "甘州区公安局")),
        ("甘浚镇星光村村民委员会", ("甘浚镇星光村村民委员会",)),
        ("张掖市第二中学", ("张掖市第二中学",)),
        ("张掖市某某砖瓦厂", ("张掖市某某砖瓦厂",)),
        ("某某公司、某某公司", ("某某公司",)),
        ("李建厂", ()),
        ("王会", ()),
        ("欧阳建社", ()),
        ("阿依古丽·买买提", ()),
        ("", ()),
        (3.0, ()),
    ],
)
def test_organisations_are_kept_and_persons_dropped(cell, kept):
    assert organisations(cell) == kept


@pytest.mark.parametrize(
    ("cell", "sides"),
    [
        ("原告：张三；被告：某某公司", ((), ("某某公司",))),
        ("原告：某某银行；被告：李四、某某公司", (("某某银行",), ("某某公司",))),
        ("原告某某银行,被告李四,第三人某某公司", (("某某银行",), ())),
        ("申请人：某某物业公司 被申请人：王五", (("某某物业公司",), ())),
        ("某某银行诉张三", (("某某银行",), ())),
        ("张三诉某某公司", ((), ("某某公司",))),
        ("某某银行，张三", (("某某银行",), ())),
        ("张三,某某公司", ((), ("某某公司",))),
        ("张三、李四", ((), ())),
    ],
)
def test_a_column_of_all_parties_is_parted_by_side(cell, sides):
    assert parties_by_side(cell) == sides


@pytest.mark.parametrize(
    ("role", "is_defendant"),
    [("被告", True), ("被申请人", True), ("原告", False), ("申请人", False), ("第三人", None), ("", None)],
)
def test_roles_name_a_side(role, is_defendant):
    assert is_defendant_role(role) is is_defendant


BODIES = [
    *("云泽农村商业银行", "甘州区农村信用合作联社", "某某物业服务有限公司", "城关街道东街居委会", "云泽县公安局"),
    *("中国银行股份有限公司(张掖分行)", "中国邮政储蓄银行云泽县支行", "云泽农商行东关分理处"),
    "中国人寿保险股份有限公司云泽支公司",
]
TRADERS = [
    *("张建国建材商行", "李四便民超市", "王五诊所", "赵六律师事务所", "张三砖厂"),
    *("大学城李四烧烤店", "李明保险代理店", "张记中学文具店", "王五医院门口小吃店", "张三银行卡维修部"),
]


@pytest.mark.parametrize("name", BODIES)
def test_a_body_is_a_legal_person(name):
    assert is_legal_person(name)


@pytest.mark.parametrize("name", TRADERS)
def test_a_trader_s_name_may_be_its_owner_s(name):
    assert not is_legal_person(name)
