"""体检 as a table: one line per area, one column per metric; every cell a number with its symbol."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from metrics import Figure, format_value
from metrics._areas import COUNTY
from metrics._checkup import Cell, Checkup, Line
from metrics._words import DASH, STATUS_WORDS, format_interval, mark_words, widened_words
from ui import drill_down, route, sheet
from ui import figure_words as words
from ui.markup import Markup, tag

WIDE = 7
"""So many metrics fill the width; fewer stand close together."""
_STYLE = Path(__file__).parent / "assets" / "checkup.css"


def style() -> None:
    """The looks of the table and of the selectors above it, once on a page."""
    st.html(_STYLE)


def show(
    columns: Sequence[sheet.Column], rows: Sequence[sheet.Row], *, caption: str, key: str = "checkup_table"
) -> None:
    """Draw the table with its first column and its header kept in sight; `style` must have been called."""
    with st.container(key=key):
        sheet.show(columns, rows, caption=caption, tall=True, fit=len(columns) <= WIDE)


def columns(table: Checkup, filters: dict[str, str], first: str = "乡镇街道") -> list[sheet.Column]:
    """The header: every metric leads to its own page."""
    return [sheet.Column(first, "name"), *(_head(cell, filters) for cell in table.references[0].cells)]


def _head(cell: Cell, filters: dict[str, str]) -> sheet.Column:
    where = route.address("metric", metric=cell.metric.name, **filters)
    return sheet.Column(sheet.anchor(cell.figure.label, where), "number", cell.metric.unit)


def rows(lines: Sequence[Line], filters: dict[str, str], against: str) -> list[sheet.Row]:
    """Townships: the name leads to the township, a cell to the township with that metric."""
    return [sheet.Row([_name(line, filters), *_township_cells(line, filters, against)]) for line in lines]


def _name(line: Line, filters: dict[str, str]) -> Markup:
    return sheet.anchor(line.name, route.address("township", area=line.code, **filters))


def _township_cells(line: Line, filters: dict[str, str], against: str) -> list[Markup]:
    return [
        cell_markup(cell, against, route.address("township", area=line.code, metric=cell.metric.name, **filters))
        for cell in line.cells
    ]


def reference_rows(lines: Sequence[Line], filters: dict[str, str]) -> list[sheet.Row]:
    """The county, and of peers each kind as a whole: what the others are held against."""
    return [
        sheet.Row([line.name, *(_reference(line, cell, filters) for cell in line.cells)], "total") for line in lines
    ]


def _reference(line: Line, cell: Cell, filters: dict[str, str]) -> Markup | str:
    """The county's figures lead to their rows; a kind as a whole has none of its own."""
    if cell.figure.value is None and cell.figure.status == "none":
        return ""
    return cell_markup(cell, "", rows_behind(line, cell, filters) if line.code == COUNTY else "")


def rows_behind(line: Line, cell: Cell, filters: dict[str, str]) -> str:
    """Where the rows of a cell's numerator are listed; '' where nothing is known."""
    is_known = cell.figure.status != "not_covered"
    return drill_down.rows_address(cell.metric.name, line.code, filters) if is_known else ""


def cell_markup(cell: Cell, against: str, where: str = "", *, has_interval: bool = False) -> Markup:
    """Symbol and number; colour repeats the symbol where the difference is clear; the rest shows on pointing at it."""
    stands = cell.stands
    told = "，".join(told_of(cell, against))
    looks = " ".join(
        [
            "cell",
            *(["tall"] if has_interval else []),
            *([_colour(cell)] if stands is not None and stands.may_colour else []),
        ]
    )
    symbol = stands.symbol if stands is not None and cell.figure.value is not None else ""
    quiet = "quiet" if symbol in ("●", "–") else None
    inside = [tag("b", symbol, class_=quiet) if symbol else None, _number(cell)]
    if has_interval and cell.figure.low is not None:
        inside.append(tag("small", format_interval(cell.figure, cell.metric)))
    if not where:
        return tag("span", *inside, class_=looks, title=told)
    return tag("a", *inside, class_=looks, title=told, aria_label=told, href=where, target="_self")


def _colour(cell: Cell) -> str:
    """High and low have a tint each; of a metric without a good direction both have the neutral one."""
    if cell.metric.better == "none" or cell.stands is None:
        return "plain"
    return "high" if cell.stands.symbol == "▲" else "low"


def _number(cell: Cell) -> Markup:
    if cell.figure.value is not None:
        return tag("span", format_value(cell.figure, cell.metric))
    return tag("span", f"{DASH} ", tag("small", STATUS_WORDS[cell.figure.status]))


def told_of(cell: Cell, against: str) -> list[str]:
    """A cell in full: what it is, what was divided by what, its interval, how it stands, its marks."""
    figure, metric = cell.figure, cell.metric
    widened = f"，{said}" if (said := widened_words(figure.phi)) else ""
    interval = f"95%区间 {format_interval(figure, metric)}{widened}" if figure.low is not None else ""
    stands = f"与{against}比 {cell.stands.symbol} {cell.stands.word}" if cell.stands is not None and against else ""
    value = f"{figure.area_name}{figure.label} {format_value(figure, metric)}{metric.unit}"
    parts = words.parts(figure, metric) if metric.denominator is not None else ""
    return [one for one in (value, parts, interval, stands, *_marks(figure)) if one]


def _marks(figure: Figure) -> list[str]:
    """The marks but for what the symbol already says."""
    return [word for word in mark_words(figure) if word != STATUS_WORDS["small"]]
