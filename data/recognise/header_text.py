"""The text of one header cell, cleaned for comparison: line breaks, notes, full-width forms, units."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

MONEY = {"元": 1.0, "万元": 1e4, "千元": 1e3, "百元": 100.0, "亿元": 1e8, "角": 0.1, "分": 0.01, "万": 1e4}
PEOPLE = {"人": 1.0, "万人": 1e4, "千人": 1e3, "百人": 100.0, "亿人": 1e8, "万": 1e4}

_BRACKETS = str.maketrans("〔【［〖｛[{〕】］〗｝]}", "((((((()))))))")
_NOTE = re.compile(r"\(([^()]*)\)")
_UNIT_LINE = re.compile(r"单位[:：]?\s*([^\s()（）]+)")
_UNIT_SPLIT = re.compile(r"[、,，;；/和及]")
_UNIT_END = re.compile(r"[/_-]?(万元|亿元|千元|百元|万人|千人)$|[/_-](元|分|人)$")
_EDGES = "*:;,.、,。·※★#'\"“”"
_NUMBERING = re.compile(r"^(?:\d{1,2}[、.．]|[一二三四五六七八九十]{1,2}、)(?=\D)")


@dataclass(frozen=True)
class HeaderText:
    """`full` keeps notes in (half-width) brackets, `bare` has none, `lead` is the text before the first line break."""

    full: str
    bare: str
    lead: str
    notes: tuple[str, ...]


def squeeze(text: str) -> str:
    """NFKC, all white space and edge marks gone, every kind of bracket as ( )."""
    flat = "".join(unicodedata.normalize("NFKC", text.translate(_BRACKETS)).translate(_BRACKETS).split())
    return _NUMBERING.sub("", flat.strip(_EDGES))


@lru_cache(maxsize=4096)
def header_text(text: str) -> HeaderText:
    """One header cell, given its text as typed."""
    full = squeeze(text)
    notes = tuple(_NOTE.findall(full))
    bare = _without_notes(full)
    lines = text.strip().splitlines()
    lead = _without_notes(squeeze(lines[0])) if lines else ""
    return HeaderText(full, _UNIT_END.sub("", bare) or bare, lead, notes)


def _without_notes(full: str) -> str:
    bare = full
    while (shorter := _NOTE.sub("", bare)) != bare:
        bare = shorter
    # A bracket that is never closed opens a note that runs to the end.
    return bare.split("(", 1)[0].strip(_EDGES) or full.strip("()")


def unit_in_header(text: HeaderText, units: dict[str, float]) -> float | None:
    """The scale that a header states: in brackets, after a slash or at its end; None where it says nothing."""
    for note in text.notes:
        for part in _UNIT_SPLIT.split(note.removeprefix("单位").lstrip(":")):
            if part in units:
                return units[part]
    found = _UNIT_END.search(text.full)
    return units.get(found[1] or found[2]) if found else None


def unit_in_title(title: str, units: dict[str, float]) -> float | None:
    """The scale that a unit line above the header states, for example 单位：万人."""
    for stated in _UNIT_LINE.findall(unicodedata.normalize("NFKC", title)):
        for part in _UNIT_SPLIT.split(stated):
            if part in units:
                return units[part]
    return None
