"""What a notice depends on besides its build, gathered from the home: typed texts, targets, overdue items, last month.

It is gathered once for a preview; an issued notice keeps its own and is never gathered again.
"""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from data.brief import Before, Brief, KindName, Overdue, Place, Printed, Typed
from data.store.alerts import alert_cases
from data.store.bulletins import Issued, issued, latest
from data.store.home import Home
from data.store.targets import score_sheet_in_force, targets_in_force
from data.store.typed import typed_for
from metrics._alert_list import followed
from metrics._alert_rules import BY_NAME
from metrics._alerts import closed_month, judged
from metrics._areas import areas_of
from metrics._build import Build
from metrics._coverage import spans_of
from metrics._month_data import year_of
from metrics._period import month_end, months_later, year_to_date
from metrics._register_counts import SUGGESTIONS
from metrics._suggestions import overdue_suggestions


def brief_for(
    root: Path,
    build: Build,
    kind: KindName,
    month: date,
    dated: date,
    *,
    typed: Typed | None = None,
) -> Brief:
    """The brief of a month (its first day). `typed` is what stands in the form; by default what was saved last."""
    path, year = Home(root).state, year_of(build, month)
    said: dict[str, Any] = asdict(typed or typed_for(path, kind, month))
    return Brief(
        kind=kind,
        month=month,
        dated=dated,
        targets=targets_in_force(path, year),
        score_sheet=score_sheet_in_force(path, year),
        overdue=(*_late_alerts(path, build, month, dated), *_late_replies(build, month, dated)),
        before=before_of(path, build, kind, month),
        printed=printed_before(path, build, month),
        **said,
    )


def printed_before(path: Path, build: Build, month: date) -> tuple[Printed, ...]:
    """What notices issued for the same year, of any kind and revision, have shown or held back of protected causes."""
    year, first = year_of(build, month), _first_month(build, month)
    held = [one for one in issued(path, since=first) if year_of(build, one.month) == year]
    return tuple(dict.fromkeys(cell for one in reversed(held) for cell in one.printed))


def issued_this_year(root: Path, build: Build, kind: KindName, month: date) -> list[Issued]:
    """The last revision of every month of the year up to this one, the newest first."""
    found: dict[date, Issued] = {}
    for one in issued(Home(root).state, kind, _first_month(build, month)):
        if one.month <= month:
            found.setdefault(one.month, one)
    return [found[at] for at in sorted(found, reverse=True)]


def _first_month(build: Build, month: date) -> date:
    return year_to_date(month_end(month), build.definition.year_starts_in_december).start


def before_of(path: Path, build: Build, kind: KindName, month: date) -> Before | None:
    """The places of the notice issued for the month before; None where there is none, or where it is of another year:
    sums of a whole year and of its first month are no neighbours."""
    last = months_later(month, -1)
    found = latest(path, kind, last)
    to_date = year_to_date(month_end(month), build.definition.year_starts_in_december)
    if found is None or last < to_date.start:
        return None
    rows = json.loads(found.figures)["to_date"]
    places = tuple(Place(one["metric"], one["area_code"], one["rank"]) for one in rows if one["rank"] is not None)
    return Before(last, found.definition.to_json(), places)


def _late_alerts(path: Path, build: Build, month: date, dated: date) -> list[Overdue]:
    """Alerts of townships that should have been dealt with before the notice's date."""
    known = closed_month(build, month_end(month), dated)
    if known is None:
        return []
    rows = followed(build, judged(build, known), alert_cases(path))
    listed = set(areas_of(build).codes)
    return [
        Overdue(one.area_code, f"“{BY_NAME[one.rule].label}”预警没有办结", one.case.until)
        for one in rows
        if one.is_late(dated) and one.case is not None and one.case.until is not None and one.area_code in listed
    ]


def _late_replies(build: Build, month: date, dated: date) -> list[Overdue]:
    """Judicial suggestions without a reply; what came in after the ledger's cut-off is in no list."""
    spans = spans_of(build, SUGGESTIONS)
    if not spans:
        return []
    day = min(dated, spans[-1][1])
    listed = set(areas_of(build).codes)
    return [
        Overdue(one.township_code, _reply_words(one.number, one.addressee), one.reply_due_on)
        for one in overdue_suggestions(build, day)
        if one.township_code in listed and one.issued_on <= month_end(month)
    ]


def _reply_words(number: str | None, addressee: str | None) -> str:
    to = f"（发{addressee}）" if addressee else ""
    return f"司法建议{number or '（无文号）'}{to}没有反馈"
