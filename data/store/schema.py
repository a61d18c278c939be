"""How state.db came to look as it does: each step runs once, in one transaction, on homes of any age."""

import sqlite3

from data.store.schema_of_notices import NOTICES, PRINTED, TARGETS, TEMPLATES_BY_DOCUMENT, TYPED

_FIRST = """
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

# SQLite cannot widen a CHECK in place: the table is written anew and takes the old one's name. AUTOINCREMENT's memory
# is carried over too, because a batch number is never used twice.
_DESK = """
CREATE TABLE imports_wider (
    batch INTEGER PRIMARY KEY AUTOINCREMENT,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    forced TEXT,
    reader_version INTEGER NOT NULL,
    taught TEXT NOT NULL DEFAULT '',
    imported_at TEXT NOT NULL,
    imported_by TEXT NOT NULL,
    exported_on TEXT,
    replaces TEXT NOT NULL DEFAULT '[]',
    job INTEGER,
    state TEXT NOT NULL CHECK (
        state IN (
            'pending', 'draft', 'publishing', 'in_force', 'withdrawing', 'withdrawn', 'restoring', 'abandoned'
        )
    ),
    published_at TEXT,
    published_by TEXT,
    withdrawn_at TEXT,
    withdrawn_by TEXT,
    hints TEXT NOT NULL DEFAULT '{}',
    coverage TEXT NOT NULL DEFAULT '[]',
    receipts TEXT NOT NULL DEFAULT '[]'
);
INSERT INTO imports_wider (
    batch, file_name, sha256, size, forced, reader_version, imported_at, imported_by, exported_on, state,
    published_at, published_by, withdrawn_at, withdrawn_by, hints, coverage, receipts
)
SELECT batch, file_name, sha256, size, forced, reader_version, imported_at, imported_by, exported_on, state,
    imported_at, imported_by, withdrawn_at, withdrawn_by, hints, coverage, receipts
FROM imports;
INSERT OR REPLACE INTO sqlite_sequence (name, seq)
SELECT 'imports_wider', seq FROM sqlite_sequence WHERE name = 'imports';
DROP TABLE imports;
ALTER TABLE imports_wider RENAME TO imports;
CREATE TABLE jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
    asked_at TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    started_at TEXT,
    ended_at TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    request TEXT NOT NULL,
    progress TEXT NOT NULL DEFAULT '{}',
    outcome TEXT NOT NULL DEFAULT '{}'
);
CREATE TABLE uploads (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    job INTEGER,
    file_name TEXT NOT NULL,
    path TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    uploaded_at TEXT NOT NULL,
    uploaded_by TEXT NOT NULL,
    forced TEXT,
    exported_on TEXT,
    replaces INTEGER NOT NULL DEFAULT 0,
    batch INTEGER,
    state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    receipts TEXT NOT NULL DEFAULT '[]'
);
CREATE TABLE layouts (
    signature TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    layout TEXT NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    last_used_at TEXT,
    uses INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE words (
    field TEXT NOT NULL,
    word TEXT NOT NULL,
    meaning TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    PRIMARY KEY (field, word)
);
CREATE TABLE place_decisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    place_text TEXT NOT NULL,
    area TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    withdrawn_at TEXT,
    withdrawn_by TEXT
);
CREATE TABLE case_placements (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_number TEXT NOT NULL,
    area TEXT NOT NULL,
    reason TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    withdrawn_at TEXT,
    withdrawn_by TEXT
);
CREATE TABLE control_figures (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    count_name TEXT NOT NULL,
    month TEXT NOT NULL,
    n INTEGER NOT NULL,
    source TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    explanation TEXT,
    explained_difference INTEGER,
    explained_at TEXT,
    explained_by TEXT,
    withdrawn_at TEXT,
    withdrawn_by TEXT
);
"""

# A definition may be written down to be compared before it is used; the newest that is used is in force.
_DEFINITIONS = "ALTER TABLE definitions ADD COLUMN is_used INTEGER NOT NULL DEFAULT 1"

# Outlines of the townships, how tiles stand where there is no map, and averages of city and province typed in.
_MAPS_AND_REFERENCES = """
CREATE TABLE maps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    name_property TEXT NOT NULL,
    shapes TEXT NOT NULL,
    uploaded_at TEXT NOT NULL,
    uploaded_by TEXT NOT NULL,
    removed_at TEXT,
    removed_by TEXT
);
CREATE TABLE map_choices (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    map INTEGER NOT NULL,
    shape INTEGER NOT NULL,
    area TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    decided_by TEXT NOT NULL
);
CREATE TABLE tile_arrangements (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    places TEXT NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL
);
CREATE TABLE reference_figures (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    metric TEXT NOT NULL,
    place TEXT NOT NULL,
    period_start TEXT NOT NULL,
    period_end TEXT NOT NULL,
    value TEXT NOT NULL,
    source TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    withdrawn_at TEXT,
    withdrawn_by TEXT
);
"""

# An alert becomes a case with the first act on it; the state of a case is what its acts come to.
_ALERTS = """
CREATE TABLE alert_cases (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    rule TEXT NOT NULL,
    area_code TEXT NOT NULL,
    area_name TEXT NOT NULL,
    first_month TEXT NOT NULL
);
CREATE TABLE alert_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    alert_case INTEGER NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('told', 'answered', 'closed', 'dismissed', 'assigned', 'remarked')),
    month TEXT NOT NULL,
    evidence TEXT NOT NULL DEFAULT '{}',
    person TEXT,
    until TEXT,
    remark TEXT NOT NULL DEFAULT '',
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    withdrawn_at TEXT,
    withdrawn_by TEXT
);
"""

# What the metric was called when the figure was typed in: another definition counts something else under its name.
_REFERENCE_LABELS = "ALTER TABLE reference_figures ADD COLUMN label TEXT NOT NULL DEFAULT ''"

STEPS = (
    _FIRST,
    _DESK,
    _DEFINITIONS,
    _MAPS_AND_REFERENCES,
    _ALERTS,
    _REFERENCE_LABELS,
    NOTICES,
    TARGETS,
    TYPED,
    PRINTED,
    TEMPLATES_BY_DOCUMENT,
)
VERSION = len(STEPS)


def bring_up_to_date(db: sqlite3.Connection) -> None:
    """Run the steps this file lacks; each is one transaction that also moves its number.

    Raises ValueError for a file that a newer program wrote: its tables may mean what this one does not know.
    """
    for number, step in enumerate(STEPS, start=1):
        if _version(db) < number:
            _run(db, number, step)


def _version(db: sqlite3.Connection) -> int:
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        raise ValueError(f"state.db has version {version}, this program knows {VERSION}")
    return version


def _run(db: sqlite3.Connection, number: int, step: str) -> None:
    """Looks at the version once more inside the transaction: another process may have been faster."""
    db.execute("BEGIN IMMEDIATE")
    if _version(db) < number:
        for statement in step.split(";\n"):
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {number}")
    db.commit()
