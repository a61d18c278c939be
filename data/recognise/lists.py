"""Lists that look like parts of other tables: cases placed by hand, and the villages of each township."""

import re
from collections.abc import Mapping, Sequence

from data.ledgers.placements import FILL_IN
from data.read.table import Table
from data.recognise.first_values import first_values
from data.recognise.reading import Reading

LISTS = ("townships", "population", "villages", "placements")
"""Ledgers whose rows happen on no day."""
_BESIDE = re.compile("序号|编号|备注|说明|理由|依据|^$")


def as_list(
    table: Table, reading: Reading, readings: Sequence[Reading], whole: Mapping[str, Reading]
) -> Reading | None:
    """The list that a header block is, where it may be one; None where another ledger must be looked for."""
    placements, villages = whole.get("placements"), whole.get("villages")
    if placements and _is_filled_in(placements):
        return placements
    if _has_days(readings):
        return None
    if placements and all(_BESIDE.search(text) for text in placements.unknown):
        return placements
    if villages and reading.ledger.name in LISTS and _lists_villages(table, villages, whole):
        return villages
    return None


def without_lists(reading: Reading, readings: Sequence[Reading]) -> Reading:
    """The reading, or where it is one of these lists and the sheet is not, the best of the others."""
    if reading.ledger.name not in ("villages", "placements"):
        return reading
    others = [one for one in readings if one.ledger.name not in ("villages", "placements")]
    return max(others, key=lambda one: (not one.missing, one.score)) if others else reading


def _is_filled_in(placements: Reading) -> bool:
    """Whether it is our own sheet of unassigned cases: it carries dates and causes too, for people to read."""
    return any(one.field == "township" and one.header.split("/")[-1] == FILL_IN for one in placements.columns)


def _has_days(readings: Sequence[Reading]) -> bool:
    """Whether the header names a day on which something happened: then the rows are cases, disputes or work."""
    events = (one for one in readings if one.ledger.name not in LISTS)
    return any(one.ledger.field(name).kind == "date" for one in events for name in one.fields)


def _lists_villages(table: Table, villages: Reading, whole: Mapping[str, Reading]) -> bool:
    """Several villages to a township; one row per township is the list of townships with its villages beside it."""
    if not {"townships", "population"} & whole.keys():
        return True
    townships = set(first_values(table, villages, "township"))
    return len(townships) < len(first_values(table, villages, "village"))
