"""Places of the month before, to be set beside those of a period: as a notice printed them, else worked out anew."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from data.brief import Before
from data.definition import Definition
from data.definition_words import counts_alike
from metrics._build import Build
from metrics._compute import compute
from metrics._metric import Metric
from metrics._period import Period, is_whole_months, month, rolling12, year_to_date
from metrics._rank_intervals import place_of
from metrics._without_batches import can_do_without_batches, without_batches

Source = Literal["issued", "computed", "none"]


@dataclass(frozen=True)
class PlacesBefore:
    """Places by area code. `computed`: of this build, under its definition, which no notice may ever have printed."""

    source: Source
    period: Period | None
    """What they are the places of; None where nothing may be set beside the period."""
    of: dict[str, int]


NOTHING_BEFORE = PlacesBefore("none", None, {})


def places_before(
    build: Build, metric: Metric, period: Period, *, without: bool = False, issued: Before | None = None
) -> PlacesBefore:
    """The metric's places a month earlier. `without`: batch filings left out, of which no notice prints places.

    What an issued notice printed counts only for the year to date, under the very definition of the build.
    """
    earlier = a_month_before(period)
    if earlier is None:
        return NOTHING_BEFORE
    printed = {} if without or issued is None else _printed(build, metric, earlier, issued)
    if printed:
        return PlacesBefore("issued", earlier, printed)
    asked = without_batches(build) if without and can_do_without_batches(build, metric) else build
    rows = compute(asked, [metric], earlier).rows()
    return PlacesBefore("computed", earlier, {one.area_code: at for one in rows if (at := place_of(one)) is not None})


def is_under(issued: Before, definition: Definition) -> bool:
    """Whether a notice counted as a definition does, whatever its number and name."""
    return counts_alike(Definition.from_json(issued.definition), definition)


def a_month_before(period: Period) -> Period | None:
    """The same kind of span up to the end of the month before; None across the start of a year that is counted from."""
    end = period.end.replace(day=1) - timedelta(days=1)
    if period.span == "ytd":
        return None if end < period.start else year_to_date(end, period.december)
    if not is_whole_months(period.start, period.end):
        return None
    return {"month": month(end.year, end.month), "rolling12": rolling12(end)}.get(period.span)


def _printed(build: Build, metric: Metric, earlier: Period, issued: Before) -> dict[str, int]:
    is_the_month = earlier.span == "ytd" and issued.month == date(earlier.end.year, earlier.end.month, 1)
    if not (is_the_month and is_under(issued, build.definition)):
        return {}
    return {one.area_code: one.rank for one in issued.places if one.metric == metric.name}
