"""Place texts cut to province, prefecture, county, township, village or community: no road, house number or person.

An address is read from the large unit to the small one and cut where the next unit would no longer be one. What
cannot be told from a person's name is dropped: a lost place falls through to another source, a leaked name does not.
"""

import re
from functools import lru_cache
from typing import Any

from data.clean.reading import is_placeholder, plain
from data.reference import characters_of

SURNAMES = characters_of("surnames")
OUTSIDE_WORDS = frozenset(
    re.findall(
        r"\S+",
        "外县 外地 外省 外市 外区 外旗 县外 区外 市外 省外 域外 辖区外 辖区以外 非本辖区 境外 国外 外国 本辖区外",
    )
)
_HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_NUMERAL = "〇零一二三四五六七八九十百甲乙丙丁"

_BEFORE_HOUSE = re.compile(rf"\s*([{_HAN}]+)(?:(?=\d)(?!\d{{6}})(?!\d{{4}}年)|$)")
"""The shape nearly every address has: text, then a house number. The text before it is shared by many rows."""
_PERSONAL = re.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}[日号])?)?|\d{6,}[xX]?|^\d{1,2}[、.．)）]")
_SEPARATOR = re.compile(rf"[^{_HAN}0-9A-Za-z]+")
_HOUSE = re.compile(rf"[0-9A-Za-z]|[{_NUMERAL}]+(?:号|栋|幢|单元|楼|层|室|座|弄|户|组|社|队|排)|[号栋幢室]")
_LABEL = re.compile(
    r"^(?:身份证|户籍|常住|经常|居住|现|家庭|联系|登记|注册|通讯|送达)*(?:所在地|居住地|住所地|住址|地址|住所|住地|籍贯|户口|户籍|现住|家住|住|位于|系)(?:是|为|在|位于)?"
)
_NUMBERING = re.compile(r"^\d{1,12}[、.·:\-]*")
PROVINCES = (
    "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾"
    "|内蒙古|广西|西藏|宁夏|新疆|北京|天津|上海|重庆|香港|澳门"
)
_STOP = "省市县区旗盟镇乡村街路道巷弄号栋幢"
_NAME = f"(?:(?![{_STOP}])[{_HAN}])"
_ANY = f"[{_HAN}]"
_PROVINCE = rf"(?:(?:{PROVINCES})(?:省|市(?!场)|(?:壮族|回族|维吾尔)?自治区|特别行政区)?)"
_PREFECTURE = (
    rf"(?:(?:景德镇|镇江|新乡|萍乡|{_NAME}{{2,7}}?)(?:市(?![场部镇街村口民政委辖])|盟(?<![联加同]盟)(?![街镇乡村])|地区)"
    rf"|{_NAME}{{2,12}}?自治州|{_NAME}{{2}}州(?={_NAME}{{1,6}}(?:县|市)))"
)
_COUNTY = (
    rf"(?:上街区|红旗区|沙市区|津市市|(?:宁乡|湘乡|桐乡|[新金西武内柏]乡|[镇市路道乡]?{_NAME}{{1,12}}?|道)"
    rf"(?:自治县|自治旗|县|旗(?![镇乡村社街路大小杆营区县])|(?<![社小园校厂片景院发宅活属])区(?![镇乡街])"
    rf"|市(?![场部镇街村口民政委辖])))"
)
_TOWNSHIP = (
    rf"(?:{_ANY}{{1,10}}?(?:街道办事处|街道办|街道|街办|民族苏木|苏木|镇(?!街道|街办|办事处)|乡(?!镇|街道|街办|村)"
    rf"|农场|林场|牧场|马场|种羊场|种畜场|园艺场|原种场|良种场|茶场|工业园区|产业园区|工业园|产业园|园区|开发区|示范区"
    rf"|管理处|管理区|管委会|办事处))"
)
_VILLAGE = (
    rf"(?:{_ANY}{{1,10}}?(?:社区居民委员会|社区居委会|社区|村民委员会|村委会|居民委员会|居委会"
    r"|嘎查|行政村|自然村|村(?!镇|组|民)))"
)
_UNITS = re.compile(rf"(市辖区)?({_PROVINCE})?({_PREFECTURE})?(?:市辖区)?({_COUNTY})?")
_TOWNSHIP_AT, _VILLAGE_AT = re.compile(_TOWNSHIP), re.compile(_VILLAGE)
_NOT_A_VILLAGE = re.compile("度假村$|^(?:农|乡)村$")
_ROAD = re.compile(r"^(.{2,}(?:路|巷|大街|大道|胡同|弄))(?=.{2,}$)")
_ROAD_NAMES = re.compile(r"(?:铁|公|马|道)路$")
_SUFFIX = re.compile(
    r"(?:街道办事处|街道办|街道|街办|民族苏木|苏木|镇|乡|社区居民委员会|社区居委会|社区|村民委员会|村委会|居民委员会|居委会|嘎查|行政村|自然村|村)$"
)
_TRIBUNAL = re.compile(rf"[{_HAN}]{{2,20}}?法庭")
_FUNCTION = re.compile(
    r"速裁|少年|家事|金融|环境|环资|互联网|知识产权|旅游|劳动|道路|交通|审判|合议|网上|数字|智慧|科技|云上|执行|刑事|民事|行政|立案"
)
_NOT_SHORT = re.compile(
    r"[不未无]|[路街巷道号楼院苑园厦庭族队组社司局厂店校站桥]$|^(?:原告|被告|农民|无业|未知|不详|同上|职工|教师|学生|工人|个体|退休|本地|本县|本区)$"
)
_LONGEST_STATED = 10


def cut_address(cell: Any) -> str | None:
    """The administrative part of an address, or None when it names no place that can be kept."""
    if not isinstance(cell, str):
        return None
    found = _BEFORE_HOUSE.match(cell)
    if found:
        return _cut_text(found[1])
    return _cut_text(plain_with_gaps(cell))


def stated_place(cell: Any) -> str | None:
    """A value of a 乡镇 column: kept whole when it is short and bare, else cut like an address."""
    return _stated(cell) if isinstance(cell, str) else None


@lru_cache(maxsize=50_000)
def _stated(cell: str) -> str | None:
    text = _NUMBERING.sub("", plain(cell))
    if is_placeholder(text):
        return None
    bare = text.replace("(", "").replace(")", "")
    if len(text) <= _LONGEST_STATED and re.fullmatch(rf"[{_HAN}]+", bare) and not _HOUSE.search(text):
        return text
    return cut_address(cell)


def tribunal_place(cell: Any) -> str | None:
    """The name of a people's tribunal; a division of the court (民一庭) or a function (速裁法庭) is no place."""
    if not isinstance(cell, str) or "法庭" not in cell:
        return None
    for part in _SEPARATOR.split(plain_with_gaps(cell)):
        found = _TRIBUNAL.match(part)
        if found and not _FUNCTION.search(found[0]):
            return found[0]
    return None


def leading_units(text: str) -> tuple[str, ...]:
    """The province, prefecture, county and township at the start of a cut place, one by one."""
    upper = county_units(text)
    township = _TOWNSHIP_AT.match(text, sum(map(len, upper)))
    return (*upper, township[0]) if township else upper


def county_units(text: str) -> tuple[str, ...]:
    """Of the leading units those down to the county."""
    found = _UNITS.match(text)
    return tuple(unit for unit in (found.groups() if found else ()) if unit)


def plain_with_gaps(cell: str) -> str:
    """NFKC without invisible characters; inner spaces stay, for they part names from places."""
    return " ".join(filter(None, (plain(part) for part in cell.split())))


@lru_cache(maxsize=200_000)
def _cut_text(text: str) -> str | None:
    """First piece of the text that names a place, read up to the first house number."""
    pieces = [p for p in _SEPARATOR.split(_PERSONAL.sub(" ", text)) if p]
    if text in OUTSIDE_WORDS:
        return text
    kept: str | None = None
    for piece in pieces:
        house = _HOUSE.search(piece)
        part = _LABEL.sub("", piece[: house.start()] if house else piece)
        longer = _units((kept or "") + part, alone=len(pieces) == 1)
        whole = longer == (kept or "") + part
        if kept is None or (longer and longer.startswith(kept)):
            kept = longer
        if house or (kept and not whole):
            return kept
    return kept


def _units(text: str, alone: bool) -> str | None:
    """The leading administrative units of a piece without separators, digits or house numbers."""
    head = _UNITS.match(text)
    county_end = head.end() if head else 0
    if repeated := re.match(r"(.{3,}[省市县区旗])\1", text):
        return _units(text[repeated.end(1) :], alone)
    kept, rest = text[:county_end].replace("市辖区", ""), text[county_end:]
    if rest in OUTSIDE_WORDS:
        return kept + rest
    township, rest = _next_unit(_TOWNSHIP_AT, rest)
    village, _ = _next_unit(_VILLAGE_AT, rest)
    if township or village:
        return kept + township + village
    if (kept or alone) and _is_short_name(rest):
        return kept + rest
    return kept or None


def _next_unit(pattern: re.Pattern[str], rest: str) -> tuple[str, str]:
    """The unit at the start of `rest`, without a road before it, and what follows; ("", rest) when there is none."""
    found = pattern.match(rest)
    if found is None or _NOT_A_VILLAGE.search(found[0]):
        return "", rest
    unit = found[0]
    suffix = _SUFFIX.search(unit)
    name = unit[: suffix.start()] if suffix else unit
    if pattern is _TOWNSHIP_AT and re.search(r".(?:村|社区)..", name):
        return "", rest
    road = _ROAD.match(name)
    if road and not _ROAD_NAMES.search(road[1]):
        unit = unit[road.end() :]
    return unit, rest[found.end() :]


def _is_short_name(rest: str) -> bool:
    """Two or three characters that can be a township's short name (沼潭) but no person's name and no road."""
    return 2 <= len(rest) <= 3 and rest[0] not in SURNAMES and not _NOT_SHORT.search(rest)
