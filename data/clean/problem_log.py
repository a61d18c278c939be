"""Collects what is wrong with a sheet: errors set their row aside, warnings and repairs are grouped."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from data.read.table import cell_text
from data.receipt import Problem, Severity

_ROWS_NAMED = 5
_WORDS_NAMED = 8
_LONGEST_SHOWN = 40
_LONG_DIGITS = re.compile(r"[\d\s-]{11,}[xX]?")


def shown(cell: Any, is_kept: bool = True) -> str:
    """How a sentence names a cell: its text (long digit runs masked, cut to 40 characters), or only its type."""
    if not is_kept:
        return _type_of(cell)
    text = " ".join(cell_text(cell).split())
    text = _LONG_DIGITS.sub(lambda found: found[0] if _is_date_like(found[0]) else "*" * 8, text)
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"


def _is_date_like(text: str) -> bool:
    return re.match(r"\s*\d{4}-\d{1,2}-\d{1,2}(\s|$)", text) is not None


def _type_of(cell: Any) -> str:
    if isinstance(cell, str):
        return "文本"
    return "日期" if isinstance(cell, date) else "数字"


class ProblemLog:
    """Positions are indexes of data rows; problems name the spreadsheet's row numbers.

    `where` holds beside each problem all of its rows, of which the problem itself names the first five.
    """

    def __init__(self, numbers: Sequence[int]) -> None:
        self._numbers = numbers
        self.problems: list[Problem] = []
        self.where: list[tuple[Problem, Sequence[int]]] = []
        self.aside: set[int] = set()

    def error(self, position: int, code: str, column: str, value: str | None, reason: str, advice: str) -> None:
        """Set a row aside: what was found, why it cannot stand, what to do."""
        row = self._numbers[position]
        found = f"写作“{value}”，" if value else ""
        sentence = f"第{row}行“{column}”{found}{reason}；{advice}。"
        self._note(Problem(code, "error", sentence, row, column, value), [row])
        self.aside.add(position)

    def warn(self, code: str, column: str | None, row: int, sentence: str) -> None:
        """One warning about one spreadsheet row."""
        self._note(Problem(code, "warning", sentence, row, column), [row])

    def grouped(
        self, severity: Severity, code: str, column: str | None, positions: Iterable[int], sentence: str, **words: str
    ) -> None:
        """One entry for all rows of a kind; `sentence` may name {n}, the count, and {rows}, the first five."""
        rows = [self._numbers[position] for position in positions]
        if not rows:
            return
        first = tuple(rows[:_ROWS_NAMED])
        named = "、".join(map(str, first)) + ("等" if len(rows) > len(first) else "")
        text = sentence.format(n=len(rows), rows=f"第{named}行", **words)
        self._note(Problem(code, severity, text, first[0], column, None, len(rows), first), rows)

    def _note(self, problem: Problem, rows: Sequence[int]) -> None:
        self.problems.append(problem)
        self.where.append((problem, rows))


def words_named(words: Iterable[str]) -> str:
    """Distinct words with their counts, most frequent first: “甲”（3）、“乙”（1）."""
    counted = Counter(words)
    named = [f"“{shown(word)}”（{n}）" for word, n in counted.most_common(_WORDS_NAMED)]
    return "、".join(named) + (f"等{len(counted)}种" if len(counted) > _WORDS_NAMED else "")
