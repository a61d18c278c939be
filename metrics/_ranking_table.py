"""A ranking as it is printed: places with intervals, tiers, peers and the month before; who may be named; who is apart.

What is drawn by chance and what may be said of it: _rank_intervals.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from data.brief import Before
from metrics._areas import COUNTY
from metrics._build import Build
from metrics._checkup_peers import kinds_of
from metrics._compute import compute
from metrics._evaluate import FEW
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._period import Period
from metrics._places_before import PlacesBefore, places_before
from metrics._rank_intervals import IntervalStatus, Standing, Standings, place_of, standings, with_intervals
from metrics._why_unranked import Why, why_unranked
from metrics._without_batches import Places, can_do_without_batches, places_without_batches
from metrics._words import STATUS_WORDS


@dataclass(frozen=True)
class RankingRow:
    """One ranked township. Places count from the best, equals share one."""

    figure: Figure
    """With its place, and the interval of the place where there is one."""
    kind: str
    """街道, 镇, 乡 or another."""
    among_peers: int | None
    """Its place among the ranked townships of its kind; None where no place may be printed."""
    peers: int
    """How many of its kind are ranked, itself included."""
    standing: Standing | None
    before: int | None
    """Its place a month before; None: unknown, or not to be compared."""

    @property
    def place(self) -> int | None:
        """1 is the best; None where no place may be printed."""
        return place_of(self.figure)

    @property
    def moved(self) -> int | None:
        """Places gained since the month before; negative: lost."""
        return None if self.before is None or self.place is None else self.before - self.place


@dataclass(frozen=True)
class UnrankedRow:
    """A township that is listed without a place, and why."""

    figure: Figure
    reason: str


@dataclass(frozen=True)
class RankingTable:
    """One metric over one period: the ranked townships, the best first, and the others as listed.

    Where cases clump so that no place may be printed (`has_places`) the former stand in the order of the list.
    """

    metric: Metric
    status: IntervalStatus
    """Only ok has intervals, tiers and names; metrics._rank_words says the others in Chinese."""
    rows: tuple[RankingRow, ...]
    unranked: tuple[UnrankedRow, ...]
    county: Figure
    before: PlacesBefore
    is_without_batches: bool = False
    kind: str = ""
    """The only kind of townships that it ranks; '' for all."""
    rest: Standings | None = None
    """As the same townships would stand without batch filings; None where that is the ranking or cannot be told."""

    @property
    def has_places(self) -> bool:
        """Whether places may be printed."""
        return self.status != "clumped"

    @property
    def worst(self) -> tuple[RankingRow, ...]:
        """Those that may be named as among the last three, in the order of places."""
        return tuple(one for one in self.rows if one.standing is not None and one.standing.may_be_named)

    @property
    def best(self) -> tuple[RankingRow, ...]:
        """Those that may be named as among the first three."""
        return tuple(one for one in self.rows if one.standing is not None and one.standing.may_be_named_best)

    @property
    def tiers(self) -> tuple[tuple[RankingRow, ...], ...]:
        """The ranked by tier, the best first: within one nobody can be told apart. Empty where there are none."""
        numbers = sorted({one.standing.tier for one in self.rows if one.standing is not None})
        return tuple(
            tuple(one for one in self.rows if one.standing is not None and one.standing.tier == number)
            for number in numbers
        )


def ranking(
    build: Build,
    metric: Metric,
    period: Period,
    *,
    without: bool = False,
    kind: str = "",
    issued: Before | None = None,
) -> RankingTable:
    """The ranking of a metric over any period; `kind` ranks the townships of one kind among themselves."""
    metric, kinds = metric.under(build.definition), kinds_of(build)
    rest = places_without_batches(build, metric, period) if can_do_without_batches(build, metric) else None
    if without:
        found, rest = rest or places_without_batches(build, metric, period), None
    else:
        rows = compute(build, [metric], period, by="all").rows()
        found = Places(tuple(rows), standings(metric, rows))
    before = places_before(build, metric, period, without=without, issued=issued)
    county = next(one for one in found.figures if one.area_code == COUNTY)
    found = _listed(metric, found, kinds, kind)
    if kind:
        before = replace(
            before, of=_places_among({code: before.of[code] for code in before.of if kinds.get(code) == kind})
        )
    rows_found = _rows(found, before, kinds)
    unranked = [UnrankedRow(one, _why_unranked(build, metric, one)) for one in found.figures if one.rank is None]
    others = None if rest is None else _listed(metric, rest, kinds, kind).standings
    status = found.standings.status
    return RankingTable(metric, status, rows_found, tuple(unranked), county, before, without, kind, others)


def _listed(metric: Metric, found: Places, kinds: Mapping[str, str], kind: str) -> Places:
    """The listed townships with their standings; those of one kind ranked among themselves."""
    listed = [one for one in found.figures if one.area_code in kinds]
    if not kind:
        return Places(tuple(listed), found.standings)
    own = _among_themselves([one for one in listed if kinds[one.area_code] == kind])
    return Places(tuple(own), standings(metric, own))


def _rows(found: Places, before: PlacesBefore, kinds: Mapping[str, str]) -> tuple[RankingRow, ...]:
    """The ranked townships, the best first; in the order of the list where no place may be printed."""
    has_places = found.standings.status != "clumped"
    ranked = [one for one in found.figures if one.rank is not None]
    if has_places:
        ranked.sort(key=lambda one: one.rank or 0)
    among, peers = _among_peers(ranked, kinds)
    return tuple(
        RankingRow(
            figure=one,
            kind=kinds[one.area_code],
            among_peers=among[one.area_code] if has_places else None,
            peers=peers[kinds[one.area_code]],
            standing=found.standings.of.get(one.area_code),
            before=before.of.get(one.area_code) if has_places else None,
        )
        for one in with_intervals(ranked, found.standings.of)
    )


def _among_themselves(listed: Sequence[Figure]) -> list[Figure]:
    places = _places_among({one.area_code: one.rank for one in listed if one.rank is not None})
    return [replace(one, rank=places.get(one.area_code)) for one in listed]


def _among_peers(ranked: Sequence[Figure], kinds: Mapping[str, str]) -> tuple[dict[str, int], Counter[str]]:
    """Places within each kind, and how many of each are ranked."""
    places: dict[str, int] = {}
    for kind in {kinds[one.area_code] for one in ranked}:
        own = {one.area_code: one.rank or 0 for one in ranked if kinds[one.area_code] == kind}
        places |= _places_among(own)
    return places, Counter(kinds[one.area_code] for one in ranked)


def _places_among(places: Mapping[str, int]) -> dict[str, int]:
    """The same places counted among these alone; equals share one."""
    return {code: 1 + sum(other < own for other in places.values()) for code, own in places.items()}


def _why_unranked(build: Build, metric: Metric, figure: Figure) -> str:
    """Why a listed township has no place, in words."""
    below = metric.denominator
    words: dict[Why, str] = {
        "no_order": "本指标不排名",
        "small": f"人口不足{build.definition.smallest_ranked_population:,}人",
        "few": f"{below.label}不足{FEW}{below.unit}" if below is not None else "",
    }
    why = why_unranked(build, metric, figure)
    if why in ("quasi", "kind"):
        return f"{kinds_of(build)[figure.area_code] or '未填类别的单位'}不参加排名"
    return words.get(why) or STATUS_WORDS[figure.status]
