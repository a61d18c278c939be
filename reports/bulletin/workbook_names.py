"""Names of sheets that Excel takes: short, without its special marks, each once."""

import unicodedata
from collections.abc import Iterable

_FORBIDDEN = set("[]:*?/\\'")
_LONGEST = 31
_RESERVED = {"history"}


def sheet_names(wanted: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """One name for each wanted one, in the same order; a name that is taken gets a number."""
    used = {one.casefold() for one in taken} | _RESERVED
    found = []
    for name in wanted:
        plain = _plain(name) or "表"
        free, times = _cut(plain, _LONGEST), 1
        while free.casefold() in used:
            times += 1
            ending = f" {times}"
            free = _cut(plain, _LONGEST - len(ending)) + ending
        used.add(free.casefold())
        found.append(free)
    return found


def _plain(name: str) -> str:
    """Without marks that Excel refuses and letters that nobody sees."""
    seen = (mark for mark in name if mark not in _FORBIDDEN and unicodedata.category(mark)[0] != "C")
    return " ".join("".join(seen).split())


def _cut(name: str, longest: int) -> str:
    """So many letters as Excel counts them: those beyond U+FFFF are two."""
    while len(name.encode("utf-16-le")) > 2 * longest:
        name = name[:-1]
    return name.strip()
