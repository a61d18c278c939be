"""Rows of the vector files: answers of executed reference functions."""

import csv
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).parent / "vectors"


def vectors(name):
    with (FOLDER / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def number(text):
    return float(text) if text else float("nan")


def column(rows, name):
    return np.array([number(row[name]) for row in rows])
