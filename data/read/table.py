"""A sheet as it was found: cells and what they were, nothing interpreted."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import isfinite

from data.refusal import Refused

Cell = str | float | int | bool | date | datetime | time | timedelta
"""'' is an empty cell; integers arrive as float, dates as date or datetime."""

# Control and invisible formatting characters: exports use them to force text, attackers to disguise it.
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


@dataclass
class Table:
    """One sheet. `rows[0]` is spreadsheet row `first_row`; rows are cut after their last filled cell.

    `merged` ranges are (row, column, last row, last column), from 0, inclusive, into `rows`. `error_cells` and
    `uncomputed_cells` are the names of cells ("C5") that show an error or hold a formula without a stored value:
    they arrive empty. Both lists are cut at five names; the counts beside them are whole. `hidden_rows` are spreadsheet
    row numbers, read like all others. `fault` is why the sheet must not be taken: its cells are not those of the file.
    """

    name: str
    rows: list[list[Cell]]
    first_row: int = 1
    hidden: bool = False
    merged: tuple[tuple[int, int, int, int], ...] = ()
    format: str = "xlsx"
    error_cells: tuple[str, ...] = ()
    error_count: int = 0
    uncomputed_cells: tuple[str, ...] = ()
    uncomputed_count: int = 0
    hidden_rows: tuple[int, ...] = ()
    fault: Refused | None = None


def cell_text(cell: Cell) -> str:
    """The cell as stripped text: 3.0 is "3", dates are ISO, a leading tab or apostrophe and invisible characters go."""
    if isinstance(cell, str):
        return _tidy(cell)
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return _number(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "seconds")
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    return str(cell)


def _tidy(text: str) -> str:
    if not text.isprintable():
        text = _INVISIBLE.sub("", text)
    text = text.strip()
    return text[1:].strip() if text.startswith("'") else text


def _number(value: float) -> str:
    if not isfinite(value):
        return ""
    return str(int(value)) if value.is_integer() else repr(value)
