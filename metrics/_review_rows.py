"""Rows of a review's tables: the townships of a metric with their places, and the lines of sums below them."""

from dataclasses import dataclass, replace

from metrics._areas import COUNTY, OUTSIDE, UNASSIGNED
from metrics._figures import Figure
from metrics._movement_words import last_places
from metrics._rank_intervals import Standing
from metrics._review import Review
from metrics._standing_words import View, why_unranked
from metrics._words import DASH

TOGETHER = "各乡镇街道合计"


@dataclass(frozen=True)
class RankedRow:
    """A line of a table of places. `mark` says why it has no place; '' where it has one, and in lines of sums."""

    figure: Figure
    standing: Standing | None
    last_place: int | None
    mark: str = ""


def ranked_rows(told: Review, view: View) -> tuple[RankedRow, ...]:
    """The ranked townships, the best first, then those without a place in the order of the list."""
    last = (None if view.is_without_batches else last_places(told, view.metric)) or {}
    rows = [RankedRow(one, view.standings.of.get(one.area_code), last.get(one.area_code)) for one in view.in_order]
    listed = {code for code, _ in told.townships}
    others = [one for one in _of(view) if one.area_code in listed and one.rank is None]
    marks = {"kind": "不排名", "few": "数量过小", "small": "人口不足"}
    rows += [RankedRow(one, None, None, marks.get(why_unranked(told, view.metric, one), DASH)) for one in others]
    return tuple(rows)


def sum_rows(view: View) -> tuple[RankedRow, ...]:
    """Townships together, 辖区外, 未归属 and the county; of shares those without a case are left out."""
    by_code = {one.area_code: one for one in _of(view)}
    outside, unassigned, county = (by_code[code] for code in (OUTSIDE, UNASSIGNED, COUNTY))
    apart = [one for one in (outside, unassigned) if view.metric.is_rate or one.numerator or one.denominator]
    lines = [together(county, apart), *apart, county] if apart else [county]
    return tuple(RankedRow(one, None, None) for one in lines)


def together(county: Figure, apart: list[Figure]) -> Figure:
    """All listed townships: the county less what lies in none. A rate's people are the county's."""
    is_rate = all(one.denominator is None for one in apart)
    top, base_top = (
        sum(values) for values in zip(*((one.numerator, one.base_numerator) for one in apart), strict=True)
    )
    people, base_people = (county.denominator, county.base_denominator)
    if not is_rate and people is not None and base_people is not None:
        people -= sum(one.denominator or 0 for one in apart)
        base_people -= sum(one.base_denominator or 0 for one in apart)
    return replace(
        county,
        area_code="townships",
        area_name=TOGETHER,
        numerator=county.numerator - top,
        base_numerator=county.base_numerator - base_top,
        denominator=people,
        base_denominator=base_people,
        value=county.together,
        low=None,
        high=None,
        change=None,
        notes=(),
    )


def _of(view: View) -> list[Figure]:
    return [one for one in view.figures if one.metric == view.metric.name]
