"""The same figures month by month, for trends and sparklines."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np

from metrics._areas import COUNTY, OUTSIDE, UNASSIGNED, areas_of
from metrics._arithmetic import Floats
from metrics._build import Build
from metrics._compute import constants, crosses_break, stacked
from metrics._coverage import Covered, covered
from metrics._dispersion import dispersion
from metrics._evaluate import Inputs, evaluate
from metrics._figures import Figures
from metrics._metric import Metric
from metrics._period import month_end, months_later
from metrics._population import population_of
from metrics._sums import MonthSlot, month_sums

_UNCUT = 31
_YEAR = 12


def monthly(
    build: Build, metrics: Iterable[Metric], area_code: str | None, last_month: date, months: int = 24
) -> Figures:
    """One row per metric and month, oldest first, of one area (None: the county), each against the year before.

    `last_month` is any day of the last month. One query. Raises KeyError for an area the build does not list.
    """
    wanted = tuple(metrics)
    code = None if area_code == COUNTY else area_code
    place = areas_of(build).index[code or COUNTY]
    starts = [months_later(last_month.replace(day=1), -back) for back in range(months - 1, -1, -1)]
    days = {metric.name: [covered(build, metric, one, month_end(one)) for one in starts] for metric in wanted}
    slots = {slot for metric in wanted for slot in _slots(metric, days[metric.name][-1].cutoff)}
    first, last = months_later(starts[0], -_YEAR), month_end(starts[-1])
    found = month_sums(build, sorted(slots, key=repr), first, last, code) if slots else {}
    return stacked([_of_metric(build, metric, place, days[metric.name], found) for metric in wanted])


def _slots(metric: Metric, cutoff: date | None) -> list[MonthSlot]:
    cut_day = _UNCUT if cutoff is None else cutoff.day
    return [MonthSlot(count.name, cut_day) for count in metric.counts if count.fold == "sum"]


def _of_metric(
    build: Build, metric: Metric, place: int, days: list[Covered], found: dict[MonthSlot, tuple[Floats, Floats]]
) -> dict[str, Any]:
    areas = areas_of(build)
    given, missing = _inputs(build, metric, place, days, found)
    columns = evaluate(metric, build.definition, given)
    if missing:
        columns["notes"] = [
            notes + tuple(f"no_population:{name}" for name in names)
            for notes, names in zip(columns["notes"], missing, strict=True)
        ]
    return {
        **columns,
        **constants(build, metric, len(days), days[-1].cutoff),
        "period_start": [one.start for one in days],
        "period_end": [one.end for one in days],
        "base_start": [one.base_start for one in days],
        "base_end": [one.base_end for one in days],
        "area_code": [areas.codes[place]] * len(days),
        "area_name": [areas.names[place]] * len(days),
        "rank": np.full(len(days), np.nan),
    }


def _inputs(
    build: Build, metric: Metric, place: int, days: list[Covered], found: dict[MonthSlot, tuple[Floats, Floats]]
) -> tuple[Inputs, list[tuple[str, ...]]]:
    is_cut = np.array([one.is_cut for one in days])
    pairs = [_now_and_then(*found[slot], is_cut) for slot in _slots(metric, days[-1].cutoff)]
    x1, x0 = pairs[0]
    people, is_later, is_carried, missing = _people(build, place, [one.end for one in days])
    nothing = np.full(len(days), np.nan)
    n1, n0 = pairs[1] if len(pairs) > 1 else (nothing, nothing)
    if metric.is_rate:
        n1 = n0 = people
        if not build.definition.same_population_for_both_years:
            n0, later, carried, _ = _people(build, place, [one.base_end for one in days])
            is_later, is_carried = is_later | later, is_carried | carried
    code = areas_of(build).codes[place]
    given = Inputs(
        x1=x1,
        n1=n1,
        x0=x0,
        n0=n0,
        people=people,
        is_area=np.full(len(days), code not in (OUTSIDE, UNASSIGNED)),
        is_whole=np.array([one.is_whole for one in days]),
        has_any=np.array([one.has_any for one in days]),
        base_is_whole=np.array([one.base_is_whole for one in days]),
        base_has_any=np.array([one.base_has_any for one in days]),
        is_cut=is_cut,
        is_break=np.array([crosses_break(build.definition, metric, one) for one in days]),
        is_carried=is_carried & metric.is_rate,
        is_later=is_later & metric.is_rate,
        phi=dispersion(build, metric, days[-1].end),
    )
    return given, missing if metric.is_rate and code == COUNTY else []


def _now_and_then(whole: Floats, cut: Floats, is_cut: np.ndarray) -> tuple[Floats, Floats]:
    """Sums of the months and of those a year before; a cut month and its base both stop on the same day."""
    return (
        np.where(is_cut, cut[_YEAR:], whole[_YEAR:]),
        np.where(is_cut, cut[:-_YEAR], whole[:-_YEAR]),
    )


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
