"""Targets of a year (考核目标) and the score sheet (考核计分表): what documents ask for, typed in with the document.

Nothing is ever deleted: one entered again for the same metric (under the same name), year and scope takes the earlier
one's place, which stays on record as withdrawn; so does a score sheet of the same year.
"""

import json
import sqlite3
from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Literal

from data.brief import Direction, Scope, ScoreSheet, Target, score_sheet_from
from data.store.state import state
from data.target_rules import Subject, check_score_sheet, check_target

_KEPT_FROM = "沿用"


@dataclass(frozen=True)
class EnteredTarget:
    """A target in force with its number and who typed it in."""

    id: int
    target: Target
    entered_at: datetime
    entered_by: str


@dataclass(frozen=True)
class EnteredSheet:
    """A score sheet in force with its number and who typed it in."""

    id: int
    sheet: ScoreSheet
    entered_at: datetime
    entered_by: str


def enter_target(
    path: Path, subject: Subject, *, year: int, value: Decimal, direction: Direction, scope: Scope, document: str,
    by: str, at: datetime,
) -> int:  # fmt: skip
    """Write a target down and return its number; an earlier one of that metric, year and scope is withdrawn."""
    said = " ".join(document.split())
    target = Target(subject.metric, year, value, direction, scope, said, subject.label)
    check_target(target, subject)
    with state(path) as db:
        return _insert(db, target, by, at)


def withdraw_target(path: Path, number: int, *, by: str, at: datetime) -> bool:
    """Take a target back; False when it is withdrawn already or unknown."""
    return _withdraw(path, "targets", number, by, at)


def entered_targets(path: Path, year: int | None = None) -> list[EnteredTarget]:
    """The targets in force, of one year or all: the latest year first, then in the order they were entered."""
    with state(path) as db:
        return _in_force(db, year)


def targets_in_force(path: Path, year: int) -> tuple[Target, ...]:
    """The targets of a year, in the order they were entered."""
    return tuple(one.target for one in entered_targets(path, year))


def copy_targets(path: Path, *, to: int, by: str, at: datetime) -> int:
    """Enter last year's targets for a year where it has none of that metric, scope and label; returns how many.

    The document says that they are kept on, because last year's document does not speak of this year.
    """
    with state(path) as db:
        db.execute("BEGIN IMMEDIATE")
        have, last = ([one.target for one in _in_force(db, year)] for year in (to, to - 1))
        missing = [one for one in last if _asked(one) not in map(_asked, have)]
        for one in missing:
            kept = one.document if one.document.startswith(_KEPT_FROM) else f"{_KEPT_FROM}{to - 1}年：{one.document}"
            _insert(db, Target(one.metric, to, one.value, one.direction, one.scope, kept, one.label), by, at)
    return len(missing)


def enter_score_sheet(path: Path, sheet: ScoreSheet, *, by: str, at: datetime) -> int:
    """Write a score sheet down and return its number; an earlier one of that year is withdrawn."""
    name, document = " ".join(sheet.name.split()), " ".join(sheet.document.split())
    checked = ScoreSheet(sheet.year, name, document, sheet.items)
    check_score_sheet(checked)
    text = json.dumps(asdict(checked), ensure_ascii=False, sort_keys=True, default=str)
    with state(path) as db:
        db.execute(
            "UPDATE score_sheets SET withdrawn_at = ?, withdrawn_by = ? WHERE year = ? AND withdrawn_at IS NULL",
            (at.isoformat(), by, sheet.year),
        )
        cursor = db.execute(
            "INSERT INTO score_sheets (year, sheet, entered_at, entered_by) VALUES (?, ?, ?, ?)",
            (sheet.year, text, at.isoformat(), by),
        )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def withdraw_score_sheet(path: Path, number: int, *, by: str, at: datetime) -> bool:
    """Take a score sheet back; False when it is withdrawn already or unknown."""
    return _withdraw(path, "score_sheets", number, by, at)


def entered_score_sheet(path: Path, year: int) -> EnteredSheet | None:
    """The score sheet in force of a year; None when there is none."""
    with state(path) as db:
        row = db.execute("SELECT * FROM score_sheets WHERE withdrawn_at IS NULL AND year = ?", (year,)).fetchone()
    return None if row is None else EnteredSheet(row["id"], score_sheet_from(json.loads(row["sheet"])), *_entered(row))


def score_sheet_in_force(path: Path, year: int) -> ScoreSheet | None:
    """The score sheet of a year; None when there is none."""
    found = entered_score_sheet(path, year)
    return found.sheet if found else None


def _in_force(db: sqlite3.Connection, year: int | None) -> list[EnteredTarget]:
    query = (
        "SELECT * FROM targets WHERE withdrawn_at IS NULL AND (:year IS NULL OR year = :year) ORDER BY year DESC, id"
    )
    rows = db.execute(query, {"year": year}).fetchall()
    return [EnteredTarget(row["id"], _target(row), *_entered(row)) for row in rows]


def _asked(one: Target) -> tuple[str, Scope, str]:
    """What a year has one target of."""
    return one.metric, one.scope, one.label


def _insert(db: sqlite3.Connection, one: Target, by: str, at: datetime) -> int:
    key = (one.metric, one.year, one.scope)
    db.execute(
        "UPDATE targets SET withdrawn_at = ?, withdrawn_by = ? WHERE metric = ? AND year = ? AND scope = ? "
        "AND label = ? AND withdrawn_at IS NULL",
        (at.isoformat(), by, *key, one.label),
    )
    cursor = db.execute(
        "INSERT INTO targets (metric, year, scope, label, value, direction, document, entered_at, entered_by) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*key, one.label, str(one.value), one.direction, one.document, at.isoformat(), by),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def _withdraw(path: Path, table: Literal["targets", "score_sheets"], number: int, by: str, at: datetime) -> bool:
    query = f"UPDATE {table} SET withdrawn_at = ?, withdrawn_by = ? WHERE id = ? AND withdrawn_at IS NULL"
    with state(path) as db:
        return db.execute(query, (at.isoformat(), by, number)).rowcount > 0


def _target(row: sqlite3.Row) -> Target:
    value = Decimal(row["value"])
    return Target(row["metric"], row["year"], value, row["direction"], row["scope"], row["document"], row["label"])


def _entered(row: sqlite3.Row) -> tuple[datetime, str]:
    return datetime.fromisoformat(row["entered_at"]), row["entered_by"]
