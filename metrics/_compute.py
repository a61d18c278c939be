"""compute(): the only place where a count is divided by another."""

from collections.abc import Iterable, Sequence
from typing import Any, Literal

import numpy as np

from data.definition import Definition
from metrics._areas import Areas, areas_of
from metrics._arithmetic import Floats
from metrics._build import Build
from metrics._coverage import Covered, area_cover, covered, event_counts
from metrics._dispersion import dispersion
from metrics._evaluate import Inputs, evaluate, ranks
from metrics._figures import COLUMNS, Figures
from metrics._metric import Metric
from metrics._period import Period
from metrics._population import population_of
from metrics._sums import Slot, sums

By = Literal["township", "county", "all"]
Sums = dict[Slot, Floats]


def compute(build: Build, metrics: Iterable[Metric], period: Period, by: By = "township") -> Figures:
    """Figures of metrics over a period, with the same dates a year before as base.

    `by` township: every listed township, then 辖区外 and 未归属; county: one row per metric; all: both.
    At most one query, whatever the number of metrics. Raises metrics._months.BrokenBuild.
    """
    wanted = tuple(metric.under(build.definition) for metric in metrics)
    ranges = [covered(build, metric, period.start, period.end) for metric in wanted]
    found = sums(
        build, [slot for pair in zip(wanted, ranges, strict=True) for slots in counted(*pair) for slot in slots]
    )
    areas = areas_of(build)
    parts = [_of_metric(build, areas, metric, days, found) for metric, days in zip(wanted, ranges, strict=True)]
    size = len(areas.codes)
    part = {"township": slice(0, size - 1), "county": slice(size - 1, size), "all": slice(0, size)}[by]
    return stacked([{name: column[part] for name, column in one.items()} for one in parts])


def stacked(parts: Sequence[dict[str, Any]]) -> Figures:
    """The columns of several metrics, one below the other."""
    columns: dict[str, Any] = {}
    for name in COLUMNS:
        pieces = [part[name] for part in parts]
        is_array = bool(pieces) and isinstance(pieces[0], np.ndarray)
        columns[name] = np.concatenate(pieces) if is_array else [one for piece in pieces for one in piece]
    return Figures(columns)


def counted(metric: Metric, days: Covered) -> list[tuple[Slot, Slot]]:
    """What to add up for a metric: per count of events the period and its base, the numerator first."""
    return [
        (Slot(count.name, days.start, days.end), Slot(count.name, days.base_start, days.base_end))
        for count in event_counts(metric)
    ]


def _of_metric(build: Build, areas: Areas, metric: Metric, days: Covered, found: Sums) -> dict[str, Any]:
    """All columns of one metric over all areas, the county last."""
    given, missing = _inputs(build, areas, metric, days, found)
    columns = evaluate(metric, build.definition, given)
    if missing:
        columns["notes"][-1] += tuple(f"no_population:{name}" for name in missing)
    columns["rank"] = ranks(metric, build.definition, given, columns["value"], areas.is_rankable)
    same = constants(build, metric, len(areas.codes), days.cutoff)
    dates = {name: [getattr(days, place)] * len(areas.codes) for name, place in _DATES.items()}
    return {**columns, **same, **dates, "area_code": areas.codes, "area_name": areas.names}


_DATES = {"period_start": "start", "period_end": "end", "base_start": "base_start", "base_end": "base_end"}


def constants(build: Build, metric: Metric, size: int, cutoff: object) -> dict[str, list[Any]]:
    """Columns that are the same in every row of a metric."""
    facts = {
        "metric": metric.name,
        "label": metric.label,
        "change_unit": "百分点" if metric.is_proportion else "%",
        "unit": metric.unit,
        "per": metric.per,
        "rank_low": None,
        "rank_high": None,
        "build": build.number,
        "cutoff": cutoff,
        "definition": build.definition.label,
    }
    return {name: [fact] * size for name, fact in facts.items()}


def _inputs(build: Build, areas: Areas, metric: Metric, days: Covered, found: Sums) -> tuple[Inputs, tuple[str, ...]]:
    """The counts of a metric over all areas, and the names of townships whose people nobody knows."""
    numerator, *denominator = ((found[now], found[base]) for now, base in counted(metric, days))
    now = population_of(build).on(days.end)
    then = now if build.definition.same_population_for_both_years else population_of(build).on(days.base_end)
    people, people_then = with_county(now.people), with_county(then.people)
    nothing = np.full(len(areas.codes), np.nan)
    n1, n0 = denominator[0] if denominator else (nothing, nothing)
    missing: tuple[str, ...] = ()
    if metric.is_rate:
        n1, n0 = people, people_then
        missing = tuple(areas.names[i] for i in np.flatnonzero(np.isnan(now.people)))
    every = np.ones(len(areas.codes), dtype=bool)
    is_area = every.copy()
    is_area[-3:-1] = False
    cover = area_cover(build, metric, days)
    given = Inputs(
        x1=numerator[0],
        n1=n1,
        x0=numerator[1],
        n0=n0,
        people=people,
        is_area=is_area,
        is_whole=cover.is_whole,
        has_any=cover.has_any,
        base_is_whole=cover.base_is_whole,
        base_has_any=cover.base_has_any,
        is_cut=every & days.is_cut,
        is_break=every & crosses_break(build.definition, metric, days),
        is_carried=every & _marks(metric, now.is_carried | then.is_carried),
        is_later=every & _marks(metric, now.is_later | then.is_later),
        from_totals=cover.from_totals,
        base_from_totals=cover.base_from_totals,
        phi=dispersion(build, metric, days.end),
    )
    return given, missing


def with_county(people: Floats) -> Floats:
    """People of the townships, none for 辖区外 and 未归属, and the county's sum: NaN when one township lacks them."""
    total = people.sum() if people.size else np.nan
    return np.concatenate([people, [np.nan, np.nan, total]])


def _marks(metric: Metric, townships: np.ndarray) -> np.ndarray:
    """A mark of townships carried over to the county; only rates look at people."""
    marks = np.concatenate([townships, [False, False, bool(townships.any())]])
    return marks & metric.is_rate


def crosses_break(definition: Definition, metric: Metric, days: Covered) -> bool:
    """True when figures of the period and its base lie on two sides of a break of this metric's series."""
    scopes = set()
    for count in metric.counts:
        if count.ledger == "cases":
            scopes.add("filings")
        if (count.ledger, count.kind) == ("mediations", "court"):
            scopes.add("court_mediation")
    return any(scopes & set(one.scope) and days.base_start < one.on <= days.end for one in definition.breaks)
