"""The same bytes again: a repeat as long as the earlier import is in force and would be read the same way."""

from dataclasses import replace

from data.build.upload import READER_VERSION, Asked
from data.receipt import Receipt
from data.store import imports as log
from data.store.home import Home
from data.store.imports import ImportRecord


def same_import(home: Home, sha256: str, asked: Asked, *states: str) -> ImportRecord | None:
    """The import in one of the states that holds these bytes, read as they would be now and saying what is asked now.

    Another declared export date is another import: rows would win or lose against others by it.
    """
    how = (sha256, asked.forced, READER_VERSION, asked.taught.digest)
    for one in log.all_imports(home.state, *states):
        if (one.sha256, one.forced, one.reader_version, one.taught) != how:
            continue
        if asked.exported_on in (None, one.exported_on) and (bool(one.replaces) or not asked.replace_period):
            return one
    return None


def same_reading(home: Home, withdrawn: ImportRecord) -> ImportRecord | None:
    """The import in force that says exactly what a withdrawn one said: the same bytes read the same way."""
    for one in log.all_imports(home.state, "in_force"):
        if _how(one) == _how(withdrawn):
            return one
    return None


def _how(one: ImportRecord) -> tuple[object, ...]:
    return (one.sha256, one.forced, one.reader_version, one.taught, one.exported_on, bool(one.replaces))


def repeat_receipts(same: ImportRecord, file_name: str) -> list[Receipt]:
    """Receipts of a repeat: every row is unchanged, and they say when it came first."""
    repeats = []
    for first in same.receipts:
        settled = first.rows_added + first.rows_changed + first.rows_unchanged
        repeats.append(
            replace(
                first,
                file=file_name,
                rows_added=0,
                rows_changed=0,
                rows_unchanged=settled,
                rows_retracted=0,
                first_imported_at=same.imported_at.isoformat(timespec="seconds"),
            )
        )
    return repeats
