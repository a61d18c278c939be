"""What recognition found out about a sheet: which ledger it is and where each column stands."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Column:
    """One wanted column. `scale` multiplies its numbers (万元 → 10,000, 分 → 0.01, 万人 → 10,000).

    `basis` and `as_of` are set only for columns of people whose header or title states them.
    """

    index: int
    field: str
    header: str
    basis: str | None = None
    as_of: date | None = None
    scale: float = 1.0


@dataclass(frozen=True)
class Layout:
    """How to read one sheet.

    `header_row` is the spreadsheet's row number of the last header row; `first_data` indexes `table.rows`. `headers`
    holds the cleaned header of every column, levels joined by "/"; `unknown` those that no field claimed; `title` the
    text above the header, one line per row. `signature` depends on the ledger, the headers and their units, not on
    the order of the columns: columns are found by their text, so an export with its columns moved is the same layout.
    `taught` is the header signature under which a person said how to read it; "" where the program decided itself.
    """

    ledger: str
    kind: str | None
    header_row: int
    first_data: int
    columns: tuple[Column, ...]
    headers: tuple[str, ...]
    unknown: tuple[str, ...]
    title: str
    score: float
    signature: str
    taught: str = ""
