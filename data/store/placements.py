"""Cases that a person placed, with the reason: they stay where they were put, whatever is imported later.

Append-only like decisions about place texts: of the placements of one case that were not withdrawn the latest stands.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from data.store.state import state


@dataclass(frozen=True)
class CasePlacement:
    """One placement; `area` is a township code or "outside"."""

    id: int
    case_number: str
    area: str
    reason: str
    decided_at: datetime
    decided_by: str
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None


def place_case(path: Path, case_number: str, area: str, reason: str, *, by: str, at: datetime) -> int:
    """Write a placement down and return its number."""
    with state(path) as db:
        cursor = db.execute(
            "INSERT INTO case_placements (case_number, area, reason, decided_at, decided_by) VALUES (?, ?, ?, ?, ?)",
            (case_number, area, reason, at.isoformat(), by),
        )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def withdraw_case(path: Path, case_number: str, *, by: str, at: datetime) -> int:
    """Withdraw every placement of a case; how many there were."""
    with state(path) as db:
        cursor = db.execute(
            "UPDATE case_placements SET withdrawn_at = ?, withdrawn_by = ? "
            "WHERE case_number = ? AND withdrawn_at IS NULL",
            (at.isoformat(), by, case_number),
        )
    return cursor.rowcount


def case_placements(path: Path) -> list[CasePlacement]:
    """Every placement ever made, the latest first."""
    with state(path) as db:
        rows = db.execute("SELECT * FROM case_placements ORDER BY id DESC").fetchall()
    found = []
    for row in rows:
        times = {name: row[name] and datetime.fromisoformat(row[name]) for name in ("decided_at", "withdrawn_at")}
        found.append(CasePlacement(**{**dict(row), **times}))
    return found


def placed_cases(path: Path) -> dict[str, str]:
    """Case number → where a person put it."""
    query = "SELECT case_number, area FROM case_placements WHERE withdrawn_at IS NULL ORDER BY id"
    with state(path) as db:
        return {row["case_number"]: row["area"] for row in db.execute(query)}
