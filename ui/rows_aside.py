"""Rows that were set aside and still wait: no import since brought the record that they name."""

from collections.abc import Iterable, Mapping

import streamlit as st

from data.build.checks import GRAINS
from data.store.imports import ImportRecord
from ui.open_build import OpenBuild, desk, open_build

_KEYS = ("case_number", "record_key")


def waiting_in(one: ImportRecord) -> int:
    """Rows of one import that still wait; a withdrawn import waits for nothing."""
    build = open_build()
    return _waiting(one, _entered(str(build.path), build) if build is not None else {})


def waiting_in_force() -> int:
    """Rows that still wait, of every import in force: one number for every page."""
    return sum(waiting_in(one) for one in desk().imports() if one.state == "in_force")


def _waiting(one: ImportRecord, entered: Mapping[str, Mapping[str, int]]) -> int:
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


@st.cache_resource(max_entries=4, show_spinner=False)
def _entered(path: str, _build: OpenBuild) -> Mapping[str, Mapping[str, int]]:
    """Of every ledger the keys set aside by an import that the build has nevertheless, and the import they are from.

    What an earlier import said of a key does not settle a later row about it: its correction still waits.
    """
    named: dict[str, set[str]] = {}
    for one in desk().imports():
        for ledger, keys in one.hints.get("set_aside_keys", {}).items():
            named.setdefault(ledger, set()).update(keys)
    return {ledger: _held(_build, ledger, keys) for ledger, keys in named.items() if GRAINS.get(ledger) in _KEYS}


def _held(build: OpenBuild, ledger: str, keys: Iterable[str]) -> dict[str, int]:
    rows = build.cursor().execute(
        f"SELECT {GRAINS[ledger]}, batch FROM {ledger} WHERE {GRAINS[ledger]} IN (SELECT unnest(CAST(? AS VARCHAR[])))",
        [sorted(keys)],
    )
    return dict(rows.fetchall())
