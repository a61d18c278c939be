"""state.db: what people did. SQLite in WAL mode: many readers, one writer, every change in one transaction."""

import contextlib
import json
import secrets
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from data.definition import Definition
from data.store.schema import bring_up_to_date


@contextlib.contextmanager
def state(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection whose block is one transaction: committed at its end, rolled back on any error."""
    connection = sqlite3.connect(path, timeout=30)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        with connection:
            yield connection
    finally:
        connection.close()


def prepare(path: Path) -> None:
    """Bring the tables up to date; two processes that start at once wait for each other."""
    with state(path) as db:
        bring_up_to_date(db)
    path.chmod(0o600)


def fact(path: Path, name: str) -> str | None:
    """A remembered fact about the home, or None."""
    with state(path) as db:
        row = db.execute("SELECT value FROM home_facts WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row["value"])


def remember(path: Path, name: str, value: str) -> None:
    """Remember a fact about the home, replacing an earlier value."""
    with state(path) as db:
        db.execute("INSERT OR REPLACE INTO home_facts VALUES (?, ?)", (name, value))


def row_secret(path: Path) -> bytes:
    """The home's key for hashing rows without a number; made once, part of what a backup must hold."""
    known = fact(path, "row_secret")
    if known is None:
        known = secrets.token_hex(32)
        remember(path, "row_secret", known)
    return bytes.fromhex(known)


def definition_in_force(path: Path) -> Definition:
    """The newest definition that people put in force, else the built-in default."""
    query = "SELECT definition FROM definitions WHERE is_used ORDER BY version DESC LIMIT 1"
    with state(path) as db:
        row = db.execute(query).fetchone()
    return Definition() if row is None else Definition.from_json(row["definition"])


def record_refusal(path: Path, receipt: dict[str, object], *, at: str, by: str) -> None:
    """Keep the receipt of a refused file: nothing of the file is kept, its receipt is."""
    with state(path) as db:
        db.execute(
            "INSERT INTO refusals (refused_at, imported_by, receipt) VALUES (?, ?, ?)",
            (at, by, json.dumps(receipt, ensure_ascii=False)),
        )
