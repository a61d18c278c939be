"""The list of townships: from the townships ledger, or where there is none from the population tables."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from data.attribute.county_part import chain, is_county_name
from data.attribute.home_county import short_names
from data.attribute.keys import Keys, compile_keys
from data.attribute.model import HomeCounty, TownshipName
from data.attribute.spelling import QUASI, canonical, normalise, split_names, without_notes

QUASI_KIND = "类似乡级单位"

_TOTAL = re.compile("(?:合计|总计|小计|共计|累计|总数|[全本我][县区市旗域](?:合计|总计|小计)?|.*(?:合计|总计|小计))")
_COUNTY_KIND = re.compile("(?:市辖|县级)?[县区市旗]级?|县级市|区县|县区|county")


def kind_of(name: str, stated: str | None = None) -> str | None:
    """街道, 镇, 乡 (民族乡 and 苏木 too) or 类似乡级单位; None where neither the kind column nor the name says."""
    said = normalise(stated or "")
    if said:
        if "类似" in said or "园区" in said or QUASI.search(said):
            return QUASI_KIND
        for word, kind in (
            ("街道", "街道"),
            ("乡镇", None),
            ("镇街", None),
            ("镇", "镇"),
            ("乡", "乡"),
            ("苏木", "乡"),
        ):
            if word in said and kind:
                return kind
            if word in said:
                break
    plain = canonical(name)
    for ending, kind in (("街道", "街道"), ("镇", "镇"), ("乡", "乡"), ("苏木", "乡")):
        if plain.endswith(ending):
            return kind
    return QUASI_KIND if QUASI.search(plain) or said else None


def is_county_total(name: str, kind: str | None = None, county_names: Collection[str] = ()) -> bool:
    """Whether a row is the county itself or its sum and not one of its townships."""
    plain = without_notes(normalise(name))
    if _TOTAL.fullmatch(plain) or plain in county_names or not plain:
        return True
    if kind and normalise(kind):
        return bool(_COUNTY_KIND.fullmatch(normalise(kind)))
    return is_county_name(plain)


def _row(name: str, kind: str | None, aliases: Sequence[str], tribunal: str | None) -> TownshipName:
    code = canonical(name)
    settled = kind_of(name, kind)
    noted = [note for note in re.findall(r"\((?:原|曾用名|又名|别名|简称)([^()]+)\)", normalise(name)) if note != code]
    others = tuple(dict.fromkeys(a for a in (*aliases, *noted) if canonical(a) != code))
    return TownshipName(code, without_notes(normalise(name)), settled, others, tribunal or None, settled == QUASI_KIND)


def _merge(listed: TownshipName, older: TownshipName) -> TownshipName:
    """The newer row stands; what it left empty and the older name are taken from the older row."""
    known = (*listed.aliases, older.name, *older.aliases)
    aliases = tuple(dict.fromkeys(a for a in known if canonical(a) != listed.code))
    kind = listed.kind or older.kind
    tribunal = listed.tribunal or older.tribunal
    return TownshipName(listed.code, listed.name, kind, aliases, tribunal, kind == QUASI_KIND)


def township_list(
    ledger_rows: Sequence[Mapping[str, Any]],
    population_names: Sequence[str],
    county_names: Collection[str] = (),
) -> list[TownshipName]:
    """Every township once, in the order of the newest file.

    `ledger_rows`: rows of the townships ledger, newest first; where they carry `batch`, a row of the same file is a
    township of its own even if another lists its name as an alias. `population_names` count only without a ledger.
    `county_names`: the home county's names, so that its own row is left out.
    """
    rows = ledger_rows or [{"township": name} for name in population_names]
    home_names = {normalise(name) for known in county_names for name in (known, *short_names(known))}
    listed: dict[str, TownshipName] = {}
    batch_of: dict[str, Any] = {}
    holders: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        name, kind, batch = row["township"] or "", row.get("kind"), row.get("batch")
        if is_county_total(name, kind, home_names):
            continue
        new = _row(name, kind, split_names(row.get("aliases")), row.get("tribunal"))
        code = new.code if new.code in listed else _held_as(new, listed, holders)
        if code != new.code and batch is not None and batch_of[code] == batch:
            code = new.code
        listed[code] = _merge(listed[code], new) if code in listed else new
        batch_of.setdefault(code, batch)
        for alias in listed[code].aliases:
            holders[canonical(alias)].append(code)
    return list(listed.values())


def _held_as(new: TownshipName, listed: Collection[str], holders: Mapping[str, list[str]]) -> str:
    """The code of the one listed township that has this name as an alias, or whose name this one has; else its own."""
    held = {*holders.get(new.code, ()), *(code for alias in new.aliases if (code := canonical(alias)) in listed)}
    return held.pop() if len(held) == 1 else new.code


class TownshipNames:
    """Finds the listed township that a row of another ledger names, as in a population table."""

    def __init__(self, townships: Sequence[TownshipName], home: HomeCounty | None = None) -> None:
        self.keys: Keys = compile_keys(townships, home or HomeCounty())

    def resolve(self, name: str) -> str | None:
        """The code of the township of that name, alias, other suffix or unique stem; None if no or several fit.

        The county may stand before it (甘州区长安镇). A row of the county's own table is never outside.
        """
        plain = without_notes(normalise(name))
        parts = chain(plain)
        behind = plain[parts[-1].end :] if parts else plain
        for text in (plain, canonical(plain), behind, canonical(behind)):
            key = self.keys.by_text.get(text)
            if key:
                return key.code
        return None


def unlisted(names: Sequence[str], townships: Sequence[TownshipName], county_names: Collection[str] = ()) -> list[str]:
    """Names of population rows that fit no listed township and are not the county itself, for a warning."""
    known = TownshipNames(townships)
    home_names = {normalise(name) for county in county_names for name in (county, *short_names(county))}
    distinct = dict.fromkeys(names)
    return [n for n in distinct if known.resolve(n) is None and not is_county_total(n, None, home_names)]
