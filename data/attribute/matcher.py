"""Finds the township an address lies in: our own list, our own county, one pass over the text.

An address is read from its largest part down. A province, city or county part that names another place decides
before any township does. What is not known of the home county judges nothing: without any home county a township's
full name matches behind any county part.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from data.attribute.county_part import province_short
from data.attribute.home_part import HomePart
from data.attribute.keys import ROAD_STEM, Key, compile_keys
from data.attribute.model import OUTSIDE, HomeCounty, Match, TownshipName
from data.attribute.spelling import canonical, normalise, split_names, without_notes
from data.attribute.villages import Villages

__all__ = ["HomeCounty", "Match", "Matcher", "TownshipName"]

_STATED_OUTSIDE = re.compile(
    "(?:属|属于|系|为|在|住)?(?:外[县地省市区旗埠]|[县区域省市旗国]外|(?:非本|不在本|本)?(?:辖区|县|区|市|院辖区)[之以]?外|"
    "非本?院?(?:辖区|县|区|市)|境外|国外|海外|港澳台|其他(?:县区|县|区|市|省)|外(?:县区|县市|省市|市县|地区))"
    "(?:[市区县省旗籍]|人员|当事人|案件|地址|户籍|户|地区)*"
)
_VILLAGE = re.compile(r"[^()]{0,14}?(?:村|社区|居委会|居民委员会|嘎查|小区|新村|组|队|屯)")
_NAMED_VILLAGE = re.compile(r"[^()]{1,12}?(?:村|社区|嘎查|居委会|居民委员会)")
_BARE_REFUSED = re.compile(
    r"(?:村|社|居委|居民|小区|花园|花苑|大厦|公寓|广场|市场|大道|酒店|中学|小学|公司|区|县|市|旗|州)"
    r"|.{0,4}?(?:路|街|大道|道|巷|胡同|弄|公路|线|桥|站)"
    r"|.{0,9}?(?:镇|乡|街道|苏木)"
)
_UNREAD_PLACE = re.compile("[镇乡]|街道|苏木|[县市旗]$|(?<![小社园厂校新])区$")
_TOWNSHIP_UNIT = re.compile(
    r"[^()]{1,10}?(?:街道办事处|街道办|街道|街办|办事处|苏木|镇|乡|[农林牧]场|园区|开发区|管理处|管委会)"
)
_OPEN = ("unknown", "ambiguous", "village_several")
_TRIBUNAL = re.compile("^.*法院|(?:人民)?(?:派出)?法庭$")


class Matcher:
    """Compiled once for a township list, a home county and the name decisions in force."""

    def __init__(
        self,
        townships: Sequence[TownshipName],
        home: HomeCounty,
        decisions: Mapping[str, str] | None = None,
        villages: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        """`decisions`: place text → township code or "outside". `villages`: village name → codes that have one."""
        self.home = home
        self.keys = compile_keys(townships, home)
        codes = {township.code for township in townships} | {OUTSIDE}
        self._decisions = {normalise(text): code for text, code in (decisions or {}).items() if code in codes}
        self._by_core = {canonical(text): area for text, area in self._decisions.items()}
        self._villages = Villages(villages)
        self._tribunals = _tribunals(townships)
        self._home_part = HomePart(home, self.keys)

    def match(self, text: str, source: str = "stated") -> Match:
        """Where the text lies. `source` "tribunal" reads it as a tribunal's name, any other as an address."""
        plain = normalise(text)
        if not plain:
            return Match(None, "empty")
        if plain in self._decisions:
            return Match(self._decisions[plain], "decision")
        if source == "tribunal":
            return self._by_tribunal(plain)
        if _STATED_OUTSIDE.fullmatch(without_notes(plain)):
            return Match(OUTSIDE, "stated_outside")
        found = self._by_address(plain, source)
        if found.how in _OPEN and self._by_core:
            area = self._by_core.get(self._core(plain))
            return Match(area, "decision") if area else found
        return found

    def core(self, text: str, source: str = "stated") -> str:
        """What a person has to decide about where nothing matched: the township a text names behind its county.

        One decision about 柳合镇 serves 甘州区柳合镇 and 柳合镇和平村; what names no township stands for itself.
        """
        plain = normalise(text)
        return plain if source == "tribunal" else self._core(plain)

    def _core(self, plain: str) -> str:
        read = self._home_part.read(plain)
        rest = "" if read.doubtful or read.outside else without_notes(plain[read.end :])
        unit = _TOWNSHIP_UNIT.match(rest)
        # Where the unit is listed, the doubt is about what follows it.
        known = self.keys.by_text.get(canonical(unit[0])) if unit else None
        named = unit[0] if unit and (known is None or known.code is None) else rest
        return canonical(named) if rest else plain

    def _by_tribunal(self, plain: str) -> Match:
        served = self._tribunals.get(_tribunal_name(plain), set()) if "法庭" in plain else set()
        if len(served) == 1:
            return Match(next(iter(served)), "tribunal")
        return Match(None, "tribunal_several" if served else "unknown")

    def _by_address(self, plain: str, source: str) -> Match:
        at, outside, doubtful = self._home_part.read(plain)
        if outside is None and "(" in plain:
            outside = self._home_part.read(plain, plain.index("(") + 1).outside
        if outside:
            return Match(OUTSIDE, outside)
        if at == len(plain):
            return Match(None, "county_only")
        if doubtful:
            return Match(None, "unknown")
        key = self._anchored(plain, at, source)
        if key:
            return self._unless_another(plain, at, key)
        found = next(self.keys.inside(plain, at), None)
        if found is None:
            return self._by_village(plain, at)
        return self._inside(plain, at, *found)

    def _anchored(self, text: str, at: int, source: str) -> Key | None:
        """The longest spelling right behind the county part."""
        for key in self.keys.at(text, at):
            if not key.bare or _bare_fits(key.text, text, at, source):
                return key
        return None

    def _unless_another(self, text: str, at: int, key: Key) -> Match:
        """The first township decides over a village named after another one, not over another township."""
        if key.code is None:
            return Match(None, "ambiguous")
        end = at + len(key.text)
        village = _VILLAGE.match(text, end)
        for position, other in self.keys.inside(text, end):
            in_village = village is not None and position + len(other.text) <= village.end()
            if other.code != key.code and not in_village:
                return Match(None, "ambiguous")
        return Match(key.code, key.how)

    def _inside(self, text: str, at: int, position: int, key: Key) -> Match:
        """A full name behind something unread. One character more is another name: 大沙河镇 is not 沙河镇."""
        before = text[at:position]
        province = province_short(text, at)
        if province and self.home.province and province.name != self.home.province and province.end < position:
            return Match(OUTSIDE, "province_outside")
        if before in ("(", "原") or (len(before) > 1 and not _UNREAD_PLACE.search(before)):
            return self._unless_another(text, position, key)
        return self._by_village(text, at)

    def _by_village(self, text: str, at: int) -> Match:
        if not self._villages:
            return Match(None, "unknown")
        named = _NAMED_VILLAGE.match(text, at)
        codes = self._villages.named(named.group()) if named else self._villages.bare(text[at:])
        if len(codes) == 1:
            return Match(next(iter(codes)), "village")
        return Match(None, "village_several" if codes else "unknown")


def _bare_fits(name: str, text: str, at: int, source: str) -> bool:
    """Whether a stem stands alone or before a village, not as the beginning of a road or of another township."""
    behind = text[at + len(name) :]
    if ROAD_STEM.search(name):
        return not behind and source == "stated"
    return not behind or (len(behind) > 1 and not _BARE_REFUSED.match(behind))


def _tribunal_name(text: str) -> str:
    return _TRIBUNAL.sub("", without_notes(normalise(text)))


def _tribunals(townships: Sequence[TownshipName]) -> dict[str, set[str]]:
    served: dict[str, set[str]] = defaultdict(set)
    for township in townships:
        for name in split_names(township.tribunal):
            served[_tribunal_name(name)].add(township.code)
    served.pop("", None)
    return served
