"""Which townships a text that nothing matched may mean: by likeness of the name and of its sound. Only proposals.

Compared are stems (甘浚 of 甘浚镇), of townships, their other names and their villages, against what is left of the
text behind its county part. A score of 100 is the same stem; the same pinyin is a little less.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process

from data.attribute.home_part import HomePart
from data.attribute.keys import compile_keys
from data.attribute.model import HomeCounty, TownshipName
from data.attribute.sounds import blunt_sound, sound
from data.attribute.spelling import canonical, normalise, stems, without_notes
from data.attribute.villages import canonical_village

LEAST = 45
"""A score below this is no proposal: of two characters none is the same."""
_LOOKED_AT = 12
_SAME_SOUND, _NEAR_SOUND = 0.95, 0.88
_LEAST_VILLAGE = 75
"""Names of villages are alike by nature (王家庄, 李家庄): only a near one says anything."""
_ALONE, _BESIDE, _SEVERAL = 0.97, 0.8, 0.85
"""What a village weighs where the text names no township; where it does; where several townships have that name."""
_TOWNSHIP = re.compile(
    r".{1,10}?(?:街道办事处|街道办|街道|街办|办事处|苏木|镇|乡|[农林牧]场|园区|开发区|管理处|管委会)"
)
_VILLAGE = re.compile(r".{1,10}?(?:社区居民委员会|社区居委会|社区|村民委员会|村委会|居民委员会|居委会|嘎查|村)")
_VILLAGE_WORD = re.compile("(?:村|社区|嘎查)$")

Like = Literal["township", "alias", "village"]


@dataclass(frozen=True)
class Candidate:
    """A township that may be meant, from 0 to 100; `name` is the spelling that the text resembles."""

    area: str
    score: int
    name: str
    like: Like


class Candidates:
    """Compiled once for a township list; `best` then costs milliseconds, whatever the number of names."""

    def __init__(
        self,
        townships: Sequence[TownshipName],
        home: HomeCounty,
        villages: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        """`villages`: village name → codes of the townships that have one."""
        self._home_part = HomePart(home, compile_keys(townships, home))
        self._townships = _Stems(_of_townships(townships))
        self._villages = _Stems(_of_villages(villages or {}))

    def best(self, *texts: str, most: int = 3) -> list[Candidate]:
        """The townships that fit best, each once, the likeliest first; `texts` are spellings of one name."""
        found = [one for text in dict.fromkeys(texts) for one in self._like(text)]
        best: dict[str, Candidate] = {}
        for one in sorted(found, key=lambda one: -one.score):
            best.setdefault(one.area, one)
        return list(best.values())[:most]

    def _like(self, text: str) -> list[Candidate]:
        plain = without_notes(normalise(text))
        township, village = _pieces(plain[self._home_part.read(plain).end :] or plain)
        found = self._townships.like(township, 1.0) if township else []
        if self._villages and village:
            found += self._villages.like(village, _BESIDE if township and township != village else _ALONE)
        return found


class _Stems:
    """Stems with whom they stand for, and their sounds, in lists of one order."""

    def __init__(self, named: Iterable[tuple[str, str, str, Like]]) -> None:
        """`named`: stem, area, the whole name, what it is a name of."""
        self._holders: dict[str, list[tuple[str, str, Like]]] = defaultdict(list)
        for stem, area, name, like in named:
            self._holders[stem].append((area, name, like))
        self._stems = list(self._holders)
        self._sounds = [sound(stem) for stem in self._stems]
        self._blunt = [blunt_sound(stem) for stem in self._stems]

    def __bool__(self) -> bool:
        return bool(self._stems)

    def like(self, stem: str, weight: float) -> list[Candidate]:
        looks = ((stem, self._stems, 1.0), (sound(stem), self._sounds, _SAME_SOUND))
        scores: dict[int, float] = {}
        for wanted, choices, worth in (*looks, (blunt_sound(stem), self._blunt, _NEAR_SOUND)):
            for _, score, at in process.extract(wanted, choices, scorer=fuzz.ratio, limit=_LOOKED_AT):
                scores[at] = max(scores.get(at, 0.0), score * worth * weight)
        found = []
        for at, score in scores.items():
            holders = self._holders[self._stems[at]]
            for area, name, like in holders:
                of_village = like == "village"
                worth = score * (_SEVERAL if of_village and len(holders) > 1 else 1.0)
                if score / weight >= _LEAST_VILLAGE if of_village else score >= LEAST:
                    found.append(Candidate(area, round(worth), name, like))
        return found


def _pieces(rest: str) -> tuple[str, str]:
    """The stems of the township and of the village that a text names; a text without such words may be either."""
    township = _TOWNSHIP.match(rest)
    behind = rest[township.end() :] if township else rest
    village = _VILLAGE.match(behind)
    if not township and not village:
        return rest, rest
    return (_stem(township[0]) if township else "", _village_stem(village[0]) if village else "")


def _stem(name: str) -> str:
    plain = canonical(name)
    return next(iter(stems(plain)), plain)


def _village_stem(name: str) -> str:
    village = canonical_village(name)
    return _VILLAGE_WORD.sub("", village) or village


def _of_townships(townships: Sequence[TownshipName]) -> Iterator[tuple[str, str, str, Like]]:
    for one in townships:
        yield _stem(one.name), one.code, one.name, "township"
        for alias in one.aliases:
            yield _stem(alias), one.code, alias, "alias"


def _of_villages(villages: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str, str, Like]]:
    for name, codes in villages.items():
        for code in sorted(codes):
            yield _village_stem(name), code, name, "village"
