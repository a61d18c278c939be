"""The matrix of a review worked out in plain Python from the rows as typed: the witness of data/build/review."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

PLACES = {
    "甘肃省安和县东门街道人民路1号": "东门街道",
    "安和县柳河镇东街12号": "柳河镇",
    "安和县石坪乡": "石坪乡",
    "四川省成都市金牛区": "outside",
    "某处": "unassigned",
    "": "unassigned",
}
"""Addresses as typed, and where a person who knows the county would count them."""


class Typed(NamedTuple):
    """One row of an export, in the order of its columns."""

    number: str
    filed_on: str
    cause: str
    closed_on: str
    address: str


class Known(NamedTuple):
    """What is known of a case: its cell and its words."""

    area: str
    month: date
    words: tuple[str, ...]


def known_cases(exports: Iterable[Iterable[Typed]]) -> dict[str, Known]:
    """Cases by number after exports in this order: the later one wins, an empty cell erases nothing."""
    said: dict[str, dict[str, str]] = {}
    for rows in exports:
        for row in rows:
            case = said.setdefault(row.number, {})
            case.update({name: value for name, value in row._asdict().items() if value})
    found = {}
    for number, case in said.items():
        month = date.fromisoformat(case["filed_on"]).replace(day=1)
        words = tuple(case.get(name, "") for name in ("filed_on", "cause", "closed_on", "address"))
        found[number] = Known(PLACES[case.get("address", "")], month, words)
    return found


def plain_matrix(before: Mapping[str, Known], after: Mapping[str, Known]) -> dict[tuple[str, date], dict[str, int]]:
    """Per township and month: before, after, added, retracted, moved_in, moved_out, changed; zeros left out."""
    cells: dict[tuple[str, date], Counter[str]] = {}

    def note(known: Known, *names: str) -> None:
        cells.setdefault((known.area, known.month), Counter()).update(names)

    for number in {*before, *after}:
        old, new = before.get(number), after.get(number)
        if old is None and new is not None:
            note(new, "after", "added")
        elif new is None and old is not None:
            note(old, "before", "retracted")
        elif old is not None and new is not None:
            is_moved = (old.area, old.month) != (new.area, new.month)
            note(old, "before", *(["moved_out"] if is_moved else []))
            note(new, "after", *(["moved_in"] if is_moved else ["changed"] if old.words != new.words else []))
    return {key: dict(cell) for key, cell in cells.items()}
