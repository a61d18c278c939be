"""The province, city and county part of an address, held against the home county: ours, another one, or unknown."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from data.attribute.county_part import Part, next_part
from data.attribute.keys import Keys
from data.attribute.model import HomeCounty, How
from data.attribute.provinces import SHORT_NAMES
from data.attribute.spelling import place_stem

_LEAD = re.compile(
    "(?:中华人民共和国|中国)?(?:(?:(?:现|原|经常)?居?住(?:所地?|址|地|于|在)?|户籍(?:所在)?(?:地址?)?|户口所在地|位于|地址|籍贯|"
    "原籍|家住)[为是系在]?|[我本全该][省市县区旗])?"
)
_NEUTRAL = re.compile("市辖区|省直辖县级行政区划|自治区直辖县级行政区划|辖区")
_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")


class Read(NamedTuple):
    """Position behind the county part; why the text lies outside, if it does; whether a city could not be judged."""

    end: int
    outside: How | None = None
    doubtful: bool = False


class HomePart:
    """Compiled once for a home county. What is not known of it judges nothing."""

    def __init__(self, home: HomeCounty, keys: Keys) -> None:
        self.home = home
        self._keys = keys
        self._counties = _county_spellings(home)
        self._above = tuple(name for name in (home.province, home.city) if name)
        self._stems = _stems(home)

    def read(self, text: str, at: int = 0) -> Read:
        """Reads a normalised text from that position on, as far as provinces, cities and counties go.

        A township name stops it (市府东路街道 is no city), and so does the home county: behind it nothing is a county.
        """
        if self._township_length(text, at) == 0 and (lead := _LEAD.match(text, at)):
            at = lead.end()
        city: str | None = None
        below_city = False
        while at < len(text):
            county = _longest_start(text, at, self._counties)
            above = _longest_start(text, at, self._above)
            if self._township_length(text, at) >= max(county, above, 1):
                break
            if county > above or (county and county == above):
                return Read(at + county + _longest_start(text, at + county, self._counties))
            if above:
                at, below_city, city = at + above, True, None
                continue
            if neutral := _NEUTRAL.match(text, at):
                at, below_city = neutral.end(), True
                continue
            part = next_part(text, at, below_city)
            if part and text[at : part.end] in self._keys.by_text:
                break
            if part is None:
                known = _longest_start(text, at, self._stems)
                if known == 0:
                    break
                at += known
                continue
            if self._is_home_behind_stems(text[at : part.end]):
                return Read(part.end)
            if outside := self._judge(part):
                return Read(at, outside)
            at, below_city = part.end, True
            city = part.name if part.level == "city" else city
            if part.level == "county":
                break
        return self._of_city(at, city)

    def _township_length(self, text: str, at: int) -> int:
        """Length of the longest township name at that position; stems do not stop the county part."""
        if text[at : at + 2] not in self._keys.lengths:
            return 0
        return next((len(key.text) for key in self._keys.at(text, at) if not key.bare), 0)

    def _is_home_behind_stems(self, chunk: str) -> bool:
        """Whether a part is our county behind our own province and city without their words: 甘肃张掖甘州区."""
        county = next((name for name in self._counties if chunk.endswith(name)), None)
        rest = chunk.removesuffix(county) if county else chunk
        while county and rest:
            known = _longest_start(rest, 0, self._stems)
            if known == 0:
                return False
            rest = rest[known:]
        return county is not None

    def _judge(self, part: Part) -> How | None:
        home = self.home
        if part.level == "province":
            return "province_outside" if home.province and part.name != home.province else None
        if part.level == "city":
            if home.city is None:
                return "city_outside" if home.province in _MUNICIPALITIES else None
            return None if place_stem(part.name) == place_stem(home.city) else "city_outside"
        return "county_outside" if home.name else None

    def _of_city(self, at: int, city: str | None) -> Read:
        """An address that names a city of which we do not know whether it is ours, and no county of ours behind it."""
        if city is None or self.home.name is None or self.home.city is not None:
            return Read(at)
        if self.home.name.endswith("市"):
            return Read(at, "city_outside")
        return Read(at, None, doubtful=True)


def _longest_start(text: str, at: int, names: Sequence[str]) -> int:
    """Length of the first of the names (longest first) that stands at that position, else 0."""
    for name in names:
        if text.startswith(name, at):
            return len(name)
    return 0


def _longest_first(names: set[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=len, reverse=True))


def _county_spellings(home: HomeCounty) -> tuple[str, ...]:
    """Names of the home county, and those that are only told behind the city: 乐山市中区, 包头市白云区."""
    if not home.name:
        return ()
    names = {home.name, *home.short_names}
    if home.city and home.name.startswith("市"):
        names.add(home.city + home.name[1:])
    if home.city and home.name.endswith("矿区"):
        names.add(home.city + home.name[:2] + "区")
    return _longest_first(names)


def _stems(home: HomeCounty) -> tuple[str, ...]:
    names = {SHORT_NAMES.get(home.province or "", ""), place_stem(home.city or ""), place_stem(home.name or "")}
    if home.province == "内蒙古自治区":
        names.add("内蒙")
    return _longest_first({name for name in names if len(name) >= 2})
