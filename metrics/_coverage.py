"""What imports and summaries cover: the cut-off of a ledger, and whether a span of days is wholly covered."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from data.count import Count, PeriodCount
from metrics._areas import areas_of
from metrics._arithmetic import Floats
from metrics._build import Build, remembered
from metrics._metric import Metric
from metrics._period import year_before
from metrics._totals import totals_of

Flags = NDArray[np.bool_]
Spans = tuple[tuple[date, date], ...]


@dataclass(frozen=True)
class Covered:
    """Two ranges of days to count over, with what the imports say about them."""

    start: date
    end: date
    base_start: date
    base_end: date
    cutoff: date | None
    is_cut: bool
    is_whole: bool
    """The period is covered without a gap."""
    has_any: bool
    """At least one day of the period is covered."""
    base_is_whole: bool
    base_has_any: bool


def joined(spans: Spans) -> Spans:
    """The same days as disjoint spans in order; spans that touch become one."""
    out: list[tuple[date, date]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1] + timedelta(days=1):
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return tuple(out)


def covered_days(spans: Spans, start: date, end: date) -> int:
    """Days of start…end that the disjoint spans cover."""
    overlaps = ((min(last, end) - max(first, start)).days + 1 for first, last in spans)
    return sum(days for days in overlaps if days > 0)


def spans_of(build: Build, count: Count | PeriodCount) -> Spans:
    """Days covered for a count, by imports of rows or by summaries of whole months."""
    return joined((*row_spans(build, count), *totals_of(build).spans(count)))


def row_spans(build: Build, count: Count | PeriodCount) -> Spans:
    """Days covered by imports of rows of the ledger (and kind of mediation) that a count looks at."""

    def read() -> dict[tuple[str, str | None], Spans]:
        rows = build.cursor().execute("SELECT ledger, kind, covers_start, covers_end FROM coverage").fetchall()
        found: dict[tuple[str, str | None], list[tuple[date, date]]] = {}
        for ledger, kind, first, last in rows:
            if first is not None and last is not None:
                found.setdefault((ledger, kind), []).append((first, last))
        return {key: joined(tuple(spans)) for key, spans in found.items()}

    return remembered(build, "coverage", read).get((count.ledger, count.kind), ())


def event_counts(metric: Metric) -> tuple[Count | PeriodCount, ...]:
    """The counts of a metric that happen on days; people and lists are not covered by imports in that sense."""
    return tuple(one for one in metric.counts if one.ledger and (isinstance(one, PeriodCount) or one.fold != "last"))


def is_told(build: Build, metric: Metric) -> bool:
    """False when a list or column that a count of the metric needs has nothing in it: then nothing is known."""

    return all(_has_rows(build, need) for one in metric.counts for need in one.needs)


def _has_rows(build: Build, need: str) -> bool:
    query = f"SELECT 1 FROM {need} LIMIT 1"
    return remembered(build, query, lambda: bool(build.cursor().execute(query).fetchall()))


def covered(build: Build, metric: Metric, start: date, end: date) -> Covered:
    """Cut a period at the metric's cut-off, last year at the same day, and tell what is covered of both.

    The cut-off of a metric is the earliest among the ledgers it counts. A period that lies wholly behind it is
    not cut: nothing of it is known.
    """
    ledgers = [spans_of(build, count) for count in event_counts(metric)]
    cutoff = min((spans[-1][1] for spans in ledgers), default=None) if all(ledgers) else None
    is_cut = cutoff is not None and start <= cutoff < end
    last = cutoff if is_cut and cutoff is not None else end
    base_start, base_end = year_before(start, last)
    is_whole, has_any, _ = _cover(build, metric, start, last)
    base_is_whole, base_has_any, _ = _cover(build, metric, base_start, base_end)
    return Covered(
        start=start,
        end=last,
        base_start=base_start,
        base_end=base_end,
        cutoff=cutoff,
        is_cut=is_cut,
        is_whole=bool(is_whole[-1]),
        has_any=bool(has_any[-1]),
        base_is_whole=bool(base_is_whole[-1]),
        base_has_any=bool(base_has_any[-1]),
    )


@dataclass(frozen=True)
class AreaCover:
    """What is covered of the two ranges for every area: summaries may tell one township and not another."""

    is_whole: Flags
    has_any: Flags
    base_is_whole: Flags
    base_has_any: Flags
    from_totals: Flags
    """Numbers of a summary are in the sums."""
    base_from_totals: Flags


def area_cover(build: Build, metric: Metric, days: Covered) -> AreaCover:
    """The marks of `covered`, area by area, the county last."""
    now, then = _cover(build, metric, days.start, days.end), _cover(build, metric, days.base_start, days.base_end)
    return AreaCover(now[0], now[1], then[0], then[1], now[2], then[2])


def _cover(build: Build, metric: Metric, start: date, end: date) -> tuple[Flags, Flags, Flags]:
    counts, size = event_counts(metric), len(areas_of(build).codes)
    length = (end - start).days + 1
    found = np.min([_days_of(build, count, start, end) for count in counts] or [np.full(size, float(length))], axis=0)
    found = found * is_told(build, metric)
    totals = totals_of(build)
    used = [totals.are_used(count, start, end) for count in counts if count.name in totals.used]
    return found == length, found > 0, np.any(used or [np.zeros(size, dtype=bool)], axis=0)


def _days_of(build: Build, count: Count | PeriodCount, start: date, end: date) -> Floats:
    """Per area the days of start…end that are covered: days of imports, and whole months of summaries."""
    by_rows = np.full(len(areas_of(build).codes), covered_days(row_spans(build, count), start, end), dtype=np.float64)
    totals = totals_of(build)
    return by_rows + totals.days(count, start, end) if count.name in totals.known else by_rows
