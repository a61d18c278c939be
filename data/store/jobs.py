"""The job table: what people asked for, in the order of asking, and what became of it."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from data.receipt import Receipt
from data.store.state import state

KINDS = ("load", "draft", "publish", "undo", "restore", "discard", "rebuild")
OPEN = ("queued", "running")


@dataclass(frozen=True)
class Job:
    """One request of one person. `attempts` counts how often a worker took it up."""

    id: int
    kind: str
    state: str
    asked_at: datetime
    asked_by: str
    started_at: datetime | None
    ended_at: datetime | None
    attempts: int
    request: dict[str, Any]
    progress: dict[str, Any]
    outcome: dict[str, Any]

    @property
    def is_open(self) -> bool:
        """True until it is done or has failed."""
        return self.state in OPEN

    @property
    def receipts(self) -> tuple[Receipt, ...]:
        """Receipts of what it read or published."""
        return tuple(Receipt.from_json(one) for one in self.outcome.get("receipts", ()))

    @property
    def error(self) -> str | None:
        """The one sentence that says why it failed."""
        return self.outcome.get("error")


def _job(row: sqlite3.Row) -> Job:
    plain = dict(row)
    for name in ("asked_at", "started_at", "ended_at"):
        plain[name] = datetime.fromisoformat(plain[name]) if plain[name] else None
    for name in ("request", "progress", "outcome"):
        plain[name] = json.loads(plain[name])
    return Job(**plain)


def ask(path: Path, kind: str, request: dict[str, Any], *, at: datetime, by: str) -> int:
    """Put a request at the end of the queue; its uploads are held open by it from then on. Returns its number."""
    if kind not in KINDS:
        raise ValueError(f"no kind of job is called {kind}")
    with state(path) as db:
        cursor = db.execute(
            "INSERT INTO jobs (kind, state, asked_at, asked_by, request) VALUES (?, 'queued', ?, ?, ?)",
            (kind, at.isoformat(), by, json.dumps(request, ensure_ascii=False)),
        )
        for upload in request.get("uploads", ()):
            db.execute("UPDATE uploads SET job = ? WHERE id = ?", (cursor.lastrowid, upload))
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def job(path: Path, number: int) -> Job | None:
    """One job, or None."""
    with state(path) as db:
        row = db.execute("SELECT * FROM jobs WHERE id = ?", (number,)).fetchone()
    return None if row is None else _job(row)


def open_jobs(path: Path) -> list[Job]:
    """Jobs that wait or run, in the order in which they are served."""
    with state(path) as db:
        rows = db.execute("SELECT * FROM jobs WHERE state IN ('queued', 'running') ORDER BY id").fetchall()
    return [_job(row) for row in rows]


def latest_jobs(path: Path, limit: int) -> list[Job]:
    """Jobs of every state, newest first."""
    with state(path) as db:
        rows = db.execute("SELECT * FROM jobs ORDER BY id DESC LIMIT ?", (limit,)).fetchall()
    return [_job(row) for row in rows]


def take_next(path: Path, at: datetime) -> Job | None:
    """The oldest waiting job, now running; None when none waits. Only the holder of the worker's lock asks."""
    with state(path) as db:
        found = db.execute("SELECT id FROM jobs WHERE state = 'queued' ORDER BY id LIMIT 1").fetchone()
        if found is None:
            return None
        db.execute(
            "UPDATE jobs SET state = 'running', attempts = attempts + 1, started_at = coalesce(started_at, ?), "
            "progress = '{}' WHERE id = ?",
            (at.isoformat(), found["id"]),
        )
        return _job(db.execute("SELECT * FROM jobs WHERE id = ?", (found["id"],)).fetchone())


def tell(path: Path, number: int, progress: dict[str, Any]) -> None:
    """Say how far a running job is."""
    with state(path) as db:
        db.execute("UPDATE jobs SET progress = ? WHERE id = ?", (json.dumps(progress, ensure_ascii=False), number))


def put_back(path: Path, number: int) -> None:
    """A job whose worker died waits again, at its old place in the queue."""
    with state(path) as db:
        db.execute("UPDATE jobs SET state = 'queued', progress = '{}' WHERE id = ?", (number,))


def end(path: Path, number: int, outcome: dict[str, Any], *, at: datetime, failed: bool = False) -> None:
    """The last word on a job."""
    with state(path) as db:
        db.execute(
            "UPDATE jobs SET state = ?, ended_at = ?, outcome = ? WHERE id = ?",
            ("failed" if failed else "done", at.isoformat(), json.dumps(outcome, ensure_ascii=False), number),
        )
