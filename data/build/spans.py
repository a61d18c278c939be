"""Which days an import says everything about: stated in file name or title, else whole months of its rows."""

import calendar
import contextlib
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

import duckdb

from data.recognise import day_in_name
from data.store.imports import Span

DAY_COLUMN = {
    "cases": "filed_on",
    "mediations": "accepted_on",
    "petitions": "registered_on",
    "suggestions": "issued_on",
    "activities": "held_on",
    "appeals": "filed_on",
}
LONGEST_GAP = 2
"""Months without a row that an export may have; a longer silence is the end of what it covers."""
FEW = 10
"""Of so many rows of a sheet one may lie outside of what its title says, without a word about it."""
BUSY, QUIET_DAYS = 5, 7
"""From this many rows a month on, a silence of more than so many days behind the last month means something."""


def sheet_spans(
    con: duckdb.DuckDBPyConnection, ledger: str, path: Path, stated: tuple[date | None, date] | None, today: date
) -> list[Span]:
    """Coverage of one sheet, by mediation kind; empty for ledgers that are not counted by day.

    A stated end that lies ahead (a sheet named 2026年 in November) says the year, not what the rows cover; nor does
    one behind which a busy ledger is silent for more than a week (a title of 2025年度 over rows up to September): a
    month nobody exported must not come out as a month without cases.
    """
    day = DAY_COLUMN.get(ledger)
    if day is None:
        return []
    kind = "kind" if ledger == "mediations" else "CAST(NULL AS VARCHAR)"
    rows = con.execute(
        f"SELECT {kind} AS kind, list(DISTINCT {day} ORDER BY {day}), count(*) FROM read_parquet($path) "
        f"WHERE {day} IS NOT NULL GROUP BY 1 ORDER BY 1",
        {"path": str(path)},
    ).fetchall()
    spans = []
    for one_kind, days, n in rows:
        start, end = stated if stated else (None, _end_of_rows(days))
        if end > today:
            end = min(today, _end_of_rows([d for d in days if d <= today] or days))
        before = [d for d in days if d <= end]
        believed = not before or _reaches(before, n, end)
        end = end if believed else _end_of_rows(before)
        start = start or (_start_of_rows(before) if before else end.replace(day=1))
        spans.append(Span(ledger, one_kind, start.isoformat(), end.isoformat(), stated is not None and believed))
    return spans


def rows_beyond(con: duckdb.DuckDBPyConnection, ledger: str, path: Path, spans: Sequence[Span], today: date) -> int:
    """How many rows of a sheet lie outside of all its spans; 0 when they are no more than one in `FEW` of its rows.

    A few late or early rows are no wonder; many say that the title tells less than the sheet holds. Days ahead have a
    sentence of their own.
    """
    day = DAY_COLUMN[ledger]
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    n, beyond = con.execute(
        f"SELECT count(*), count(*) FILTER (WHERE {day} < CAST($first AS DATE) OR {day} > CAST($last AS DATE)) "
        f"FROM read_parquet($path) WHERE {day} <= $today",
        {"path": str(path), "first": first, "last": last, "today": today},
    ).fetchall()[0]
    return int(beyond) if beyond * FEW > n else 0


def _reaches(days: Sequence[date], n: int, end: date) -> bool:
    """Whether `n` rows on these days may reach to `end`: not when a busy ledger falls silent long before."""
    months = (days[-1].year - days[0].year) * 12 + days[-1].month - days[0].month + 1
    return n < BUSY * months or end - _month_end(days[-1]) <= timedelta(days=QUIET_DAYS)


def _start_of_rows(days: Sequence[date]) -> date:
    """First of the earliest month that hangs together with the last one: a stray old row covers nothing."""
    months = sorted({(d.year, d.month) for d in days}, reverse=True)
    earliest = months[0]
    for month in months[1:]:
        if (earliest[0] - month[0]) * 12 + earliest[1] - month[1] > LONGEST_GAP + 1:
            break
        earliest = month
    return date(*earliest, 1)


def _end_of_rows(days: Sequence[date]) -> date:
    """End of the last month if its last row lies in the month's last seven days, else that row's day."""
    month_end = _month_end(days[-1])
    return month_end if month_end - days[-1] < timedelta(days=7) else days[-1]


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


_EXPORTED = re.compile(r"导出(?:时间|日期)\s*[:：]?\s*(\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})")


def exported_on(titles: Iterable[str], file_name: str, today: date) -> str | None:
    """The day an export says it was made on (导出时间, else the one day in its file's name), as ISO text.

    None when it does not say, or names a day ahead.
    """
    named = day_in_name(file_name)
    for text in (*titles, file_name):
        found = _EXPORTED.search(text)
        if found:
            with contextlib.suppress(ValueError):
                day = date(*(int(part) for part in found.groups()))
                if day <= today:
                    return day.isoformat()
    return named.isoformat() if named is not None and named <= today else None
