"""What the charts of a monthly review draw: places with limits, the county month by month, causes by contribution."""

from dataclasses import dataclass

from metrics._areas import COUNTY
from metrics._breaks import breaks_of
from metrics._figures import Figure
from metrics._period import dates_label
from metrics._review import FILINGS, Review
from metrics._review_words import day_words
from metrics._standing_words import View
from metrics._what_moved import Part, by_cause
from metrics._words import Comparison, versus_county, yardstick

_CAUSES = 12
_YEAR = 12


@dataclass(frozen=True)
class TwoYears:
    """The county's filings of the twelve months up to this one and of the twelve before; None where not covered."""

    labels: tuple[str, ...]
    now: tuple[float | None, ...]
    before: tuple[float | None, ...]
    now_name: str
    before_name: str


def two_years(told: Review) -> TwoYears | None:
    """None where no month is covered."""
    rows = told.by_month(FILINGS)
    before, now = rows[:_YEAR], rows[_YEAR:]
    values = [None if one.status == "not_covered" else one.value for one in rows]
    if all(one is None for one in values):
        return None
    return TwoYears(
        labels=tuple(f"{one.period_start.month}月" for one in now),
        now=tuple(values[_YEAR:]),
        before=tuple(values[:_YEAR]),
        now_name=_span(now),
        before_name=_span(before),
    )


def _span(rows: list[Figure]) -> str:
    return dates_label(rows[0].period_start, rows[-1].period_end)


def marks(view: View) -> tuple[tuple[Figure, Comparison], ...]:
    """The ranked townships, the best first, each as it stands to all townships together."""
    county = next(one for one in view.figures if one.metric == view.metric.name and one.area_code == COUNTY)
    return tuple((one, versus_county(one, county)) for one in view.in_order)


def together_value(view: View) -> float | None:
    """All townships together: the line of the chart."""
    return next(yardstick(one) for one in view.figures if one.metric == view.metric.name and one.area_code == COUNTY)


def cause_parts(told: Review) -> tuple[Part, ...]:
    """The causes that moved most; none where the change is not split."""
    if told.moved.state != "ok" or told.moved.is_summed:
        return ()
    return tuple(one for one in by_cause(told.moved).parts[:_CAUSES] if one.difference)


def break_note(told: Review) -> str:
    """Breaks within the two years that are drawn."""
    rows = told.by_month(FILINGS)
    metric = next(one for one in told.metrics if one.name == FILINGS)
    found = [one for one in breaks_of(told.definition, metric) if rows[0].period_start < one.on <= told.month.end]
    return "；".join(f"{day_words(one.on)}起{one.reason}，前后不宜直接比较" for one in found)
