"""Case numbers: （收案年度）+ 法院代字 + 类型代字 + 案件编号 + 号, written clean or as people write them.

Rule: 法〔2015〕137号, with the 专门审判代字 of 法〔2018〕335号. A suffix such as 之一 names another document of the
same case, so it is cut and both are one case.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from data.clean.reading import Reading, plain
from data.reference import rows_of

KNOWN_TYPES = frozenset(row["type_code"] for row in rows_of("case_types"))
_LONGEST_TYPE = max(map(len, KNOWN_TYPES))
_COURTS = "京津沪渝冀豫云辽黑湘皖鲁苏赣浙粤鄂桂甘晋蒙陕吉闽贵青藏川宁新琼内军兵"
_HEAD = re.compile(rf"（(\d{{4}})）(最高法|[{_COURTS}]\d{{0,4}})([\u4e00-\u9fff]{{1,8}})")
_CLEAN = re.compile(r"(（\d{4}）\D\d{0,4}[\u4e00-\u9fff]{1,8})([1-9]\d{0,6})号")
_TOLERANT = re.compile(
    rf"（?((?:19|20)\d{{2}})(?:年度?)?）?(最高法|[{_COURTS}]\d{{0,4}})([\u4e00-\u9fff]{{1,8}}?)字?第?"
    r"0*(\d{1,7})(?:-(\d{1,2})(?=号|$))?(之[一二三四五六七八九十\d]{1,3})?(号?)(.*)"
)
_OLD = re.compile(
    r"（?((?:19|20)\d{2})(?:年度?)?）?([\u4e00-\u9fff]{1,6})字第?0*(\d{1,7})(?:[-之][一二三四五六七八九十\d]{1,3})?(号?)(.*)"
)
_YEARS = re.compile(r"（(?:19|20)\d{2}(?:年度?)?）")
_SEVERAL = re.compile(r"\d+号?[、,;/~至到和]第?\d+(?:号|[、,;]|$)")
_RANGE = re.compile(r"(\d+)号?(?:-|—|－)(\d+)号?")
_BRACKETS = str.maketrans("〔〕[]【】()﹝﹞{}<>《》", "（）（）（）（）（）（）（）（）")
_DASHES = str.maketrans("－—–‐‑", "-----")
_SUFFIX = re.compile(r"之[一二三四五六七八九十\d]{1,3}|-\d{1,2}")
_DIGITS = re.compile(r"\d{15,}")
_OLD_TYPE = re.compile(r"[一二三四五六七八九十]")


class CaseNumber(NamedTuple):
    """A read case number: its standard form and what stands before the serial."""

    number: str
    head: "Head"


class Head(NamedTuple):
    """All of a case number but its serial. `type_code` is None when the type table does not know `type_text`."""

    year: int
    court_code: str
    type_code: str | None
    type_text: str


REASONS = {
    "case_number_missing": "为空",
    "case_number_as_number": "被存成了数字，长号码的末几位已经丢失",
    "case_number_masked": "含有“*”等遮盖符号，编号不完整",
    "case_number_several": "一格里有多个案号",
    "case_number_unreadable": "不是能识别的案号",
}
ADVICE = {
    "case_number_missing": "请补上案号后重新上传",
    "case_number_as_number": "请把该列设为文本格式、填入完整案号后重新上传",
    "case_number_masked": "请导出未遮盖的完整案号后重新上传",
    "case_number_several": "请拆成每行一个案号后重新上传",
    "case_number_unreadable": "请改为如（2024）甘0702民初1234号的形式后重新上传",
}
REPAIRS = {
    "number_brackets": "括号、全角半角或空格不统一",
    "number_hao": "缺“号”字",
    "number_year_brackets": "年份缺括号",
    "number_zi": "多“字”或“第”字",
    "number_zeros": "编号前有零",
    "number_suffix": "带“之一”等后缀（同一案件的另一份文书，按同一案号处理）",
    "number_trailing": "案号前后有其他文字",
}


def parse_case_number(text: str) -> Reading:
    """Reading of a `CaseNumber`; faults and repairs are keys of REASONS and REPAIRS."""
    head = clean_head(text)
    return Reading(CaseNumber(text, head)) if head else _parse_tolerant(text)


def clean_head(text: str) -> Head | None:
    """The head of a number already in standard form, else None: nearly every cell, so it is kept cheap."""
    clean = _CLEAN.fullmatch(text)
    return _head(clean[1]) if clean else None


@lru_cache(maxsize=20_000)
def _head(head: str) -> Head | None:
    """Year, court, type of the part before the serial; None when it is no case number or must be rewritten."""
    found = _HEAD.fullmatch(head)
    if found is None or not 1949 <= int(found[1]) <= 2100 or found[3][-1] in "第字":
        return None
    return Head(int(found[1]), found[2], known_type(found[3]), found[3])


def known_type(text: str) -> str | None:
    """The type code that `text` is: the whole string first, then without 知, so the longest entry always wins."""
    if text in KNOWN_TYPES:
        return text
    return text[1:] if text[0] == "知" and text[1:] in KNOWN_TYPES else None


def _parse_tolerant(text: str) -> Reading:
    tidy = plain(text).translate(_BRACKETS).translate(_DASHES).replace("號", "号")
    if not tidy:
        return Reading(fault="case_number_missing")
    if _DIGITS.fullmatch(tidy) or re.fullmatch(r"\d+\.\d+E\+?\d+", tidy):
        return Reading(fault="case_number_as_number")
    if re.search(r"[*×ΧX某?？]", tidy.split("号")[0]) and _YEARS.search(tidy):
        return Reading(fault="case_number_masked")
    if _names_several(tidy):
        return Reading(fault="case_number_several")
    return _standard(text, tidy) or _old_form(tidy) or Reading(fault="case_number_unreadable")


def _names_several(tidy: str) -> bool:
    years = [(m.start(), m.group()) for m in _YEARS.finditer(tidy)]
    if len(years) > 1:
        ends = [start for start, _ in years[1:]] + [len(tidy)]
        parts = {tidy[start:end].strip("、,;，；/和及") for (start, _), end in zip(years, ends, strict=True)}
        return len(parts) > 1
    if _SEVERAL.search(tidy):
        return True
    return any(int(first) < int(last) for first, last in _RANGE.findall(tidy))


def _standard(text: str, tidy: str) -> Reading | None:
    found = _TOLERANT.search(tidy)
    if found is None:
        return None
    year, court, type_text, serial, dash, suffix, hao, rest = found.groups()
    if not re.search(r"\d", court) and "字" in tidy[found.start(3) : found.start(4)] and _old_form(tidy):
        return None
    if int(serial) == 0 or (not hao and rest) or type_text[-1] in "第字":
        return None
    number = f"（{year}）{court}{type_text}{int(serial)}号"
    value = CaseNumber(number, Head(int(year), court, known_type(type_text), type_text))
    return Reading(value, None, _repairs(text, tidy, found, bool(dash or suffix)))


def _repairs(text: str, tidy: str, found: re.Match[str], has_suffix: bool) -> tuple[str, ...]:
    after, gap = found[8], tidy[found.end(3) : found.start(4)]
    has_suffix = has_suffix or bool(_SUFFIX.match(after))
    trailing = bool(_SUFFIX.sub("", after, count=1) if has_suffix else after) or found.start() > 0
    flags = {
        "number_brackets": text.strip() != tidy,
        "number_hao": not found[7],
        "number_year_brackets": not tidy[found.start() :].startswith(f"（{found[1]}）"),
        "number_zi": gap.strip("0") != "",
        "number_zeros": gap.endswith("0"),
        "number_suffix": has_suffix,
        "number_trailing": trailing,
    }
    return tuple(code for code, is_set in flags.items() if is_set)


def _old_form(tidy: str) -> Reading | None:
    """（2015）甘民初字第123号: the court is named by characters alone, as until 2015; kept in that form."""
    found = _OLD.search(tidy)
    if found is None or int(found[3]) == 0:
        return None
    year, words, serial, hao, rest = found.groups()
    bare = _OLD_TYPE.sub("", words)
    for length in range(min(_LONGEST_TYPE, len(bare) - 1), 0, -1):
        if bare[-length:] in KNOWN_TYPES:
            head = Head(int(year), bare[:-length], bare[-length:], bare[-length:])
            value = CaseNumber(f"（{year}）{words}字第{int(serial)}号", head)
            return Reading(value, None, ("number_trailing",) if rest else () if hao else ("number_hao",))
    return None
