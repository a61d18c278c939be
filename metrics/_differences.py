"""Two builds held against each other: which figures of the latest period are not what they were."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from metrics._areas import COUNTY, OUTSIDE, UNASSIGNED
from metrics._build import Build
from metrics._compute import compute
from metrics._facts import last_whole_month
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._period import Period, year_to_date
from metrics._rank_intervals import place_of
from metrics._words import format_value

Keyed = dict[tuple[str, str], Figure]


@dataclass(frozen=True)
class Moved:
    """One figure before and after; None where there is no such figure on that side."""

    metric: Metric
    area_code: str
    area_name: str
    before: Figure | None
    after: Figure | None

    @property
    def is_printed(self) -> bool:
        """True when the figure is printed otherwise than before, not only its counts or its rank."""
        return _printed(self.before, self.metric) != _printed(self.after, self.metric)


def latest_period(*builds: Build | None) -> Period | None:
    """Year to date, to the end of the last month that any of the builds wholly covers; None when none covers any."""
    ends = [end for build in builds if build is not None and (end := last_whole_month(build)) is not None]
    if not ends:
        return None
    december = any(build.definition.year_starts_in_december for build in builds if build is not None)
    return year_to_date(max(ends), december)


class Moves(NamedTuple):
    """The figures of one period that are not what they were."""

    period: Period
    moved: tuple[Moved, ...]


def moves(before: Build | None, after: Build | None, metrics: Iterable[Metric], own_end: date | None) -> list[Moves]:
    """What moves in the latest period, and in the one up to `own_end` where the imports in question end earlier."""
    latest = latest_period(before, after)
    if latest is None:
        return []
    periods = [latest]
    if own_end is not None and own_end < latest.start:
        periods.append(year_to_date(own_end, latest.december))
    wanted = tuple(metrics)
    return [Moves(period, differences(before, after, wanted, period)) for period in periods]


def differences(
    before: Build | None, after: Build | None, metrics: Iterable[Metric], period: Period
) -> tuple[Moved, ...]:
    """Figures whose counts, value, change or rank differ: by metric, the county first, then areas in their order."""
    wanted = tuple(metrics)
    return between(_figures(before, wanted, period), _figures(after, wanted, period), wanted)


def between(old: Keyed, new: Keyed, metrics: Iterable[Metric]) -> tuple[Moved, ...]:
    """The same of figures that are at hand, by metric and area."""
    found = []
    for metric in metrics:
        areas = dict.fromkeys(area for name, area in (*new, *old) if name == metric.name)
        for area in sorted(areas, key=lambda code: (code != COUNTY, code in (OUTSIDE, UNASSIGNED))):
            key = (metric.name, area)
            one, other = old.get(key), new.get(key)
            if _told(one) != _told(other):
                some = other or one
                assert some is not None
                found.append(Moved(metric, area, some.area_name, one, other))
    return tuple(found)


def without_places(found: Moves) -> Moves:
    """The same without places, and without the figures of which only the place moved."""
    bare = [replace(one, before=_bare(one.before), after=_bare(one.after)) for one in found.moved]
    return Moves(found.period, tuple(one for one in bare if _told(one.before) != _told(one.after)))


def _bare(figure: Figure | None) -> Figure | None:
    return None if figure is None else replace(figure, rank=None, rank_low=None, rank_high=None)


def _figures(build: Build | None, metrics: tuple[Metric, ...], period: Period) -> Keyed:
    return {} if build is None else keyed(compute(build, metrics, period, by="all"))


def keyed(figures: Iterable[Figure]) -> Keyed:
    """Figures by metric and area."""
    return {(one.metric, one.area_code): one for one in figures}


def _told(figure: Figure | None) -> tuple[object, ...] | None:
    """What a reader sees of a figure; a figure that nothing is known of is as good as none."""
    if figure is None or (figure.status == "not_covered" and not figure.numerator):
        return None
    return (
        figure.numerator,
        figure.denominator,
        figure.value,
        figure.status,
        figure.base_numerator,
        figure.base_denominator,
        figure.change,
        place_of(figure),
    )


def _printed(figure: Figure | None, metric: Metric) -> str:
    return "" if _told(figure) is None or figure is None else format_value(figure, metric)
