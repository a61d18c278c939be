"""The evidence of one alert over time, and how the months after it was closed compare with those before."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from metrics._alert_rules import Rule
from metrics._alerts import series_of
from metrics._areas import areas_of
from metrics._build import Build
from metrics._compute import compute
from metrics._figures import Figure
from metrics._monthly import monthly
from metrics._months import month_number
from metrics._period import Period, free, month_end, months_later
from metrics._registry import METRICS

SHOWN_MONTHS = 36
MOST_AFTER = 12


@dataclass(frozen=True)
class Judged:
    """One judged period of one township; None where nothing was expected or counted."""

    start: date
    end: date
    value: float | None
    expected: float | None
    low: float | None
    high: float | None
    level: str


def band_of(build: Build, rule: Rule, area_code: str, month: date) -> list[Judged]:
    """Up to 36 months of a township under one rule, oldest first. KeyError for a township that is not listed."""
    series = series_of(build, rule, month, SHOWN_MONTHS)
    place = areas_of(build).index[area_code]
    low, high = series.limits(place, slice(None))
    first = months_later(month, 1 - SHOWN_MONTHS)
    return [
        Judged(
            *span,
            _plain(series.value[at, place]),
            _plain(series.expected[at, place]),
            _plain(low[at]),
            _plain(high[at]),
            str(series.level[at, place]),
        )
        for at, span in enumerate(series.spans)
        if span[1] >= first
    ]


def _plain(number: float) -> float | None:
    return None if np.isnan(number) else float(number)


@dataclass(frozen=True)
class BeforeAfter:
    """As many whole months after the day a case was closed as before it; the month of that day is in neither."""

    months: int
    before: Figure
    after: Figure
    series: tuple[Figure, ...]
    """Every month from the first before to the last after, with the month of closing between."""

    @property
    def before_level(self) -> float | None:
        """What the months before come to on the scale of one month."""
        return _per_month(self.before, self.months)

    @property
    def after_level(self) -> float | None:
        """The same of the months after."""
        return _per_month(self.after, self.months)


def _per_month(figure: Figure, months: int) -> float | None:
    """Counts and rates add up over months; a proportion of all of them is its own level."""
    if figure.value is None:
        return None
    return figure.value if METRICS[figure.metric].is_proportion else figure.value / months


def before_and_after(build: Build, rule: Rule, area_code: str, closed_on: date, last: date) -> BeforeAfter | None:
    """None while there is no whole month after the closing, and for rules without a metric of townships."""
    start = months_later(closed_on.replace(day=1), 1)
    number = min(MOST_AFTER, month_number(last) - month_number(start) + 1)
    if number < 1 or not rule.is_of_townships or area_code not in areas_of(build).index:
        return None
    metric, first = METRICS[rule.metric], months_later(closed_on.replace(day=1), -number)
    after = free(start, month_end(months_later(start, number - 1)))
    before = free(first, month_end(months_later(first, number - 1)))

    def figure(period: Period) -> Figure:
        rows = compute(build, [metric], period, by="all").rows()
        return next(row for row in rows if row.area_code == area_code)

    series = monthly(build, [metric], area_code, after.end, months=2 * number + 1).rows()
    return BeforeAfter(number, figure(before), figure(after), tuple(series))
