"""What of a split may stand by itself: counts that could point at somebody are added up in one line (disclosure)."""

from collections.abc import Sequence

import numpy as np

from data.definition import Definition
from metrics._disclosure import MERGED, is_small_place, protect, protect_causes, protected_among
from metrics._facts import CauseCount

MERGED_AREAS = "其他乡镇街道（件数过小，合并）"
Sums = dict[str, tuple[str, int, int]]
"""Code → name, filings of the period and of its base."""


def shown_causes(sums: Sums, definition: Definition, area: str) -> Sums:
    """The causes of one area as they may be printed; the whole stays what it was."""
    counts = [CauseCount(name, n, base_n) for name, n, base_n in sums.values()]
    return {one.cause: (one.cause, one.n, one.base_n) for one in protect_causes(counts, definition, area)}


def shown_areas(sums: Sums, cause: str, cells: Sequence[tuple[str, str, int, int]], definition: Definition) -> Sums:
    """The areas of one cause as they may be printed. `cells`: cause, area and two counts of everything.

    An area is merged when its number is small and the cause protected, when its own table of causes hides the cause,
    or when the others and the total would give it away.
    """
    is_protected = cause in protected_among([cause], definition)
    codes = list(sums)
    counts = [sums[code][1:] for code in codes]
    flags = [is_protected and is_small_place(code) for code in codes]
    hidden = protect(counts, flags, definition.smallest_shown_count).any(axis=1) if codes else np.zeros(0, dtype=bool)
    hiding = _hiding(cause, cells, definition)
    hidden |= np.array([code in hiding for code in codes], dtype=bool)
    if hidden.sum() == 1 and len(codes) > 1:
        others = [at for at in range(len(codes)) if not hidden[at]]
        hidden[min(others, key=lambda at: sum(counts[at]))] = True
    if not hidden.any():
        return sums
    apart = [sums[code] for code, is_hidden in zip(codes, hidden, strict=True) if is_hidden]
    shown = {code: sums[code] for code, is_hidden in zip(codes, hidden, strict=True) if not is_hidden}
    return {**shown, MERGED_AREAS: (MERGED_AREAS, sum(one[1] for one in apart), sum(one[2] for one in apart))}


def _hiding(cause: str, cells: Sequence[tuple[str, str, int, int]], definition: Definition) -> set[str]:
    """Townships whose own table of causes does not show this one."""
    smallest = definition.smallest_shown_count
    protected = protected_among({name for name, *_ in cells}, definition)
    of_area: dict[str, list[tuple[str, int, int]]] = {}
    for name, area, n, base_n in cells:
        of_area.setdefault(area, []).append((name, n, base_n))
    found = set()
    for area, rows in of_area.items():
        is_risky = any(name in protected and (0 < n < smallest or 0 < base_n < smallest) for name, n, base_n in rows)
        if is_risky and is_small_place(area) and any(name == cause for name, *_ in rows):
            hidden = protect([row[1:] for row in rows], [row[0] in protected for row in rows], smallest)
            found |= {area} if hidden[[row[0] for row in rows].index(cause)].any() else set()
    return found


def is_merged(code: str) -> bool:
    """A line that adds up what may not stand by itself: it is not compared and leads nowhere."""
    return code in (MERGED, MERGED_AREAS)
