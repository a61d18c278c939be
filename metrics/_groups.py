"""What figures are printed for: every area by itself, or the townships of each tribunal taken together."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.attribute.spelling import split_names
from metrics._areas import COUNTY, OUTSIDE, UNASSIGNED, areas_of
from metrics._arithmetic import Floats
from metrics._build import Build, remembered

NO_TRIBUNAL = "no_tribunal"
TOGETHER = "townships"
_COURT = re.compile("^.*法院")
_ENDING = re.compile("(?:人民)?(?:派出)?法庭$")
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Groups:
    """Groups of areas, 辖区外, 未归属 and the county last. `members`: places in the list of areas; None: each its own.

    A group's counts are its areas' counts added up, and are divided once.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    is_rankable: Flags
    areas: tuple[str, ...]
    members: tuple[tuple[int, ...], ...] | None = None

    @property
    def index(self) -> dict[str, int]:
        """Place of every group by its code."""
        return {code: i for i, code in enumerate(self.codes)}

    def add(self, of_areas: Floats) -> Floats:
        """Sums of groups; unknown where one of its areas is."""
        return of_areas if self.members is None else np.array([of_areas[list(one)].sum() for one in self.members])

    def any(self, of_areas: Flags) -> Flags:
        """True where one of the group's areas is."""
        return of_areas if self.members is None else np.array([of_areas[list(one)].any() for one in self.members])

    def all(self, of_areas: Flags) -> Flags:
        """True where all of the group's areas are."""
        return of_areas if self.members is None else np.array([of_areas[list(one)].all() for one in self.members])

    def pairs(self) -> list[tuple[str, str]]:
        """Every area (the county is none) with each group it is counted in, the county among them."""
        own = self.members or tuple((i,) for i in range(len(self.codes)))
        listed = [(self.areas[i], code) for code, one in zip(self.codes, own, strict=True) for i in one]
        return [pair for pair in listed if pair[0] != COUNTY] + [(area, COUNTY) for area in self.areas[:-1]]


def each_area(build: Build) -> Groups:
    """Every area by itself."""
    areas = areas_of(build)
    return Groups(areas.codes, areas.names, areas.is_rankable, areas.codes)


def townships_together(build: Build) -> Groups:
    """All townships of the list as one group: the county without 辖区外 and 未归属."""
    areas = areas_of(build)
    size = len(areas.codes)
    return Groups(
        codes=(TOGETHER, *areas.codes[-3:]),
        names=("各乡镇街道合计", *areas.names[-3:]),
        is_rankable=np.zeros(4, dtype=bool),
        areas=areas.codes,
        members=(tuple(range(size - 3)), (size - 3,), (size - 2,), (size - 1,)),
    )


def tribunals(build: Build) -> Groups:
    """Tribunals in the order of the township list; a township that names several is counted with each of them.

    Tribunals are never ranked.
    """
    return remembered(build, "tribunals", lambda: _read(build))


def _read(build: Build) -> Groups:
    areas = areas_of(build)
    rows = build.cursor().execute("SELECT township_code, tribunal FROM townships ORDER BY sort_order, township_code")
    names: dict[str, str] = {}
    members: dict[str, list[int]] = {}
    for code, tribunal in rows.fetchall():
        for name in split_names(tribunal) or ("",):
            key = _ENDING.sub("", _COURT.sub("", name)) if name else NO_TRIBUNAL
            names.setdefault(key, _COURT.sub("", name) if name else "未填所属法庭的乡镇街道")
            members.setdefault(key, []).append(areas.index[code])
    keys = sorted(names, key=lambda key: key == NO_TRIBUNAL)
    last = {OUTSIDE: "辖区外", UNASSIGNED: "未归属", COUNTY: areas.names[-1]}
    size = len(areas.codes)
    return Groups(
        codes=(*(NO_TRIBUNAL if key == NO_TRIBUNAL else names[key] for key in keys), *last),
        names=(*(names[key] for key in keys), *last.values()),
        is_rankable=np.zeros(len(keys) + 3, dtype=bool),
        areas=areas.codes,
        members=(*(tuple(members[key]) for key in keys), (size - 3,), (size - 2,), (size - 1,)),
    )
