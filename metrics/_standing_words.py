"""各乡镇街道情况 of a monthly review: who may be named first and last, tiers where nobody may, and who is not ranked.

A township is named only where the model is sure enough (P ≥ 0.8); a place alone is never reason to name one.
"""

from collections.abc import Callable
from dataclasses import dataclass

from metrics._figures import Figure
from metrics._metric import Metric
from metrics._numerals import tier_name
from metrics._rank_intervals import Standing, Standings
from metrics._ranking import FEWEST, MOST_DISPERSED
from metrics._review import Review
from metrics._review_words import batch_rule, listed, nothing_below, whole
from metrics._rounding import half_up_float
from metrics._why_unranked import Why, why_unranked
from metrics._without_batches import can_do_without_batches
from metrics._words import format_value

WITHOUT_BATCHES = "剔除批量案件后"
_MOST_NAMED = 10


@dataclass(frozen=True)
class View:
    """The places of one metric as a notice may tell them: as counted, or without batch filings where that is told."""

    metric: Metric
    figures: tuple[Figure, ...]
    standings: Standings
    is_without_batches: bool
    rest: Standings | None = None
    """Of the same metric without batch filings, beside places of all cases."""

    @property
    def has_places(self) -> bool:
        """False where cases clump so that no place may be printed, nor an order that tells it."""
        return self.standings.status != "clumped"

    @property
    def in_order(self) -> tuple[Figure, ...]:
        """The ranked townships, the best first; in the order of the list where nothing may be said of places."""
        ranked = [one for one in self.figures if one.metric == self.metric.name and one.rank is not None]
        return tuple(sorted(ranked, key=lambda one: one.rank or 0)) if self.has_places else tuple(ranked)


def as_counted(told: Review, metric: Metric) -> View:
    """The places of a metric as the definition counts it."""
    is_told = metric.name == told.metrics[0].name and can_do_without_batches(told.build, metric)
    rest = told.standings_without_batches if is_told else None
    return View(metric, told.figures_to_date, told.standings[metric.name], False, rest)


def view_of(told: Review, metric: Metric) -> View:
    """The places that can be told: where batches make them worthless, those without batch filings, if they hold."""
    own = as_counted(told, metric)
    is_lead = metric.name == told.metrics[0].name
    if own.standings.status == "clumped" and is_lead and told.standings_without_batches.status == "ok":
        return View(metric, told.without_batches, told.standings_without_batches, is_without_batches=True)
    return own


def standing_paragraphs(told: Review, metric: Metric) -> tuple[str, ...]:
    """Whom the places of one metric single out, and who has none."""
    view = view_of(told, metric)
    rest = unranked_words(told, metric)
    return tuple(one for one in (_clumped(told, metric, view) + _told(view), rest) if one)


def one_only(told: Review) -> str:
    """A county that lists one township."""
    return f"{whole(told)}只列有{told.townships[0][1]}一个乡镇街道，不作乡镇之间的比较。"


def _clumped(told: Review, metric: Metric, view: View) -> str:
    """Said before figures without batches, or in place of any."""
    known = told.standings[metric.name]
    if known.status != "clumped":
        return ""
    beyond = f"离散系数φ为{half_up_float(known.phi, 1)}，超过{MOST_DISPERSED:.0f}"
    is_left_out = told.definition.exclude_batch_filings
    counted = WITHOUT_BATCHES if is_left_out else "按全部案件"
    why = f"本期案件过于集中成批（{beyond}），{counted}排出的位次靠不住，不据以区分先后"
    if view.is_without_batches:
        return f"{why}。以下按{WITHOUT_BATCHES}的数说明（批量案件指{batch_rule(told)}）。"
    still = "" if is_left_out else still_clumped(view.rest)
    return f"{why}{f'；{still}' if still else ''}，不编位次，不点名。"


def still_clumped(rest: Standings | None) -> str:
    """That leaving batch filings out does not help; '' where it does, or is not asked."""
    if rest is None or rest.status != "clumped":
        return ""
    return f"{WITHOUT_BATCHES}仍过于集中（φ为{half_up_float(rest.phi, 1)}）"


def unless_batches(rest: Standings | None, area: str, holds: Callable[[Standing], bool]) -> str:
    """The place without batch filings of a township that could not be named then; '' for one that could."""
    one = rest.of.get(area) if rest is not None else None
    return "" if one is None or holds(one) else f"{WITHOUT_BATCHES}第{one.rank}位，不足以认定"


def _told(view: View) -> str:
    status, ranked = view.standings.status, view.in_order
    if status == "clumped":
        return ""
    if status == "not_ranked":
        return f"本期没有可以排列位次的{view.metric.label}。"
    if status == "too_few":
        return f"参加排名的乡镇街道不足{FEWEST}个，不作先后比较，只列数：{_values(view)}。"
    if status == "nothing_to_tell":
        return (
            f"各乡镇街道{view.metric.label}全为{format_value(ranked[0], view.metric)}{view.metric.unit}，分不出先后。"
        )
    if status == "not_by_chance":
        return f"{view.metric.label}不计区间，位次只作参考，不点名。"
    return f"{_range_words(view)}{_ends(view)}{_tiers(view)}"


def _values(view: View) -> str:
    """Few townships are told one by one, as they stand in the list."""
    figures = [one for one in view.figures if one.metric == view.metric.name and one.rank is not None]
    return "、".join(f"{one.area_name}{format_value(one, view.metric)}{view.metric.unit}" for one in figures)


def _range_words(view: View) -> str:
    """From which value to which the ranked townships reach."""
    ranked = view.in_order
    first, last = ranked[0], ranked[-1]
    low, high = (first, last) if view.metric.better == "lower" else (last, first)
    marked = f"{WITHOUT_BATCHES}，" if view.is_without_batches else ""
    values = [f"{format_value(one, view.metric)}{view.metric.unit}" for one in (low, high)]
    return f"{marked}参加排名的{len(ranked):,}个乡镇街道，{view.metric.label}在{values[0]}至{values[1]}之间。"


def _ends(view: View) -> str:
    """前三 and 后三, each only as far as it is sure."""
    first = _named(view, lambda one: one.may_be_named_best)
    last = _named(view, lambda one: one.may_be_named)
    if not first and not last:
        return "前三、后三都没有足以认定的，不点名。"
    ends = (
        ("前三", first, lambda one: one.may_be_named_best),
        ("后三", last, lambda one: one.may_be_named),
    )
    said = [
        f"可以认定居{which}的有{'、'.join(_item(view, one, holds) for one in found)}"
        if found
        else f"{which}没有足以认定的，不点名"
        for which, found, holds in ends
    ]
    return f"{'；'.join(said)}。"


def _named(view: View, chosen: Callable[[Standing], bool]) -> list[Figure]:
    return [one for one in view.in_order if chosen(view.standings.of[one.area_code])]


def _item(view: View, figure: Figure, holds: Callable[[Standing], bool]) -> str:
    """A named township; one that a single plaintiff's batch put there is told as such."""
    standing = view.standings.of[figure.area_code]
    value = f"{format_value(figure, view.metric)}{view.metric.unit}"
    places = f"第{figure.rank}位，位次区间{standing.rank_low}–{standing.rank_high}"
    but = unless_batches(view.rest, figure.area_code, holds)
    return f"{figure.area_name}（{value}，{places}{f'；{but}' if but else ''}）"


def _tiers(view: View) -> str:
    """Those who cannot be told apart stand together."""
    tiers = tiers_of(view)
    if len(tiers) == 1:
        return "各乡镇街道之间的差异不足以分出先后，同属一个梯队。"
    told = "；".join(
        f"{tier_name(at)}{len(found):,}个（{listed([one.area_name for one in found], _MOST_NAMED)}）"
        for at, found in enumerate(tiers, 1)
    )
    return f"按能否分出先后分为{len(tiers):,}个梯队，同一梯队不分先后：{told}。"


def tiers_of(view: View) -> tuple[tuple[Figure, ...], ...]:
    """The ranked townships by tier, the best first."""
    found: dict[int, list[Figure]] = {}
    for one in view.in_order:
        found.setdefault(view.standings.of[one.area_code].tier, []).append(one)
    return tuple(tuple(found[tier]) for tier in sorted(found))


_WHY: dict[Why, str] = {
    "few": "数量过小",
    "no_population": "缺人口",
    "zero_denominator": "没有受理的纠纷",
    "not_covered": "台账未覆盖",
    "invalid": "数据有误",
    "quasi": "不属于参加排名的类别",
    "kind": "不属于参加排名的类别",
}


def unranked_words(told: Review, metric: Metric) -> str:
    """Townships without a place, and why; '' where all are ranked."""
    people = told.definition.smallest_ranked_population
    words = {**_WHY, "zero_denominator": nothing_below(metric), "small": f"人口不足{people:,}人"}
    groups: dict[str, list[str]] = {}
    for figure in unranked(told, metric):
        groups.setdefault(words[why_unranked(told.build, metric, figure)], []).append(figure.area_name)
    if not groups:
        return ""
    said = "；".join(f"{listed(names)}，{why}" for why, names in groups.items())
    return f"只列数、不参加{metric.label}排名的：{said}。"


def unranked(told: Review, metric: Metric) -> tuple[Figure, ...]:
    """Listed townships without a place, in the order of the list."""
    return tuple(one for code, _ in told.townships if (one := told.figure(metric.name, code)).rank is None)
