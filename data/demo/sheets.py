"""A sheet of an export while it is written: every row laid down together with what must become of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

Cell = str | int | float | date | datetime | None
Merge = tuple[int, int, int, int]  # first row, first column, last row, last column; from 0, inclusive


def columns(names: str) -> list[Cell]:
    """Column names from a text with a space between them; line breaks stay inside a name."""
    return list(names.split(" "))


@dataclass
class Sheet:
    """`ledger` None = a cover sheet; `name` is empty where the form has no sheet names.

    `keys` holds one record per counted data row, in order; `sources` are the place columns this sheet shows,
    `tells_matter` says whether it shows cause and amount, `tells_agreements` whether it has columns of what became of
    agreements, `tells_chief` the column of who appeared for an authority; `as_of` is the day on which the
    export was made: later closings are unknown to it.
    """

    name: str
    ledger: str | None
    as_of: date
    sources: tuple[str, ...] = ()
    tells_matter: bool = True
    tells_agreements: bool = False
    tells_chief: bool = False
    rows: list[list[Cell]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    header_row: int = 0
    keys: list[Any] = field(default_factory=list)
    set_aside: int = 0
    left_out: int = 0

    def above(self, *cells: Cell, merged: int = 0) -> None:
        """A row above the header (title, unit); `merged` = width of the merged range it sits in."""
        self._merge(merged)
        self.rows.append(list(cells))

    def header(self, *rows: str | Sequence[Cell]) -> None:
        """The header, of one or more rows; a text is split at its spaces."""
        self.rows.extend(list(columns(row) if isinstance(row, str) else row) for row in rows)
        self.header_row = len(self.rows)

    def data(self, cells: list[Cell], key: Any) -> None:
        """A row that counts for `key`."""
        self.rows.append(cells)
        self.keys.append(key)

    def aside(self, cells: list[Cell]) -> None:
        """A row that nobody can count: it must be set aside and shown."""
        self.rows.append(cells)
        self.set_aside += 1

    def leave_out(self, *cells: Cell, merged: int = 0) -> None:
        """A total, note or repeated header below the header."""
        self._merge(merged)
        self.rows.append(list(cells))
        self.left_out += 1

    def blank(self) -> None:
        """An empty row, as before totals."""
        self.rows.append([])

    def _merge(self, width: int) -> None:
        if width > 1:
            self.merges.append((len(self.rows), 0, len(self.rows), width - 1))

    @property
    def rows_read(self) -> int:
        """Data rows: counted or set aside."""
        return len(self.keys) + self.set_aside


@dataclass
class Export:
    """One file. `form`: xlsx, xls (BIFF), html, or text with `encoding` and `separator`."""

    name: str
    form: str
    sheets: list[Sheet]
    encoding: str = "utf-8"
    separator: str = ","
