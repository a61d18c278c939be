"""Rows that were set aside and still wait: no import since brought the record that they name."""

from collections.abc import Iterable, Mapping, Sequence

from data.build.checks import GRAINS
from data.store.builds import Build
from data.store.imports import ImportRecord

_KEYS = ("case_number", "record_key")
Entered = Mapping[str, Mapping[str, int]]
"""Of every ledger the keys set aside by an import that a build has nevertheless, and the import they are from."""


def waiting_rows(one: ImportRecord, entered: Entered) -> int:
    """Rows of one import that still wait; a withdrawn import waits for nothing.

    What an earlier import said of a key does not settle a later row about it: its correction still waits.
    """
    if one.state in ("withdrawn", "abandoned"):
        return 0
    aside: dict[str, int] = {}
    for receipt in one.receipts:
        ledger = (receipt.ledger or "").partition(":")[0]
        aside[ledger] = aside.get(ledger, 0) + receipt.rows_set_aside
    named: Mapping[str, list[str]] = one.hints.get("set_aside_keys", {}) if one.state == "in_force" else {}
    return sum(
        max(0, rows - sum(entered.get(ledger, {}).get(key, 0) > one.batch for key in named.get(ledger, ())))
        for ledger, rows in aside.items()
    )


def entered_since(build: Build, imports: Sequence[ImportRecord]) -> Entered:
    """What a build holds of the keys that any of the imports set aside."""
    named: dict[str, set[str]] = {}
    for one in imports:
        for ledger, keys in one.hints.get("set_aside_keys", {}).items():
            named.setdefault(ledger, set()).update(keys)
    return {ledger: _held(build, ledger, keys) for ledger, keys in named.items() if GRAINS.get(ledger) in _KEYS}


def _held(build: Build, ledger: str, keys: Iterable[str]) -> dict[str, int]:
    rows = build.cursor().execute(
        f"SELECT {GRAINS[ledger]}, batch FROM {ledger} WHERE {GRAINS[ledger]} IN (SELECT unnest(CAST(? AS VARCHAR[])))",
        [sorted(keys)],
    )
    return dict(rows.fetchall())
