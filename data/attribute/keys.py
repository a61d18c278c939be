"""Every spelling of every township, compiled once into a table that is looked up by position in a text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from data.attribute.model import HomeCounty, How, TownshipName
from data.attribute.provinces import SHORT_NAMES
from data.attribute.spelling import canonical, has_suffix, normalise, place_stem, respellings, stems, street_spellings

_SHORTENED = (("经济技术开发区", "经开区"), ("高新技术产业开发区", "高新区"), ("高新技术开发区", "高新区"))
_BARE_ALIAS = 4
"""An alias without a suffix counts as a name from this many characters on; a shorter one is treated as a stem."""


@dataclass(frozen=True)
class Key:
    """What a spelling stands for. `code` None: it fits several townships, so it fits none.

    `anchored`: only at the start of a text or right behind its county part. `bare`: a stem, which must not be the
    beginning of another name (长安 in 长安路).
    """

    text: str
    code: str | None
    how: How
    anchored: bool = False
    bare: bool = False


class Keys:
    """Looks up the longest spelling at a position by its first two characters, whatever the number of townships."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self.by_text = {key.text: key for key in keys}
        lengths: dict[str, set[int]] = defaultdict(set)
        for text in self.by_text:
            lengths[text[:2]].add(len(text))
        self.lengths = {start: tuple(sorted(found, reverse=True)) for start, found in lengths.items()}

    def at(self, text: str, position: int) -> Iterator[Key]:
        """The spellings that stand at that position, longest first."""
        for length in self.lengths.get(text[position : position + 2], ()):
            key = self.by_text.get(text[position : position + length])
            if key is not None:
                yield key

    def inside(self, text: str, start: int) -> Iterator[tuple[int, Key]]:
        """Spellings that may stand anywhere in the text, from left to right, without overlap."""
        position = start
        while position < len(text) - 1:
            key = None
            if text[position : position + 2] in self.lengths:
                key = next((k for k in self.at(text, position) if not k.anchored), None)
            if key:
                yield position, key
            position += len(key.text) if key else 1


def _home_stems(home: HomeCounty) -> list[str]:
    province = [home.province, SHORT_NAMES.get(home.province)] if home.province else []
    city = [home.city, place_stem(home.city)] if home.city else []
    county = [home.name, place_stem(home.name)] if home.name else []
    return [name for name in (*province, *city, *county) if name and len(name) >= 2]


def _without_home(name: str, home_stems: Sequence[str]) -> Iterator[str]:
    """A unit's name with fewer and fewer of the places before it: 甘肃农垦张掖农场 → 张掖农场, 农场."""
    for known in (*home_stems, "农垦", *home_stems):
        if name.startswith(known) and len(name) - len(known) >= 3:
            name = name.removeprefix(known)
            yield name


def _spellings(township: TownshipName, home_stems: Sequence[str]) -> Iterator[tuple[int, str, How]]:
    """Spellings of one township with their level; a lower level wins over a higher one of another township."""
    name = canonical(township.name)
    aliases = [normalise(alias) for alias in township.aliases]
    yield 0, name, "exact"
    yield 0, normalise(township.name), "exact"
    for alias in aliases:
        named = has_suffix(alias) or len(alias) >= _BARE_ALIAS
        yield (1 if named else 4), alias, "alias"
    for known in (name, *map(canonical, aliases)):
        for respelled in street_spellings(known):
            yield 1, respelled, "alias"
        for stem in stems(known):
            yield 4, stem, "stem"
            for respelled in respellings(stem):
                yield 2, respelled, "variant"
        if township.is_quasi:
            for short in (known, *_without_home(known, home_stems)):
                yield 3, short, "variant"
                for long, shortened in _SHORTENED:
                    yield 3, short.replace(long, shortened), "variant"


def compile_keys(townships: Sequence[TownshipName], home: HomeCounty) -> Keys:
    """All spellings of the townships; one that fits two townships at its level keeps no code."""
    home_stems = _home_stems(home)
    claims: dict[str, dict[str, tuple[int, How]]] = defaultdict(dict)
    for township in townships:
        for level, text, how in _spellings(township, home_stems):
            if len(text) >= 2 and claims[text].get(township.code, (9, how))[0] > level:
                claims[text][township.code] = (level, how)
    return Keys(_settle(text, by_code) for text, by_code in claims.items() if not _is_home(text, by_code, home_stems))


def _is_home(text: str, by_code: dict[str, tuple[int, How]], home_stems: Sequence[str]) -> bool:
    """A stem that is also the county's or city's own: 兴隆 in 兴隆县 may be the county or 兴隆镇."""
    return text in home_stems and min(level for level, _ in by_code.values()) >= 4


def _settle(text: str, by_code: dict[str, tuple[int, How]]) -> Key:
    best = min(level for level, _ in by_code.values())
    fitting = [code for code, (level, _) in by_code.items() if level == best]
    how = by_code[fitting[0]][1]
    anchored = best >= 2
    if len(fitting) > 1:
        return Key(text, None, "ambiguous", anchored, best == 4)
    return Key(text, fitting[0], how, anchored, best == 4)


ROAD_STEM = re.compile("[路街道巷]$")
"""A stem that is itself a road (西安路, 东街) stands for its 街道 in a column of townships, never in an address."""
