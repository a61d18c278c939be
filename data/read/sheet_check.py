"""Holds every sheet that a parser handed over against what was counted beside it."""

from data.read.exact_count import Exact, exact_count
from data.read.parts import Notes
from data.read.table import Table
from data.read.tally import Tally, differs, tally_of, tally_of_text
from data.refusal import Refused


def check_sheet(table: Table, notes: Notes | None, raw: bytes, part: str | None) -> None:
    """Marks the table as one that must not be taken when the counts disagree.

    `part` is where an .xlsx keeps the sheet: before anything is refused, it is counted once more with care.
    """
    expected, found = notes.filled if notes else None, tally_of(table.rows)
    if expected is not None and expected.allows(found):
        return
    exact = exact_count(raw, part) if part is not None else None
    if exact is not None:
        table.error_cells, table.error_count = tuple(exact.notes.error_cells), exact.notes.error_count
        expected, found = exact.notes.filled, tally_of_text(table.rows)
    if expected is None or not expected.allows(found):
        table.fault = _fault(table, exact, expected, found)


def _fault(table: Table, exact: Exact | None, expected: Tally | None, found: Tally) -> Refused:
    name = table.name[:40]
    if exact is not None and exact.twice is not None:
        sentence = (
            f"工作表“{name}”中单元格 {exact.twice[:12]} 出现了两次，无法判断以哪一个为准：文件已损坏，请重新导出。"
        )
        return Refused("damaged", sentence)
    return differs(f"工作表“{name}”", expected, found)
