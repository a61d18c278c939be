"""What people typed for a notice that is not issued yet (拟稿): kept from one sitting to the next.

Every saving is a new row, so who wrote what stays on record; the last one counts. A month that nobody has typed for
begins with the office, addressee and people as they were typed last, for this kind or else for any.
"""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from data.brief import Typed
from data.store.state import state


def save_typed(path: Path, kind: str, month: date, typed: Typed, *, by: str, at: datetime) -> None:
    """Keep what was typed for the notice of a kind and month."""
    with state(path) as db:
        db.execute(
            "INSERT INTO typed_texts (kind, month, typed, saved_at, saved_by) VALUES (?, ?, ?, ?, ?)",
            (kind, month.isoformat(), typed.to_json(), at.isoformat(), by),
        )


def typed_for(path: Path, kind: str, month: date) -> Typed:
    """What was typed last for the month; else what stays the same of what was typed last at all, this kind first."""
    with state(path) as db:
        own = db.execute(
            "SELECT typed FROM typed_texts WHERE kind = ? AND month = ? ORDER BY id DESC LIMIT 1",
            (kind, month.isoformat()),
        ).fetchone()
        earlier = db.execute(
            "SELECT typed FROM typed_texts ORDER BY kind = ? DESC, id DESC LIMIT 1", (kind,)
        ).fetchone()
    if own is not None:
        return Typed.from_json(own["typed"])
    if earlier is None:
        return Typed()
    # What one month's notice says and the next one's does not.
    return replace(Typed.from_json(earlier["typed"]), number="", reasons=(), advice=(), letters_to=())
