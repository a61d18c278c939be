"""What stands above and below the line of a metric over spans of days, for every area."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial
from typing import Any, NamedTuple

import numpy as np

from data.count import LEFT, Count, PeriodCount, Side, leaves_of
from metrics._arithmetic import Floats
from metrics._build import Build, remembered
from metrics._groups import Groups
from metrics._sums import Slot, sums

FIRST_DAY = date(1, 1, 1)
Signed = tuple[int, Slot]


class Span(NamedTuple):
    """One side of a metric over a span of days, both ends included."""

    side: Side
    start: date
    end: date


def side_sums(build: Build, spans: Iterable[Span], groups: Groups) -> dict[Span, Floats]:
    """Per span the count of every group, the county last. One query for all counts of days, one per period count."""
    wanted = list(dict.fromkeys(spans))
    slots = {one: _slots(one) for one in wanted}
    by_slot = sums(build, {slot for signed in slots.values() for _, slot in signed})
    found = {}
    for one in wanted:
        if isinstance(one.side, PeriodCount):
            asked = _asked(one.side, one)
            found[one] = remembered(build, (asked, groups.codes), partial(_of_period, build, one.side, asked, groups))
        else:
            found[one] = groups.add(np.sum([sign * by_slot[slot] for sign, slot in slots[one]], axis=0))
    return found


def _slots(span: Span) -> list[Signed]:
    return [signed for one in leaves_of(span.side) if isinstance(one, Count) for signed in _of_count(one, span)]


def _of_count(count: Count, span: Span) -> list[Signed]:
    """Events add up over the span; of a stock what came until its end, less what had gone."""
    if not count.leaves:
        return [(1, Slot(count.name, span.start, span.end))]
    gone = span.end if count.fold == "stock" else span.start - timedelta(days=1)
    return [(1, Slot(count.name, FIRST_DAY, span.end)), (-1, Slot(count.name + LEFT, FIRST_DAY, gone))]


_PLACED = """
WITH placed AS (
    SELECT unnest(CAST($townships AS VARCHAR[])) AS township_code, unnest(CAST($groups AS VARCHAR[])) AS area_code
),
counted AS ({rows}
)
SELECT {columns} FROM counted {rest}"""


def period_query(
    build: Build, span: Span, count: PeriodCount, pairs: list[tuple[str, str]], columns: str, rest: str
) -> list[tuple[Any, ...]]:
    """Ask for columns of the rows that a period count counts; `pairs` are townships and the areas they count in."""
    sql = _PLACED.format(rows=count.rows, columns=columns, rest=rest)
    known = {
        **{name: value for name, value in vars(build.definition).items() if isinstance(value, (bool, int, str))},
        "townships": [township for township, _ in pairs],
        "groups": [group for _, group in pairs],
        "start": span.start,
        "end": span.end,
    }
    used = {name: value for name, value in known.items() if f"${name}" in sql}
    return build.cursor().execute(sql, used).fetchall()


def _asked(count: PeriodCount, span: Span) -> Span:
    """The span without the ends that a count's SQL does not look at: a list of townships is the same in every month."""
    start = span.start if "$start" in count.rows else FIRST_DAY
    return Span(span.side, start, span.end if "$end" in count.rows else FIRST_DAY)


def _of_period(build: Build, count: PeriodCount, span: Span, groups: Groups) -> Floats:
    out = np.zeros(len(groups.codes))
    rows = period_query(build, span, count, groups.pairs(), "area_code, count(*)", "GROUP BY area_code")
    for code, n in rows:
        out[groups.index[code]] = n
    return out
