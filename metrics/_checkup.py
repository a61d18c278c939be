"""体检: areas over several metrics, each held against the county or against its own kind. Nobody is ranked.

Many comparisons are made at once, so the tally beside the table says how many would stand out by chance alone.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from metrics._areas import COUNTY, OUTSIDE, UNASSIGNED
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._words import Comparison, versus_county

BEYOND_CLEAR = Fraction(2, 1000)
"""Part of comparisons without any real difference that lie outside the 99.8 % limits."""
BEYOND_SLIGHT = Fraction(50, 1000) - BEYOND_CLEAR
"""The same for those outside the 95 % limits only."""


@dataclass(frozen=True)
class Cell:
    """One figure and how it stands; `stands` is None where the metric is never compared (counts, averages)."""

    metric: Metric
    figure: Figure
    stands: Comparison | None


@dataclass(frozen=True)
class Line:
    """One area over all metrics, in the order of the columns."""

    code: str
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Checkup:
    """The table: reference lines (the county, of peers each kind as a whole), then the areas in the list's order."""

    metrics: tuple[Metric, ...]
    references: tuple[Line, ...]
    lines: tuple[Line, ...]
    without_data: tuple[Metric, ...]
    """Metrics that nobody exported anything of for the period; they have no column."""


@dataclass(frozen=True)
class Tally:
    """How many comparisons were made, how many stand out, and how many would by chance alone."""

    compared: int
    not_compared: int
    """Cells of metrics that are compared, without enough cases or without a value."""
    clear: tuple[tuple[Line, Cell], ...]
    """Outside the 99.8 % limits, in the order of the table."""
    slight: int
    """Outside the 95 % limits only."""

    @property
    def clear_areas(self) -> int:
        """Areas with at least one clear difference."""
        return len({line.code for line, _ in self.clear})

    @property
    def clear_by_chance(self) -> Fraction:
        """Expected outside the 99.8 % limits if no area differed; sums of chances need no independence."""
        return self.compared * BEYOND_CLEAR

    @property
    def slight_by_chance(self) -> Fraction:
        """Expected outside the 95 % limits only."""
        return self.compared * BEYOND_SLIGHT


def is_compared(metric: Metric) -> bool:
    """True for rates and proportions, which have limits; counts follow the population, averages have no test."""
    return metric.denominator is not None and metric.interval != "none"


Judge = Callable[[Metric, Sequence[Figure], Figure], Sequence[Comparison | None]]
"""A metric, its figures of all areas and the county's: how each area stands."""


def beside_county(metrics: Sequence[Metric], rows: Iterable[Figure]) -> Checkup:
    """Every area of the figures against the county's, which must be among them; metrics as under the definition."""
    return checked(metrics, rows, _against_county)


def checked(metrics: Sequence[Metric], rows: Iterable[Figure], judge: Judge) -> Checkup:
    """The table over all areas but 辖区外 and 未归属; a metric without any data gets no column."""
    by_metric: dict[str, dict[str, Figure]] = {}
    for row in rows:
        by_metric.setdefault(row.metric, {})[row.area_code] = row
    shown = [one for one in metrics if any(row.status != "not_covered" for row in by_metric[one.name].values())]
    columns = [_column(one, by_metric[one.name], judge) for one in shown]
    lines = tuple(
        Line(cells[0].figure.area_code, cells[0].figure.area_name, cells) for cells in zip(*columns, strict=True)
    )
    return Checkup(
        metrics=tuple(shown),
        references=tuple(line for line in lines if line.code == COUNTY),
        lines=tuple(line for line in lines if line.code != COUNTY),
        without_data=tuple(one for one in metrics if one not in shown),
    )


def _column(metric: Metric, by_area: Mapping[str, Figure], judge: Judge) -> list[Cell]:
    """One metric's cells, the county's last."""
    areas = [row for code, row in by_area.items() if code not in (OUTSIDE, UNASSIGNED, COUNTY)]
    stand = judge(metric, areas, by_area[COUNTY]) if is_compared(metric) else [None] * len(areas)
    cells = [Cell(metric, row, one) for row, one in zip(areas, stand, strict=True)]
    return [*cells, Cell(metric, by_area[COUNTY], None)]


def _against_county(metric: Metric, areas: Sequence[Figure], county: Figure) -> list[Comparison | None]:
    return [versus_county(one, county) for one in areas]


def in_order(lines: Sequence[Line], name: str) -> list[Line]:
    """Lines by one metric's value, the greatest first; small ones and those without a value last, as listed."""

    def place(line: Line) -> tuple[bool, float]:
        figure = next(one.figure for one in line.cells if one.metric.name == name)
        is_plain = figure.status == "ok" and figure.value is not None
        return not is_plain, -(figure.value or 0.0) if is_plain else 0.0

    return sorted(lines, key=place)


def tally(lines: Sequence[Line]) -> Tally:
    """Counted over every comparison that was made."""
    cells = [(line, cell, cell.stands) for line in lines for cell in line.cells if cell.stands is not None]
    judged = [(line, cell, stands) for line, cell, stands in cells if stands.symbol != "–"]
    clear = tuple((line, cell) for line, cell, stands in judged if stands.may_colour)
    beyond = sum(stands.symbol in "▲▽" for _, _, stands in judged)
    return Tally(len(judged), len(cells) - len(judged), clear, beyond - len(clear))
