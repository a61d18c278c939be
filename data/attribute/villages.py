"""Names of villages and communities: one spelling of each, and the townships that have one of that name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from data.attribute.spelling import normalise, without_notes

_ENDINGS = (
    (re.compile("(?:村民委员会|村委会|村民小组|行政村|自然村|建制村)$"), "村"),
    (re.compile("(?:社区居民委员会|社区居委会|社区居民区|居民委员会|居委会|居委)$"), "社区"),
)
_ENDED = re.compile("(?:村|社区|嘎查)$")
_SHORTEST_STEM = 2


def canonical_village(name: str, kind: str | None = None) -> str:
    """和平村民委员会 and 和平村委会 are 和平村; 幸福居委会 is 幸福社区. A bare name takes the word of its kind."""
    plain = without_notes(normalise(name))
    for ending, word in _ENDINGS:
        shorter = ending.sub("", plain)
        if shorter != plain:
            return shorter + ("" if shorter.endswith(word) else word)
    if not _ENDED.search(plain) and kind:
        return plain + next((word for word in ("社区", "嘎查", "村") if word in kind), "")
    return plain


def kind_of_village(name: str, kind: str | None = None) -> str | None:
    """村, 社区 or 嘎查, by its name, else by what the list says; None where neither speaks."""
    for said in (name, kind or ""):
        for word in ("社区", "嘎查", "村"):
            if word in said:
                return word
    return "社区" if kind and "居" in kind else None


class Villages:
    """Which townships have a village of a name. `holders`: village name → codes of the townships that have one."""

    def __init__(self, holders: Mapping[str, Iterable[str]] | None = None) -> None:
        self._by_name: dict[str, set[str]] = defaultdict(set)
        self._by_stem: dict[str, set[str]] = defaultdict(set)
        for name, codes in (holders or {}).items():
            village = canonical_village(name)
            self._by_name[village].update(codes)
            stem = _ENDED.sub("", village)
            if len(stem) >= _SHORTEST_STEM:
                self._by_stem[stem].update(codes)

    def __bool__(self) -> bool:
        return bool(self._by_name)

    def named(self, text: str) -> frozenset[str]:
        """Codes of the townships with a village called so; the text ends with its village word."""
        return frozenset(self._by_name.get(canonical_village(text), ()))

    def bare(self, text: str) -> frozenset[str]:
        """Codes of the townships with a village or community of that name without its word (缪家堡)."""
        return frozenset(self._by_stem.get(text, ()))
