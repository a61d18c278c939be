"""People of every township on any day: the newest figure on or before it, else the oldest after."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from metrics._areas import areas_of
from metrics._arithmetic import Floats
from metrics._build import Build, remembered
from metrics._counts import RESIDENTS


@dataclass(frozen=True)
class People:
    """Per listed township: people (NaN where no figure exists), and how the figure was come by."""

    people: Floats
    is_later: NDArray[np.bool_]
    """Dated after the day asked for."""
    is_carried: NDArray[np.bool_]
    """Dated before the last day of the year before."""
    dates: frozenset[date]
    """Of all figures that are used."""


@dataclass(frozen=True)
class Population:
    """Figures by date (rows, ascending) and township (columns), NaN where a date has no figure."""

    dates: tuple[date, ...]
    people: Floats

    def on(self, day: date) -> People:
        """The figure that stands on a day, for every township."""
        rows = len(self.dates)
        known = ~np.isnan(self.people)
        order = np.arange(rows)[:, None]
        is_past = np.array([one <= day for one in self.dates], dtype=bool)[:, None]
        newest = np.where(known & is_past, order, -1).max(axis=0, initial=-1)
        oldest = np.where(known & ~is_past, order, rows).min(axis=0, initial=rows)
        is_later = (newest < 0) & (oldest < rows)
        chosen = np.where(is_later, oldest, newest)
        found = (chosen >= 0) & (chosen < rows)
        people = np.full(self.people.shape[1], np.nan)
        people[found] = self.people[chosen[found], np.flatnonzero(found)]
        is_old = np.array([one < date(day.year - 1, 12, 31) for one in self.dates], dtype=bool)
        is_carried = np.zeros_like(found)
        is_carried[found] = is_old[chosen[found]]
        return People(people, is_later, is_carried, frozenset(self.dates[one] for one in chosen[found].tolist()))


def population_of(build: Build) -> Population:
    """All figures of the basis in force, read once."""
    return remembered(build, "population", lambda: _read(build))


def _read(build: Build) -> Population:
    areas = areas_of(build)
    sql = "SELECT day, township_code, n FROM daily_counts WHERE count_name = ? ORDER BY day"
    rows = build.cursor().execute(sql, [RESIDENTS.name]).fetchall()
    dates = tuple(dict.fromkeys(row[0] for row in rows))
    place = {day: i for i, day in enumerate(dates)}
    people = np.full((len(dates), areas.townships), np.nan)
    for day, code, n in rows:
        column = areas.index.get(code)
        if column is not None and column < areas.townships:
            people[place[day], column] = n
    return Population(dates, people)
