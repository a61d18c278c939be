"""The village that a place text names, among those listed for the township the text lies in."""

import re
from collections import defaultdict
from collections.abc import Iterable

from data.attribute.spelling import normalise

_ENDING = re.compile("(?:村|社区)$")
_WAYS = {"村": ("村", "村委会", "村民委员会", "行政村"), "社区": ("社区", "居委会", "居民委员会", "社区居委会")}


class NamedVillages:
    """Compiled once for a list of (township code, village)."""

    def __init__(self, listed: Iterable[tuple[str, str]]) -> None:
        spellings: dict[str, dict[str, str]] = defaultdict(dict)
        for code, village in listed:
            for text in _spellings(village):
                spellings[code].setdefault(text, village)
        self._known = dict(spellings)
        self._patterns = {
            code: re.compile("|".join(re.escape(text) for text in sorted(known, key=len, reverse=True)))
            for code, known in spellings.items()
        }

    def of(self, township_code: str, text: str) -> str | None:
        """The first listed village that the text names; None where it names none, or one of another township."""
        pattern = self._patterns.get(township_code)
        found = pattern.search(normalise(text)) if pattern else None
        return self._known[township_code][found[0]] if found else None


def _spellings(village: str) -> list[str]:
    ending = _ENDING.search(village)
    stem = _ENDING.sub("", village)
    return [village, *(stem + way for way in _WAYS[ending[0]])] if ending and stem else [village]
