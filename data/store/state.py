"""state.db: what people did. SQLite in WAL mode: many readers, one writer, every change in one transaction."""

import contextlib
import json
import secrets
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from data.definition import Definition

_TABLES = """
CREATE TABLE IF NOT EXISTS imports (
    batch INTEGER PRIMARY KEY AUTOINCREMENT,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    forced TEXT,
    reader_version INTEGER NOT NULL,
    imported_at TEXT NOT NULL,
    imported_by TEXT NOT NULL,
    exported_on TEXT,
    state TEXT NOT NULL CHECK (state IN ('pending', 'in_force', 'withdrawing', 'withdrawn', 'abandoned')),
    withdrawn_at TEXT,
    withdrawn_by TEXT,
    hints TEXT NOT NULL DEFAULT '{}',
    coverage TEXT NOT NULL DEFAULT '[]',
    receipts TEXT NOT NULL DEFAULT '[]'
);
CREATE TABLE IF NOT EXISTS builds (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    started_at TEXT NOT NULL,
    published_at TEXT,
    why TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS definitions (
    version INTEGER PRIMARY KEY AUTOINCREMENT,
    definition TEXT NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    why TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS refusals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    refused_at TEXT NOT NULL,
    imported_by TEXT NOT NULL,
    receipt TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS home_facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


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
    """Create the tables that are missing."""
    with state(path) as db:
        db.executescript(_TABLES)
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
    """The newest definition that people saved, else the built-in default."""
    with state(path) as db:
        row = db.execute("SELECT definition FROM definitions ORDER BY version DESC LIMIT 1").fetchone()
    return Definition() if row is None else Definition.from_json(row["definition"])


def record_refusal(path: Path, receipt: dict[str, object], *, at: str, by: str) -> None:
    """Keep the receipt of a refused file: nothing of the file is kept, its receipt is."""
    with state(path) as db:
        db.execute(
            "INSERT INTO refusals (refused_at, imported_by, receipt) VALUES (?, ?, ?)",
            (at, by, json.dumps(receipt, ensure_ascii=False)),
        )
