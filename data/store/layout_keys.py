"""What the name of a column may not hold: keys with it came from a row of data, and would tell of people."""

import re
import unicodedata
from collections.abc import Iterable

_DIGITS = re.compile(r"\d{6}|1[3-9]\d-?\d{4}-?\d{4}|\d\*{2,}\d*")
# The year in brackets is often gone from a key, because notes are dropped from headers: 甘0702民初1号.
_CASE_NUMBER = re.compile(
    r"\((?:19|20)\d\d\).{0,8}\d|[\u4e00-\u9fff]\d{2,4}[\u4e00-\u9fff]{1,8}\d+号|字第?\d+|调\w{0,2}第?\d+号"
)
_DATE = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}(?!\d)")
# A population is named by its day, and so is what is counted up to one: 2024年12月31日常住人口.
_DATED_NAME = re.compile("人口|截至|截止")
_BRACKETS = str.maketrans("〔〕【】[]", "()()()")


def is_of_data(key: str) -> bool:
    """Whether a column's key holds a long run of digits, a day or a case number, as rows of data do."""
    text = "".join(unicodedata.normalize("NFKC", key).translate(_BRACKETS).split())
    if _DIGITS.search(text) or _CASE_NUMBER.search(text):
        return True
    return bool(_DATE.search(text)) and not _DATED_NAME.search(text)


def any_of_data(keys: Iterable[str]) -> bool:
    """Whether one of the keys does."""
    return any(map(is_of_data, keys))
