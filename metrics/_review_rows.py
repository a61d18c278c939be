"""Rows of a review's tables: the townships of a metric with their places, and the lines of sums below them."""

from dataclasses import dataclass, replace

from metrics._areas import COUNTY, OUTSIDE, UNASSIGNED
from metrics._evaluate import FEW
from metrics._figures import Figure
from metrics._movement_words import last_places
from metrics._rank_intervals import Standing
from metrics._review import Review
from metrics._standing_words import View
from metrics._why_unranked import Why, why_unranked
from metrics._words import DASH

TOGETHER = "各乡镇街道合计"


@dataclass(frozen=True)
class PlacesRow:
    """A line of a table of places. `mark` says why it has no place; '' where it has one, and in lines of sums."""

    figure: Figure
    standing: Standing | None
    last_place: int | None
    mark: str = ""


def ranked_rows(told: Review, view: View) -> tuple[PlacesRow, ...]:
    """The ranked townships in the view's order, then those without a place in the order of the list."""
    last = (None if view.is_without_batches else last_places(told, view.metric)) or {}
    rows = [PlacesRow(one, view.standings.of.get(one.area_code), last.get(one.area_code)) for one in view.in_order]
    listed = {code for code, _ in told.townships}
    others = [one for one in _of(view) if one.area_code in listed and one.rank is None]
    marks: dict[Why, str] = {"quasi": "不排名", "kind": "不排名", "few": "数量过小", "small": "人口不足"}
    rows += [PlacesRow(one, None, None, marks.get(why_unranked(told.build, view.metric, one), DASH)) for one in others]
    return tuple(rows)


def sum_rows(view: View) -> tuple[PlacesRow, ...]:
    """Townships together, 辖区外, 未归属 and the county; of shares those without a case are left out."""
    by_code = {one.area_code: one for one in _of(view)}
    outside, unassigned, county = (by_code[code] for code in (OUTSIDE, UNASSIGNED, COUNTY))
    apart = [one for one in (outside, unassigned) if view.metric.is_rate or one.numerator or one.denominator]
    lines = [together(county, apart), *apart, county] if apart else [county]
    return tuple(PlacesRow(one, None, None) for one in lines)


def together(county: Figure, apart: list[Figure]) -> Figure:
    """All listed townships: the county less what lies in none. A rate's people are the county's.

    Of a handful a year before no change is told, as of every other line.
    """
    top, base_top = sum(one.numerator for one in apart), sum(one.base_numerator for one in apart)
    bottom, base_bottom = (sum(values) for values in zip(*map(_bottoms, apart), strict=True))
    x1, x0 = county.numerator - top, county.base_numerator - base_top
    n1 = None if county.denominator is None else county.denominator - bottom
    n0 = None if county.base_denominator is None else county.base_denominator - base_bottom
    is_percent = county.change is not None and county.change_unit == "%"
    change = 100 * (x1 * n0 - x0 * n1) / (x0 * n1) if is_percent and x0 >= FEW and n1 and n0 else None
    return replace(
        county,
        area_code="townships",
        area_name=TOGETHER,
        numerator=x1,
        base_numerator=x0,
        denominator=n1,
        base_denominator=n0,
        value=county.together,
        low=None,
        high=None,
        change=change,
        notes=tuple(one for one in county.notes if one in ("break", "not_covered")),
    )


def _bottoms(figure: Figure) -> tuple[int, int]:
    return figure.denominator or 0, figure.base_denominator or 0


def _of(view: View) -> list[Figure]:
    return [one for one in view.figures if one.metric == view.metric.name]
