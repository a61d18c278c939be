"""Stations of the register on a day: who works there against the pattern (2+2+1), and which townships they serve."""

from datetime import date
from typing import NamedTuple

from data.definition import Definition
from metrics._build import Build

ROLES = ("法官", "法官助理", "其他人员")


class Station(NamedTuple):
    """A station. `staff` are judges, assistants and others (clerks, mediators, liaisons); None: nothing is written."""

    key: str
    name: str
    township_code: str
    established_on: date | None
    staff: tuple[int, int, int] | None
    lacking: tuple[int, int, int]
    """How many of each are missing to the pattern."""

    @property
    def is_staffed(self) -> bool:
        """True when nobody is missing."""
        return not any(self.lacking)


class Coverage(NamedTuple):
    """Townships of the list, in its order: those that some station serves, with the stations' names, and the others."""

    served: dict[str, tuple[str, ...]]
    unserved: tuple[str, ...]


_STATIONS = """
SELECT
    record_key, station, township_code, established_on,
    judges, assistants,
    CASE WHEN coalesce(clerks, mediators, liaisons) IS NOT NULL
        THEN coalesce(clerks, 0) + coalesce(mediators, 0) + coalesce(liaisons, 0) END AS others
FROM stations
WHERE coalesce(established_on <= $end, TRUE)
ORDER BY record_key"""


def stations_on(build: Build, day: date) -> list[Station]:
    """The stations that stand on a day; without a date of establishment a station always stood. Staff is today's."""
    rows = build.cursor().execute(_STATIONS, {"end": day}).fetchall()
    pattern = pattern_of(build.definition)
    found = []
    for key, name, township, since, *written in rows:
        given = tuple(n or 0 for n in written)
        lacking = tuple(max(0, wanted - n) for wanted, n in zip(pattern, given, strict=True))
        staff = given if any(n is not None for n in written) else None
        found.append(Station(key, name, township, since, staff, lacking))  # type: ignore[arg-type]
    return found


def pattern_of(definition: Definition) -> tuple[int, int, int]:
    """How many judges, assistants and others the definition asks for."""
    return definition.station_judges, definition.station_assistants, definition.station_others


_SERVED = """
SELECT listed.township_code, kept.station
FROM townships AS listed
LEFT JOIN station_townships AS served ON served.township_code = listed.township_code
LEFT JOIN stations AS kept
    ON kept.record_key = served.record_key AND coalesce(kept.established_on <= $end, TRUE)
ORDER BY listed.sort_order, listed.township_code, kept.station"""


def coverage_on(build: Build, day: date) -> Coverage:
    """Which townships a station serves on a day."""
    names: dict[str, list[str]] = {}
    for township, station in build.cursor().execute(_SERVED, {"end": day}).fetchall():
        own = names.setdefault(township, [])
        if station is not None and station not in own:
            own.append(station)
    served = {township: tuple(own) for township, own in names.items() if own}
    return Coverage(served, tuple(township for township, own in names.items() if not own))
