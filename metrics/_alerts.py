"""预警: which townships breach which rule in a closed month, since when, and what could not be judged.

Everything follows from the build and the month; nothing is written. What people do about an alert is in
data/store/alerts.py, and _alert_list.py brings the two together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from metrics._alert_county import CutoffTest, cutoff_tests, overdue_at, share_before, year_end
from metrics._alert_filings import watch_filings
from metrics._alert_funnels import watch_funnel
from metrics._alert_rules import BY_NAME, RULES, Rule
from metrics._alert_series import Watched
from metrics._areas import COUNTY, areas_of
from metrics._build import Build, remembered
from metrics._counts import CIVIL_FILINGS
from metrics._coverage import event_counts, spans_of
from metrics._early_warning import LONGEST_BASELINE
from metrics._facts import first_covered_day
from metrics._months import month_number
from metrics._period import month_end, months_later
from metrics._registry import METRICS

LOOK_BACK = 24
"""Months over which it is told since when a breach lasts."""
KEPT_MONTHS = 3
"""An alert that is over stays in the list so long, if nobody has dealt with it."""
_BASELINE_MONTHS = LONGEST_BASELINE + LONGEST_BASELINE // 11 + 1


@dataclass(frozen=True)
class Alert:
    """One township (or the county) and one rule. None where a rule has no such number."""

    rule: str
    area_code: str
    area_name: str
    start: date
    end: date
    """Days that were judged."""
    value: float | None
    expected: float | None
    limit: float | None
    numerator: int | None
    denominator: int | None
    is_far: bool
    """Beyond 99.8 %; else beyond 95 % in two periods running."""
    run: int
    """Periods in a row that this alert lasts."""
    since: date
    """First day of the first of them."""
    is_over: bool = False
    """Raised in one of the last months, and not in the month asked for."""
    label: str = ""
    """What the definition calls the figure that was judged; empty for rules of the county."""

    @property
    def month(self) -> date:
        """First day of the month at whose end it was raised."""
        return self.end.replace(day=1)

    @property
    def is_new(self) -> bool:
        """Raised for the first time in the month asked for; a period may have begun months before."""
        return self.run == 1 and not self.is_over


@dataclass(frozen=True)
class Unjudged:
    """Townships of which a rule can say nothing, and why (a level of _alert_series, or "no_population")."""

    rule: str
    why: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Judgement:
    """All that the rules say of a month."""

    month: date
    alerts: tuple[Alert, ...]
    watched: tuple[Alert, ...]
    """Beyond 95 % for the first time: no alert yet."""
    unjudged: tuple[Unjudged, ...]


def closed_month(build: Build, last: date, today: date) -> date | None:
    """First day of the latest month that ended on or before `last`, is over today, and is covered to its end."""
    spans = spans_of(build, CIVIL_FILINGS)
    if not spans:
        return None
    until = min(last, spans[-1][1], date.fromordinal(today.toordinal() - 1))
    start = until.replace(day=1) if until == month_end(until) else months_later(until.replace(day=1), -1)
    return start if start >= spans[0][0].replace(day=1) else None


def judged(build: Build, month: date) -> Judgement:
    """The rules on a closed month; remembered per build."""
    first = month.replace(day=1)
    return remembered(build, ("alerts", first), lambda: _judge(build, first))


def series_of(build: Build, rule: Rule, month: date, months: int = LOOK_BACK) -> Watched:
    """The judged periods of one rule up to a month. Raises ValueError for a rule of the county."""
    if rule.how == "county":
        raise ValueError(f"{rule.name} is not judged by township")
    start = first_covered_day(build) or month
    if rule.how == "filings":
        first = max(start.replace(day=1), months_later(month, 1 - months - _BASELINE_MONTHS))
        pair = remembered(build, ("filings", first, month), lambda: watch_filings(build, first, month))
        return pair[0 if rule.side == "high" else 1]
    first = max(_earliest(build, rule), months_later(month, 1 - months))
    return remembered(build, (rule.name, first, month), lambda: watch_funnel(build, rule, min(first, month), month))


def _earliest(build: Build, rule: Rule) -> date:
    """First month of the first covered day of what a rule looks at."""
    metric = METRICS[rule.metric].under(build.definition)
    ledgers = [spans_of(build, one) for one in event_counts(metric)]
    return max((spans[0][0].replace(day=1) for spans in ledgers if spans), default=date(1, 1, 1))


def _judge(build: Build, month: date) -> Judgement:
    alerts: list[Alert] = []
    watched: list[Alert] = []
    unjudged: list[Unjudged] = []
    for rule in RULES:
        if rule.is_of_townships:
            series = series_of(build, rule, month)
            alerts += _raised(build, series, month)
            watched += _of_level(build, series, month, "watch")
            unjudged += _silent(build, series, month)
    alerts += county_alerts(build, month)
    return Judgement(month, tuple(alerts), tuple(watched), tuple(unjudged))


def _last(series: Watched, month: date) -> int | None:
    """The period that ends with the month; None in January, of rules that take it together with February."""
    return next((at for at, (_, end) in enumerate(series.spans) if end == month_end(month)), None)


def _raised(build: Build, series: Watched, month: date) -> Iterator[Alert]:
    """Alerts of the month, and those of the two months before that are over."""
    kept_from = months_later(month, 1 - KEPT_MONTHS)
    now = _last(series, month)
    recent = [at for at, (_, end) in enumerate(series.spans) if end >= kept_from]
    for place in range(areas_of(build).townships):
        raised = [at for at in recent if series.level[at, place] == "alarm"]
        if raised:
            yield _alert(build, series, raised[-1], place, is_over=now is not None and raised[-1] != now)


def _of_level(build: Build, series: Watched, month: date, level: str) -> Iterator[Alert]:
    now = _last(series, month)
    if now is not None:
        for place in np.flatnonzero(series.level[now] == level):
            yield _alert(build, series, now, int(place))


def _silent(build: Build, series: Watched, month: date) -> Iterator[Unjudged]:
    names, now = areas_of(build).names, _last(series, month)
    if now is None:
        yield Unjudged(series.rule.name, "january", ())
        return
    for why in ("not_covered", "short", "few", "blind", "no_population"):
        found = tuple(names[place] for place in np.flatnonzero(series.level[now] == why))
        if found:
            yield Unjudged(series.rule.name, why, found)


def _alert(build: Build, series: Watched, at: int, place: int, *, is_over: bool = False) -> Alert:
    areas = areas_of(build)
    far = bool(series.is_far[at, place])
    shown = series if far or series.recent is None else series.recent
    low, high = (shown.limits if far else shown.near_limits)(place, slice(at, at + 1))
    run = _length(series, at, place)
    return Alert(
        rule=series.rule.name,
        area_code=areas.codes[place],
        area_name=areas.names[place],
        start=shown.spans[at][0],
        end=shown.spans[at][1],
        value=_number(shown.value[at, place]),
        expected=_number(shown.expected[at, place]),
        limit=_number((high if series.rule.side == "high" else low)[0]),
        numerator=_whole(shown.numerator[at, place]),
        denominator=_whole(shown.denominator[at, place]),
        is_far=far,
        run=run,
        since=_first_day(series, at - run + 1),
        is_over=is_over,
        label=METRICS[series.rule.metric].under(build.definition).label,
    )


def _length(series: Watched, at: int, place: int) -> int:
    """Periods in a row with an alert; of a rule's first two periods beyond 95 % both are counted."""
    return max(1, int(series.run[at, place]))


def _first_day(series: Watched, at: int) -> date:
    """First day of what is new in a period: of a year to date its last month."""
    start, end = series.spans[max(0, at)]
    return start if series.rule.how == "filings" else end.replace(day=1)


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _whole(value: float) -> int | None:
    return None if np.isnan(value) else int(value)


def county_alerts(build: Build, month: date) -> Iterator[Alert]:
    """What the rules of the county raise at the end of a month."""
    name = areas_of(build).names[-1]
    if flagged := _flagged(cutoff_tests(build, month)):
        yield _cutoff_alert(build, name, month, flagged)
    late = year_end(build, month)
    if late is not None and late.is_alarm:
        start, end = late.spans[-1]
        counts = (float(late.counts[-1]), late.expected, late.limit, late.counts[-1], None)
        yield Alert("year_end_drop", COUNTY, name, start, end, *counts, is_far=True, run=1, since=start)
    overdue = overdue_at(build, month)
    if overdue:
        since = min(one.reply_due_on for one in overdue)
        numbers = (float(len(overdue)), 0.0, 0.0, len(overdue), None)
        run = month_number(month) - month_number(since) + 1
        yield Alert(
            "overdue_suggestions", COUNTY, name, month, month_end(month), *numbers,
            is_far=True, run=run, since=since.replace(day=1),
        )  # fmt: skip


def _flagged(tests: Sequence[CutoffTest]) -> CutoffTest | None:
    """The test that speaks: of two that are flagged the one with the smaller chance."""
    return min((one for one in tests if one.found.is_flagged), key=lambda one: one.found.p, default=None)


def _cutoff_alert(build: Build, name: str, month: date, test: CutoffTest) -> Alert:
    run = 1
    while run < LOOK_BACK and _flagged(cutoff_tests(build, months_later(month, -run))):
        run += 1
    before = sum(one.before for one in test.ends)
    number = before + sum(one.after for one in test.ends)
    return Alert(
        rule="held_back",
        area_code=COUNTY,
        area_name=name,
        start=test.ends[0].on.replace(day=1),
        end=month_end(month),
        value=100 * share_before(test),
        expected=100 * test.share,
        limit=None,
        numerator=before,
        denominator=number,
        is_far=True,
        run=run,
        since=months_later(month, 1 - run),
    )


__all__ = ["BY_NAME", "Alert", "Judgement", "Unjudged", "closed_month", "county_alerts", "judged", "series_of"]
