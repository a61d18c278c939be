"""Place texts that matched nothing, and the cases that lie nowhere: what the names desk asks a build."""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from data.attribute.candidates import Candidates
from data.attribute.model import HomeCounty, TownshipName
from data.attribute.spelling import canonical, normalise
from metrics._build import Build
from metrics._facts import Share, share_of

OPEN = ("unknown", "ambiguous", "village_several")
"""Reasons that a person can clear up text by text; 甘州区 alone or a tribunal of five townships says too little."""


_COMMON = re.compile(
    "(?:本|该)?(?:村|社区|乡|镇|街道|嘎查|小区|行政村|自然村|村民小组|小组)"
    "|(?:社区|村)?(?:村委会?|村民委员会|居委会?|居民委员会)"
    "|(?:乡|镇|街道)?(?:政府|人民政府|办|办事处)"
)
"""Words that name no place: deciding one would place every later address that ends with it."""


@dataclass(frozen=True)
class OpenText:
    """One name that nothing matched: how it was written, where, and which rows wait for it."""

    name: str
    """What is decided about: the township a text names behind its county, or the text itself."""
    texts: tuple[str, ...]
    sources: tuple[str, ...]
    how: str
    rows: int
    unassigned_rows: int
    first_day: date | None
    last_day: date | None

    @property
    def is_common_noun(self) -> bool:
        """True for 村委会 or 镇政府 alone: it may be any, so nobody can decide about it."""
        return _COMMON.fullmatch(self.name) is not None

    @property
    def months(self) -> str:
        """The months it stands in, first and last."""
        if self.first_day is None or self.last_day is None:
            return ""
        first, last = (day.strftime("%Y-%m") for day in (self.first_day, self.last_day))
        return first if first == last else f"{first} 至 {last}"


class Unplaced(NamedTuple):
    """Rows of cases and disputes, and those of them that lie nowhere."""

    cases: int
    unassigned_cases: int
    mediations: int
    unassigned_mediations: int

    @property
    def rows(self) -> int:
        """Cases and disputes together."""
        return self.cases + self.mediations

    @property
    def unassigned(self) -> int:
        """Those that lie nowhere."""
        return self.unassigned_cases + self.unassigned_mediations

    @property
    def share(self) -> Share:
        """Those that lie nowhere in percent of all."""
        return share_of(self.unassigned, self.rows)


class UnplacedCase(NamedTuple):
    """A case that lies nowhere and the texts that failed, by source."""

    case_number: str
    filed_on: date
    cause: str | None
    stated: str | None
    defendant: str | None
    dispute: str | None
    plaintiff: str | None
    tribunal: str | None


def open_texts(build: Build, decided: Collection[str] = (), *, every_reason: bool = False) -> list[OpenText]:
    """Names that nobody has decided about (`decided`: as the names desk keeps them), those of most rows first."""
    query = "SELECT core, place_text, source, how, rows, unassigned_rows, first_day, last_day FROM unmatched_texts"
    known = {*decided, *map(canonical, decided)}
    by_name: dict[str, list[_Said]] = {}
    for name, *rest in build.cursor().execute(f"{query} ORDER BY rows DESC, place_text, source").fetchall():
        said = _Said(*rest)
        if (every_reason or said.how in OPEN) and name not in known and normalise(said.place_text) not in known:
            by_name.setdefault(name, []).append(said)
    found = [_together(name, said) for name, said in by_name.items()]
    offered = (one for one in found if every_reason or not one.is_common_noun)
    return sorted(offered, key=lambda one: (-one.rows, one.name))


class _Said(NamedTuple):
    place_text: str
    source: str
    how: str
    rows: int
    unassigned_rows: int
    first_day: date | None
    last_day: date | None


def _together(name: str, said: Sequence[_Said]) -> OpenText:
    days = [day for one in said for day in (one.first_day, one.last_day) if day is not None]
    return OpenText(
        name,
        tuple(dict.fromkeys(one.place_text for one in said)),
        tuple(dict.fromkeys(one.source for one in said)),
        said[0].how,
        sum(one.rows for one in said),
        sum(one.unassigned_rows for one in said),
        min(days, default=None),
        max(days, default=None),
    )


def unplaced(build: Build) -> Unplaced:
    """How much of everything lies nowhere."""
    counts: list[int] = []
    for table in ("cases", "mediations"):
        query = f"SELECT count(*), count(*) FILTER (WHERE township_code = 'unassigned') FROM {table}"
        counts += build.cursor().execute(query).fetchall()[0]
    return Unplaced(*map(int, counts))


def unplaced_cases(build: Build) -> list[UnplacedCase]:
    """Every case that lies nowhere, the oldest first."""
    rows = build.cursor().execute("SELECT * FROM unassigned_cases ORDER BY filed_on, case_number").fetchall()
    return [UnplacedCase(*row) for row in rows]


def holders_of_villages(build: Build) -> dict[str, set[str]]:
    """Village → codes of the townships that have one of that name."""
    holders: dict[str, set[str]] = {}
    for village, code in build.cursor().execute("SELECT village, township_code FROM villages").fetchall():
        holders.setdefault(village, set()).add(code)
    return holders


def strangers_of_villages(build: Build) -> tuple[str, ...]:
    """Townships that a list of villages names and the township list does not."""
    return tuple(json.loads(build.meta["unlisted_of_villages"]))


def candidates_of(build: Build) -> Candidates:
    """What texts of this build may mean; compile it once per build."""
    named = "SELECT township_code, list(alias) FROM township_aliases GROUP BY township_code"
    aliases: Mapping[str, list[str]] = dict(build.cursor().execute(named).fetchall())
    rows = build.cursor().execute(
        "SELECT township_code, township_name, kind, tribunal, is_quasi FROM townships ORDER BY sort_order"
    )
    townships = [
        TownshipName(code, name, kind, tuple(aliases.get(code, ())), tribunal, is_quasi)
        for code, name, kind, tribunal, is_quasi in rows.fetchall()
    ]
    home = json.loads(build.meta["home_county"])
    home["short_names"] = tuple(home["short_names"])
    return Candidates(townships, HomeCounty(**home), holders_of_villages(build))
