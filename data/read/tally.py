"""How much a sheet holds, counted twice by different means: a parser that loses rows or cells does not say so."""

from collections.abc import Sequence
from typing import NamedTuple

from data.read.table import Cell
from data.refusal import Refused


class Tally(NamedTuple):
    """Rows with at least one filled cell, and filled cells. `blank` are cells with a value that reads as nothing.

    Those are counted in neither `cells` nor, for certain, `rows`: a row of theirs alone may or may not be filled.
    """

    rows: int
    cells: int
    blank: int = 0

    def allows(self, found: "Tally") -> bool:
        """True when what the parser handed over can be the same sheet."""
        return self.cells == found.cells and self.rows - self.blank <= found.rows <= self.rows


def tally_of(rows: Sequence[Sequence[Cell]]) -> Tally:
    """What a parser handed over: every cell that is not empty."""
    counts = [len(row) - row.count("") for row in rows]
    return Tally(len(counts) - counts.count(0), sum(counts))


def tally_of_text(rows: Sequence[Sequence[Cell]]) -> Tally:
    """The same, with white space alone taken for empty."""
    counts = [sum(1 for cell in row if not isinstance(cell, str) or cell.strip()) for row in rows]
    return Tally(len(counts) - counts.count(0), sum(counts))


def differs(where: str, expected: Tally | None, found: Tally) -> Refused:
    """The refusal of what two counts disagree on; `where` names it, `expected` is None where nothing could count."""
    stated = f"有内容的是 {expected.rows:,} 行、{expected.cells:,} 格" if expected else "的内容无法清点"
    sentence = (
        f"{where}清点对不上：文件里{stated}，读出来的是 {found.rows:,} 行、{found.cells:,} 格，为避免错漏没有导入："
        "请用 Excel 或 WPS 打开检查后另存为 .xlsx，再上传。"
    )
    return Refused("count_differs", sentence)
