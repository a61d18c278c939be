"""Judges' stations: where they are, which townships they serve, how many people of each role work there."""

import re
from collections import defaultdict
from typing import Any

from data.clean.cases import Columns
from data.clean.columns import dates_of, places_of, refuse_empty
from data.clean.keys import keyed_hash
from data.clean.place_text import cut_address, stated_place
from data.clean.reading import is_placeholder, plain
from data.clean.register import places, staff_of, stations_of
from data.clean.sheet import Sheet
from data.ledgers import STAFF_ROLES
from data.read.table import cell_text

_ROLE_WORDS = (
    ("assistants", "助理"),
    ("clerks", "书记员"),
    ("mediators", "调解"),
    ("liaisons", "联络|网格"),
    ("judges", "法官|审判员|庭长|院长"),
)
_SEPARATORS = re.compile(r"[、，,;；/|\s]+|及|和(?!平|谐|睦|顺|兴|林|田|静|政|龙|县|硕|布)")


def station_columns(sheet: Sheet) -> Columns:
    """Columns of the stations schema but `sheet_row`. A sheet with one row per person gives its station's sums."""
    names, stated = stations_of(sheet), places_of(sheet, "place_stated", stated_place)
    for position, (name, place) in enumerate(zip(names, stated, strict=True)):
        if name is None and place is None:
            refuse_empty(sheet, "place_stated", position)
    keys = [
        name or (f"@{place}" if place else keyed_hash(sheet.secret, ()))
        for name, place in zip(names, stated, strict=True)
    ]
    staff = {role: staff_of(sheet, role) for role in STAFF_ROLES}
    if sheet.has("staff_role"):
        staff = _by_person(sheet, keys)
    return {
        "record_key": keys,
        "station": names,
        "established_on": dates_of(sheet, "established_on"),
        **staff,
        "covers": _covers(sheet),
        **places(sheet, stated=stated),
    }


def _by_person(sheet: Sheet, keys: list[str]) -> dict[str, list[int | None]]:
    """One row per person: every row of a station carries the same sums, so that its rows are one station repeated."""
    counted: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for key, cell in zip(keys, sheet.first_cells("staff_role"), strict=True):
        word = plain(cell_text(cell))
        role = next((name for name, pattern in _ROLE_WORDS if re.search(pattern, word)), None)
        if role:
            counted[key][role] += 1
    return {role: [counted[key].get(role) for key in keys] for role in STAFF_ROLES}


def _covers(sheet: Sheet) -> list[str | None]:
    """The townships that a station serves, each cut like an address (a bare person's name goes), joined by 、."""
    found: list[str | None] = []
    for cell in sheet.first_cells("covers"):
        parts = [part for part in _SEPARATORS.split(cell_text(cell)) if not is_placeholder(part)]
        cut: list[Any] = [cut_address(part.removesuffix("等")) for part in parts]
        found.append("、".join(dict.fromkeys(place for place in cut if place)) or None)
    return found
