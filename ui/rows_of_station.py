"""明细 of one cell of the table of stations: which line and which kind of work the address names, and its answer."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from metrics import METRICS, Figure
from metrics._period import dates_label
from metrics._rows_behind import RowsPage
from metrics._station_rows import LINES, Line, station_rows, work_named
from metrics._station_work import WorkRow, station_work, total_work
from ui import route, rows_answer
from ui.figures import COUNTY, figures, of_area
from ui.frame import View
from ui.rows_answer import Answer
from ui.stations_table import BY_SUMMARY, KINDS, NO_STATION, Kind

PLACE = "station"
"""Where the address names the line: `listed:` and the station's key, and so on; `all:` is the last line."""


@dataclass(frozen=True)
class Cell:
    """A line of the table, one of its kinds of work, and the days that are counted."""

    kind: Kind
    line: Line
    key: str
    county: Figure
    """工作站调解件数 of the county: its days and what is covered of them are those of every kind of work."""

    @property
    def days(self) -> tuple[date, date]:
        """First and last day."""
        return self.county.period_start, self.county.period_end


def is_asked() -> bool:
    """True where the address names a line of the table of stations that can be."""
    line = st.query_params.get(PLACE, "").partition(":")[0]
    return line in LINES and st.query_params.get("work") in {kind.counted for kind in KINDS}


def crumbs() -> list[tuple[str, str]]:
    """全县 › 法官工作站 › 明细."""
    view = {name: st.query_params[name] for name in ("span", "month", "from", "to") if name in st.query_params}
    return [
        ("全县", route.address("overview", **view)),
        ("法官工作站", route.address("stations", **view)),
        ("明细", ""),
    ]


def cell(view: View) -> Cell:
    """What the address asks for; call it where `is_asked`."""
    kind = next(kind for kind in KINDS if kind.counted == st.query_params["work"])
    line, _, key = st.query_params[PLACE].partition(":")
    metric = METRICS["station_mediations"]
    county = of_area(figures(view.build, (metric,), view.period), metric, COUNTY)
    return Cell(kind, line, key, county)  # type: ignore[arg-type]


def rows(view: View, asked: Cell, *, offset: int = 0, limit: int) -> RowsPage:
    """Rows of the cell."""
    count = work_named(asked.kind.counted)
    return station_rows(view.build, count, asked.days, asked.line, asked.key, offset=offset, limit=limit)


def label(view: View, asked: Cell, names: dict[str, str]) -> str:
    """The line as the table calls it, then the kind of work."""
    found = _found(view, asked)
    place = names.get(asked.key, "")
    name = {
        "all": "各法官工作站合计",
        "summary": BY_SUMMARY,
        "place": f"{place}（{NO_STATION}）",
        "nowhere": f"{place}（{NO_STATION}）",
        "named": f"{asked.key}（名册里没有）",
    }.get(asked.line, found.station if found else asked.key)
    return f"{name}{asked.kind.header}"


def _lines(view: View, asked: Cell) -> list[WorkRow]:
    return station_work(view.build, *asked.days)


def _found(view: View, asked: Cell) -> WorkRow | None:
    return next((one for one in _lines(view, asked) if (one.where, one.key) == (asked.line, asked.key)), None)


def answer(view: View, asked: Cell, found: RowsPage, name: str) -> Answer:
    """The number of the table, and whether its rows add up to it."""
    if asked.county.status == "not_covered":
        return Answer((f"{name}：工作站活动台账没有覆盖本期，没有行可列。",))
    own = _found(view, asked)
    counted = asked.kind.counted
    if own is None and asked.line != "all":
        return Answer((f"{dates_label(*asked.days)}的法官工作站表里没有“{asked.key}”这一行，没有行可列。",))
    wanted = own.work[counted] if own else total_work(_lines(view, asked))[counted]
    unit = asked.kind.unit
    return rows_answer.held_against(f"{dates_label(*asked.days)}{name} {wanted:,} {unit}。", found, wanted, unit)
