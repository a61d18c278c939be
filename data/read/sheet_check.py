"""Holds every sheet that a parser handed over against what was counted beside it."""

from data.read.exact_count import exact_notes
from data.read.parts import Notes
from data.read.table import Table
from data.read.tally import differs, tally_of, tally_of_text


def check_sheet(table: Table, notes: Notes | None, raw: bytes, part: str | None) -> None:
    """Marks the table as one that must not be taken when the counts disagree.

    `part` is where an .xlsx keeps the sheet: before anything is refused, it is counted once more with care.
    """
    expected, found = notes.filled if notes else None, tally_of(table.rows)
    if expected is not None and expected.allows(found):
        return
    exact = exact_notes(raw, part) if part is not None else None
    if exact is not None:
        table.error_cells, table.error_count = tuple(exact.error_cells), exact.error_count
        expected, found = exact.filled, tally_of_text(table.rows)
    if expected is None or not expected.allows(found):
        table.fault = differs(f"工作表“{table.name[:40]}”", expected, found)
