"""The kind of a mediation: the first that speaks of column, number, organisation, and the sheet's own title."""

import re
from functools import lru_cache

from data.clean.case_number import parse_case_number
from data.clean.reading import plain
from data.reference import rows_of

_WORDS: dict[str, list[tuple[str, str]]] = {}
for _row in rows_of("mediation_kind_words"):
    _WORDS.setdefault(_row["place"], []).append((_row["word"], _row["kind"]))
_COURT_TOLD = re.compile(
    r"[\(（〔\[]?(?:19|20)\d{2}[\)）〕\]]?[京津沪渝冀豫云辽黑湘皖鲁苏赣浙粤鄂桂甘晋蒙陕吉闽贵青藏川宁新琼内军兵]\d{2,4}"
)


def kind_by(place: str, text: str) -> str | None:
    """Kind that a text names; `place` is column, number or organisation. Earlier table rows win."""
    compared = plain(text)
    return next((kind for word, kind in _WORDS[place] if word in compared), None)


@lru_cache(maxsize=100_000)
def kind_of_number(number: str) -> str | None:
    """人调 makes it people's; 先调, 诉前调, 引调 or a court's code make it court-annexed."""
    named = kind_by("number", number)
    if named:
        return named
    return "court" if number and _COURT_TOLD.search(plain(number)) else None


def kind_of_row(kind_word: str, number: str, organisation: str) -> str | None:
    """The design's order: column, number, organisation; None when none of them speaks."""
    return (
        (kind_by("column", kind_word) if kind_word else None)
        or (kind_of_number(number) if number else None)
        or (kind_by("organisation", organisation) if organisation else None)
    )


def is_court_number(number: str) -> bool:
    """True for a number with a court's code: unique in the country, unlike a committee's own register number."""
    read = parse_case_number(number)
    return read.value is not None and any(c.isdigit() for c in read.value.head.court_code)
