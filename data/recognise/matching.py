"""Which field of a ledger a header names: exact synonym first, then careful containment, never position."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from data.ledgers import LEDGERS
from data.recognise.header_block import Segments
from data.recognise.header_text import header_text, squeeze

# These words turn a header into the name of something else, unless the synonym itself holds them.
_OTHER_CASE = re.compile("二审|终审|上诉|原审|再审|申诉|关联|曾用|预字|预立|执行依据|前案|串案")
_OTHER_THING = re.compile(
    "编码|代码|标识|ID|代理|律师|法定代表|第三人|数量|件数|个数|天数|期限|届满|到期|审限|占比|比例|率$|序号|是否"
)
_HARMLESS_NOTE = re.compile("不含|不包括|除|非")
_ROLE = re.compile("原告|被告|申请|第三人|上诉人|代理")
_PERSONAL = re.compile("电话|手机|身份证|证件号|联系方式|联系号码|银行卡|账号|微信|社会信用代码|统一代码")
# A lower level that only says which figure or translates, so that the level above names the column.
_QUALIFIER = re.compile(r"[\x00-\x7f]*|(?:\d{4}年?度?(?:\d{1,2}月)?(?:\d{1,2}日)?末?底?)|合计|小计|总计|数|人数|名称")
_BEFORE = ("本院", "一审", "案件", "该案", "本案", "民事", "登记", "实际", "诉讼", "主要", "第一", "首位", "主", "涉案")
_AFTER = re.compile(r"(?:名称|姓名|信息|全称|列表|[1一](?:号)?)$")
_HEADER_END = re.compile(
    "(?:号|日期|时间|名称|姓名|类型|类别|情况|结果|方式|地址|住所地|数|额|率|由|法院|庭|备注|单位|状态|原因|内容|年份|年度|编码|代码|电话|程序|来源|事项)$"
    "|^[A-Za-z_]{1,20}$"
)
_SHORTEST_TAIL = 3
_LONGEST_PREFIX = 4
_WIDE = str.maketrans("()", "（）")


@dataclass(frozen=True)
class Claim:
    """A header names `field`; `quality` 1 is an exact synonym; `rank` is the place of the synonym in its list."""

    field: str
    quality: float
    rank: int


@lru_cache(maxsize=32)
def _synonyms(ledger: str) -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for field in LEDGERS[ledger].fields:
        for rank, header in enumerate(field.headers):
            found.setdefault(squeeze(header), (field.name, rank))
            found.setdefault(header_text(header).bare, (field.name, rank))
    return found


@lru_cache(maxsize=8192)
def claim(ledger: str, segments: Segments) -> Claim | None:
    """The field of the ledger that these header levels name, or None."""
    if not segments:
        return None
    synonyms = _synonyms(ledger)
    whole = "".join(one.full for one in segments)
    bare = "".join(one.bare for one in segments)
    for text, quality in _readings(segments):
        if text in synonyms and not _names_another(whole, bare, text):
            field, rank = synonyms[text]
            return Claim(field, quality, rank)
    if _PERSONAL.search(whole):
        return Claim("identity", 0.7, 99) if "联系电话" in synonyms else None
    return _contained(synonyms, bare, whole, bare) or _contained(synonyms, segments[-1].bare, whole, bare)


@lru_cache(maxsize=8192)
def is_known(text: str) -> bool:
    """Whether a single cell's text names a field of any ledger."""
    one = header_text(text)
    return bool(one.full) and any(claim(name, (one,)) for name in LEDGERS)


def shown(segments: Segments) -> str:
    """The header as people are told it: notes dropped (not brackets of a synonym: 乡镇（街道）), levels joined by /."""
    return "/".join(one.full.translate(_WIDE) if _has_own_brackets(one.full) else one.bare for one in segments)


@lru_cache(maxsize=1)
def _bracketed() -> frozenset[str]:
    return frozenset(text for name in LEDGERS for text in _synonyms(name) if "(" in text)


def _has_own_brackets(full: str) -> bool:
    return full in _bracketed()


def looks_like_header(text: str) -> bool:
    """Whether a text ends as names of columns do; a guard before anything of an unknown row is quoted."""
    return bool(_HEADER_END.search(text))


def _readings(segments: Segments) -> list[tuple[str, float]]:
    last = segments[-1]
    texts = [
        ("".join(one.full for one in segments), 1.0),
        ("".join(one.bare for one in segments), 1.0),
        (last.full, 0.98),
        (last.bare, 0.97),
        ("".join(one.bare for one in segments[-2:]), 0.96),
    ]
    if len(segments) > 1 and _QUALIFIER.fullmatch(last.bare):
        texts += [("".join(one.bare for one in segments[:-1]), 0.9), (segments[-2].bare, 0.88)]
    return [*texts, (last.lead, 0.8)]


def _names_another(whole: str, bare: str, synonym: str) -> bool:
    """Another case may also be named in a note; notes that speak of other things (取代理人) only explain."""
    rest = whole.replace(synonym, "", 1)
    if _OTHER_CASE.search(rest) and not _HARMLESS_NOTE.search(rest):
        return True
    return bool(_OTHER_THING.search(bare.replace(synonym, "", 1)))


def _contained(synonyms: dict[str, tuple[str, int]], text: str, whole: str, bare: str) -> Claim | None:
    """A header that holds a synonym at one end and little else beside it, nothing that makes it another thing."""
    for synonym, quality in _parts(text):
        if synonym in synonyms and not _names_another(whole, bare, synonym):
            field, rank = synonyms[synonym]
            return Claim(field, quality, rank)
    return None


def _parts(text: str) -> Iterator[tuple[str, float]]:
    """What may be the synonym inside a header, the surest first."""
    for before in _BEFORE:
        if text.startswith(before) and len(text) > len(before) + 1:
            yield text.removeprefix(before), 0.75
    shorter = _AFTER.sub("", text)
    if shorter != text and len(shorter) >= 2:
        yield shorter, 0.7
    for cut in range(1, _LONGEST_PREFIX + 1):
        if len(text) - cut >= _SHORTEST_TAIL and not _ROLE.search(text[:cut]):
            yield text[cut:], 0.6 - cut / 100
