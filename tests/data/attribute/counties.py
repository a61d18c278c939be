"""A few townships of five real counties, with the quirks that matter, typed by hand."""

from data.attribute.home_county import short_names
from data.attribute.matcher import Matcher
from data.attribute.model import HomeCounty
from data.attribute.townships import township_list


def _rows(*lines):
    cells = [(*line.split("|"), "", "", "")[:4] for line in lines]
    return [{"township": c[0], "kind": c[1], "aliases": c[2], "tribunal": c[3]} for c in cells]


ROWS = {
    "甘州区": _rows(
        *[
            "东街街道",
            "火车站街道",
            "梁家墩镇",
            "乌江镇",
            "上秦镇",
            "长安镇||长安乡",
            "安阳乡",
            "平山湖蒙古族乡|民族乡",
        ],
        *("大满镇|镇||大满人民法庭", "小满镇|||大满人民法庭", "沙井镇|||沙井人民法庭", "明永镇|镇|明永乡 (until 2015)"),
        "张掖经济技术开发区|类似乡级单位|甘肃张掖工业园区;张掖工业园区",
        *("甘肃农垦张掖农场|类似乡级单位", "张掖滨河新区|类似乡级单位"),
    ),
    "昆都仑区": _rows(
        *[
            "少先路街道",
            "沼潭街道",
            "友谊大街街道",
            "市府东路街道",
            "白云路街道",
            "前进道街道",
            "昆北街道",
            "昆河镇",
            "卜尔汉图镇",
        ],
        "包钢厂区办事处|类似乡级单位|包钢厂区",
    ),
    "白云鄂博矿区": _rows("矿山路街道", "通阳道街道"),
    "兴隆县": _rows(
        *["兴隆镇", "半壁山镇", "六道河镇", "李家营镇", "大杖子镇||大杖子乡", "大水泉镇", "南天门满族乡", "安子岭乡"]
    ),
    "金牛区": _rows(*["西安路街道", "西华街道", "九里堤街道", "凤凰山街道", "营门口街道", "天回镇街道||天回镇"]),
}

HOMES = {
    name: HomeCounty(name, short_names(name), city, province, code)
    for name, city, province, code in (
        ("甘州区", "张掖市", "甘肃省", "甘0702"),
        ("昆都仑区", "包头市", "内蒙古自治区", "内0203"),
        ("白云鄂博矿区", "包头市", "内蒙古自治区", "内0206"),
        ("兴隆县", "承德市", "河北省", "冀0822"),
        ("金牛区", "成都市", "四川省", "川0106"),
    )
}


def matcher(county, decisions=None, villages=None):
    """A matcher of one of the five counties."""
    return Matcher(township_list(ROWS[county], [], (county,)), HOMES[county], decisions, villages)
