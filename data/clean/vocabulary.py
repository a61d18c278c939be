"""Words with a meaning: results of mediation, close methods, confirmation. Unknown words are named, never guessed."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from data.clean.place_names import names_parties
from data.clean.reading import EMPTY, PERSONAL_DIGITS, PLACEHOLDERS, Reading, plain
from data.read.table import cell_text
from data.reference import rows_of

RESULTS = {row["word"]: row["result"] for row in rows_of("result_words")}
CLOSE_METHODS = {row["written"]: row["close_method"] for row in rows_of("close_methods")}
_RESULTS_LONGEST_FIRST = sorted(RESULTS, key=len, reverse=True)
_CLOSE_LONGEST_FIRST = sorted(CLOSE_METHODS, key=len, reverse=True)
_CODES = {"1": "success", "2": "failure"}
_YES = {"是": "success", "否": "failure", "成功": "success", "失败": "failure", "true": "success", "false": "failure"}
_LEADING_CODE = re.compile(r"^\d{1,2}[.、:：\-—)]?(?=\D)")
_BRACKETED = re.compile(r"\([^()]*\)")
_LONGEST_WORD = 20
_CONFIRMED = re.compile(
    "是|有|已?确认|已司法确认|同意受理|确认(?:协议)?有效|裁定(?:确认|有效)|已裁定|已出具|true|1|y|yes"
)
_NOT_CONFIRMED = re.compile(
    "否|没有|[未不]申请|未(?:司法)?确认|不予(?:受理|确认)|驳回(?:申请)?|无需确认|false|0|2|n|no"
)
_NOT_PERFORMED = re.compile(
    "否|没有|[未不]|部分|拒|强制|已?(?:经|向法院|向人民法院|依法)?(?:进入|申请|移送|立案).{0,4}执行|已?强制|逾期|正在|分期|false|0|n|no"
)
_PERFORMED = re.compile("是|有|已|自动|自觉|当场|即时|当庭|全部|完毕|履行|true|1|y|yes")
_APPEALED = re.compile("是|有|已?(?:提起|提出)?上诉.{0,6}|已移送.{0,8}|[原被].{0,4}上诉|双方.{0,2}上诉|true|1|y|yes")
_NOT_APPEALED = re.compile("否|无|没有|[未不没]|服判|息诉|false|0|2|n|no")
_PRESENT = re.compile("是|有|已|出庭|到庭|(?:正职|副职|主要|分管)?负责人.{0,6}|true|1|y|yes")
_ABSENT = re.compile("否|无|没有|[未不没]|缺席|工作人员|委托|律师|false|0|2|n|no")
_CONFIRMING_NUMBER = re.compile("诉前调确|民特")


def result_parser(header: str, cells: Iterable[Any]) -> Callable[[Any], Reading]:
    """Parser of (bucket, kept text) for a result column.

    是/否 answer a header that asks 是否成功 or 是否达成协议; under 是否化解 a 否 only says that work goes on. 1/2 are
    codes only where the whole column is numbers.
    """
    is_coded = all(text.isdigit() for text in {plain(cell_text(cell)) for cell in cells} if text)
    asks = "是否" in header
    no = "failure" if "成功" in header or "达成" in header else "open"

    def parse(cell: Any) -> Reading:
        typed = cell_text(cell)
        word = plain(typed)
        if word.lower() in PLACEHOLDERS:
            return EMPTY
        if is_coded and word in _CODES:
            return Reading((_CODES[word], word))
        if asks and word.lower() in ("是", "否", "true", "false"):
            return Reading((no if word.lower() in ("否", "false") else "success", word))
        return result_of(word)

    return parse


def is_no_word(text: str) -> bool:
    """Whether a text is not kept as an unknown word: too long, or it may name somebody."""
    return len(text) > _LONGEST_WORD or PERSONAL_DIGITS.search(text) is not None or names_parties(text)


def result_of(word: str) -> Reading:
    """Bucket of a result word and the text kept: exact, then without notes and code, then by its longest beginning."""
    bare = _LEADING_CODE.sub("", _BRACKETED.sub("", word))
    for text in (word, bare):
        if text in RESULTS:
            return Reading((RESULTS[text], text))
    for known in _RESULTS_LONGEST_FIRST:
        if len(known) > 2 and bare.startswith(known):
            return Reading((RESULTS[known], known))
    if is_no_word(word):
        return Reading(("open", None), None, ("result_long_text",))
    return Reading(("open", word), None, ("result_unknown",))


def parse_close_method(cell: Any) -> Reading:
    """The one form of a close method, by its longest known beginning; unknown short words stay as typed."""
    word = plain(cell_text(cell))
    if word.lower() in PLACEHOLDERS:
        return EMPTY
    bare = word.removeprefix("以")
    if bare in CLOSE_METHODS:
        return Reading(CLOSE_METHODS[bare])
    for known in _CLOSE_LONGEST_FIRST:
        if bare.startswith(known):
            return Reading(CLOSE_METHODS[known])
    if is_no_word(word):
        return Reading(fault="long_text")
    return Reading(word, None, ("close_method_unknown",))


def is_known_result(word: str) -> bool:
    """Whether the result of this word is settled: by the table, or by the kind of its column (是, 否, 1, 2)."""
    return word.lower() in _YES or word in _CODES or not {"result_unknown"} & set(result_of(plain(word)).repairs)


def is_known_close_method(word: str) -> bool:
    """Whether the word is one of the forms that close methods are kept in, or leads to one."""
    return "close_method_unknown" not in parse_close_method(word).repairs


def parse_confirmed(cell: Any) -> Reading:
    """Whether a court confirmed the agreement; words between yes and no (补充材料) stay empty."""
    word = plain(cell_text(cell)).lower()
    if _CONFIRMED.fullmatch(word) or _CONFIRMING_NUMBER.search(word):
        return Reading(True)
    return Reading(False) if _NOT_CONFIRMED.fullmatch(word) else EMPTY


def _yes_or_no(yes: re.Pattern[str], no: re.Pattern[str]) -> Callable[[Any], Reading]:
    """A reading of a bool by how the word begins, the denial asked first; of anything else none."""

    def parse(cell: Any) -> Reading:
        word = plain(cell_text(cell)).lower()
        if word in PLACEHOLDERS:
            return EMPTY
        if no.match(word):
            return Reading(False)
        return Reading(True) if yes.match(word) else EMPTY

    return parse


parse_performed = _yes_or_no(_PERFORMED, _NOT_PERFORMED)
"""Whether an agreement was performed in full without enforcement."""
parse_appealed = _yes_or_no(_APPEALED, _NOT_APPEALED)
"""Whether a judgment was appealed against."""
parse_present = _yes_or_no(_PRESENT, _ABSENT)
"""Whether a person in charge of the authority appeared in court; a clerk or lawyer alone is none."""
