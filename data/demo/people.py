"""Invented persons and companies. Identity numbers have an area code no place has, phones an unassigned block."""

from operator import mul
from random import Random

from data.demo.chance import pick

_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
_GIVEN = "建国秀英志强桂兰玉珍海燕晓明丽华文军春梅永福淑芳俊杰雪莲成龙小平翠花宏伟彩霞立新金凤"
_RARE = ("䶮", "喆", "㛃", "堃", "昇", "\U000201a4", "祎")
_IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
FAKE_AREA = "991921"  # no province has the number 99

BANK = "云泽农村商业银行股份有限公司"
PROPERTY = "云泽县安居物业服务有限公司"
DEVELOPER = "云泽县云锦置业有限公司"
COMPANIES = (
    BANK,
    PROPERTY,
    DEVELOPER,
    "朔泉银行股份有限公司云泽支行",
    "云泽县瑞禾农资有限公司",
    "云泽县宏垚建筑工程有限公司",
    "云泽县䶮泉商贸有限公司",
    "甘肃泽润建材有限责任公司",
    "云泽县四季青蔬菜农民专业合作社",
    "云泽县顺达运输有限公司",
    "朔泉市安平小额贷款有限责任公司",
    "云泽县金穗种业有限公司",
)
OFFICES = (
    "云泽县自然资源局",
    "云泽县公安局",
    "云泽县人力资源和社会保障局",
    "云泽县市场监督管理局",
    "云泽县住房和城乡建设局",
)
JUDGES = ("韩文远", "苏静", "马建章", "祁小兰", "达明", "贺春生", "柴玉梅", "安志和", "窦立", "包秀清")


def person(rng: Random) -> str:
    """A name of two or three characters, now and then with a character outside GBK."""
    name = pick(rng, _SURNAMES) + pick(rng, _GIVEN)
    tail = rng.random()
    if tail < 0.01:
        return name + pick(rng, _RARE)
    return name + pick(rng, _GIVEN) if tail < 0.85 else name


def identity_number(rng: Random) -> str:
    """Eighteen characters with a right check digit and an impossible area code."""
    drawn = int(rng.random() * 55 * 336_000)
    birth = f"{1950 + drawn // 336_000}{drawn % 12 + 1:02d}{drawn % 28 + 1:02d}"
    body = f"{FAKE_AREA}{birth}{drawn % 336_000 % 1000:03d}"
    total = sum(map(mul, map(int, body), _IDENTITY_WEIGHTS))
    return body + "10X98765432"[total % 11]


def phone(rng: Random) -> str:
    """Eleven digits in the block 154, which no operator has."""
    return f"154{int(rng.random() * 100_000_000):08d}"
