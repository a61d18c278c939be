"""Committed tables that the importer reads; see README.md of this folder for their sources."""

import csv
import importlib.resources


def rows_of(name: str) -> list[dict[str, str]]:
    """Rows of `data/reference/<name>.csv` as dicts of text."""
    text = (importlib.resources.files("data.reference") / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def characters_of(name: str) -> frozenset[str]:
    """All characters of `data/reference/<name>.txt`."""
    text = (importlib.resources.files("data.reference") / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(text) - frozenset("\n")


def words_of(name: str) -> frozenset[str]:
    """All words of `data/reference/<name>.txt`."""
    text = (importlib.resources.files("data.reference") / f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(text.split())
