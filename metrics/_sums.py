"""Sums of counts over spans of days: whole months from memory, the days at their ends from daily_counts."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from metrics._areas import areas_of
from metrics._arithmetic import Floats
from metrics._build import Build
from metrics._months import BrokenBuild, month_number, months_of
from metrics._period import month_end

Days = tuple[date, date]
Pieces = dict[tuple[str, Days], Floats]


class Slot(NamedTuple):
    """One count over one span of days, both ends included."""

    count_name: str
    start: date
    end: date


def sums(build: Build, slots: Iterable[Slot]) -> dict[Slot, Floats]:
    """Per slot the sum of every area; the county's, last, is that of townships, 辖区外 and 未归属.

    At most one query, and none where all spans are whole months that were asked for
    before. Raises BrokenBuild for a township nobody listed.
    """
    split = {slot: _split(slot.start, slot.end) for slot in slots}
    months = months_of(build)
    months.read(slot.count_name for slot in split)
    pieces = _pieces(build, {(slot.count_name, days) for slot, (_, _, rest) in split.items() for days in rest})
    found = {}
    for slot, (first, last, rest) in split.items():
        total = months.total(slot.count_name, first, last)
        for days in rest:
            total += pieces[slot.count_name, days]
        total[-1] = total[:-1].sum()
        found[slot] = total
    return found


def _split(start: date, end: date) -> tuple[int, int, tuple[Days, ...]]:
    """A span as whole months (numbers of the first and the last; none when last < first) and the days beside them."""
    first = month_number(start) + (start.day != 1)
    last = month_number(end) - (end != month_end(end))
    head = [(start, min(month_end(start), end))] if start.day != 1 else []
    tail = [(max(end.replace(day=1), start), end)] if end != month_end(end) else []
    return first, last, tuple(dict.fromkeys(head + tail))


_PIECE = "CAST(coalesce(sum(n) FILTER (WHERE day BETWEEN ? AND ?), 0) AS BIGINT) AS piece_{}"
_PIECES_SQL = """
SELECT count_name, township_code, {pieces}
FROM daily_counts
WHERE count_name IN ({names}) AND ({spans})
GROUP BY count_name, township_code"""


def _pieces(build: Build, wanted: set[tuple[str, Days]]) -> Pieces:
    """Sums of days that are no whole month, for every area, in one query: each span for every count that is asked."""
    if not wanted:
        return {}
    names = sorted({name for name, _ in wanted})
    spans = sorted({days for _, days in wanted})
    sql = _PIECES_SQL.format(
        pieces=", ".join(map(_PIECE.format, range(len(spans)))),
        names=", ".join("?" * len(names)),
        spans=" OR ".join(["day BETWEEN ? AND ?"] * len(spans)),
    )
    ends = [day for days in spans for day in days]
    found: dict[str, Any] = build.cursor().execute(sql, [*ends, *names, *ends]).fetchnumpy()
    table = np.zeros((len(names), len(spans), len(areas_of(build).codes)))
    rows = _positions({name: i for i, name in enumerate(names)}, found["count_name"])
    places = _positions(areas_of(build).index, found["township_code"])
    for i in range(len(spans)):
        table[rows, i, places] = found[f"piece_{i}"]
    return {(name, days): table[i, j] for i, name in enumerate(names) for j, days in enumerate(spans)}


def _positions(index: dict[str, int], keys: Iterable[str]) -> NDArray[np.int64]:
    try:
        return np.array([index[key] for key in keys], dtype=np.int64)
    except KeyError as unknown:
        raise BrokenBuild(f"daily_counts names the area {unknown}, which is not in the list of townships") from unknown
