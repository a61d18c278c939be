"""Cells and columns that tables of documents share: text rounded for print, the unrounded number behind it."""

from metrics import format_value
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._review_rows import PlacesRow
from metrics._table_words import is_base_small
from metrics._words import DASH, format_base_value, format_change, format_interval
from reports.bulletin.content import Cell, Column

WHOLE = "#,##0"
NOTHING = Cell(DASH)


def decimals_format(metric: Metric) -> str:
    """Excel's number format at the metric's decimals."""
    return f"#,##0.{'0' * metric.decimals}" if metric.decimals else WHOLE


def whole(number: int | None) -> Cell:
    """A count; — where there is none."""
    return NOTHING if number is None else Cell(f"{number:,}", number)


def value(figure: Figure, metric: Metric) -> Cell:
    """The figure's value without its unit."""
    return Cell(format_value(figure, metric), figure.value)


def base_value(figure: Figure, metric: Metric) -> Cell:
    """The value of the year before; — where it is not covered."""
    return Cell(format_base_value(figure, metric), figure.base_value) if has_base(figure) else NOTHING


def base_count(figure: Figure) -> Cell:
    """The count of the year before; — where it is not covered."""
    return whole(figure.base_numerator) if has_base(figure) else NOTHING


def has_base(figure: Figure) -> bool:
    """The year before is covered."""
    return "not_covered" not in figure.notes


def change(figure: Figure, metric: Metric) -> Cell:
    """+2.1%, -0.4个百分点; it is not told across a break, nor of a handful."""
    if figure.change is None or "break" in figure.notes or is_base_small(figure, metric):
        return NOTHING
    return Cell(format_change(figure), figure.change)


def interval(figure: Figure, metric: Metric) -> Cell:
    """95 % limits."""
    return Cell(format_interval(figure, metric))


def place(row: PlacesRow) -> Cell:
    """The place; why there is none."""
    rank = row.figure.rank
    return Cell(row.mark or DASH) if rank is None else Cell(f"{rank}", rank)


def place_interval(row: PlacesRow) -> Cell:
    """3–9."""
    found = row.standing
    return NOTHING if found is None else Cell(f"{found.rank_low}–{found.rank_high}")


def tier(row: PlacesRow) -> Cell:
    """The tier's number."""
    return NOTHING if row.standing is None else Cell(f"{row.standing.tier}", row.standing.tier)


def text_column(title: str, width: float = 9) -> Column:
    """A column of names."""
    return Column(title, width, "left")


def number_column(title: str, number_format: str = WHOLE, width: float = 5) -> Column:
    """A column of numbers."""
    return Column(title, width, "right", number_format)


def middle_column(title: str, width: float = 5) -> Column:
    """A column of short texts."""
    return Column(title, width, "center")
