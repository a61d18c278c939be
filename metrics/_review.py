"""The monthly review (通报): every figure that a notice of one month prints, in one object.

Text, tables, charts, workbook and township sheets are all made from it, so they cannot disagree. It is worked out from
a build and a brief alone: the same two give the same figures, digit by digit, however often it is made.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from data.brief import Brief
from data.definition import Definition
from metrics._alerts import Judgement, judged
from metrics._areas import COUNTY, OUTSIDE, UNASSIGNED, areas_of
from metrics._build import Build
from metrics._cause_digest import cause_digest
from metrics._compute import compute
from metrics._facts import first_covered_day
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._monthly import monthly
from metrics._period import Period, month_end, year_to_date
from metrics._period import month as month_period
from metrics._places_before import a_month_before
from metrics._rank_intervals import Standings, place_of, standings
from metrics._registry import METRICS
from metrics._what_moved import WhatMoved, what_moved
from metrics._what_moved_batches import Batches, batches
from metrics._what_moved_people import PeopleSplit, people_split
from metrics._without_batches import places_without_batches

RATE = "litigation_rate"
FILINGS = "civil_filings"
RESOLUTIONS = ("dispute_resolution_rate", "people_mediation_resolution_rate", "court_mediation_resolution_rate")
"""调处化解率 as the county keeps it: the first of these that any import tells."""
MONTHS_SHOWN = 24


@dataclass(frozen=True)
class Review:
    """One month of a county as a notice tells it. `to_date` is the year up to the month's end, which is ranked."""

    brief: Brief
    build: Build
    county_name: str
    month: Period
    to_date: Period
    metrics: tuple[Metric, ...]
    """As the definition has them; the first one leads."""
    figures_to_date: tuple[Figure, ...]
    """Every metric over the year to date, for every township, 辖区外, 未归属 and the county."""
    figures_of_month: tuple[Figure, ...]
    """The same over the month alone."""
    figures_month_before: tuple[Figure, ...]
    """The same over the year up to the month before; empty in the first month of the year."""
    standings: dict[str, Standings]
    """By metric, of the year to date."""
    without_batches: tuple[Figure, ...]
    """The leading metric over the year to date as it is without batch filings, for the same areas."""
    standings_without_batches: Standings
    moved: WhatMoved
    people: PeopleSplit | None

    @property
    def definition(self) -> Definition:
        """The definition of the build."""
        return self.build.definition

    @cached_property
    def batches(self) -> Batches:
        """Batch filings among the filings of the year to date."""
        return batches(self.build, self.moved)

    @cached_property
    def petitions(self) -> tuple[Figure, ...]:
        """信访 of the year to date, for the same areas: what a fall of filings is held beside."""
        return tuple(compute(self.build, [METRICS["petition_rate"]], self.to_date, by="all").rows())

    @cached_property
    def judgement(self) -> Judgement:
        """What the rules of 预警 say of the month; nothing where no case is known up to it."""
        first = first_covered_day(self.build)
        if first is None or first > self.month.end:
            return Judgement(self.month.start, (), (), ())
        return judged(self.build, self.month.start)

    @property
    def ranked(self) -> tuple[Metric, ...]:
        """The metrics that have a good and a bad end and of which the period tells anything."""
        known = {one.metric for one in self.figures_to_date if one.rank is not None}
        return tuple(one for one in self.metrics if one.name in known)

    @cached_property
    def _by_key(self) -> dict[tuple[str, str, str], Figure]:
        spans = (("to_date", self.figures_to_date), ("month", self.figures_of_month))
        return {(span, one.metric, one.area_code): one for span, rows in spans for one in rows}

    def figure(self, metric: str, area: str = COUNTY) -> Figure:
        """The figure of the year to date. Raises KeyError for a metric that this review does not hold."""
        return self._by_key["to_date", metric, area]

    def of_month(self, metric: str, area: str = COUNTY) -> Figure:
        """The figure of the month alone."""
        return self._by_key["month", metric, area]

    @cached_property
    def townships(self) -> tuple[tuple[str, str], ...]:
        """Code and name of every listed township, in the order of the list."""
        return tuple(
            (one.area_code, one.area_name)
            for one in self.figures_to_date
            if one.metric == self.metrics[0].name and one.area_code not in (OUTSIDE, UNASSIGNED, COUNTY)
        )

    def in_order(self, metric: str) -> tuple[Figure, ...]:
        """The ranked townships, the best first; equals in the order of the list."""
        rows = [one for one in self.figures_to_date if one.metric == metric and one.rank is not None]
        return tuple(sorted(rows, key=lambda one: one.rank or 0))

    def by_month(self, metric: str, area: str | None = None) -> list[Figure]:
        """The 24 months up to this one, of the county or one area."""
        return monthly(self.build, [METRICS[metric]], area, self.month.end, months=MONTHS_SHOWN).rows()

    def figures_json(self) -> str:
        """Every figure, unrounded, as stable text: what an issued notice is held to."""
        fields = ("numerator", "denominator", "value", "low", "high", "status", "change", "change_z")
        parts = {"to_date": self.figures_to_date, "month": self.figures_of_month}
        plain = {
            span: [
                {"metric": one.metric, "area_code": one.area_code, "area_name": one.area_name,
                 **{name: getattr(one, name) for name in fields}, "rank": place_of(one)}
                for one in rows
            ]
            for span, rows in parts.items()
        }  # fmt: skip
        places = {
            name: {code: [one.rank_low, one.rank_high, one.tier, one.may_be_named] for code, one in found.of.items()}
            for name, found in self.standings.items()
        }
        told = {**plain, "places": places, "causes_sha256": self.cause_digest}
        return json.dumps(told, ensure_ascii=False, sort_keys=True, allow_nan=False)

    @property
    def cause_digest(self) -> str | None:
        """What the filings by cause are held to; None in a notice that is not about filings."""
        return cause_digest(self.moved) if any(one.name == FILINGS for one in self.metrics) else None


def review(build: Build, brief: Brief, names: Sequence[str] | None = None) -> Review:
    """Work a month out. `names` are the metrics, the leading one first; by default those of the monthly notice."""
    definition = build.definition
    wanted = [METRICS[name].under(definition) for name in names or monthly_metrics(build, brief.month)]
    month = month_period(brief.month.year, brief.month.month)
    to_date = year_to_date(month.end, definition.year_starts_in_december)
    rows = compute(build, wanted, to_date, by="all", with_rank_intervals=True).rows()
    before = a_month_before(to_date)
    moved = what_moved(build, to_date)
    rest = places_without_batches(build, wanted[0], to_date)
    areas = areas_of(build)
    return Review(
        brief=brief,
        build=build,
        county_name=areas.names[-1],
        month=month,
        to_date=to_date,
        metrics=tuple(wanted),
        figures_to_date=tuple(rows),
        figures_of_month=tuple(compute(build, wanted, month, by="all").rows()),
        figures_month_before=tuple(compute(build, wanted, before, by="all").rows()) if before else (),
        standings={one.name: standings(one, rows) for one in wanted},
        without_batches=rest.figures,
        standings_without_batches=rest.standings,
        moved=moved,
        people=people_split(build, moved),
    )


def monthly_metrics(build: Build, first: date) -> tuple[str, ...]:
    """The metrics of the monthly notice: the rate, what settles disputes as the county keeps it, and new filings."""
    period = year_to_date(month_end(first), build.definition.year_starts_in_december)
    county = compute(build, [METRICS[name] for name in RESOLUTIONS], period, by="county").rows()
    told = [one.metric for one in county if one.status == "ok"]
    return (RATE, *(told[:1] or RESOLUTIONS[:1]), FILINGS)
