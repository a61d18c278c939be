"""Control figures (控制数): the court's official total of a month, held against the rows until somebody explains it.

Nothing is ever deleted: a figure entered again for the same count and month takes the earlier one's place, which stays
in the table as withdrawn. An explanation names the difference that it explains; of another difference it says nothing.
"""

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from data.store.state import state


@dataclass(frozen=True)
class ControlFigure:
    """What the court's own statistics say of one count in one month; `month` is its first day."""

    id: int
    count_name: str
    month: date
    n: int
    source: str
    entered_at: datetime
    entered_by: str
    explanation: str | None = None
    explained_difference: int | None = None
    explained_at: datetime | None = None
    explained_by: str | None = None
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None


def enter(path: Path, *, count_name: str, month: date, n: int, source: str, by: str, at: datetime) -> int:
    """Write a figure down and return its number; an earlier one of that count and month is withdrawn."""
    first = month.replace(day=1).isoformat()
    with state(path) as db:
        db.execute(
            "UPDATE control_figures SET withdrawn_at = ?, withdrawn_by = ? "
            "WHERE count_name = ? AND month = ? AND withdrawn_at IS NULL",
            (at.isoformat(), by, count_name, first),
        )
        cursor = db.execute(
            "INSERT INTO control_figures (count_name, month, n, source, entered_at, entered_by) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (count_name, first, n, source, at.isoformat(), by),
        )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def explain(path: Path, control: int, explanation: str, *, difference: int, by: str, at: datetime) -> bool:
    """Say why the rows differ by `difference`; False when the figure is withdrawn or unknown."""
    with state(path) as db:
        cursor = db.execute(
            "UPDATE control_figures SET explanation = ?, explained_difference = ?, explained_at = ?, explained_by = ? "
            "WHERE id = ? AND withdrawn_at IS NULL",
            (explanation, difference, at.isoformat(), by, control),
        )
    return cursor.rowcount > 0


def withdraw(path: Path, control: int, *, by: str, at: datetime) -> bool:
    """Take a figure back; False when it is withdrawn already or unknown."""
    with state(path) as db:
        cursor = db.execute(
            "UPDATE control_figures SET withdrawn_at = ?, withdrawn_by = ? WHERE id = ? AND withdrawn_at IS NULL",
            (at.isoformat(), by, control),
        )
    return cursor.rowcount > 0


def control_figures(path: Path, *, withdrawn: bool = False) -> list[ControlFigure]:
    """The figures in force, the latest month first; or with `withdrawn` those that were taken back or replaced."""
    where = "withdrawn_at IS NOT NULL" if withdrawn else "withdrawn_at IS NULL"
    with state(path) as db:
        rows = db.execute(f"SELECT * FROM control_figures WHERE {where} ORDER BY month DESC, count_name, id").fetchall()
    return [_figure(row) for row in rows]


def _figure(row: sqlite3.Row) -> ControlFigure:
    plain = dict(row)
    for name in ("entered_at", "explained_at", "withdrawn_at"):
        plain[name] = datetime.fromisoformat(plain[name]) if plain[name] else None
    return ControlFigure(**{**plain, "month": date.fromisoformat(plain["month"])})
