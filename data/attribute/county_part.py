"""Reads the province, city and county part of an address, without any list of counties.

Told by their last character: 县, 区, 旗, 市. What only looks like one (小区, 工业园区, 超市, 红旗村) is told by what
stands before and behind. Prefectures whose word is ambiguous (州, 盟, 地区) and provinces are told by name.
"""

import re
from dataclasses import dataclass
from typing import Literal

from data.attribute.provinces import FULL, PREFECTURE, SHORT

Level = Literal["province", "city", "county"]


@dataclass(frozen=True)
class Part:
    """One administrative part of an address; `end` is the position behind it."""

    level: Level
    name: str
    end: int


_PROVINCE = re.compile("|".join(sorted(FULL, key=len, reverse=True)))
_PROVINCE_SHORT = re.compile("|".join(sorted(SHORT, key=len, reverse=True)))
_SUFFIX = re.compile("自治县|自治旗|县|区|旗|市")
_LOCAL = "村社队组屯庄寨沟坪坝湾营堡坡岭路街巷镇乡场站桥口嘎苏"
_FURTHER = re.compile(f"[^{_LOCAL}]+$|[^{_LOCAL}]{{4,}}[镇乡街]")
"""Behind a province without its word: no local name at all, or a township too long to be one by itself."""

_LONGEST = 18
# A name below the county ends the search, unless it is one of the counties that carry the character themselves.
_BELOW = re.compile(
    r"[^\u4e00-\u9fff]|[组号街巷弄栋室幢院]|社区|小区|(?<!^)(?<!景德)镇|(?<!^)(?<![新萍桐湘宁金内西东])乡|(?<!^)路|(?<!^马)村|(?<![鼓钟])楼|(?<!^)(?<!^通)道"
)
_NO_DISTRICT = re.compile(
    "(?:[小社园新校厂矿景库街片辖老军牧垦灌林特地一二三四五六七八九十]|工业|开发|示范|试验|实验|管理|住宅|生活|家属|居住|安置|产业|"
    "集聚|度假|保护|风景|保税|高新|经开|合作|旅游|功能|集中|加工|棚户|核心|农业|种植|养殖|自治|商业|物流|服务)$"
)
_DISTRICTS_DESPITE = (
    "浦东新区",
    "滨海新区",
    "井陉矿区",
    "白云鄂博矿区",
    "白云矿区",
    "神农架林区",
    "西林区",
    "金林区",
    "六枝特区",
)
_NOT_BEFORE_CITY = "超夜菜闹早"
_NOT_BEHIND_CITY = re.compile("场|政|委|直机关|容|郊|部|民(?:广场|中心|公园)|府[前后东西南北大路街]")
_NOT_BEHIND = re.compile(
    "村|社区|大街|街道|镇(?![原江海平赉宁巴安雄康沅远坪])|乡(?![宁城])|庄(?![河浪])|路(?![南北桥])|[营屯](?!口|昌|留)"
)
"""Behind the last character: 旧县镇, 红旗村 and 区庄 are places below the county; 庆阳市镇原县 is not."""
_NOT_BEFORE_BANNER = "红锦彩国军战"
_POINTING = "本我全外各该邻这那"


def _is_county(text: str, at: int, suffix: re.Match[str], after_city: bool) -> bool:
    name, word = text[at : suffix.start()], suffix.group()
    if name in _POINTING or not name or _NOT_BEHIND.match(text, suffix.end()):
        return False
    if word == "县":
        return True
    if word in ("自治县", "自治旗"):
        return len(name) >= 2
    if word == "市":
        return len(name) >= 2 and name[-1] not in _NOT_BEFORE_CITY and not _NOT_BEHIND_CITY.match(text, suffix.end())
    if word == "旗":
        return len(name) >= 2 and name[-1] not in _NOT_BEFORE_BANNER
    if name + word in _DISTRICTS_DESPITE or (after_city and name == "矿"):
        return True
    return (len(name) >= 2 or after_city) and not _NO_DISTRICT.search(name)


def county_part(text: str, at: int, after_city: bool = False) -> Part | None:
    """The city (市) or county that starts at that position, or None."""
    for suffix in _SUFFIX.finditer(text, at, at + _LONGEST):
        name = text[at : suffix.start()]
        if _BELOW.search(name):
            return None
        if text.startswith("沙市区", at) and suffix.group() == "市":
            continue
        if _is_county(text, at, suffix, after_city):
            level: Level = "city" if suffix.group() == "市" else "county"
            return Part(level, text[at : suffix.end()], suffix.end())
    return None


def province_short(text: str, at: int) -> Part | None:
    """A province written without its word (四川), whatever stands behind it."""
    found = _PROVINCE_SHORT.match(text, at)
    return Part("province", SHORT[found.group()], found.end()) if found else None


def _province(text: str, at: int) -> Part | None:
    found = _PROVINCE.match(text, at)
    if found:
        return Part("province", FULL[found.group()], found.end())
    part = province_short(text, at)
    if part is None or text[part.end : part.end + 1] in tuple("省市州县区旗盟"):
        return None
    # 河南村, 上海路 and 山东庄 are no provinces; 四川成都 and 四川金牛区 are.
    if county_part(text, part.end) or _FURTHER.match(text, part.end):
        return part
    return None


def next_part(text: str, at: int, after_city: bool = False) -> Part | None:
    """The administrative part that starts at that position of a normalised text, or None."""
    part = _province(text, at)
    if part:
        return part
    found = PREFECTURE.match(text, at)
    if found:
        return Part("city", found.group(), found.end())
    return county_part(text, at, after_city)


def chain(text: str) -> list[Part]:
    """The administrative parts at the start of a normalised text, from the province down to the county."""
    parts: list[Part] = []
    at = 0
    while len(parts) < 4:
        part = next_part(text, at, bool(parts))
        if part is None:
            break
        parts.append(part)
        at = part.end
        if part.level == "county":
            break
    return parts


def is_county_name(text: str) -> bool:
    """Whether a normalised text is a county (or city) and nothing else, as in the county row of a population table."""
    parts = chain(text)
    return bool(parts) and parts[-1].end == len(text)
