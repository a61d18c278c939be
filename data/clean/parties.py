"""Party cells: organisations are kept, natural persons are dropped."""

import re
from functools import lru_cache
from typing import Any

from data.clean.place_text import SURNAMES
from data.clean.reading import plain
from data.reference import rows_of

_WORDS = rows_of("organisation_words")
_STRONG = sorted((row["word"] for row in _WORDS if row["strength"] == "strong"), key=len, reverse=True)
_WEAK = "".join(row["word"] for row in _WORDS if row["strength"] == "weak")
_SOME_ORGANISATION = re.compile(f"[{_WEAK}{''.join(sorted({word[-1] for word in _STRONG}))}]")
"""A quick look before the real one: every organisation's name holds one of these characters."""
_UP_TO_LAST_WORD = re.compile(rf".*(?:{'|'.join(_STRONG)})(?:\)|\([^()]*(?:合伙|分行|支行|分公司|中心)\))?")
_WEAK_ENDING = re.compile(
    rf"(?!(?:欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|长孙|令狐|夏侯|宇文)..$).{{3,}}[{_WEAK}]"
)
_ROLES = "被申请执行人|申请执行人|被上诉人|上诉人|被申请人|申请人|被执行人|被告人|原告人|原告|被告|第三人"
_ROLE = re.compile(rf"(?:{_ROLES})(?:[一二三四五六七八九十]|\d{{1,2}})?[:：]?")
_ROLE_SPLIT = re.compile(rf"(?:^|[,，、;；。\s])({_ROLES})(?:[一二三四五六七八九十]|\d{{1,2}})?[:：]?")
_AGAINST = re.compile("(?<!上)诉(?!讼|前|调)")
_NAMES = re.compile(r"[,，、;；。\n\r\t |/+＋]+|(?<!参)与|以及")
_BRACKETED = re.compile(r"\(([^()]*)\)")
_PART_OF_NAME = re.compile(
    "集团|中国|合伙|控股|分行|支行|分公司|[省市县区旗]$|^(?:北京|上海|天津|重庆|甘肃|四川|河北|内蒙古|深圳|广州|香港)$"
)
_NUMBERS = re.compile(r"\d[\d\s-]{6,}[xX]?|^\d{1,2}[.、)]")
_DEFENDANT_ROLES = frozenset(("被告", "被申请人", "被告人", "被上诉人", "被执行人", "被申请执行人"))
_LABELS = re.compile(r"^(?:法定代表人|负责人|经营者|委托代理人|代理人|联系人)[:：]?")
_LONGEST_NAME = 60
_LEGAL_PERSON = re.compile(
    r".+(?:公司|集团|银行|农商行|信用社|农信社|联社|合作社|联合社|委员会|居委会|村委会|业委会|管委会|政府|医院|卫生院|"
    r"学校|中学|小学|大学|学院|[局厅]|(?:银行|农商行|信用社|农信社|联社).*(?:支行|分行|分理处|营业部|营业室|分社))(?:\([^()]*\))?"
)
"""What the name ends in: of these it is the body's own; a shop, a works or a law firm often bears its owner's."""


def organisations(cell: Any) -> tuple[str, ...]:
    """Names of organisations in a cell, in order, without repeats; persons, numbers and roles dropped."""
    if not isinstance(cell, str) or not _SOME_ORGANISATION.search(cell):
        return ()
    return _organisations(cell)


@lru_cache(maxsize=50_000)
def _organisations(cell: str) -> tuple[str, ...]:
    names = (_organisation(piece) for piece in _NAMES.split(_joined(cell)))
    return tuple(dict.fromkeys(name for name in names if name))


def is_legal_person(organisation: str) -> bool:
    """Whether an organisation's name may stand in a document: False for traders, often called as their owner is."""
    return bool(_LEGAL_PERSON.fullmatch(organisation))


def _joined(cell: str) -> str:
    """NFKC with line breaks kept, brackets that only explain removed."""
    lines = (" ".join(plain(part) for part in line.split()) for line in cell.splitlines())
    text = "\n".join(lines)
    return _BRACKETED.sub(lambda found: found[0] if _PART_OF_NAME.search(found[1]) else "\n", text)


def _organisation(piece: str) -> str | None:
    """The piece cut after its last word that makes an organisation; None for a person."""
    bare = _NUMBERS.sub("", _ROLE.sub("", piece, count=1)).strip(":： ")
    if _LABELS.match(bare) or len(bare) > _LONGEST_NAME:
        return None
    found = _UP_TO_LAST_WORD.match(bare)
    name = found[0] if found else bare if _WEAK_ENDING.fullmatch(bare) else ""
    if found and _WEAK_ENDING.fullmatch(bare) and len(bare) - len(name) > 3:
        name = bare
    return _without_person(name) if len(name) >= 2 else None


def _without_person(name: str) -> str | None:
    """张三和某某公司 → 某某公司; 张三诉某某公司 is split before."""
    head, joint, tail = name.partition("和") if "和" in name[2:4] else name.partition("及")
    if joint and 2 <= len(head) <= 3 and head[0] in SURNAMES and len(tail) >= 4:
        return tail
    return name


def parties_by_side(cell: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Organisations of a 当事人 cell as (plaintiffs, defendants).

    Roles in the text decide (原告：…；被告：…), then 诉; without either the first name is the plaintiff, as lists of
    parties are written.
    """
    if not isinstance(cell, str) or not _SOME_ORGANISATION.search(cell):
        return (), ()
    pieces = _ROLE_SPLIT.split("\n" + cell)
    if len(pieces) > 1:
        sides: tuple[list[str], list[str]] = ([], [])
        for role, names in zip(pieces[1::2], pieces[2::2], strict=True):
            if role != "第三人":
                sides[role in _DEFENDANT_ROLES].extend(organisations(names))
        return tuple(dict.fromkeys(sides[0])), tuple(dict.fromkeys(sides[1]))
    before, *after = _AGAINST.split(cell, maxsplit=1)
    if after:
        return organisations(before), organisations(after[0])
    first, *others = [piece for piece in _NAMES.split(_joined(cell)) if piece.strip()] or [""]
    return organisations(first), organisations("\n".join(others))


def is_defendant_role(text: str) -> bool | None:
    """True for 被告, 被申请人 …, False for 原告, 申请人 …, None for 第三人 and anything else."""
    found = re.search(_ROLES, plain(text))
    if found is None or found[0] == "第三人":
        return None
    return found[0] in _DEFENDANT_ROLES
