"""The data rows of one sheet and their columns by field."""

from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from data.clean.problem_log import ProblemLog
from data.clean.reading import EMPTY, LONGEST_CELL, Reading
from data.ledgers import LEDGERS
from data.read import heard
from data.read.table import Cell, Table, cell_text
from data.recognise import left_out_rows
from data.recognise.layout import Column, Layout

_NO_WORDS: Mapping[str, Mapping[str, str]] = {}
FILLED_KINDS = frozenset(("date", "word", "place"))
"""Of ledgers that people keep by hand, what a cell merged downwards says holds for every row beside it."""
_BY_HAND = frozenset(("petitions", "suggestions", "activities", "stations", "monthly_totals"))
_KEPT_KINDS = frozenset(("case_number", "number", "date", "money", "integer", "word"))


class Sheet:
    """Rows below the header that hold data; `position` everywhere is an index into `rows`."""

    def __init__(
        self,
        table: Table,
        layout: Layout,
        secret: bytes,
        words: Mapping[str, Mapping[str, str]] = _NO_WORDS,
    ) -> None:
        self.table, self.layout, self.secret, self._words = table, layout, secret, words
        self.ledger = LEDGERS[layout.ledger]
        self.left_out: list[tuple[int, str]] = []
        self.dropped: set[int] = set()
        self._taken_up: set[int] = set()
        self._indexes = self._data_indexes()
        self.rows = [table.rows[i] for i in self._indexes]
        self.numbers = [table.first_row + i for i in self._indexes]
        # Turned once, row by row as the cells lie in memory: column by column each cell would be a cache miss.
        self._by_column = list(zip_longest(*self.rows, fillvalue=""))
        self.log = ProblemLog(self.numbers)
        self._merged = _continued_cells(table.merged)

    def _data_indexes(self) -> list[int]:
        indexes, wanted = [], [column.index for column in self.layout.columns]
        left_out = left_out_rows(self.table, self.layout)
        for i in range(self.layout.first_data, len(self.table.rows)):
            row = self.table.rows[i]
            if i in left_out:
                self.left_out.append((i, left_out[i]))
            elif not _is_blank(row, wanted):
                indexes.append(i)
        return indexes

    def leave_out(self, position: int) -> None:
        """Count a row among those left out although recognition took it for data (a county's total row)."""
        self.left_out.append((self._indexes[position], "total"))
        self.dropped.add(position)

    def columns(self, field: str) -> list[Column]:
        """The sheet's columns of that field, left to right."""
        return [column for column in self.layout.columns if column.field == field]

    def has(self, field: str) -> bool:
        """True when the sheet has a column of that field."""
        return any(column.field == field for column in self.layout.columns)

    def header(self, field: str) -> str:
        """The header of the first column of that field as the sheet writes it; the field's usual one without it."""
        columns = self.columns(field)
        return columns[0].header if columns else self.ledger.field(field).headers[0]

    def is_kept(self, field: str) -> bool:
        """True when values of the field may be shown."""
        return self.ledger.field(field).kind in _KEPT_KINDS

    def is_decided(self, field: str, word: str) -> bool:
        """True when people said what the word means in that field."""
        return word in self._words.get(f"{self.layout.ledger}.{field}", ())

    def cells(self, column: Column) -> list[Cell]:
        """All cells of one column; '' where a row is shorter."""
        self._taken_up.add(column.index)
        heard.check(len(self._taken_up), len(self.layout.columns), len(self.rows))
        at = self._by_column
        cells: list[Cell] = list(at[column.index]) if column.index < len(at) else [""] * len(self.rows)
        if self._merged and self.fills_merged(column.field):
            cells = self._filled_down(column, cells)
        # True equals 1 as a key, so that a cached reading of one would answer for the other.
        return (
            [cell_text(c) if c is True or c is False else c for c in cells] if bool in set(map(type, cells)) else cells
        )

    def row_index(self, position: int) -> int:
        """Where a data row stands in the table's rows."""
        return self._indexes[position]

    def fills_merged(self, field: str) -> bool:
        """True when the rows beside a merged cell of this field are meant to have its value."""
        return self.layout.ledger in _BY_HAND and self.ledger.field(field).kind in FILLED_KINDS

    def _filled_down(self, column: Column, cells: list[Cell]) -> list[Cell]:
        for position in range(1, len(cells)):
            if cells[position] == "" and self.is_merged(position, column):
                cells[position] = cells[position - 1]
        return cells

    def first_cells(self, field: str) -> list[Cell]:
        """Of several columns of one field the first filled cell; '' everywhere when there is none."""
        columns = self.columns(field)
        if not columns:
            return [""] * len(self.rows)
        cells = self.cells(columns[0])
        for column in columns[1:]:
            cells = [a if a != "" else b for a, b in zip(cells, self.cells(column), strict=True)]
        return cells

    def is_merged(self, position: int, column: Column) -> bool:
        """True when the cell is inside a merged range whose value stands in another cell."""
        return (self._indexes[position], column.index) in self._merged


def read_cells(cells: Sequence[Cell], parse: Callable[[Any], Reading]) -> tuple[list[Reading], bool]:
    """One reading per cell, each distinct value parsed once; and whether any has a fault or a repair."""
    cache = _Cache(parse)
    readings = [cache[cell] for cell in cells]
    return readings, any(reading.fault or reading.repairs for reading in cache.values())


class _Cache(dict[Any, Reading]):
    def __init__(self, parse: Callable[[Any], Reading]) -> None:
        super().__init__({"": EMPTY})
        self._parse = parse

    def __missing__(self, cell: Any) -> Reading:
        too_long = isinstance(cell, str) and len(cell) > LONGEST_CELL
        reading = Reading(fault="cell_too_long") if too_long else self._parse(cell)
        self[cell] = reading
        return reading


def _is_blank(row: Sequence[Cell], wanted: Sequence[int]) -> bool:
    """True for an empty row, also one that only carries a running number prepared for entries to come."""
    for index in wanted:
        cell = row[index] if index < len(row) else ""
        if cell != "" and (type(cell) is not str or cell.strip()):
            return False
    rest = [cell for cell in row if cell != "" and not _is_space(cell)]
    return not rest or (len(rest) == 1 and cell_text(rest[0]).isdigit())


def _is_space(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell_text(cell)


def _continued_cells(merged: Sequence[tuple[int, int, int, int]]) -> set[tuple[int, int]]:
    return {
        (row, column)
        for top, left, bottom, right in merged
        if (bottom - top + 1) * (right - left + 1) < 1_000_000
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (row, column) != (top, left)
    }
