"""Columns that count people: which they are, of which basis (常住, 户籍 …), on which day."""

import re
from calendar import monthrange
from datetime import date

from data.recognise.header_block import Segments

_IS_PEOPLE = re.compile("人口|常住人数|户籍人数|总人数")
_BARE_PEOPLE = ("常住", "户籍", "人数", "常住+登记流动", "实有")
# Parts, shares, growth and events of a population are not the population.
_IS_NOT = re.compile(
    "比重|占比|比例|百分|构成|增速|增长|增减|增加|减少|变化|变动|同比|环比|率|密度|性别|男|女|龄|岁|城镇|乡村|农村|农业|流动|外来"
    "|暂住|出生|死亡|迁|少数民族|汉族|老年|劳动力|户数|每户|户均|平均|家庭户|集体户|文化|教育|面积|位次|排名|涉及|其中|口径|类型|类别"
    "|来源|时点|时间|日期|年份|代码"
)
_WITH_REGISTERED = re.compile(r"(?:登记)?流动(?:人口)?")
_TOTAL = re.compile("合计|总计|小计|总")
_CENSUS = re.compile("人口普查|[五六七]普")
_NAMED_CENSUS = {
    "七普": 2020,
    "第七次人口普查": 2020,
    "第七次全国人口普查": 2020,
    "六普": 2010,
    "第六次人口普查": 2010,
    "第六次全国人口普查": 2010,
    "五普": 2000,
    "第五次全国人口普查": 2000,
}
_CENSUS_YEARS = (2000, 2010, 2020)
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})")
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-年./]\s*(\d{1,2})(?!\d)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


def counts_people(segments: Segments) -> bool:
    """Whether a column holds numbers of people (not shares, growth, age groups or households)."""
    text = "".join(one.full for one in segments)
    if basis_in(text) == "常住+登记流动":
        text = _WITH_REGISTERED.sub("", text)
    named = _IS_PEOPLE.search(text) or any(one.bare in _BARE_PEOPLE for one in segments)
    return bool(named) and not _IS_NOT.search(text)


def is_total(segments: Segments) -> bool:
    """Whether the header says that the column is the total over its neighbours."""
    return bool(_TOTAL.search("".join(one.bare for one in segments)))


def basis_in(text: str) -> str | None:
    """常住, 户籍 or 常住+登记流动 where the text states exactly one of them."""
    if "常住" in text and re.search("登记流动|[+＋加和与及]流动", text):
        return "常住+登记流动"
    resident, registered = "常住" in text, "户籍" in text
    if resident != registered:
        return "常住" if resident else "户籍"
    # A census counts residents; its tables often do not repeat the word.
    return "常住" if not resident and _CENSUS.search(text) else None


def date_in(text: str, context: str = "") -> date | None:
    """The day a header or title speaks of. A year alone means its 31 December, in a census its 1 November.

    `context` is the surrounding text (the title), which may say that the table is a census.
    """
    if found := _DAY.search(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if (found := _MONTH.search(text)) and 1 <= int(found[2]) <= 12:
        return date(int(found[1]), int(found[2]), monthrange(int(found[1]), int(found[2]))[1])
    if found := _YEAR.search(text):
        year = int(found[1])
        counted = _CENSUS.search(text + context) and year in _CENSUS_YEARS
        return date(year, 11, 1) if counted else date(year, 12, 31)
    named = (year for word, year in _NAMED_CENSUS.items() if word in text)
    return next((date(year, 11, 1) for year in named), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
