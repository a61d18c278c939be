"""Uploaded bytes while somebody still needs them: in the spool, readable by the owner only, seven days at most."""

import hashlib
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from data.receipt import Receipt
from data.store.home import Home, sync_file
from data.store.state import state

_FOLDER, _FILE = "upload-", "bytes"
_ORPHAN = timedelta(hours=1)
"""After this long a folder that no upload names is one that was never finished."""


@dataclass(frozen=True)
class Upload:
    """One uploaded file with what the person said of it. `batch` is the import it became, once it is one."""

    id: int
    job: int | None
    file_name: str
    path: str
    size: int
    sha256: str
    uploaded_at: datetime
    uploaded_by: str
    forced: str | None
    exported_on: str | None
    replaces: bool
    batch: int | None
    state: str
    receipts: tuple[Receipt, ...]

    @property
    def needs_a_person(self) -> bool:
        """True while a sheet was not taken or rows were set aside."""
        return any(one.error_code is not None or one.rows_set_aside for one in self.receipts)


def _upload(row: sqlite3.Row) -> Upload:
    plain = dict(row)
    plain["uploaded_at"] = datetime.fromisoformat(plain["uploaded_at"])
    plain["replaces"] = bool(plain["replaces"])
    plain["receipts"] = tuple(Receipt.from_json(one) for one in json.loads(plain["receipts"]))
    return Upload(**plain)


def keep(
    home: Home,
    file_name: str,
    data: bytes | memoryview,
    *,
    at: datetime,
    by: str,
    forced: str | None = None,
    exported_on: str | None = None,
    replaces: bool = False,
) -> int:
    """Write the bytes into a folder of their own, synced, and register them; returns the upload's number."""
    folder = Path(tempfile.mkdtemp(prefix=_FOLDER, dir=home.prepare().spool))
    path = folder / _FILE
    try:
        path.touch(mode=0o600)
        path.write_bytes(data)
        for written in (path, folder, home.spool):
            sync_file(written)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    digest = hashlib.sha256(data).hexdigest()
    with state(home.state) as db:
        cursor = db.execute(
            "INSERT INTO uploads (file_name, path, size, sha256, uploaded_at, uploaded_by, forced, exported_on, "
            "replaces, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')",
            (file_name, folder.name, path.stat().st_size, digest, at.isoformat(), by, forced, exported_on, replaces),
        )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def file_of(home: Home, upload: Upload) -> Path:
    """Where the bytes lie; the file is gone once the upload is closed."""
    return home.spool / upload.path / _FILE


def upload(home: Home, number: int) -> Upload | None:
    """One upload, or None."""
    found = uploads(home, [number])
    return found[0] if found else None


def uploads(home: Home, numbers: Iterable[int]) -> list[Upload]:
    """The uploads of those numbers, in that order; numbers that mean nothing are passed over."""
    with state(home.state) as db:
        rows = [db.execute("SELECT * FROM uploads WHERE id = ?", (number,)).fetchone() for number in numbers]
    return [_upload(row) for row in rows if row is not None]


def open_uploads(home: Home) -> list[Upload]:
    """Uploads whose bytes are still kept, oldest first."""
    with state(home.state) as db:
        rows = db.execute("SELECT * FROM uploads WHERE state = 'open' ORDER BY id").fetchall()
    return [_upload(row) for row in rows]


def force(home: Home, number: int, forced: str | None) -> None:
    """Say which ledger an upload is, for the next time it is read."""
    with state(home.state) as db:
        db.execute("UPDATE uploads SET forced = ? WHERE id = ?", (forced, number))


def note(home: Home, number: int, receipts: Iterable[Receipt], batch: int | None) -> None:
    """Remember what became of an upload when it was read."""
    text = json.dumps([one.to_json() for one in receipts], ensure_ascii=False)
    with state(home.state) as db:
        db.execute("UPDATE uploads SET receipts = ?, batch = ? WHERE id = ?", (text, batch, number))


def close(home: Home, number: int) -> None:
    """Nobody needs the bytes any more: they are removed. The upload's name and receipts stay known."""
    found = upload(home, number)
    if found is not None:
        shutil.rmtree(home.spool / found.path, ignore_errors=True)
        with state(home.state) as db:
            db.execute("UPDATE uploads SET state = 'closed' WHERE id = ?", (number,))


def sweep(home: Home, now: datetime) -> None:
    """Close what has lost its bytes (too old), and remove folders that no upload came to name."""
    named = set()
    for one in open_uploads(home):
        named.add(one.path)
        if not file_of(home, one).exists():
            close(home, one.id)
    for folder in home.spool.glob(f"{_FOLDER}*"):
        if folder.name not in named and datetime.fromtimestamp(folder.stat().st_mtime) < now - _ORPHAN:
            shutil.rmtree(folder, ignore_errors=True)
