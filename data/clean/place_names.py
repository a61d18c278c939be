"""A person's name typed straight before an address (贾宝玉甘州区花寨乡): told by the other addresses of its column.

Alone, a name cannot be told from the beginning of a county's or township's. Its column mostly names the same places
without it; where it does not, the place is dropped: a lost place falls through to another source, a leaked name does
not.
"""

import re
from collections.abc import Iterator, Sequence

from data.clean.place_text import PROVINCES, SURNAMES, county_units, leading_units
from data.reference import words_of

_PARTIES = re.compile(
    rf"(?!申请)(?:原告)?[{''.join(sorted(SURNAMES))}][\u4e00-\u9fff·某×*]{{1,2}}(?:与|诉|和)[\u4e00-\u9fff]{{2,}}"
)
_CITIES = words_of("prefectures")
_ABOVE = _CITIES | frozenset(PROVINCES.split("|"))
_ROLE = re.compile("被?申请人|被告人?|原告人?|第三人")
_UNIT = re.compile("[省市州盟县区旗镇乡街道路村社屯庄营]")
_LONGEST_NAME = 4
_LONGEST_COUNTY = 3
"""Characters that a county's or city's own name has at most, but for those listed here and peoples' counties."""
_LONG_COUNTIES = re.compile(
    "沙依巴克|白云鄂博|和林格尔|霍尔果斯|乌鲁木齐|吉木萨尔|阿拉山口|图木舒克|可克达拉|额尔古纳|扎赉诺尔|神农架"
    "|锡林浩特|乌兰浩特|二连浩特|巴林|自治"
)
_COUNTY_WORD = re.compile("[县区市]$")


def names_parties(text: str) -> bool:
    """Whether a short text begins like 张三与李四…: words of no vocabulary, and none that may be kept."""
    return _PARTIES.match(text) is not None


def without_names(places: Sequence[str | None]) -> list[str | None]:
    """The place texts of a column without a name before them; None where a name cannot be parted from its place."""
    distinct = {place for place in places if place}
    suspects = [place for place in distinct if _may_begin_with_name(place)]
    if not suspects:
        return list(places)
    known = {unit for place in distinct for unit in leading_units(place)}
    told = {place: _without_name(place, known) for place in suspects}
    return [told.get(place, place) if place else None for place in places]


def _may_begin_with_name(place: str) -> bool:
    role = _ROLE.match(place)
    return len(place) > _LONGEST_NAME and (role is not None or place[0] in SURNAMES)


def _without_name(place: str, known: set[str]) -> str | None:
    rest = _ROLE.sub("", place, count=1) if _ROLE.match(place) else place
    for behind in _behind_names(rest):
        if next(iter(leading_units(behind)), None) in known:
            return behind
    if rest is not place:
        return rest if rest[:1] not in SURNAMES else None
    return None if _county_holds_name(rest) else place


def _behind_names(text: str) -> Iterator[str]:
    """What follows where the beginning is read as a name: no unit in it, and neither a city nor a province."""
    for length in range(2, _LONGEST_NAME + 1):
        name, behind = text[:length], text[length:]
        if _UNIT.search(name):
            return
        if len(behind) >= 2 and name not in _ABOVE:
            yield behind


def _county_holds_name(place: str) -> bool:
    """Whether the first unit is a county or city with more before its word than such a name has."""
    first = next(iter(county_units(place)), "")
    if not _COUNTY_WORD.search(first) or _LONG_COUNTIES.search(first):
        return False
    stem = first[:-1]
    after_city = next((stem[len(city) :] for city in _ABOVE if stem.startswith(city)), stem)
    return len(after_city) > _LONGEST_COUNTY
