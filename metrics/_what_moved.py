"""What moved: the change of first-instance civil filings, split by cause and township so that every split adds up.

Points, excess and z as in metrics._decomposition, with the county's own change as the measure at every level.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal, NamedTuple

import numpy as np

from data.definition import Definition, SeriesBreak
from metrics._areas import OUTSIDE, UNASSIGNED
from metrics._build import Build
from metrics._compute import compute
from metrics._counts import CIVIL_FILINGS
from metrics._decomposition import contributions
from metrics._dispersion import dispersion
from metrics._evaluate import FEW
from metrics._figures import Figure
from metrics._many_tests import stand_out
from metrics._months import BrokenBuild
from metrics._period import Period
from metrics._registry import METRICS
from metrics._totals import has_totals
from metrics._what_moved_shown import Sums, is_merged, shown_areas, shown_causes

ONLY_TOTALS = "只有汇总数，无案由"
"""Stands for months that only a summary tells: their cases are counted and nobody knows their cause."""

State = Literal["ok", "break", "few", "base_zero", "nothing", "not_whole", "not_covered"]
Stands = Literal["above", "below", "same", "small", "none"]


class Cell(NamedTuple):
    """Filings of one cause and one area (a township, 辖区外, 未归属), in the period and its base."""

    cause: str
    area: str
    n: int
    base_n: int


@dataclass(frozen=True)
class Part:
    """One row of a split: a cause or an area, its two counts and what it adds to the county's change."""

    code: str
    name: str
    n: int
    base_n: int
    points: float | None
    """Of the county's change in percent; None when the county's base is empty."""
    z: float | None
    """Moved otherwise than the county? None where nothing is compared."""
    stands: Stands

    @property
    def difference(self) -> int:
        """This period less its base."""
        return self.n - self.base_n


@dataclass(frozen=True)
class Split:
    """Parts that add up to the whole, those that moved most first. `county_base` is what points are divided by."""

    by: Literal["cause", "area"]
    parts: tuple[Part, ...]
    n: int
    base_n: int
    county_base: int

    @property
    def difference(self) -> int:
        """The whole's change; the sum of its parts'."""
        return self.n - self.base_n

    def exact_points(self, difference: int) -> Fraction | None:
        """A difference as points of the county's change."""
        return Fraction(100 * difference, self.county_base) if self.county_base else None


@dataclass(frozen=True)
class WhatMoved:
    """The change of a period over its base, with everything its splits are made of."""

    county: Figure
    """First-instance civil filings of the county."""
    rate: Figure
    """万人成讼率 of the county, as the definition has it."""
    filings: tuple[Figure, ...]
    rates: tuple[Figure, ...]
    """The same two of every township, then 辖区外 and 未归属."""
    cells: tuple[Cell, ...]
    definition: Definition
    phi: float
    breaks: tuple[SeriesBreak, ...]
    """Days between base and period on which filings broke."""
    cause_breaks: tuple[SeriesBreak, ...]
    """The same of the list of causes."""
    state: State

    @cached_property
    def names(self) -> dict[str, str]:
        """Areas by code."""
        return {one.area_code: one.area_name for one in self.filings}

    @property
    def townships(self) -> int:
        """How many are listed."""
        return len(self.filings) - 2

    @property
    def is_summed(self) -> bool:
        """Part of the cases is known by a summary alone: without causes, and 辖区外 not told from 未归属."""
        return bool(self.summed_areas)

    @cached_property
    def summed_areas(self) -> frozenset[str]:
        """Areas of which a part of the cases of either year is known by a summary alone."""
        return frozenset(one.area for one in self.cells if one.cause == ONLY_TOTALS)


def what_moved(build: Build, period: Period) -> WhatMoved:
    """Everything about the change of a period over the same dates a year before. Raises BrokenBuild."""
    filings, rate = METRICS["civil_filings"], METRICS["litigation_rate"]
    rows = compute(build, [filings, rate], period, by="all").rows()
    half = len(rows) // 2
    *areas, county = rows[:half]
    *rates, county_rate = rows[half:]
    breaks = [one for one in build.definition.breaks if county.base_start < one.on <= county.period_end]
    return WhatMoved(
        county=county,
        rate=county_rate,
        filings=tuple(areas),
        rates=tuple(rates),
        cells=tuple(_cells(build, areas)),
        definition=build.definition,
        phi=dispersion(build, filings, county.period_end),
        breaks=tuple(one for one in breaks if "filings" in one.scope),
        cause_breaks=tuple(one for one in breaks if "causes" in one.scope),
        state=_state(county),
    )


def _state(county: Figure) -> State:
    if county.status == "not_covered":
        return "not_covered"
    if "not_covered" in county.notes:
        return "not_whole"
    if county.numerator + county.base_numerator == 0:
        return "nothing"
    if county.base_numerator == 0:
        return "base_zero"
    if county.numerator + county.base_numerator < FEW:
        return "few"
    return "break" if "break" in county.notes else "ok"


_CELLS = """
SELECT cause, township_code,
    CAST(coalesce(sum(n) FILTER (WHERE day BETWEEN $start AND $end), 0) AS BIGINT) AS now,
    CAST(coalesce(sum(n) FILTER (WHERE day BETWEEN $base_start AND $base_end), 0) AS BIGINT) AS base
FROM daily_cause_counts
WHERE count_name = $name
    AND (day BETWEEN $start AND $end OR day BETWEEN $base_start AND $base_end) {not_summed}
GROUP BY cause, township_code
ORDER BY cause, township_code"""
NOT_SUMMED = """
    AND NOT (
        date_trunc('month', {day}) IN (SELECT month FROM totals_months WHERE count_name = $name)
        AND (date_trunc('month', {day}) >= $start AND last_day({day}) <= $end
            OR date_trunc('month', {day}) >= $base_start AND last_day({day}) <= $base_end)
    )"""
"""Leaves out rows of whole months of which a summary's number stands in the figures instead."""


def spans_of_change(build: Build, county: Figure) -> tuple[dict[str, object], str]:
    """Parameters that name the two spans of a figure, and the condition (`{day}` to fill in) that goes with them."""
    given = {
        "name": CIVIL_FILINGS.name,
        "start": county.period_start,
        "end": county.period_end,
        "base_start": county.base_start,
        "base_end": county.base_end,
    }
    return given, NOT_SUMMED if has_totals(build, CIVIL_FILINGS) else ""


def _cells(build: Build, areas: list[Figure]) -> list[Cell]:
    """Causes × areas; what a summary alone tells of an area stands under ONLY_TOTALS."""
    given, condition = spans_of_change(build, areas[0])
    query = _CELLS.format(not_summed=condition.format(day="day"))
    cells = [Cell(*row) for row in build.cursor().execute(query, given).fetchall()]
    told: dict[str, tuple[int, int]] = {}
    for one in cells:
        n, base_n = told.get(one.area, (0, 0))
        told[one.area] = n + one.n, base_n + one.base_n
    for area in areas:
        n, base_n = told.pop(area.area_code, (0, 0))
        rest = Cell(ONLY_TOTALS, area.area_code, area.numerator - n, area.base_numerator - base_n)
        if min(rest.n, rest.base_n) < 0:
            raise BrokenBuild(f"daily_cause_counts holds more cases of {area.area_code} than daily_counts")
        if rest.n or rest.base_n:
            cells.append(rest)
    if told:
        raise BrokenBuild(f"daily_cause_counts names areas that are not listed: {sorted(told)[:5]}")
    return cells


def by_cause(moved: WhatMoved, area: str | None = None) -> Split:
    """The change by cause, of one area (as far as it may be shown) or of the county."""
    sums = _sums((one.cause, one.cause, one) for one in moved.cells if area in (None, one.area))
    return _split(moved, "cause", shown_causes(sums, moved.definition, area) if area else sums)


def by_area(moved: WhatMoved, cause: str | None = None) -> Split:
    """The change by township (with 辖区外 and 未归属), of one cause (as far as it may be shown) or of all."""
    names = moved.names
    sums = _sums((one.area, names[one.area], one) for one in moved.cells if cause in (None, one.cause))
    shown = shown_areas(sums, cause, moved.cells, moved.definition) if cause else sums
    return _split(moved, "area", shown, is_of_cause=cause is not None)


def _sums(cells: Iterable[tuple[str, str, Cell]]) -> Sums:
    sums: Sums = {}
    for code, name, one in cells:
        _, now, base = sums.get(code, (name, 0, 0))
        sums[code] = name, now + one.n, base + one.base_n
    return sums


def _split(moved: WhatMoved, by: Literal["cause", "area"], sums: Sums, *, is_of_cause: bool = True) -> Split:
    rows = [(code, *values) for code, values in sums.items() if values[1] or values[2]]
    unjudged = sums.keys() if is_of_cause else {OUTSIDE, UNASSIGNED}
    judged = [
        moved.state == "ok" and not is_merged(code) and not (moved.is_summed and code in unjudged) for code, *_ in rows
    ]
    parts = sorted(_parts(moved, rows, judged), key=lambda one: (-abs(one.difference), -one.n, one.name))
    whole, base_whole = sum(one.n for one in parts), sum(one.base_n for one in parts)
    return Split(by, tuple(parts), whole, base_whole, moved.county.base_numerator)


def _parts(moved: WhatMoved, rows: list[tuple[str, str, int, int]], may_judge: list[bool]) -> list[Part]:
    """Held against the county's own change: what a table of one township or cause lacks stands in a last row."""
    now, base = np.array([row[2] for row in rows], dtype=float), np.array([row[3] for row in rows], dtype=float)
    rest = moved.county.numerator - now.sum(), moved.county.base_numerator - base.sum()
    found = contributions(np.append(now, rest[0]), np.append(base, rest[1]), moved.phi)
    z = np.where((now + base >= FEW) & np.array(may_judge, dtype=bool), found.z[:-1], np.nan)
    different = stand_out(z)
    parts = []
    for at, (code, name, n, base_n) in enumerate(rows):
        points = None if np.isnan(found.points[at]) else float(found.points[at])
        score = None if np.isnan(z[at]) else float(z[at])
        few = may_judge[at] and n + base_n < FEW
        parts.append(Part(code, name, n, base_n, points, score, _stands(score, bool(different[at]), few)))
    return parts


def _stands(z: float | None, is_different: bool, is_few: bool) -> Stands:
    if z is None:
        return "small" if is_few else "none"
    if not is_different:
        return "same"
    return "above" if z > 0 else "below"
