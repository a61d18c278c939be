"""The year's filings of the county foretold from its last closed month: what the page 案由与变化 prints.

Shares of the year's months come from up to three closed years; the year before is the prior (metrics._forecast). The
county's drift is the starting value of 15 %: two or three years are too few to learn it from.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import numpy as np

from metrics._breaks import breaks_of
from metrics._build import Build
from metrics._counts import CIVIL_FILINGS
from metrics._coverage import covered_days, spans_of
from metrics._dispersion import dispersion
from metrics._forecast import year_end
from metrics._months import month_number, months_of
from metrics._period import month_end, months_later, year_start
from metrics._registry import METRICS
from metrics._season import elapsed_share, seasonal_shares

_YEARS = 3
_MONTHS = 12
POINT_FROM = 3
"""Closed months before a single number is told beside the interval: from April on."""

Why = Literal["ok", "no_earlier_year", "no_closed_month", "gap", "over"]


@dataclass(frozen=True)
class YearAhead:
    """The year of a day. `why` other than ok: there is no forecast and this is the reason; over: the year is closed."""

    why: Why
    first: date
    """First day of the year."""
    last: date
    """Last day counted: the end of the last closed month."""
    so_far: int
    previous: int | None
    """Cases of the year before; None where it is not known or of another definition."""
    closed_months: int
    point: int | None
    low: int | None
    high: int | None
    """Limits of 90 %."""


def year_ahead(build: Build, day: date) -> YearAhead:
    """Foretell the year in which a day lies from everything known of it, up to its last closed month."""
    december = build.definition.year_starts_in_december
    first = year_start(day, december)
    spans = spans_of(build, CIVIL_FILINGS)
    last = _last_closed(spans[-1][1], first) if spans else first - timedelta(days=1)
    months = month_number(last) - month_number(first) + 1 if last >= first else 0
    so_far = int(_county_months(build, first, last).sum()) if months else 0
    earlier = _earlier_years(build, first)
    nothing = YearAhead("ok", first, last, so_far, None, months, None, None, None)
    if not months:
        return _because(nothing, "no_closed_month")
    if covered_days(spans, first, last) < (last - first).days + 1:
        return _because(nothing, "gap")
    if months == _MONTHS:
        return _because(nothing, "over")
    if not earlier:
        return _because(nothing, "no_earlier_year")
    return _foretold(build, nothing, earlier, december)


def _because(nothing: YearAhead, why: Why) -> YearAhead:
    return YearAhead(why, *(getattr(nothing, name) for name in list(YearAhead.__dataclass_fields__)[1:]))


def _last_closed(end: date, first: date) -> date:
    """End of the last month that is covered to its end, not beyond the year."""
    whole = end if end == month_end(end) else end.replace(day=1) - timedelta(days=1)
    return min(whole, month_end(months_later(first, 11)))


def _county_months(build: Build, first: date, last: date) -> np.ndarray:
    each = months_of(build).each(CIVIL_FILINGS.name, month_number(first), month_number(last))
    return np.asarray(each[:, :-1].sum(axis=1))


def _earlier_years(build: Build, first: date) -> list[date]:
    """First days of up to three wholly covered years before this one, the newest first."""
    spans, found = spans_of(build, CIVIL_FILINGS), []
    for back in range(1, _YEARS + 1):
        start = months_later(first, -_MONTHS * back)
        end = months_later(start, _MONTHS) - timedelta(days=1)
        if covered_days(spans, start, end) < (end - start).days + 1:
            break
        found.append(start)
    return found


def _foretold(build: Build, told: YearAhead, earlier: list[date], december: bool) -> YearAhead:
    """The forecast; last year's total is no prior where the series broke since it began."""
    metric = METRICS["civil_filings"]
    years = [_county_months(build, one, month_end(months_later(one, 11))) for one in earlier]
    table = np.array([np.roll(one, -1) for one in years] if december else years)
    share = _elapsed(seasonal_shares(table), told.closed_months, december)
    is_broken = any(earlier[0] < one.on <= told.last for one in breaks_of(build.definition, metric))
    previous = None if is_broken else int(years[0].sum())
    phi = dispersion(build, metric, told.last)
    found = year_end([told.so_far], share, None if previous is None else [previous], phi=phi)
    low, mean, high = (float(one[0]) for one in (found.low, found.mean, found.high))
    if np.isnan(low):
        return _because(told, "no_earlier_year")
    point = round(mean) if told.closed_months >= POINT_FROM else None
    return YearAhead("ok", told.first, told.last, told.so_far, previous, told.closed_months, point, int(low), int(high))


def _elapsed(shares: np.ndarray, closed: int, december: bool) -> float:
    """Share of the year behind us; a statistical year begins with the last of the calendar year's periods."""
    return elapsed_share(shares, closed) if not december else float(shares[-1]) + elapsed_share(shares, closed - 1)
