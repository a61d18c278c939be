"""Which county this is, inferred from the ledgers themselves; every part stays None until the rows say it."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from data.attribute.county_part import chain
from data.attribute.model import HomeCounty
from data.attribute.provinces import BY_COURT_CHARACTER
from data.attribute.spelling import normalise, place_stem, without_notes

MAJORITY = 0.5
_ADDRESS_MAJORITY = 0.6
_ADDRESS_COVER = 0.25
"""Rows that name a county at all must be this share: a ledger may state the county only where it is another one."""

_COURT = re.compile("(?:人民)?法院.*$")
_NO_COUNTY_COURT = re.compile("中级|高级|最高|铁路|海事|知识产权|互联网|金融|林区|开发区|高新|新区|园区")
_TITLE_PLACE = re.compile(
    r"([\u4e00-\u9fff]{2,22}?(?:县|区|旗|市))"
    r"(?=人民|法院|(?:19|20)\d\d|第?[一二三四五六七八九]次|常住|户籍|人口|各|乡镇|镇街|街道|镇办|辖区|案件|诉前|矛盾|司法|信访|社会|所辖|下辖)"
)
_BASIC_COURT = re.compile(r"[\u4e00-\u9fff]\d{4}")


class Place(NamedTuple):
    """A county with the city and province that were written before it."""

    province: str | None
    city: str | None
    county: str | None


def short_names(county: str) -> tuple[str, ...]:
    """How people shorten a county's name: 昆都仑区 → 昆区, 白云鄂博矿区 → 白云矿区, 科尔沁左翼中旗 → 科左中旗."""
    found = []
    word = county[-1:]
    core = place_stem(county)
    if county.endswith("矿区"):
        core = county.removesuffix("矿区")
        found += [core[:2] + "矿区"] if len(core) >= 3 else []
    elif word == "区" and len(core) >= 3:
        found.append(core[0] + "区")
    elif word == "旗":
        wing = re.fullmatch("(.).*?(左|右)翼?(前|中|后)?", core)
        side = re.fullmatch("(.).+(前|中|后|联合)", core)
        found += ["".join(filter(None, wing.groups())) + "旗"] if wing else []
        found += [core[0] + side[2] + "旗"] if side and not wing else []
        found += [core[0] + "旗", core[:2] + "旗"] if len(core) >= 3 else []
    elif core + word != county:
        found.append(core + word)
    return tuple(dict.fromkeys(name for name in found if name != county))


def place_of(text: str) -> Place:
    """The province, city and county at the start of an address, each None where not written."""
    province = city = county = None
    for part in chain(normalise(text)):
        if part.level == "province":
            province = part.name
        elif part.level == "city" and city is None:
            city = part.name
        else:
            county = part.name
    return Place(province, city, county)


def place_of_court(court: str) -> Place | None:
    """The county of a basic court's name; None for courts of other levels and special courts."""
    plain = without_notes(normalise(court))
    if "法院" not in plain or _NO_COUNTY_COURT.search(plain):
        return None
    area = _COURT.sub("", plain)
    parts = [part for part in chain(area) if part.end < len(area)]
    county = area[parts[-1].end :] if parts else area
    if len(county) < 2 or county[-1] not in "县区旗市":
        return None
    names = {part.level: part.name for part in parts}
    return Place(names.get("province"), names.get("city"), county)


def places_of_title(title: str) -> list[Place]:
    """Counties named in a title such as 甘州区2020年常住人口 or 甘州区人民法院案件查询结果."""
    found = []
    for match in _TITLE_PLACE.finditer(normalise(title)):
        named = re.sub("^(?:附件|附表|年度?|月份?|表|[一二三四五六七八九十]+|关于|截[至止])+", "", match[1])
        if named[:1] not in ("本", "全", "我", "各") and (place := place_of_court(named + "法院")):
            found.append(place)
    return found


def _winner(votes: Mapping[str, int], share: float = MAJORITY) -> str | None:
    if not votes:
        return None
    best = max(votes, key=lambda name: votes[name])
    return best if votes[best] > share * sum(votes.values()) else None


def _county(places: Mapping[Place, int]) -> Counter[str]:
    """Votes per county; a short name votes for the long one that stands beside it."""
    votes: Counter[str] = Counter()
    for place, rows in places.items():
        if place.county:
            votes[place.county] += rows
    for name in list(votes):
        for short in short_names(name):
            if short in votes:
                votes[name] += votes.pop(short)
    return votes


def _tally(found: Iterable[tuple[Place | None, int]]) -> Counter[Place]:
    tally: Counter[Place] = Counter()
    for place, rows in found:
        if place:
            tally[place] += rows
    return tally


def _county_of_addresses(addresses: Mapping[Place, int], province: str | None) -> str | None:
    votes = _county({p: n for p, n in addresses.items() if not (province and p.province and p.province != province)})
    best = _winner(votes, _ADDRESS_MAJORITY)
    return best if best and votes[best] >= _ADDRESS_COVER * sum(addresses.values()) else None


def _city(witnesses: Sequence[Mapping[Place, int]], home: str, province: str | None) -> str | None:
    """The city written before the home county's name by most rows of the first witness that names any.

    Where none does, the city of most addresses without a county (张掖市长安镇).
    """
    names = {home, *short_names(home)}
    for places in witnesses:
        votes = _city_votes(places, names, province)
        if votes:
            return _winner(votes)
    addresses = witnesses[-1]
    votes = _city_votes(addresses, {None}, province)
    best = None if home.endswith("市") else _winner(votes, _ADDRESS_MAJORITY)
    return best if best and votes[best] >= _ADDRESS_COVER * sum(addresses.values()) else None


def _city_votes(places: Mapping[Place, int], counties: Collection[str | None], province: str | None) -> Counter[str]:
    votes: Counter[str] = Counter()
    for place, rows in places.items():
        elsewhere = province and place.province and place.province != province
        if place.county in counties and place.city and place.city not in counties and not elsewhere:
            votes[place.city] += rows
    return votes


def _as_city_county(places: Mapping[Place, int]) -> Counter[Place]:
    """Addresses of a county-level city: the city is the county, for 敦煌市沙州镇 names no other county."""
    tally: Counter[Place] = Counter()
    for place, rows in places.items():
        tally[Place(place.province, None, place.city) if place.city and not place.county else place] += rows
    return tally


def infer_home(
    case_number_courts: Mapping[str, int],
    court_names: Mapping[str, int],
    titles: Sequence[str],
    place_texts: Mapping[str, int],
) -> HomeCounty:
    """The home county from what the ledgers say, each with its number of rows; any of the four may be empty.

    Court names speak first, then titles, then address prefixes, each only by majority. The province follows the
    court code where one has the majority.
    """
    court_code = _winner({code: rows for code, rows in case_number_courts.items() if _BASIC_COURT.fullmatch(code)})
    province = BY_COURT_CHARACTER.get(court_code[0]) if court_code else None
    courts = _tally((place_of_court(name), rows) for name, rows in court_names.items())
    titled = _tally((place, 1) for title in titles for place in places_of_title(title))
    addresses = _tally((place_of(text), rows) for text, rows in place_texts.items())
    name = (
        _winner(_county(courts))
        or _winner(_county(titled))
        or _county_of_addresses(addresses, province)
        or _county_of_addresses(_as_city_county(addresses), province)
    )
    if name is None:
        return HomeCounty(province=province, court_code=court_code)
    witnesses = (courts, titled, addresses)
    names = {name, *short_names(name)}
    for places in witnesses:
        province = province or _winner(
            Counter({p.province: n for p, n in places.items() if p.county in names and p.province})
        )
    return HomeCounty(name, short_names(name), _city(witnesses, name, province), province, court_code)


def conflicting_court_code(case_number_courts: Mapping[str, int], home: HomeCounty) -> str | None:
    """The court code that most case numbers of a file carry, if it is not the home court's; else None."""
    code = _winner(case_number_courts)
    return code if code and home.court_code and code != home.court_code else None
