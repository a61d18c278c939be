"""Outlines of the townships that the county uploaded, what people said of single outlines, and how tiles stand.

An outline file is kept as what is drawn: one name and one shape per feature, in the one transaction that also says who
brought it and when. Nothing else of the file is kept. Append-only, but the shapes of a removed map are emptied.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from data.store.state import state

AUTOMATIC, NOT_DRAWN = "automatic", "not_drawn"
"""What a person may choose for an outline instead of a township: as its name says, or not at all."""


@dataclass(frozen=True)
class MapRecord:
    """One uploaded map; `name_property` is where its names were found."""

    id: int
    file_name: str
    sha256: str
    size: int
    name_property: str
    uploaded_at: datetime
    uploaded_by: str


@dataclass(frozen=True)
class TileArrangement:
    """Where tiles were put: township code → row and column from 0; empty: in the order of the list."""

    places: Mapping[str, tuple[int, int]]
    made_at: datetime
    made_by: str


Shapes = Sequence[Mapping[str, Any]]
"""Per feature `name` and `geometry` (a GeoJSON MultiPolygon)."""


def save_map(
    path: Path, *, file_name: str, sha256: str, size: int, name_property: str, shapes: Shapes, by: str, at: datetime
) -> int:
    """Put a map in force in the place of an earlier one, in one transaction; returns its number."""
    text = json.dumps(shapes, ensure_ascii=False, separators=(",", ":"))
    with state(path) as db:
        _remove(db, by, at)
        cursor = db.execute(
            "INSERT INTO maps (file_name, sha256, size, name_property, shapes, uploaded_at, uploaded_by) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (file_name, sha256, size, name_property, text, at.isoformat(), by),
        )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _remove(db: sqlite3.Connection, by: str, at: datetime) -> int:
    return db.execute(
        "UPDATE maps SET removed_at = ?, removed_by = ?, shapes = '[]' WHERE removed_at IS NULL", (at.isoformat(), by)
    ).rowcount


def remove_map(path: Path, *, by: str, at: datetime) -> bool:
    """Take the map in force away; False when there is none."""
    with state(path) as db:
        return _remove(db, by, at) > 0


def map_in_force(path: Path) -> MapRecord | None:
    """What is known of the map in force, without its shapes."""
    query = (
        "SELECT id, file_name, sha256, size, name_property, uploaded_at, uploaded_by FROM maps "
        "WHERE removed_at IS NULL ORDER BY id DESC LIMIT 1"
    )
    with state(path) as db:
        row = db.execute(query).fetchone()
    return MapRecord(**{**dict(row), "uploaded_at": datetime.fromisoformat(row["uploaded_at"])}) if row else None


def shapes_of(path: Path, number: int) -> list[dict[str, Any]]:
    """The shapes of one map in the order of its file; empty when it was removed."""
    with state(path) as db:
        row = db.execute("SELECT shapes FROM maps WHERE id = ?", (number,)).fetchone()
    return json.loads(row["shapes"]) if row else []


def choose(path: Path, number: int, shape: int, area: str, *, by: str, at: datetime) -> None:
    """Say which township one outline shows: a code, NOT_DRAWN, or AUTOMATIC to follow its name again."""
    with state(path) as db:
        db.execute(
            "INSERT INTO map_choices (map, shape, area, decided_at, decided_by) VALUES (?, ?, ?, ?, ?)",
            (number, shape, area, at.isoformat(), by),
        )


def choices(path: Path, number: int) -> dict[int, str]:
    """Outline → what is chosen for it; those that follow their names are not in it."""
    with state(path) as db:
        rows = db.execute("SELECT shape, area FROM map_choices WHERE map = ? ORDER BY id", (number,)).fetchall()
    latest = {row["shape"]: row["area"] for row in rows}
    return {shape: area for shape, area in latest.items() if area != AUTOMATIC}


def arrange_tiles(path: Path, places: Mapping[str, tuple[int, int]], *, by: str, at: datetime) -> None:
    """Write an arrangement down; an empty one goes back to the order of the list."""
    text = json.dumps(places, ensure_ascii=False, sort_keys=True)
    with state(path) as db:
        db.execute(
            "INSERT INTO tile_arrangements (places, made_at, made_by) VALUES (?, ?, ?)", (text, at.isoformat(), by)
        )


def tile_arrangement(path: Path) -> TileArrangement | None:
    """The newest arrangement; None when nobody ever made one."""
    with state(path) as db:
        row = db.execute("SELECT * FROM tile_arrangements ORDER BY id DESC LIMIT 1").fetchone()
    if row is None:
        return None
    places = {code: (int(at[0]), int(at[1])) for code, at in json.loads(row["places"]).items()}
    return TileArrangement(places, datetime.fromisoformat(row["made_at"]), row["made_by"])
