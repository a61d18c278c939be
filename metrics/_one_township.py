"""What a sheet about one township (一镇一单) shows beyond the notice: its core metrics, its months, its causes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from metrics._areas import COUNTY
from metrics._checkup import is_compared
from metrics._compute import compute
from metrics._disclosure_before import shown_causes
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._monthly import monthly
from metrics._period import month, months_later
from metrics._registry import CORE, METRICS
from metrics._review import FILINGS, Review
from metrics._words import Comparison, versus_county

YEAR = 12
OTHER_CAUSES, ALL_CAUSES = "其他案由", "合计"


@dataclass(frozen=True)
class Line:
    """One metric of one township, how it stands to all townships together, and the county's figure."""

    metric: Metric
    figure: Figure
    county: Figure
    stands: Comparison | None
    """None where the metric is never compared (counts)."""


class TownshipCause(NamedTuple):
    """New filings of one cause; the year before is None where nobody knows it."""

    name: str
    n: int
    base_n: int | None

    @property
    def difference(self) -> int | None:
        """This year less the year before."""
        return None if self.base_n is None else self.n - self.base_n


@dataclass(frozen=True)
class OneTownship:
    """One township of a month."""

    code: str
    name: str
    lines: tuple[Line, ...]
    """The metrics that pages show without being asked, as far as any import tells of them."""
    months: tuple[Figure, ...]
    """New filings, month by month of this year up to the month."""
    months_before: tuple[Figure, ...]
    """The same of all twelve months of the year before."""


def every_township(told: Review) -> tuple[OneTownship, ...]:
    """All listed townships, in the order of the list."""
    rows: dict[str, list[Figure]] = {code: [] for code, _ in told.townships}
    for first in _months(told):
        period = month(first.year, first.month)
        for one in compute(told.build, [METRICS[FILINGS]], period, by="township").rows():
            if one.area_code in rows:
                rows[one.area_code].append(one)
    lines = core_lines(told)
    return tuple(_of(told, (code, name), lines[code], rows[code]) for code, name in told.townships)


def one_township(told: Review, code: str) -> OneTownship:
    """One township. Raises KeyError for an area that is none."""
    rows = monthly(told.build, [METRICS[FILINGS]], code, _months(told)[-1], months=2 * YEAR).rows()
    return _of(told, (code, dict(told.townships)[code]), core_lines(told)[code], rows)


def _months(told: Review) -> list[date]:
    """First days of the months of the year before and of this year."""
    return [months_later(told.to_date.start, at) for at in range(-YEAR, YEAR)]


def _of(told: Review, named: tuple[str, str], lines: tuple[Line, ...], rows: Sequence[Figure]) -> OneTownship:
    known = tuple(one for one in rows[YEAR:] if one.period_start <= told.month.end)
    return OneTownship(*named, lines, known, tuple(rows[:YEAR]))


def core_lines(told: Review) -> dict[str, tuple[Line, ...]]:
    """The lines of every township."""
    rows = compute(told.build, CORE, told.to_date, by="all").rows()
    wanted = {one.name: one.under(told.definition) for one in CORE}
    county = {one.metric: one for one in rows if one.area_code == COUNTY}
    found: dict[str, list[Line]] = {code: [] for code, _ in told.townships}
    for one in rows:
        metric, whole = wanted[one.metric], county[one.metric]
        if one.area_code in found and whole.status not in ("not_covered", "zero_denominator"):
            stands = versus_county(one, whole) if is_compared(metric) else None
            found[one.area_code].append(Line(metric, one, whole, stands))
    return {code: tuple(lines) for code, lines in found.items()}


def township_causes(told: Review, area: str, most: int) -> list[TownshipCause]:
    """The most frequent causes of the year to date that may stand by themselves, all others together, and the sum."""
    filings = told.figure(FILINGS, area)
    has_base = "not_covered" not in filings.notes
    # A month that is not over has its base cut at the same day, and the table knows whole months alone.
    is_split = has_base and filings.period_end == told.to_date.end and area not in told.moved.summed_areas
    shown = shown_causes(told).shown(area, told.to_date)[:most]
    rest, base_rest = (
        filings.numerator - sum(n for _, n, _ in shown),
        filings.base_numerator - sum(n for *_, n in shown),
    )
    others = [(OTHER_CAUSES, rest, base_rest)] if rest or (is_split and base_rest) else []
    rows = [TownshipCause(name, n, base_n if is_split else None) for name, n, base_n in (*shown, *others)]
    return [*rows, TownshipCause(ALL_CAUSES, filings.numerator, filings.base_numerator if has_base else None)]


def counts_of(months: Sequence[Figure]) -> tuple[float | None, ...]:
    """The counts of months; None where no import covers a month, for that is not 0."""
    return tuple(None if one.status == "not_covered" else one.value for one in months)
