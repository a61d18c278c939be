"""The import log: one record per uploaded file, and the states an import goes through.

pending → in_force → withdrawing → withdrawn → restoring → in_force; or pending → draft → publishing → in_force. The
build pointer is the moment of truth: an import that was on its way when the process died is settled by whether the
build in force holds it. A draft's rows lie in rows/ like any other's, but no build reads them.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from data.receipt import Receipt
from data.store.state import state


@dataclass(frozen=True)
class Span:
    """What one import covers of one ledger (and of one kind of mediation); ISO dates, both ends inside."""

    ledger: str
    kind: str | None
    start: str
    end: str
    is_stated: bool


@dataclass(frozen=True)
class ImportRecord:
    """One uploaded file with all its sheets."""

    batch: int
    file_name: str
    sha256: str
    size: int
    forced: str | None
    reader_version: int
    taught: str
    imported_at: datetime
    imported_by: str
    exported_on: str | None
    replaces: tuple[Span, ...]
    job: int | None
    state: str
    published_at: datetime | None
    published_by: str | None
    withdrawn_at: datetime | None
    withdrawn_by: str | None
    hints: dict[str, Any]
    coverage: tuple[Span, ...]
    receipts: tuple[Receipt, ...]

    @property
    def order(self) -> tuple[str, int]:
        """Where rows disagree, the import with the greater order wins."""
        return (self.exported_on or self.imported_at.date().isoformat(), self.batch)

    @property
    def ledgers(self) -> tuple[str, ...]:
        """The ledgers this import brought rows into."""
        return tuple(dict.fromkeys(r.ledger for r in self.receipts if r.ledger and r.error_code is None))

    @property
    def ledgers_with_rows(self) -> tuple[str, ...]:
        """The ledgers in which this import has a file of rows."""
        held = [r.ledger for r in self.receipts if r.ledger and r.rows_added + r.rows_changed + r.rows_unchanged]
        return tuple(dict.fromkeys(held))


def _record(row: sqlite3.Row) -> ImportRecord:
    plain = dict(row)
    times = {name: plain.pop(name) for name in ("imported_at", "published_at", "withdrawn_at")}
    spans = {name: json.loads(plain.pop(name)) for name in ("coverage", "replaces")}
    hints, receipts = json.loads(plain.pop("hints")), json.loads(plain.pop("receipts"))
    plain |= {name: datetime.fromisoformat(text) if text else None for name, text in times.items()}
    plain |= {name: tuple(Span(**span) for span in found) for name, found in spans.items()}
    return ImportRecord(**plain, hints=hints, receipts=tuple(Receipt.from_json(one) for one in receipts))


def all_imports(path: Path, *states: str) -> list[ImportRecord]:
    """Import records, oldest first; only those in the named states when any are named."""
    where, values = _in_states(states)
    with state(path) as db:
        rows = db.execute(f"SELECT * FROM imports {where} ORDER BY batch", values).fetchall()
    return [_record(row) for row in rows]


def batches_in(path: Path, *states: str) -> list[int]:
    """Numbers of the imports in the named states, oldest first."""
    where, values = _in_states(states)
    with state(path) as db:
        return [row["batch"] for row in db.execute(f"SELECT batch FROM imports {where} ORDER BY batch", values)]


def _in_states(states: Sequence[str]) -> tuple[str, Sequence[str]]:
    return (f"WHERE state IN ({', '.join('?' * len(states))})" if states else "", states)


def begin_import(
    path: Path,
    *,
    file_name: str,
    sha256: str,
    size: int,
    forced: str | None,
    reader_version: int,
    taught: str = "",
    job: int | None = None,
    at: datetime,
    by: str,
) -> int:
    """Register an import as pending and return its batch number."""
    when = at.isoformat()
    with state(path) as db:
        cursor = db.execute(
            "INSERT INTO imports (file_name, sha256, size, forced, reader_version, taught, job, imported_at, "
            "imported_by, published_at, published_by, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending')",
            (file_name, sha256, size, forced, reader_version, taught, job, when, by, when, by),
        )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def describe_import(
    path: Path,
    batch: int,
    *,
    receipts: Iterable[Receipt],
    coverage: Sequence[Span],
    replaces: Sequence[Span] = (),
    hints: dict[str, Any],
    exported_on: str | None,
) -> None:
    """Write what is known of an import once it is parsed, and again when its rows are written."""
    with state(path) as db:
        db.execute(
            "UPDATE imports SET receipts = ?, coverage = ?, replaces = ?, hints = ?, exported_on = ? WHERE batch = ?",
            (
                _receipts_text(receipts),
                spans_text(coverage),
                spans_text(replaces),
                json.dumps(hints, ensure_ascii=False),
                exported_on,
                batch,
            ),
        )


def keep_receipts(path: Path, batch: int, receipts: Iterable[Receipt]) -> None:
    """Replace the receipts of an import by their last word."""
    with state(path) as db:
        db.execute("UPDATE imports SET receipts = ? WHERE batch = ?", (_receipts_text(receipts), batch))


def change_draft(path: Path, batch: int, column: Literal["exported_on", "replaces"], value: str | None) -> bool:
    """Correct what a draft says of itself; False when it is no draft any more."""
    with state(path) as db:
        done = db.execute(f"UPDATE imports SET {column} = ? WHERE batch = ? AND state = 'draft'", (value, batch))
        return done.rowcount == 1


def _receipts_text(receipts: Iterable[Receipt]) -> str:
    return json.dumps([one.to_json() for one in receipts], ensure_ascii=False)


def spans_text(spans: Iterable[Span]) -> str:
    """Spans as the log keeps them."""
    return json.dumps([asdict(span) for span in spans], ensure_ascii=False)


_STAMPED = {"publishing": "published", "restoring": "published", "withdrawing": "withdrawn", "abandoned": "withdrawn"}
_CLEARED = {"draft": "published", "in_force": "withdrawn"}


def set_state(
    path: Path, batches: Iterable[int], new: str, *, at: datetime | None = None, by: str | None = None
) -> None:
    """Move imports to another state in one transaction; `at` and `by` say who publishes or withdraws them, and when."""
    stamp = (at.isoformat() if at is not None else None, by)
    column = (_STAMPED if at is not None else _CLEARED).get(new)
    with state(path) as db:
        for batch in batches:
            db.execute("UPDATE imports SET state = ? WHERE batch = ?", (new, batch))
            if column is not None:
                db.execute(f"UPDATE imports SET {column}_at = ?, {column}_by = ? WHERE batch = ?", (*stamp, batch))
