"""What became of every row of an uploaded file: the same object on screen, in the log and in `load --json`."""

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Severity = Literal["error", "warning", "repair"]


@dataclass(frozen=True)
class Problem:
    """One entry of the problem list. `row` is the row number as the spreadsheet program shows it (from 1).

    `value` is the text of the cell only for columns that we keep; for dropped columns it is the value's type.
    For grouped repairs `count` is how many cells were repaired and `rows` the first five of them.
    """

    code: str
    severity: Severity
    sentence: str
    row: int | None = None
    column: str | None = None
    value: str | None = None
    count: int = 1
    rows: tuple[int, ...] = ()


@dataclass
class Receipt:
    """Row accounts of one sheet: `rows_read` = added + changed + unchanged + repeated + set_aside.

    `rows_retracted` are rows of earlier imports that this one takes out of the period it replaces; they are not read.
    `unassigned` and `outside` are None until a build placed the rows: nobody knows them of a draft.
    """

    file: str
    sha256: str
    ledger: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    layout: str | None = None
    batch: int | None = None
    rows_read: int = 0
    rows_added: int = 0
    rows_changed: int = 0
    rows_unchanged: int = 0
    rows_repeated: int = 0
    rows_set_aside: int = 0
    rows_left_out: int = 0
    unassigned: int | None = None
    outside: int | None = None
    problems: list[Problem] = field(default_factory=list)
    covers_start: str | None = None
    covers_end: str | None = None
    first_imported_at: str | None = None
    rows_retracted: int = 0
    error_code: str | None = None
    error: str | None = None

    @property
    def adds_up(self) -> bool:
        """True when every row read is accounted for."""
        settled = self.rows_added + self.rows_changed + self.rows_unchanged
        return self.rows_read == settled + self.rows_repeated + self.rows_set_aside

    def to_json(self) -> dict[str, Any]:
        """Plain values, keys in a fixed order."""
        return asdict(self)

    @classmethod
    def from_json(cls, plain: dict[str, Any]) -> "Receipt":
        """The inverse of `to_json`."""
        problems = [Problem(**{**p, "rows": tuple(p["rows"])}) for p in plain["problems"]]
        return cls(**{**plain, "problems": problems})
