"""The score sheet (考核计分表) of a year: points by band, the raw figure beside them.

A value belongs to the band that it begins or lies in, compared as the exact fraction of its two counts. What has no
value, or is a sum over days of which some were never imported, has no points: the total then says how many items are
missing, and is never filled up with zeros.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from data.brief import Band, ScoreItem, ScoreSheet
from metrics._areas import COUNTY, OUTSIDE, UNASSIGNED
from metrics._build import Build
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._period import Period
from metrics._registry import METRICS
from metrics._review import Review
from metrics._targets import course, figures_of, is_apart, target_year
from metrics._words import exact_value


@dataclass(frozen=True)
class ScoredItem:
    """One metric of one township with its points; None: no value, a sum with days missing, or another definition."""

    item: ScoreItem
    metric: Metric
    figure: Figure
    points: Decimal | None


@dataclass(frozen=True)
class Scored:
    """One township's points, in the order of the score sheet."""

    area_code: str
    area_name: str
    items: tuple[ScoredItem, ...]
    is_apart: bool
    """One of its figures is too small to judge, or it is of a kind that is not ranked."""

    @property
    def missing(self) -> int:
        """Items without points."""
        return sum(one.points is None for one in self.items)

    @property
    def total(self) -> Decimal | None:
        """The exact sum of the points there are; None where there are none."""
        known = [one.points for one in self.items if one.points is not None]
        return sum(known, Decimal(0)) if known else None


def scores(review: Review) -> tuple[Scored, ...]:
    """Every township by the score sheet of the review's year, in the order of the list, which is no ranking."""
    sheet = review.brief.score_sheet
    return score(review.build, sheet, review.to_date) if sheet is not None else ()


def score(build: Build, sheet: ScoreSheet, to_date: Period) -> tuple[Scored, ...]:
    """The same for a year to date without a review; nothing for a sheet of another year."""
    if sheet.year != target_year(to_date):
        return ()
    figures = figures_of(build, [one.metric for one in sheet.items], to_date)
    rows = zip(*(figures[one.metric] for one in sheet.items), strict=True)
    return tuple(_scored(build, sheet, row) for row in rows if row[0].area_code not in (OUTSIDE, UNASSIGNED, COUNTY))


def points(value: Fraction, bands: Sequence[Band]) -> Decimal:
    """Points of a value: the last band that begins at or below it."""
    return [one.points for one in bands if one.at_least is None or Fraction(one.at_least) <= value][-1]


def _scored(build: Build, sheet: ScoreSheet, row: Sequence[Figure]) -> Scored:
    items = tuple(_item(build, item, figure) for item, figure in zip(sheet.items, row, strict=True))
    return Scored(row[0].area_code, row[0].area_name, items, any(is_apart(build, one) for one in row))


def _item(build: Build, item: ScoreItem, figure: Figure) -> ScoredItem:
    metric, value = METRICS[item.metric].under(build.definition), exact_value(figure)
    is_short = course(metric) != "level" and "period_not_covered" in figure.notes
    if value is None or is_short or item.label not in ("", metric.label):
        return ScoredItem(item, metric, figure, None)
    return ScoredItem(item, metric, figure, points(value, item.bands))
