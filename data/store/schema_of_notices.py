"""Steps of state.db for the monthly review: issued notices, the office's templates, targets and score sheets."""

# Notices that were issued, each frozen with its build, and the office's own Word templates.
NOTICES = """
CREATE TABLE issued_notices (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    month TEXT NOT NULL,
    revision INTEGER NOT NULL,
    build INTEGER NOT NULL,
    definition TEXT NOT NULL,
    brief TEXT NOT NULL,
    figures TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    confirmed TEXT NOT NULL DEFAULT '[]',
    template INTEGER,
    program TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    issued_by TEXT NOT NULL,
    UNIQUE (kind, month, revision)
);
CREATE TABLE notice_templates (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    file_name TEXT NOT NULL,
    content BLOB NOT NULL,
    sha256 TEXT NOT NULL,
    put_at TEXT NOT NULL,
    put_by TEXT NOT NULL,
    withdrawn_at TEXT,
    withdrawn_by TEXT
);
"""

# What documents ask for in a year, and how points are given for it.
TARGETS = """
CREATE TABLE targets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    metric TEXT NOT NULL,
    label TEXT NOT NULL,
    year INTEGER NOT NULL,
    value TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('at_most', 'at_least')),
    scope TEXT NOT NULL CHECK (scope IN ('county', 'township')),
    document TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    withdrawn_at TEXT,
    withdrawn_by TEXT
);
CREATE TABLE score_sheets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL,
    sheet TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    withdrawn_at TEXT,
    withdrawn_by TEXT
);
"""

# What people type for a notice before it is issued; every saving is a row of its own.
TYPED = """
CREATE TABLE typed_texts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    month TEXT NOT NULL,
    typed TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    saved_by TEXT NOT NULL
);
"""

# The counts of protected causes that an issued notice showed or held back: later ones must not undo it.
PRINTED = "ALTER TABLE issued_notices ADD COLUMN printed TEXT NOT NULL DEFAULT '[]'"

# Township sheets and letters have templates of their own: all are frozen, by number and kind of document. The column
# `template` of the notice's own one is read no more.
TEMPLATES_BY_DOCUMENT = """
ALTER TABLE issued_notices ADD COLUMN templates TEXT NOT NULL DEFAULT '{}';
UPDATE issued_notices SET templates = '{"' || kind || '": ' || COALESCE(template, 'null') || '}'
"""
