"""The areas a build's figures are printed for, in their fixed order."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from metrics._build import Build, remembered

OUTSIDE, UNASSIGNED, COUNTY = "outside", "unassigned", "county"


@dataclass(frozen=True)
class Areas:
    """Listed townships in order, then 辖区外, 未归属 and the county. Arrays run over all of them."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    index: dict[str, int]
    is_rankable: NDArray[np.bool_]
    """Of a kind that may be ranked and not a quasi-township."""
    is_quasi: NDArray[np.bool_]

    @property
    def townships(self) -> int:
        """How many townships are listed; they are the first so many areas."""
        return len(self.codes) - 3


def areas_of(build: Build) -> Areas:
    """The areas of a build, read once."""
    return remembered(build, "areas", lambda: _read(build))


def _read(build: Build) -> Areas:
    rows = (
        build.cursor()
        .execute(
            "SELECT township_code, township_name, is_quasi, is_rankable_kind FROM townships "
            "ORDER BY sort_order, township_code"
        )
        .fetchall()
    )
    county = build.meta.get("county_name") or "全县"
    codes = (*(row[0] for row in rows), OUTSIDE, UNASSIGNED, COUNTY)
    names = (*(row[1] for row in rows), "辖区外", "未归属", county)
    quasi = np.array([bool(row[2]) for row in rows] + [False] * 3)
    rankable = np.array([bool(row[3]) and not row[2] for row in rows] + [False] * 3)
    return Areas(codes, names, {code: i for i, code in enumerate(codes)}, rankable, quasi)
