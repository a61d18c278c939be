"""Counts by cause and place as one digest: a notice prints them, and a file must not lay open those of a few people."""

from hashlib import sha256

from metrics._what_moved import WhatMoved


def cause_digest(moved: WhatMoved) -> str:
    """SHA-256 in hexadecimal of every cell, in the period and its base; the order of cells does not matter."""
    rows = sorted(f"{one.cause}\t{one.area}\t{one.n}\t{one.base_n}" for one in moved.cells)
    return sha256("\n".join(rows).encode()).hexdigest()
