"""What is looked at for the county as a whole: held-back filing, a drop at the year's end, unanswered suggestions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import ArrayLike

from data.count import Count
from metrics._breaks import breaks_of
from metrics._build import Build
from metrics._counts import CIVIL_FILINGS, COMMUNITY, COURT, PEOPLE, TRADE
from metrics._coverage import covered_days, row_spans, spans_of
from metrics._dispersion import dispersion
from metrics._early_warning import FAR, LEAST_DIFFERENCE
from metrics._filing_cutoff import HeldBack, held_back
from metrics._period import DECEMBER, month_end, months_later
from metrics._predictive import Predictive, predict
from metrics._register_counts import SUGGESTIONS
from metrics._registry import METRICS
from metrics._suggestions import OverdueSuggestion, overdue_suggestions

CUT_OFFS = 12
WINDOWS = (5, 10)
"""Working days before and after each month end; stated here, before any county was looked at, and not tuned."""
FEWEST_DISPUTES = 200
"""Fewer disputes accepted in the windows tell no share; then a half is expected."""
FILINGS = METRICS["civil_filings"]
_KINDS = (COURT, PEOPLE, TRADE, COMMUNITY)
_SATURDAY, _YEARS, _NOVEMBER = 5, 3, 11


@dataclass(frozen=True)
class MonthEnd:
    """Filings and disputes in the windows round one month end."""

    on: date
    before: int
    after: int
    disputes_before: int
    disputes_after: int


@dataclass(frozen=True)
class CutoffTest:
    """The test of one window length, pooled over the month ends."""

    days: int
    ends: tuple[MonthEnd, ...]
    share: float
    """Expected before the month ends."""
    disputes: int
    """That the share was taken from; 0 where a half was taken."""
    found: HeldBack

    def expected_before(self, end: MonthEnd) -> float:
        """Filings to be expected before one month end, of those round it."""
        return (end.before + end.after) * self.share


@dataclass(frozen=True)
class YearEnd:
    """Filings of November and December against the three years before, at this year's level of January to October."""

    spans: tuple[tuple[date, date], ...]
    """November and December of the four years, oldest first."""
    counts: tuple[int, ...]
    mean_before: float
    """Of the three years before."""
    expected: float
    limit: float
    """Lowest count that is not below the 99.8 % limits."""
    p_low: float

    @property
    def is_alarm(self) -> bool:
        """Clearly fewer than expected."""
        return self.p_low < FAR and self.expected - self.counts[-1] >= LEAST_DIFFERENCE


def working_days(last: date, days: int) -> tuple[tuple[date, date], tuple[date, date]]:
    """Spans of the last so many weekdays up to a month end and of the first so many after it. Public holidays are
    not known here and count as working days; disputes accepted in the same windows carry them too."""
    before, after = last, last + timedelta(days=1)
    left = days - (before.weekday() < _SATURDAY)
    while left > 0:
        before -= timedelta(days=1)
        left -= before.weekday() < _SATURDAY
    until, left = after, days - (after.weekday() < _SATURDAY)
    while left > 0:
        until += timedelta(days=1)
        left -= until.weekday() < _SATURDAY
    return (before, last), (after, until)


def cutoff_tests(build: Build, month: date) -> tuple[CutoffTest, ...]:
    """One test for each window length, over the twelve month ends before `month` with their rebounds; none when
    the thirteen months are not wholly covered."""
    ends = [month_end(months_later(month.replace(day=1), -back)) for back in range(CUT_OFFS, 0, -1)]
    first, last = ends[0].replace(day=1), month_end(month)
    if not _is_covered(build, CIVIL_FILINGS, first, last):
        return ()
    filings = _by_day(build, [CIVIL_FILINGS.name], first, last)
    kinds = [one.accepted for one in _KINDS if _is_covered(build, one.accepted, first, last)]
    disputes = _by_day(build, [one.name for one in kinds], first, last)
    phi = dispersion(build, FILINGS, last)
    return tuple(_pooled([_at(end, days, filings, disputes) for end in ends], days, phi) for days in WINDOWS)


def _pooled(ends: Sequence[MonthEnd], days: int, phi: float) -> CutoffTest:
    """φ is widened by what the share itself is uncertain by, both samples clumping alike."""
    before, after = sum(one.before for one in ends), sum(one.after for one in ends)
    early = sum(one.disputes_before for one in ends)
    disputes = early + sum(one.disputes_after for one in ends)
    if disputes < FEWEST_DISPUTES or early in (0, disputes):
        return CutoffTest(days, tuple(ends), 0.5, 0, held_back(before, after, 0.5, phi))
    share = early / disputes
    return CutoffTest(
        days, tuple(ends), share, disputes, held_back(before, after, share, phi * (1 + (before + after) / disputes))
    )


def _at(end: date, days: int, filings: dict[date, int], disputes: dict[date, int]) -> MonthEnd:
    (a, b), (c, d) = working_days(end, days)

    def total(rows: dict[date, int], start: date, stop: date) -> int:
        return sum(n for day, n in rows.items() if start <= day <= stop)

    return MonthEnd(end, total(filings, a, b), total(filings, c, d), total(disputes, a, b), total(disputes, c, d))


def _is_covered(build: Build, count: Count, first: date, last: date) -> bool:
    """By rows of single days: a summary of a whole month knows no month end."""
    return covered_days(row_spans(build, count), first, last) == (last - first).days + 1


def _by_day(build: Build, names: Sequence[str], first: date, last: date) -> dict[date, int]:
    query = (
        "SELECT day, CAST(sum(n) AS BIGINT) FROM daily_counts "
        "WHERE list_contains($names, count_name) AND day BETWEEN $first AND $last GROUP BY day"
    )
    rows = build.cursor().execute(query, {"names": list(names), "first": first, "last": last}).fetchall()
    return {day: int(n) for day, n in rows}


def year_end(build: Build, month: date) -> YearEnd | None:
    """None outside December, without four whole years of filings, and where the series breaks inside a year."""
    if month.month != DECEMBER:
        return None
    years = range(month.year - _YEARS, month.year + 1)
    last = month_end(month)
    whole = spans_of(build, CIVIL_FILINGS)
    if covered_days(whole, date(years[0], 1, 1), last) != (last - date(years[0], 1, 1)).days + 1:
        return None
    breaks = breaks_of(build.definition, FILINGS)
    if any(one.on.year in years and (one.on.month, one.on.day) != (1, 1) for one in breaks):
        return None
    early = [_total(build, date(year, 1, 1), date(year, 10, 31)) for year in years]
    spans = tuple((date(year, _NOVEMBER, 1), date(year, DECEMBER, 31)) for year in years)
    late = [_total(build, *span) for span in spans]
    if not (early[-1] and sum(early[:-1])):
        return None
    law = late_law([sum(late[:-1])], [early[-1]], [sum(early[:-1])], dispersion(build, FILINGS, last))
    mean_before = sum(late[:-1]) / _YEARS
    p_low, limit = float(law.at_most([late[-1]])[0]), float(law.quantile(FAR)[0])
    return YearEnd(spans, tuple(late), mean_before, float(law.mean[0]), limit, p_low)


def late_law(late_before: ArrayLike, early: ArrayLike, early_before: ArrayLike, phi: float = 1.0) -> Predictive:
    """Law of the filings of November and December, from those of earlier years and the level of January to October.

    The level is a ratio of two counts, and what it is uncertain by widens the law: taken as known, twice as many years
    would be called a drop as the limit says.
    """
    now, then = np.asarray(early, dtype=np.float64), np.asarray(early_before, dtype=np.float64)
    law = predict(late_before, now / then, phi)
    return Predictive(law.mean, law.variance + phi * law.mean**2 * (1 / now + 1 / then))


def _total(build: Build, start: date, end: date) -> int:
    query = (
        "SELECT CAST(coalesce(sum(n), 0) AS BIGINT) FROM monthly_counts WHERE count_name = ? AND month BETWEEN ? AND ?"
    )
    [(n,)] = build.cursor().execute(query, [CIVIL_FILINGS.name, start, end]).fetchall()
    return int(n)


def overdue_at(build: Build, month: date) -> list[OverdueSuggestion]:
    """Suggestions that were late on the last day of the month and that nobody has answered to this day.

    What falls due on that very day is not late yet. What the ledger does not cover any more is not looked at: an answer
    may have come in since.
    """
    spans = spans_of(build, SUGGESTIONS)
    if not spans:
        return []
    return overdue_suggestions(build, min(month_end(month), spans[-1][1]))


def share_before(test: CutoffTest) -> float:
    """Part of the filings that came before the month ends; NaN when there were none."""
    number = sum(one.before + one.after for one in test.ends)
    return sum(one.before for one in test.ends) / number if number else float(np.nan)
