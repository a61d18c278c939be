"""The same figures month by month, for trends and sparklines."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np

from metrics._areas import COUNTY, OUTSIDE, UNASSIGNED, areas_of
from metrics._arithmetic import Floats
from metrics._build import Build
from metrics._compute import constants, counted, crosses_break, stacked
from metrics._coverage import Covered, area_cover, covered
from metrics._dispersion import dispersion
from metrics._evaluate import Inputs, evaluate
from metrics._figures import Figures
from metrics._groups import each_area
from metrics._metric import Metric
from metrics._period import month_end, months_later
from metrics._population import population_of
from metrics._sides import Span, side_sums

Found = dict[Span, np.float64]


def monthly(
    build: Build, metrics: Iterable[Metric], area_code: str | None, last_month: date, months: int = 24
) -> Figures:
    """One row per metric and month, oldest first, of one area (None: the county), each against the year before.

    `last_month` is any day of the last month. Raises KeyError for an area the build does not list.
    """
    wanted = tuple(metric.under(build.definition) for metric in metrics)
    place = areas_of(build).index[area_code or COUNTY]
    starts = [months_later(last_month.replace(day=1), -back) for back in range(months - 1, -1, -1)]
    days = {metric.name: [covered(build, metric, one, month_end(one)) for one in starts] for metric in wanted}
    pairs = [pair for metric in wanted for one in days[metric.name] for pair in counted(metric, one)]
    sums = side_sums(build, [span for pair in pairs for span in pair], each_area(build))
    found = {span: total[place] for span, total in sums.items()}
    return stacked([_of_metric(build, metric, place, days[metric.name], found) for metric in wanted])


def _of_metric(build: Build, metric: Metric, place: int, days: list[Covered], found: Found) -> dict[str, Any]:
    areas = areas_of(build)
    given, missing = _inputs(build, metric, place, days, found)
    columns = evaluate(metric, build.definition, given)
    if missing:
        columns["notes"] = [
            notes + tuple(f"no_population:{name}" for name in names)
            for notes, names in zip(columns["notes"], missing, strict=True)
        ]
    return {
        **constants(build, metric, len(days), days[-1].cutoff),
        **columns,
        "period_start": [one.start for one in days],
        "period_end": [one.end for one in days],
        "base_start": [one.base_start for one in days],
        "base_end": [one.base_end for one in days],
        "area_code": [areas.codes[place]] * len(days),
        "area_name": [areas.names[place]] * len(days),
    }


def _inputs(
    build: Build, metric: Metric, place: int, days: list[Covered], found: Found
) -> tuple[Inputs, list[tuple[str, ...]]]:
    (x1, x0), *whole = _now_and_base(metric, days, found)
    people, is_later, is_carried, missing = _people(build, place, [one.end for one in days])
    nothing = np.full(len(days), np.nan)
    n1, n0 = whole[0] if whole else (nothing, nothing)
    if metric.is_rate:
        n1 = n0 = people
        if not build.definition.same_population_for_both_years:
            n0, later, carried, _ = _people(build, place, [one.base_end for one in days])
            is_later, is_carried = is_later | later, is_carried | carried
    code = areas_of(build).codes[place]
    covers = [area_cover(build, metric, one) for one in days]
    given = Inputs(
        x1=x1,
        n1=n1,
        x0=x0,
        n0=n0,
        people=people,
        is_area=np.full(len(days), code not in (OUTSIDE, UNASSIGNED)),
        is_whole=np.array([one.is_whole[place] for one in covers]),
        has_any=np.array([one.has_any[place] for one in covers]),
        base_is_whole=np.array([one.base_is_whole[place] for one in covers]),
        base_has_any=np.array([one.base_has_any[place] for one in covers]),
        is_cut=np.array([one.is_cut for one in days]),
        is_break=np.array([crosses_break(build.definition, metric, one) for one in days]),
        is_carried=is_carried & metric.is_rate,
        is_later=is_later & metric.is_rate,
        from_totals=np.array([one.from_totals[place] for one in covers]),
        base_from_totals=np.array([one.base_from_totals[place] for one in covers]),
        phi=dispersion(build, metric, days[-1].end),
    )
    return given, missing if metric.is_rate and code == COUNTY else []


def _now_and_base(metric: Metric, days: list[Covered], found: Found) -> list[tuple[Floats, Floats]]:
    """Per side its counts month by month, and those of the same dates a year before."""
    by_month = [counted(metric, one) for one in days]
    return [
        (np.array([found[now] for now, _ in pairs]), np.array([found[base] for _, base in pairs]))
        for pairs in zip(*by_month, strict=True)
    ]


def _people(build: Build, place: int, ends: list[date]) -> tuple[Floats, np.ndarray, np.ndarray, list[tuple[str, ...]]]:
    """People of one area (the county: of all townships) on several days, with how the figures were come by."""
    areas = areas_of(build)
    townships = [place] if place < areas.townships else list(range(areas.townships))
    everyone = [population_of(build).on(end) for end in ends]
    is_place_with_people = place < areas.townships or areas.codes[place] == COUNTY
    people = [one.people[townships].sum() if is_place_with_people and townships else np.nan for one in everyone]
    missing = [tuple(areas.names[i] for i in np.flatnonzero(np.isnan(one.people))) for one in everyone]
    return (
        np.array(people, dtype=np.float64),
        np.array([bool(one.is_later[townships].any()) and is_place_with_people for one in everyone]),
        np.array([bool(one.is_carried[townships].any()) and is_place_with_people for one in everyone]),
        missing,
    )
