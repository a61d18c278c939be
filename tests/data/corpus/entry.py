"""What an entry of the corpus is, and how its outcome is held against what the intake made of the file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow.parquet

from data.intake.parsed import Parsed, ParsedSheet


@dataclass(frozen=True)
class Refusal:
    """The file, or its only sheet, is refused with one of these codes; `says` stands in the sentence."""

    codes: tuple[str, ...]
    says: str = ""


@dataclass(frozen=True)
class Taken:
    """The sheet is taken: its accounts, the codes of its problems (all of them), and values by column."""

    read: int = 2
    aside: int = 0
    left_out: int = 0
    problems: frozenset[str] = frozenset()
    values: Mapping[str, Sequence[Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class Entry:
    """`number` is the item of the list that the corpus began with; what we found ourselves is numbered from 101."""

    number: str
    what: str
    make: Callable[[], bytes]
    outcome: Refusal | Taken
    file_name: str = "案件.xlsx"

    def __str__(self) -> str:
        return f"{self.number} {self.what}"


def refused(*codes: str, says: str = "") -> Refusal:
    """A refusal with one of these codes."""
    return Refusal(codes, says)


def taken(read: int = 2, *problems: str, aside: int = 0, left_out: int = 0, **values: Sequence[Any]) -> Taken:
    """Rows read, and the codes of all problems."""
    return Taken(read, aside, left_out, frozenset(problems), values)


def hold(outcome: Refusal | Taken, parsed: Parsed) -> None:
    """Fails unless the intake did with the file what must happen."""
    if isinstance(outcome, Refusal):
        _hold_refusal(outcome, parsed)
    else:
        _hold_rows(outcome, parsed)


def _hold_refusal(outcome: Refusal, parsed: Parsed) -> None:
    ends = [(parsed.error_code, parsed.error)] + [(sheet.error_code, sheet.error) for sheet in parsed.sheets]
    codes = {code for code, _ in ends if code}
    assert codes, [_account(sheet) for sheet in parsed.sheets]
    assert codes <= set(outcome.codes), ends
    sentence = next(text for code, text in ends if code) or ""
    assert sentence.endswith("。"), sentence
    assert outcome.says in sentence
    assert all(sheet.rows_path is None for sheet in parsed.sheets)


def _hold_rows(outcome: Taken, parsed: Parsed) -> None:
    assert parsed.error_code is None, (parsed.error_code, parsed.error)
    (sheet,) = parsed.sheets
    assert sheet.error_code is None, (sheet.error_code, sheet.error)
    problems = {problem.code for problem in sheet.problems if problem.severity != "repair"}
    found = (sheet.rows_read, sheet.rows_set_aside, sheet.rows_left_out, problems)
    assert found == (outcome.read, outcome.aside, outcome.left_out, outcome.problems), _account(sheet)
    assert all(problem.sentence.endswith("。") for problem in sheet.problems)
    rows = pyarrow.parquet.read_table(sheet.rows_path)
    assert rows.num_rows == outcome.read - outcome.aside
    for column, values in outcome.values.items():
        assert rows[column].to_pylist() == list(values), column


def _account(sheet: ParsedSheet) -> Any:
    said = [(one.code, one.severity, one.row, one.sentence) for one in sheet.problems]
    return (sheet.rows_read, sheet.rows_set_aside, sheet.rows_left_out, sheet.error_code, sheet.error, said)
