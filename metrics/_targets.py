"""Targets held against the year to date: who met them, who missed them by more than chance, and what is not told yet.

A figure that adds up over the year (cases per 10,000 people, sessions held) is not at its target because the year is
young: until the year ends it is held against the share of the target that belongs to the days gone by (时序). What is
certain already is said: a ceiling once passed stays passed, a floor once reached stays reached. Shares are compared as
they stand. Comparisons are exact, on the fraction of the two counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property
from typing import Literal

from data.brief import Target
from data.count import Count, Side, leaves_of
from data.target_rules import Subject
from metrics._areas import COUNTY, OUTSIDE, UNASSIGNED, areas_of
from metrics._build import Build
from metrics._compute import compute
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._period import Period, months_later, year_number
from metrics._registry import METRICS
from metrics._review import Review
from metrics._words import exact_value

Verdict = Literal[
    "met",
    "missed",
    "missed_within",
    "on_pace",
    "off_pace",
    "off_pace_within",
    "open",
    "too_few",
    "incomplete",
    "other_definition",
    "no_data",
]
"""`_within`: the 95 % limits include what the figure is held against. open: only the whole year can tell."""
FAILED: tuple[Verdict, ...] = ("missed", "missed_within", "off_pace", "off_pace_within")
"""What a list of those below target holds, the clearest first."""
Course = Literal["adds_up", "whole_year", "level"]

_FALL_WITH_TIME = ("litigation_free_village_share", "idle_mediation_bodies")
"""The longer the period, the lower: half a year says nothing of the year."""


@dataclass(frozen=True)
class YearSoFar:
    """Days of the year that the figure covers, and all its days."""

    elapsed: int
    days: int

    @property
    def is_over(self) -> bool:
        """Whether the figure is that of the whole year."""
        return self.elapsed >= self.days


@dataclass(frozen=True)
class Judged:
    """One target and one township (or the county). Values in the unit of the metric, exact."""

    target: Target
    metric: Metric
    figure: Figure
    year: YearSoFar
    is_apart: bool
    """Too small or of a kind that is not ranked: listed apart from the others."""

    @property
    def area_code(self) -> str:
        """The township, or the county."""
        return self.figure.area_code

    @property
    def value(self) -> Fraction | None:
        """The figure of the year to date; None where there is none."""
        return exact_value(self.figure)

    @property
    def pace(self) -> Fraction | None:
        """The share of the target that belongs to the days gone by; None where the target itself is compared."""
        if course(self.metric) != "adds_up" or self.year.is_over:
            return None
        return Fraction(self.target.value) * Fraction(self.year.elapsed, self.year.days)

    @property
    def gap(self) -> Fraction | None:
        """Value less target; None without a value."""
        return None if self.value is None else self.value - Fraction(self.target.value)

    @property
    def gap_to_pace(self) -> Fraction | None:
        """Value less the share of the days gone by; None where there is no such share."""
        return None if self.value is None or self.pace is None else self.value - self.pace

    @cached_property
    def verdict(self) -> Verdict:
        """What may be said, strongest reason for silence first."""
        if self.target.label not in ("", self.metric.label):
            return "other_definition"
        if self.gap is None:
            return "no_data"
        if self.figure.status == "small":
            return "too_few"
        if course(self.metric) == "whole_year" and not (self.year.is_over and self._is_whole):
            return "incomplete" if self.year.is_over else "open"
        if course(self.metric) == "adds_up" and not (self.year.is_over and self._is_whole):
            return self._under_way(self.gap)
        return self._against_target(self.gap)

    @property
    def _is_whole(self) -> bool:
        """Every day of the figure is covered."""
        return "period_not_covered" not in self.figure.notes

    def _against_target(self, gap: Fraction) -> Verdict:
        if self._is_good(gap):
            return "met"
        return "missed_within" if self._may_be_chance(Fraction(self.target.value)) else "missed"

    def _under_way(self, gap: Fraction) -> Verdict:
        """A figure that still adds up: one direction alone is certain before the year ends and all of it is known."""
        is_floor = self.target.direction == "at_least"
        if self._is_good(gap) == is_floor:
            return self._against_target(gap)
        if not self._is_whole:
            return "incomplete"
        assert self.pace is not None
        assert self.gap_to_pace is not None
        if self._is_good(self.gap_to_pace):
            return "on_pace"
        return "off_pace_within" if self._may_be_chance(self.pace) else "off_pace"

    def _is_good(self, gap: Fraction) -> bool:
        return gap <= 0 if self.target.direction == "at_most" else gap >= 0

    def _may_be_chance(self, mark: Fraction) -> bool:
        low, high = self.figure.low, self.figure.high
        return low is not None and high is not None and low <= mark <= high


def judged(review: Review) -> tuple[Judged, ...]:
    """Every target of the review's year: by target as entered, then in the order of the list."""
    return judge(review.build, review.brief.targets, review.to_date)


def judge(build: Build, targets: Sequence[Target], to_date: Period) -> tuple[Judged, ...]:
    """The same for a year to date without a review; targets of other years are passed over."""
    wanted = [one for one in targets if one.year == target_year(to_date)]
    figures = figures_of(build, [one.metric for one in wanted], to_date)
    return tuple(
        Judged(
            target,
            METRICS[target.metric].under(build.definition),
            figure,
            year_so_far(figure, to_date),
            target.scope == "township" and is_apart(build, figure),
        )
        for target in wanted
        for figure in figures[target.metric]
        if _is_in_scope(figure.area_code, target)
    )


def figures_of(build: Build, names: Sequence[str], to_date: Period) -> dict[str, list[Figure]]:
    """Figures of every area by metric; a metric asked for twice is computed once."""
    once = list(dict.fromkeys(names))
    found: dict[str, list[Figure]] = {name: [] for name in once}
    for figure in compute(build, [METRICS[name] for name in once], to_date, by="all").rows() if once else ():
        found[figure.metric].append(figure)
    return found


def target_year(to_date: Period) -> int:
    """The year that a year to date belongs to."""
    return year_number(to_date.end, to_date.december)


def year_so_far(figure: Figure, to_date: Period) -> YearSoFar:
    """How much of the year a figure covers; one that was cut at the cut-off covers less than the period."""
    last = months_later(to_date.start, 12) - timedelta(days=1)
    return YearSoFar(_days(to_date.start, figure.period_end), _days(to_date.start, last))


def is_apart(build: Build, figure: Figure) -> bool:
    """True for a township that is too small to judge, or not ranked where others are."""
    areas = areas_of(build)
    is_passed_over = METRICS[figure.metric].better != "none" and figure.value is not None and figure.rank is None
    return figure.status == "small" or is_passed_over or not areas.is_rankable[areas.index[figure.area_code]]


def course(metric: Metric) -> Course:
    """How a figure moves while the year goes on: adds_up from nothing, level, or to be told of a whole year only."""
    if metric.name in _FALL_WITH_TIME or any(isinstance(one, Count) and one.fold == "present" for one in metric.counts):
        return "whole_year"
    is_over_the_same_days = metric.denominator is not None and _are_events(metric.denominator)
    return "adds_up" if _are_events(metric.numerator) and not is_over_the_same_days else "level"


def subject_of(metric: Metric) -> Subject:
    """What a target may ask of a metric."""
    greatest = 100 if metric.is_proportion else None
    return Subject(metric.name, metric.label, metric.better, greatest, is_count=metric.denominator is None)


def _is_in_scope(area: str, target: Target) -> bool:
    return area == COUNTY if target.scope == "county" else area not in (OUTSIDE, UNASSIGNED, COUNTY)


def _are_events(side: Side) -> bool:
    return all(isinstance(one, Count) and one.fold == "sum" for one in leaves_of(side))


def _days(start: date, end: date) -> int:
    return (end - start).days + 1
