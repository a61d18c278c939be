"""compute(): the only place where a count is divided by another."""

from collections.abc import Iterable, Sequence
from typing import Any, Literal

import numpy as np

from data.definition import Definition
from metrics import _arithmetic as arithmetic
from metrics._areas import areas_of
from metrics._arithmetic import Floats
from metrics._breaks import breaks_of
from metrics._build import Build
from metrics._coverage import Covered, area_cover, covered
from metrics._dispersion import dispersion
from metrics._evaluate import Inputs, evaluate, ranks
from metrics._figures import COLUMNS, Figures
from metrics._groups import Groups, each_area, townships_together, tribunals
from metrics._metric import Metric
from metrics._period import Period
from metrics._population import population_of
from metrics._rank_intervals import limits_of_ranks
from metrics._sides import Span, side_sums

By = Literal["township", "tribunal", "together", "county", "all"]
Sums = dict[Span, Floats]


def compute(
    build: Build, metrics: Iterable[Metric], period: Period, by: By = "township", *, with_rank_intervals: bool = False
) -> Figures:
    """Figures of metrics over a period, with the same dates a year before as base.

    `by` township: every listed township, then 辖区外 and 未归属; tribunal: the townships of each tribunal added up and
    divided once, then the same two; together: all townships added up, then the same two; county: one row per metric;
    all: every township, those two and the county.
    `with_rank_intervals` draws rank_low and rank_high, which takes far longer than the figures: 0.1 s for a metric.
    At most one query for all counts of days, and one per period count. Raises metrics._months.BrokenBuild.
    """
    wanted = tuple(metric.under(build.definition) for metric in metrics)
    ranges = [covered(build, metric, period.start, period.end) for metric in wanted]
    groups = {"tribunal": tribunals, "together": townships_together}.get(by, each_area)(build)
    pairs = zip(wanted, ranges, strict=True)
    found = side_sums(build, [span for pair in pairs for spans in counted(*pair) for span in spans], groups)
    parts = [
        _of_metric(build, groups, metric, days, found, with_rank_intervals)
        for metric, days in zip(wanted, ranges, strict=True)
    ]
    size = len(groups.codes)
    part = {"county": slice(size - 1, size), "all": slice(0, size)}.get(by, slice(0, size - 1))
    return stacked([{name: column[part] for name, column in one.items()} for one in parts])


def stacked(parts: Sequence[dict[str, Any]]) -> Figures:
    """The columns of several metrics, one below the other."""
    columns: dict[str, Any] = {}
    for name in COLUMNS:
        pieces = [part[name] for part in parts]
        is_array = bool(pieces) and isinstance(pieces[0], np.ndarray)
        columns[name] = np.concatenate(pieces) if is_array else [one for piece in pieces for one in piece]
    return Figures(columns)


def counted(metric: Metric, days: Covered) -> list[tuple[Span, Span]]:
    """What to count for a metric: per side the period and its base, the numerator first; people are no event."""
    sides = metric.sides[:1] if metric.is_rate else metric.sides
    return [(Span(one, days.start, days.end), Span(one, days.base_start, days.base_end)) for one in sides]


def _of_metric(
    build: Build, groups: Groups, metric: Metric, days: Covered, found: Sums, with_rank_intervals: bool
) -> dict[str, Any]:
    """All columns of one metric over all groups, the county last."""
    given, missing = _inputs(build, groups, metric, days, found)
    columns = evaluate(metric, build.definition, given)
    columns["together"][-1] = _together(metric, given)
    if missing:
        columns["notes"][-1] += tuple(f"no_population:{name}" for name in missing)
    columns["rank"] = ranks(metric, build.definition, given, columns["value"], groups.is_rankable)
    if with_rank_intervals:
        limits = limits_of_ranks(metric, given.x1, given.n1, given.phi, columns["rank"])
        columns["rank_low"], columns["rank_high"] = limits
    same = constants(build, metric, len(groups.codes), days.cutoff)
    dates = {name: [getattr(days, place)] * len(groups.codes) for name, place in _DATES.items()}
    return {**same, **columns, **dates, "area_code": groups.codes, "area_name": groups.names}


_DATES = {"period_start": "start", "period_end": "end", "base_start": "base_start", "base_end": "base_end"}


def constants(build: Build, metric: Metric, size: int, cutoff: object) -> dict[str, Any]:
    """Columns that are the same in every row of a metric, and ranks as they are before anybody is ranked."""
    facts = {
        "metric": metric.name,
        "label": metric.label,
        "change_unit": "百分点" if metric.changes_in_points else "%",
        "unit": metric.unit,
        "per": metric.per,
        "build": build.number,
        "cutoff": cutoff,
        "definition": build.definition.label,
    }
    no_rank = {name: np.full(size, np.nan) for name in ("rank", "rank_low", "rank_high")}
    return {name: [fact] * size for name, fact in facts.items()} | no_rank


def _inputs(build: Build, groups: Groups, metric: Metric, days: Covered, found: Sums) -> tuple[Inputs, tuple[str, ...]]:
    """The counts of a metric over all groups, and the names of townships whose people nobody knows."""
    numerator, *denominator = ((found[now], found[base]) for now, base in counted(metric, days))
    now = population_of(build).on(days.end)
    then = now if build.definition.same_population_for_both_years else population_of(build).on(days.base_end)
    people, people_then = groups.add(with_county(now.people)), groups.add(with_county(then.people))
    nothing = np.full(len(groups.codes), np.nan)
    n1, n0 = denominator[0] if denominator else (nothing, nothing)
    missing: tuple[str, ...] = ()
    if metric.is_rate:
        n1, n0 = people, people_then
        missing = tuple(areas_of(build).names[i] for i in np.flatnonzero(np.isnan(now.people)))
    every = np.ones(len(groups.codes), dtype=bool)
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
        is_whole=groups.all(cover.is_whole),
        has_any=groups.any(cover.has_any),
        base_is_whole=groups.all(cover.base_is_whole),
        base_has_any=groups.any(cover.base_has_any),
        is_cut=every & days.is_cut,
        is_break=every & crosses_break(build.definition, metric, days),
        is_carried=groups.any(_marks(metric, now.is_carried | then.is_carried)),
        is_later=groups.any(_marks(metric, now.is_later | then.is_later)),
        from_totals=groups.any(cover.from_totals),
        base_from_totals=groups.any(cover.base_from_totals),
        phi=dispersion(build, metric, days.end),
    )
    return given, missing


def _together(metric: Metric, given: Inputs) -> float:
    """The value of the townships together: the county's less 辖区外 and 未归属, which have no residents."""
    county, elsewhere = -1, slice(-3, -1)
    x = given.x1[county] - given.x1[elsewhere].sum()
    n = given.n1[county] if metric.is_rate else given.n1[county] - given.n1[elsewhere].sum()
    is_known = metric.denominator is not None and bool(given.has_any[county])
    return float(arithmetic.value(x, n, metric.per)) if is_known else np.nan


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
    return any(days.base_start < one.on <= days.end for one in breaks_of(definition, metric))
