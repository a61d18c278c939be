"""A ranking as it is printed: places with intervals, tiers, peers and the month before; who may be named; who is apart.

The page and the notices print the same rows. What is drawn by chance and what may be said of it: _rank_intervals.
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
from metrics._rank_intervals import IntervalStatus, Standing, standings, with_intervals
from metrics._review import Review
from metrics._why_unranked import Why, why_unranked
from metrics._without_batches import Places, places_without_batches
from metrics._words import STATUS_WORDS


@dataclass(frozen=True)
class RankingRow:
    """One ranked township. Places count from the best, equals share one."""

    figure: Figure
    """With its place, and the interval of the place where there is one."""
    kind: str
    """街道, 镇, 乡 or another."""
    among_peers: int
    """Its place among the ranked townships of its kind."""
    peers: int
    """How many of its kind are ranked, itself included."""
    standing: Standing | None
    before: int | None
    """Its place a month before; None: unknown, or not to be compared."""

    @property
    def place(self) -> int:
        """1 is the best."""
        return self.figure.rank or 0

    @property
    def moved(self) -> int | None:
        """Places gained since the month before; negative: lost."""
        return None if self.before is None else self.before - self.place


@dataclass(frozen=True)
class UnrankedRow:
    """A township that is listed without a place, and why."""

    figure: Figure
    reason: str


@dataclass(frozen=True)
class RankingTable:
    """One metric over one period: the ranked townships, the best first, and the others as listed."""

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


def ranking_of(review: Review, metric: str = "", *, without: bool = False) -> RankingTable:
    """The ranking of a review's metric (by default the leading one) over its year to date.

    `without`: without batch filings, of the leading metric only. Raises KeyError for a metric that it does not hold.
    """
    one = next(each for each in review.metrics if each.name == (metric or review.metrics[0].name))
    figures, found = review.figures_to_date, review.standings[one.name]
    if without:
        figures, found = review.without_batches, review.standings_without_batches
    before = places_before(review.build, one, review.to_date, without=without, issued=review.brief.before)
    return ranking_table(review.build, one, Places(figures, found), before, without=without)


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
    if without:
        found = places_without_batches(build, metric, period)
    else:
        rows = compute(build, [metric], period, by="all").rows()
        found = Places(tuple(rows), standings(metric, rows))
    before = places_before(build, metric, period, without=without, issued=issued)
    return ranking_table(build, metric, found, before, without=without, kind=kind)


def ranking_table(
    build: Build, metric: Metric, found: Places, before: PlacesBefore, *, without: bool = False, kind: str = ""
) -> RankingTable:
    """Lay figures of every area, the county among them, out as a ranking. Rows of other metrics are passed over."""
    metric, kinds = metric.under(build.definition), kinds_of(build)
    county = next(one for one in found.figures if one.metric == metric.name and one.area_code == COUNTY)
    listed = [one for one in found.figures if one.metric == metric.name and one.area_code in kinds]
    status, of = found.standings.status, found.standings.of
    if kind:
        listed = _among_themselves([one for one in listed if kinds[one.area_code] == kind])
        before = replace(
            before, of=_places_among({code: before.of[code] for code in before.of if kinds.get(code) == kind})
        )
        own = standings(metric, listed)
        status, of = own.status, own.of
    ranked = sorted((one for one in listed if one.rank is not None), key=lambda one: one.rank or 0)
    among, peers = _among_peers(ranked, kinds)
    rows = [
        RankingRow(
            figure=one,
            kind=kinds[one.area_code],
            among_peers=among[one.area_code],
            peers=peers[kinds[one.area_code]],
            standing=of.get(one.area_code),
            before=before.of.get(one.area_code),
        )
        for one in with_intervals(ranked, of)
    ]
    unranked = [UnrankedRow(one, _why_unranked(build, metric, one)) for one in listed if one.rank is None]
    return RankingTable(metric, status, tuple(rows), tuple(unranked), county, before, without, kind)


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
