"""Tables as a yearbook prints them: real HTML tables, digits aligned, every cell escaped."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from ui.markup import Markup, join, tag

Kind = Literal["text", "number", "wrap", "fill", "ledger", "name", "words"]
RowKind = Literal["row", "total", "aside"]
_CLASSES: dict[Kind, str | None] = {
    "text": None,
    "number": "num",
    "wrap": "wrap",
    "fill": "fill",
    "ledger": "ledger",
    "name": "name",
    "words": "words",
}

LONG_HEADER = 6


@dataclass(frozen=True)
class Column:
    """One column: its header, a second line under it (unit), and how its cells stand."""

    header: str
    kind: Kind = "text"
    unit: str = ""
    optional: bool = False
    """Left out when none of its cells says anything."""


@dataclass(frozen=True)
class Row:
    """Cells in the order of the columns; `total` is printed bold, `aside` is listed but not ranked."""

    cells: Sequence[object]
    kind: RowKind = "row"


def table_markup(
    columns: Sequence[Column], rows: Sequence[Row], *, caption: str = "", tall: bool = False, fit: bool = False
) -> Markup:
    """The table as HTML; the first column heads its row. `tall` scrolls, `fit` is only as wide as its cells."""
    columns, rows = _without_empty(columns, rows)
    head = [
        tag(
            "th",
            column.header,
            tag("small", column.unit) if column.unit else None,
            class_=_head_class(column),
            scope="col",
        )
        for column in columns
    ]
    body = [tag("tr", join(_cells(columns, row)), class_=None if row.kind == "row" else row.kind) for row in rows]
    parts = [
        tag("caption", caption) if caption else None,
        tag("thead", tag("tr", join(head))),
        tag("tbody", join(body)),
    ]
    table = tag("table", join(parts))
    looks = " ".join(["sheet", *(["tall"] if tall else []), *(["fit"] if fit else [])])
    return tag("div", table, class_=looks, tabindex=0, role="region", aria_label=caption or "表")


def _head_class(column: Column) -> str | None:
    """Long headers may break into lines; short ones never do."""
    names = [_CLASSES[column.kind], "long" if len(column.header) > LONG_HEADER else None]
    return " ".join(name for name in names if name) or None


def _without_empty(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[list[Column], list[Row]]:
    for row in rows:
        if len(row.cells) != len(columns):
            raise ValueError(f"a row has {len(row.cells)} cells for {len(columns)} columns")
    kept = [at for at, one in enumerate(columns) if not one.optional or any(row.cells[at] != "" for row in rows)]
    return [columns[at] for at in kept], [Row([row.cells[at] for at in kept], row.kind) for row in rows]


def _cells(columns: Sequence[Column], row: Row) -> list[Markup]:
    cells = []
    for position, (column, cell) in enumerate(zip(columns, row.cells, strict=True)):
        name = "th" if position == 0 else "td"
        cells.append(tag(name, cell, class_=_CLASSES[column.kind], scope="row" if name == "th" else None))
    return cells


def show(
    columns: Sequence[Column], rows: Sequence[Row], *, caption: str = "", tall: bool = False, fit: bool = False
) -> None:
    """Draw the table on the page."""
    st.html(table_markup(columns, rows, caption=caption, tall=tall, fit=fit))


def anchor(label: object, address: str) -> Markup:
    """A link inside a table; opens in the same window."""
    return tag("a", label, href=address, target="_self")
