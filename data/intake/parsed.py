"""What the child process hands back: accounts and problems as JSON, rows as parquet files beside it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from data.receipt import Problem


@dataclass
class ParsedSheet:
    """One sheet that is a ledger, or that was refused (`error_code`, `error`). Dates are ISO text.

    `rows_path` names the parquet file of the rows not set aside; `where` every row of each problem. `hints`: `title`
    (text above the header), `unknown` (headers that no field wanted) and `taught` (the header signature under which a
    person said how to read it, or ""). `keys_aside` are the keys of rows set aside whose key could be read.
    """

    sheet: str
    ledger: str | None = None
    header_row: int | None = None
    layout: str | None = None
    covers_start: str | None = None
    covers_end: str | None = None
    rows_read: int = 0
    rows_set_aside: int = 0
    rows_left_out: int = 0
    problems: list[Problem] = field(default_factory=list)
    rows_path: Path | None = None
    hints: dict[str, Any] = field(default_factory=dict)
    error_code: str | None = None
    error: str | None = None
    where: list[tuple[Problem, Sequence[int]]] = field(default_factory=list)
    keys_aside: list[str] = field(default_factory=list)


@dataclass
class Parsed:
    """A whole file: its sheets, or why it was refused as a whole."""

    sheets: list[ParsedSheet] = field(default_factory=list)
    error_code: str | None = None
    error: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain values; paths as text. `where` stays behind: a long sheet has many rows, and receipts name five."""
        plain = asdict(replace(self, sheets=[replace(sheet, where=[]) for sheet in self.sheets]))
        for sheet in plain["sheets"]:
            sheet["rows_path"] = str(sheet["rows_path"]) if sheet["rows_path"] else None
        return plain

    @classmethod
    def from_json(cls, plain: dict[str, Any]) -> "Parsed":
        """The inverse of `to_json`."""
        return cls(**{**plain, "sheets": [_sheet(one) for one in plain["sheets"]]})


def _sheet(plain: dict[str, Any]) -> ParsedSheet:
    problems = [Problem(**{**one, "rows": tuple(one["rows"])}) for one in plain["problems"]]
    path = Path(plain["rows_path"]) if plain["rows_path"] else None
    return ParsedSheet(**{**plain, "problems": problems, "rows_path": path})
