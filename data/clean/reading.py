"""What one cell says: a value or a fault, and what had to be put right to read it."""

import re
import unicodedata
from typing import Any, NamedTuple

LONGEST_CELL = 32_767
"""Excel's own limit for the text of one cell; longer text did not come from a spreadsheet program."""

PLACEHOLDERS = frozenset(
    (
        "",
        "-",
        "--",
        "—",
        "——",
        "－",
        "/",
        "\\",
        "\\N",
        "无",
        "空",
        "null",
        "none",
        "nan",
        "n/a",
        "未知",
        "不详",
        "未填写",
    )
)
"""What people and exports write for "nothing here" (lower case)."""

ERROR_VALUES = ("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!")
PERSONAL_DIGITS = re.compile(r"\d{11,}[xX]?")
"""Digit runs as long as a phone or identity number."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SPACE = re.compile(r"\s+")


class Reading(NamedTuple):
    """`fault` and `repairs` are codes; a cell with neither value nor fault is empty."""

    value: Any = None
    fault: str | None = None
    repairs: tuple[str, ...] = ()


EMPTY = Reading()


def without_controls(text: str) -> str:
    """The text without control characters and lone surrogates; everything else unchanged."""
    return text if text.isprintable() else _CONTROL.sub("", text)


def plain(text: str) -> str:
    """NFKC, without invisible characters and without any space: the form in which words are compared."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return _SPACE.sub("", _INVISIBLE.sub("", without_controls(text)))


def is_placeholder(text: str) -> bool:
    """True when the text only says that there is nothing."""
    return text.strip().lower() in PLACEHOLDERS
