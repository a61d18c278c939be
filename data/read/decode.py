"""Bytes of text files to text: byte order mark, strict UTF-8, then GB18030; nothing is replaced."""

import codecs
import re

from data.read.sniff import not_a_table
from data.refusal import Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(raw: bytes) -> str:
    """The text without its byte order mark; raises Refused when it is not text or in no known encoding."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strict(raw[len(mark) :], encoding)
    wide = _unmarked_utf16(raw)
    if wide:
        return _strict(raw, wide)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        text = _gb18030(raw, error.start)
    return text


def _strict(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise _unreadable(raw, error.start, encoding) from error


def _gb18030(raw: bytes, utf8_end: int) -> str:
    try:
        return raw.decode("gb18030")
    except UnicodeDecodeError as error:
        if _is_binary(raw):
            raise not_a_table("无法识别的二进制数据（也可能是损坏的文件）") from error
        raise _unreadable(raw, max(error.start, utf8_end), "UTF-8、GB18030") from error


def _unreadable(raw: bytes, position: int, tried: str) -> Refused:
    line = raw.count(b"\n", 0, position) + 1
    sentence = (
        f"文字编码读不出来：按 {tried} 读到第 {line} 行出错，可能混用了多种编码。"
        "请在 Excel 或 WPS 中另存为 .xlsx 再上传。"
    )
    return Refused("unknown_encoding", sentence)


def _is_binary(raw: bytes) -> bool:
    head = raw[:65536]
    return len(_BINARY.findall(head)) * 100 > len(head)


def refuse_binary(text: str) -> None:
    """Random bytes may happen to decode; a table holds no control characters to speak of."""
    head = text[:65536]
    strange = len(re.findall("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]", head))
    if strange * 100 > len(head):
        raise not_a_table("无法识别的二进制数据（也可能是损坏的文件）")


def _unmarked_utf16(raw: bytes) -> str | None:
    """Line ends and delimiters of UTF-16 have a zero byte on one known side; other text has none at all."""
    head = raw[: min(len(raw), 65536) & ~1]
    zeros = head.count(0)
    if zeros * 20 < len(head) or len(raw) % 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 20 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 20 * odd else None
