"""Names of China's first two administrative levels that cannot be told by their last character alone."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Province:
    """`court_character` is the first character of its courts' codes (法〔2015〕137号)."""

    name: str
    short: str
    court_character: str


PROVINCES = (
    Province("北京市", "北京", "京"),
    Province("天津市", "天津", "津"),
    Province("河北省", "河北", "冀"),
    Province("山西省", "山西", "晋"),
    Province("内蒙古自治区", "内蒙古", "内"),
    Province("辽宁省", "辽宁", "辽"),
    Province("吉林省", "吉林", "吉"),
    Province("黑龙江省", "黑龙江", "黑"),
    Province("上海市", "上海", "沪"),
    Province("江苏省", "江苏", "苏"),
    Province("浙江省", "浙江", "浙"),
    Province("安徽省", "安徽", "皖"),
    Province("福建省", "福建", "闽"),
    Province("江西省", "江西", "赣"),
    Province("山东省", "山东", "鲁"),
    Province("河南省", "河南", "豫"),
    Province("湖北省", "湖北", "鄂"),
    Province("湖南省", "湖南", "湘"),
    Province("广东省", "广东", "粤"),
    Province("广西壮族自治区", "广西", "桂"),
    Province("海南省", "海南", "琼"),
    Province("重庆市", "重庆", "渝"),
    Province("四川省", "四川", "川"),
    Province("贵州省", "贵州", "黔"),
    Province("云南省", "云南", "云"),
    Province("西藏自治区", "西藏", "藏"),
    Province("陕西省", "陕西", "陕"),
    Province("甘肃省", "甘肃", "甘"),
    Province("青海省", "青海", "青"),
    Province("宁夏回族自治区", "宁夏", "宁"),
    Province("新疆维吾尔自治区", "新疆", "新"),
    Province("台湾省", "台湾", ""),
    Province("香港特别行政区", "香港", ""),
    Province("澳门特别行政区", "澳门", ""),
)

BY_COURT_CHARACTER = {p.court_character: p.name for p in PROVINCES if p.court_character}
BY_COURT_CHARACTER["兵"] = "新疆维吾尔自治区"

SHORT_NAMES = {p.name: p.short for p in PROVINCES}

_full = {p.name: p.name for p in PROVINCES}
_full |= {f"{p.short}省": p.name for p in PROVINCES}
_full |= {f"{p.short}自治区": p.name for p in PROVINCES if p.name.endswith("自治区")}
_full |= {"广西省": "广西壮族自治区", "内蒙自治区": "内蒙古自治区"}
FULL = _full
"""Spellings with their administrative word → province."""

SHORT = {p.short: p.name for p in PROVINCES} | {"内蒙": "内蒙古自治区"}
"""Spellings without it → province."""

# 州, 盟 and 地区 are told by name: 甘州, 兰州路 and 某某地区 are not prefectures.
_AUTONOMOUS = (
    "延边|恩施|湘西|阿坝|甘孜|凉山|黔西南|黔东南|黔南|楚雄|红河|文山|西双版纳|大理|德宏|怒江|迪庆|临夏|甘南|"
    "海北|黄南|海南|果洛|玉树|海西|昌吉|博尔塔拉|博|巴音郭楞|巴|克孜勒苏|克|伊犁"
)
_LEAGUES = "兴安|锡林郭勒|锡|阿拉善|呼伦贝尔|哲里木|昭乌达|乌兰察布|伊克昭|巴彦淖尔"
_REGIONS = "大兴安岭|阿里|喀什|和田|阿克苏|塔城|阿勒泰|吐鲁番|哈密|那曲|昌都|山南|林芝|日喀则|毕节|铜仁|海东"

PREFECTURE = re.compile(
    rf"(?:{_AUTONOMOUS})州(?![区县市镇乡街路])|(?:{_LEAGUES})盟|(?:{_REGIONS})地区"
    r"|[\u4e00-\u9fff]{2,12}?自治州"
)

ETHNIC = re.compile(
    "(?:(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|"
    "柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|"
    "塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各)族)+$"
)
"""Names of peoples at the end of a place's stem, as in 平山湖蒙古族(乡)."""
