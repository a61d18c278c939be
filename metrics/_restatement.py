"""修订: what a month says now that its issued notice did not say, figure by figure, and why.

A figure's count is a list of rows, so its difference is the sum of rows that came, went, changed or moved; each of them
has one cause, and the parts of the why add up to the difference.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from data.build.since import Between, between
from data.count import PeriodCount
from data.definition import Definition
from data.store.home import Home
from metrics._areas import COUNTY
from metrics._build import Build
from metrics._compute import compute
from metrics._differences import keyed
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._period import Period, month_end, year_to_date
from metrics._period import month as month_period
from metrics._rank_intervals import place_of
from metrics._registry import METRICS
from metrics._restatement_causes import CauseLines, RestatedCause, SpanName, restated_causes
from metrics._restatement_rows import Cause, Side, row_parts
from metrics._restatement_why import Why, of_area
from metrics._review import FILINGS
from metrics._rows_behind import Part


@dataclass(frozen=True)
class Restated:
    """One figure as it was issued and as it is now; None where there is no such figure on that side."""

    span: SpanName
    metric: Metric
    """As the definition in force has it."""
    area_code: str
    area_name: str
    old: Figure | None
    new: Figure | None
    why: tuple[Why, ...] = ()

    @property
    def difference(self) -> int:
        """What the numerator grew by."""
        return _count(self.new, "numerator") - _count(self.old, "numerator")

    @property
    def is_place_only(self) -> bool:
        """True when the figure is what it was and only its place moved, because others did."""
        return all(one.cause == "place_only" for one in self.why)


@dataclass(frozen=True)
class Restatement:
    """Everything of a month that is not what was issued: `rows` are figures of metrics."""

    month: date
    periods: dict[SpanName, Period]
    before: Definition
    after: Definition
    old_build: int
    new_build: int
    rows: tuple[Restated, ...]
    imports: Between = field(repr=False)
    causes: tuple[RestatedCause, ...]
    """Lines of the county's causes, where the notice is about filings."""
    cells_changed: bool
    """Whether a township's count of a line changed; such counts are not printed here."""

    @property
    def printed(self) -> tuple[Restated, ...]:
        """`rows` without counts that stand above the line of another metric: they are told there."""
        told = {
            (one.span, one.area_code, one.metric.numerator) for one in self.rows if one.metric.denominator is not None
        }
        return tuple(
            one
            for one in self.rows
            if one.metric.denominator is not None or (one.span, one.area_code, one.metric.numerator) not in told
        )

    @property
    def is_any(self) -> bool:
        """Whether there is anything to restate."""
        return bool(self.rows or self.causes or self.cells_changed)


def restated(
    home: Home, before: Build, after: Build, names: Sequence[str], month: date, causes: CauseLines = "each"
) -> Restatement:
    """Hold the build of an issued month against a later one. `names` are the metrics of the notice, `month` its first
    day, `causes` what it counts by cause if it is about filings; periods are those of the definition that the notice
    was issued under."""
    to_date = year_to_date(month_end(month), before.definition.year_starts_in_december)
    periods: dict[SpanName, Period] = {
        "to_date": to_date,
        "month": month_period(month.year, month.month),
        "year_before": to_date.base,
    }
    if to_date.start == periods["month"].start:
        del periods["month"]
    imports = between(home, _batches(before), _batches(after))
    rows = [
        row
        for name in names
        for span, period in periods.items()
        for row in _of_metric(imports, before, after, METRICS[name], span, period)
    ]
    lines: tuple[RestatedCause, ...] = ()
    cells_changed = False
    if FILINGS in names:
        filings = METRICS[FILINGS]
        sides = {span: Side(imports, before, after, filings, one, "numerator") for span, one in periods.items()}
        lines, cells_changed = restated_causes(sides, causes)
    return Restatement(
        month,
        periods,
        before.definition,
        after.definition,
        before.number,
        after.number,
        tuple(rows),
        imports,
        lines,
        cells_changed,
    )


def _batches(build: Build) -> frozenset[int]:
    """The imports whose rows a build holds."""
    return frozenset(json.loads(build.meta["batches"]))


def _of_metric(
    imports: Between, before: Build, after: Build, metric: Metric, span: SpanName, period: Period
) -> Iterable[Restated]:
    old, new = (keyed(compute(build, [metric], period, by="all")) for build in (before, after))
    keys = [key for key in dict.fromkeys((*old, *new)) if _told(old.get(key)) != _told(new.get(key))]
    if not keys:
        return
    parts: tuple[Part, ...] = ("numerator", "denominator") if _has_rows_below(metric, before, after) else ("numerator",)
    # What is counted over a period may be another thing in each area: the most frequent causes of a township.
    is_by_area = any(isinstance(one, PeriodCount) for one in metric.sides)
    asked = [area for _, area in keys] if is_by_area else [COUNTY]
    held = [row_parts(Side(imports, before, after, metric, period, part), asked) for part in parts]
    for key in keys:
        was, now, area = old.get(key), new.get(key), key[1]
        own = [one for by_area in held for one in by_area[area if is_by_area else COUNTY]]
        why = [*of_area(own, area), *_of_people(metric, was, now)]
        some = now or was
        assert some is not None
        told = tuple(why) or (Why(_without_rows(before, after, was, now), "numerator", 0),)
        yield Restated(span, metric.under(after.definition), area, some.area_name, was, now, told)


def _without_rows(before: Build, after: Build, was: Figure | None, now: Figure | None) -> Cause:
    """Why a figure of which not one row changed is told otherwise."""
    if any(getattr(before.definition, one) != getattr(after.definition, one) for one in _RANKING):
        return "definition"
    is_same = was is not None and now is not None and (was.value, was.status) == (now.value, now.status)
    return "place_only" if is_same else "covered"


_RANKING = ("smallest_ranked_population", "ranked_kinds", "population_basis", "population_year")
"""Switches that decide who is ranked and against how many people."""


def _has_rows_below(metric: Metric, before: Build, after: Build) -> bool:
    """Whether the denominator is counted by rows of a ledger; of people the figures themselves tell."""
    return any(
        (under := metric.under(build.definition)).denominator is not None and not under.is_rate
        for build in (before, after)
    )


def _of_people(metric: Metric, was: Figure | None, now: Figure | None) -> list[Why]:
    if not metric.is_rate or was is None or now is None or was.denominator == now.denominator:
        return []
    return [Why("people", "denominator", _count(now, "denominator") - _count(was, "denominator"))]


def _count(figure: Figure | None, part: Part) -> int:
    return 0 if figure is None else getattr(figure, part) or 0


def _told(figure: Figure | None) -> tuple[object, ...] | None:
    """What a notice prints of a figure."""
    if figure is None or (figure.status == "not_covered" and not figure.numerator):
        return None
    return figure.numerator, figure.denominator, figure.value, figure.status, place_of(figure)
