"""What is said of one row of a sheet: the problem and what to do, short enough to stand beside the row."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from data.receipt import Problem

_ROW_FIRST = re.compile(r"^第[\d、]+行[：，]?(?:是同一条记录，)?")
_COUNTED = re.compile(r"有?\d+[格行处个]的?")
_WHERE = re.compile(r"（第[\d、]+行等?(，如“[^”]*”)?）")
_TIMES = re.compile(r"”（\d+）")
_ADVICE = re.compile(r"；|，(?=请|已按|暂按)|。(?=请)")


@dataclass(frozen=True)
class Mark:
    """One remark about one row of one sheet; `row` is the spreadsheet's row number."""

    sheet: str
    row: int
    problem: str
    advice: str

    @classmethod
    def of(cls, sheet: str, row: int, sentence: str) -> "Mark":
        """A sentence of the problem list, cut into what is wrong and what to do."""
        problem, *advice = _ADVICE.split(sentence.rstrip("。"), maxsplit=1)
        return cls(sheet, row, problem, advice[0] if advice else "请核对")

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)


def marks_of(
    sheet: str, header_row: int, rows_read: int, problems: Iterable[tuple[Problem, Sequence[int]]]
) -> list[Mark]:
    """Errors and warnings by row; each row of a group is marked as if it were the only one.

    A remark about most rows is one about the sheet and stands beside the header. What was put right by itself is not
    marked: there is nothing to do.
    """
    marks = []
    for problem, rows in problems:
        if problem.severity == "repair":
            continue
        if len(rows) > max(1, rows_read // 2):
            marks.append(Mark.of(sheet, header_row, problem.sentence))
            continue
        alone = _as_one(problem.sentence) if problem.rows else problem.sentence
        marks += [Mark.of(sheet, row, _ROW_FIRST.sub("", alone)) for row in rows]
    return marks


def _as_one(sentence: str) -> str:
    """The sentence about a group without its counts and row numbers."""
    return _TIMES.sub("”", _WHERE.sub("", _COUNTED.sub("", sentence, count=1)))
