"""How a township's name is written: one spelling for comparing, its stem, and the suffixes people swap."""

import re
import unicodedata

from data.attribute.provinces import ETHNIC

_DROPPED = dict.fromkeys(map(ord, "\u200b\u200c\ufeff/\\>→-—–_|·•,，;；、。.:：'\"“”‘’*#&+"), None)
_BRACKETS = {ord(c): "(" for c in "([{【〔［｛《<"} | {ord(c): ")" for c in ")]}】〕］｝》"}
_NOTE = re.compile(r"\([^()]*\)?")
_SEPARATORS = re.compile(r"[、,，;；/|\s]+")

STREET_SUFFIXES = ("街道办事处", "街道办", "街道", "街办", "办事处")
TOWN_SUFFIXES = ("镇", "乡", "苏木")
_STREET = re.compile("(?:街道办事处|街道办|街办|街道)$")
_PLACE_WORD = re.compile("(?:自治[州县旗区]|地区|[省市州盟县区旗])$")
_GOVERNMENT = re.compile("(?:人民政府|政府)$")

QUASI = re.compile(
    "(?:农场|林场|牧场|茶场|马场|羊场|畜场|鱼种场|良种场|园艺场|农牧场|渔场|原种场|盐场|团场|场部|分场|"
    "管理处|管理局|管理站|管委会|管理委员会|委员会|[园厂矿景林垦牧库港新]区|开发区|高新区|经开区|工业区|产业区|管理区|示范区|试验区|"
    "实验区|集聚区|集中区|保税区|合作区|旅游区|度假区|保护区|风景区|监狱|水库|基地|公司|(?:园|厂|矿|开发|工业)区(?:街道)?办事处|"
    "(?:农|林|牧)场办事处)$"
)
"""Endings of units that are run like a township without being one (类似乡级单位)."""


def normalise(text: str) -> str:
    """The text in one spelling: NFKC, one kind of bracket, no spaces and no separators between its levels."""
    return "".join(unicodedata.normalize("NFKC", text).translate(_BRACKETS).translate(_DROPPED).split())


def without_notes(text: str) -> str:
    """A normalised text without what stands in brackets."""
    return _NOTE.sub("", text) if "(" in text else text


def canonical(name: str) -> str:
    """The normalised name of a township: its code. 街道办事处, 街道办 and 街办 are all 街道."""
    plain = _GOVERNMENT.sub("", without_notes(normalise(name)))
    street = _STREET.sub("街道", plain)
    if street != plain or QUASI.search(street):
        return street
    return street.removesuffix("办事处") + "街道" if street.endswith("办事处") else street


def split_names(text: str | None) -> tuple[str, ...]:
    """Names listed in one cell, without their notes: '明永乡 (until 2015)' is 明永乡."""
    if not text:
        return ()
    noteless = _NOTE.sub(" ", unicodedata.normalize("NFKC", text).translate(_BRACKETS))
    return tuple(dict.fromkeys(name for name in _SEPARATORS.split(noteless) if name))


def place_stem(name: str) -> str:
    """A province's, city's or county's name without its word and the names of peoples: 大厂回族自治县 → 大厂."""
    bare = _PLACE_WORD.sub("", name)
    return ETHNIC.sub("", bare) or bare


def stems(name: str) -> tuple[str, ...]:
    """What is left of a canonical name without its suffix, at least two characters; 天回镇街道 → 天回镇, 天回."""
    if QUASI.search(name):
        return tuple(s for s in (name.removesuffix("办事处"),) if s != name)
    found = []
    rest = name
    for suffix in ("街道", *TOWN_SUFFIXES):
        if rest.endswith(suffix) and len(rest) > len(suffix):
            rest = rest.removesuffix(suffix)
            found += [rest, ETHNIC.sub("", rest)]
    return tuple(dict.fromkeys(stem for stem in found or [name] if len(stem) >= 2))


def has_suffix(name: str) -> bool:
    """Whether the name says by its ending what it is."""
    return name.endswith((*STREET_SUFFIXES, *TOWN_SUFFIXES)) or bool(QUASI.search(name))


def street_spellings(name: str) -> tuple[str, ...]:
    """All ways of writing the same 街道; none for another kind of name."""
    return tuple(name.removesuffix("街道") + suffix for suffix in STREET_SUFFIXES) if name.endswith("街道") else ()


def respellings(stem: str) -> tuple[str, ...]:
    """The stem with every suffix people put behind it. A stem that is itself a road or a town takes only 街道."""
    streets = tuple(stem + suffix for suffix in STREET_SUFFIXES)
    if stem.endswith(("路", "街", "道", "巷", "镇", "乡")):
        return streets
    return streets + tuple(stem + suffix for suffix in TOWN_SUFFIXES)
