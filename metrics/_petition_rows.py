"""Petition matters by township: registered, resolved, still open and for how long, backlog."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from metrics._areas import COUNTY, areas_of
from metrics._figures import Figure
from metrics._period import dates_label
from metrics._review import Review
from metrics._review_words import listed, to_date_words, whole

LONG_OPEN_DAYS = 60
_NAMED = 5


class PetitionRow(NamedTuple):
    """Matters registered in the year to date of one area, as far as the ledger reaches."""

    area_code: str
    area_name: str
    registered: int
    base_registered: int | None
    """None: the ledger does not cover the year before."""
    resolved: int
    still_open: int
    long_open: int
    """Still open, and registered LONG_OPEN_DAYS or more before the end of the period."""
    backlog: int
    backlog_resolved: int


_ROWS = """
SELECT township_code,
    count(*) FILTER (WHERE registered_on BETWEEN $start AND $end),
    count(*) FILTER (WHERE registered_on BETWEEN $base_start AND $base_end),
    count(*) FILTER (WHERE registered_on BETWEEN $start AND $end AND result = 'success'),
    count(*) FILTER (WHERE registered_on BETWEEN $start AND $end AND result = 'open'),
    count(*) FILTER (WHERE registered_on BETWEEN $start AND $long_before AND result = 'open'),
    count(*) FILTER (WHERE registered_on BETWEEN $start AND $end AND is_backlog),
    count(*) FILTER (WHERE registered_on BETWEEN $start AND $end AND is_backlog AND result = 'success')
FROM petitions GROUP BY ALL"""
_COURT = """
SELECT count(*) FROM petitions
WHERE registered_on BETWEEN $start AND $end
    AND (related_case_number IS NOT NULL OR category LIKE '%涉诉%')"""


def petition_rows(told: Review) -> tuple[PetitionRow, ...]:
    """Every township, 辖区外, 未归属 and the county, in the order of the list."""
    areas, days = areas_of(told.build), _days(told)
    given = {
        "start": days.period_start,
        "end": days.period_end,
        "base_start": days.base_start,
        "base_end": days.base_end,
        "long_before": days.period_end - timedelta(days=LONG_OPEN_DAYS),
    }
    found = {code: tuple(n) for code, *n in told.build.cursor().execute(_ROWS, given).fetchall()}
    found[COUNTY] = tuple(map(sum, zip(*found.values(), strict=True))) if found else (0,) * 7
    rows = [
        PetitionRow(code, name, *found.get(code, (0,) * 7)) for code, name in zip(areas.codes, areas.names, strict=True)
    ]
    return tuple(one._replace(base_registered=None) for one in rows) if "not_covered" in days.notes else tuple(rows)


def _days(told: Review) -> Figure:
    """The county's figure of petitions: the days that the ledger tells of, this year and a year before."""
    return told.petitions[-1]


def of_court(told: Review) -> int:
    """Matters of the year to date of which the ledger says that they concern a case of a court."""
    given = {"start": _days(told).period_start, "end": _days(told).period_end}
    [[n]] = told.build.cursor().execute(_COURT, given).fetchall()
    return int(n)


def court_words(told: Review) -> str:
    """What 涉诉 means here, honestly: the ledger tells little of it."""
    n = of_court(told)
    if not n:
        return (
            "信访台账没有记载案号、涉法涉诉类别等可以辨认涉诉的内容，本通报统计台账登记的全部信访事项，"
            "不能等同于涉诉信访。"
        )
    return (
        f"{to_date_words(told)}登记的信访事项中，台账记有案号或者注明涉法涉诉的{n:,}件；其余事项是否涉诉无从辨认，"
        "各项比率仍按登记的全部事项计算。"
    )


def is_covered(told: Review) -> bool:
    """Whether any day of the year to date is."""
    return _days(told).status != "not_covered"


def open_words(told: Review, rows: Sequence[PetitionRow]) -> str:
    """How many matters are still open, how many for long, and where those lie."""
    county = rows[-1]
    if not county.still_open:
        return f"{to_date_words(told)}登记的信访事项均已办结。" if county.registered else ""
    where = [f"{one.area_name}{one.long_open:,}件" for one in _with_most(rows[:-3])]
    named = f"，其中{listed(where, _NAMED)}" if where else ""
    last = dates_label(_days(told).period_end, _days(told).period_end)
    return (
        f"{to_date_words(told)}登记的信访事项，{whole(told)}尚有{county.still_open:,}件未办结；截至{last}，"
        f"登记满{LONG_OPEN_DAYS}日仍未办结的{county.long_open:,}件{named}。"
    )


def _with_most(rows: Sequence[PetitionRow]) -> list[PetitionRow]:
    return sorted((one for one in rows if one.long_open), key=lambda one: -one.long_open)


def backlog_words(rows: Sequence[PetitionRow]) -> str:
    """Backlog of the year to date; '' where the ledger marks none."""
    county = rows[-1]
    if not county.backlog:
        return ""
    return f"登记的事项中记为积案的{county.backlog:,}件，已化解{county.backlog_resolved:,}件。"
