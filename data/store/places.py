"""What people decided about place texts: which township a text means, that it lies outside, or that it stays open.

Append-only: a decision is never changed, only withdrawn or followed by another one. Of the decisions about one text
that were not withdrawn the latest is in force.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from data.store.state import state

LEAVE = "leave"
"""The text was seen and stays 未归属: it is out of the queue and changes no figure."""


@dataclass(frozen=True)
class PlaceDecision:
    """One decision; `area` is a township code, "outside" or LEAVE; `place_text` is normalised as attribution does."""

    id: int
    place_text: str
    area: str
    decided_at: datetime
    decided_by: str
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None


def decide_place(path: Path, place_text: str, area: str, *, by: str, at: datetime) -> int:
    """Write a decision down and return its number."""
    with state(path) as db:
        cursor = db.execute(
            "INSERT INTO place_decisions (place_text, area, decided_at, decided_by) VALUES (?, ?, ?, ?)",
            (place_text, area, at.isoformat(), by),
        )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def withdraw_place(path: Path, place_text: str, *, by: str, at: datetime) -> int:
    """Withdraw whatever is decided about a text, earlier decisions too; how many were in force or behind one."""
    with state(path) as db:
        cursor = db.execute(
            "UPDATE place_decisions SET withdrawn_at = ?, withdrawn_by = ? "
            "WHERE place_text = ? AND withdrawn_at IS NULL",
            (at.isoformat(), by, place_text),
        )
    return cursor.rowcount


def place_decisions(path: Path) -> list[PlaceDecision]:
    """Every decision ever made, the latest first."""
    with state(path) as db:
        rows = db.execute("SELECT * FROM place_decisions ORDER BY id DESC").fetchall()
    found = []
    for row in rows:
        times = {name: row[name] and datetime.fromisoformat(row[name]) for name in ("decided_at", "withdrawn_at")}
        found.append(PlaceDecision(**{**dict(row), **times}))
    return found


def decided_places(path: Path) -> dict[str, str]:
    """Place text → what is in force about it, LEAVE included."""
    query = "SELECT place_text, area FROM place_decisions WHERE withdrawn_at IS NULL ORDER BY id"
    with state(path) as db:
        return {row["place_text"]: row["area"] for row in db.execute(query)}
