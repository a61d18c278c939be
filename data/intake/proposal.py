"""What the mapping desk shows of one sheet: its headers, its first rows as text, and a guess for every column."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from data.clean.problem_log import shown as shown_cell
from data.ledgers import LEDGERS
from data.read.table import Cell, Table, cell_text
from data.recognise import recognise
from data.recognise.choice import best_reading
from data.recognise.header_block import Block, Head
from data.recognise.kinds import stated_kind
from data.recognise.layout import Layout
from data.recognise.matching import shown
from data.recognise.proposal import Guessed, guess_columns, ledger_score
from data.refusal import Refused
from data.taught import Taught, header_keys, signature_of

ROWS_SHOWN = 12
_LOOKED_AT = 200
_MOST_HEADERS = 40
_LIKELY = 3.0
"""Below this score a person chooses the ledger."""


@dataclass(frozen=True)
class HeaderChoice:
    """Rows that may be the header (spreadsheet row numbers) and the texts in them."""

    first: int
    last: int
    texts: str


@dataclass(frozen=True)
class ProposedColumn:
    """One column: its key for a taught layout, what stands in its header, and a guess for every ledger."""

    key: str
    header: str
    letter: str
    guesses: Mapping[str, Guessed]


@dataclass(frozen=True)
class Proposal:
    """A sheet laid out for a person to say what its columns are. `rows` are its first rows below the header, as text.

    `ledger` is None where no ledger fits. `taught` is the field by column key of the layout taught for these headers.
    `header_is_data`: the chosen header holds dates or numbers, as rows of data do.
    """

    sheets: tuple[str, ...] = ()
    sheet: str = ""
    choices: tuple[HeaderChoice, ...] = ()
    header: tuple[int, int] = (0, 0)
    header_is_data: bool = False
    signature: str = ""
    title: str = ""
    ledger: str | None = None
    kind: str | None = None
    scores: Mapping[str, float] = field(default_factory=dict)
    columns: tuple[ProposedColumn, ...] = ()
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()
    taught: Mapping[str, str] = field(default_factory=dict)
    taught_kind: str | None = None
    error_code: str | None = None
    error: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)

    @classmethod
    def from_json(cls, plain: dict[str, Any]) -> "Proposal":
        """The inverse of `to_json`."""
        columns = tuple(_column(one) for one in plain["columns"])
        choices = tuple(HeaderChoice(**one) for one in plain["choices"])
        rows = tuple((number, tuple(cells)) for number, cells in plain["rows"])
        lists = {"sheets": tuple(plain["sheets"]), "header": tuple(plain["header"])}
        return cls(**{**plain, **lists, "columns": columns, "choices": choices, "rows": rows})


def _column(plain: dict[str, Any]) -> ProposedColumn:
    return ProposedColumn(**{**plain, "guesses": {name: Guessed(**one) for name, one in plain["guesses"].items()}})


def propose(
    tables: Sequence[Table], file_name: str, *, sheet: str | None, header: tuple[int, int] | None, taught: Taught
) -> Proposal:
    """Lay out the sheet of that name, else the first one with anything in it; `header` as first and last row number.

    Raises Refused when the file has no sheet with cells.
    """
    filled = [table for table in tables if table.rows and not table.fault]
    if not filled:
        raise Refused("no_table", "文件里没有带内容的工作表，无法设列映射。请确认上传的是导出的台账。")
    table = next((one for one in filled if one.name == sheet), filled[0])
    head = Head(table)
    layout = _recognised(table, file_name, taught)
    block = _chosen_block(head, table, header, layout)
    below = table.rows[block.bottom + 1 :]
    texts = (head.title(block.top), table.name, file_name)
    signature = signature_of(_headers(block))
    known = taught.layout(signature)
    here = _indexes(block, below[:_LOOKED_AT])
    guesses = {name: guess_columns(one, block, texts[0], below[:_LOOKED_AT]) for name, one in LEDGERS.items()}
    scores = {name: ledger_score(LEDGERS[name], found) for name, found in guesses.items()}
    return Proposal(
        sheets=tuple(one.name for one in filled),
        sheet=table.name,
        choices=_choices(head, table, block),
        header=(table.first_row + block.top, table.first_row + block.bottom),
        header_is_data=not head.looks_like_header(block),
        signature=signature,
        title=texts[0],
        ledger=known.ledger if known else _likeliest(layout, header, scores),
        kind=stated_kind(texts),
        scores=scores,
        columns=_columns(_headers(block), guesses, here),
        rows=_first_rows(table, block, here),
        taught=dict(known.fields) if known else {},
        taught_kind=known.kind if known else None,
    )


def _recognised(table: Table, file_name: str, taught: Taught) -> Layout | None:
    try:
        return recognise(table, file_name, None, taught)
    except Refused:
        return None


def _chosen_block(head: Head, table: Table, header: tuple[int, int] | None, layout: Layout | None) -> Block:
    """What the person chose, else what the program read, else what looks most like a header."""
    if header is not None:
        top, bottom = (row - table.first_row for row in header)
        if 0 <= top <= bottom < len(head.rows):
            return head.block(top, bottom)
    if layout is not None:
        bottom = layout.header_row - table.first_row
        same = (one for one in head.every_block() if one.bottom == bottom and _headers(one) == layout.headers)
        if found := next(same, None):
            return found
    if best := best_reading(head, tuple(LEDGERS)):
        return best.block
    row = head.row_above_figures()
    wide = (i for i in head.filled if sum(map(bool, head.texts[i])) > 1)
    row = next(wide, head.filled[0]) if row is None else row
    return head.block(row, row)


def _headers(block: Block) -> tuple[str, ...]:
    return tuple(shown(one) for one in block.columns)


def _likeliest(layout: Layout | None, header: tuple[int, int] | None, scores: Mapping[str, float]) -> str | None:
    if layout is not None and header is None:
        return layout.ledger
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= _LIKELY else None


def _choices(head: Head, table: Table, chosen: Block) -> tuple[HeaderChoice, ...]:
    """Rows that look like a header or stand no lower than the chosen one, deeper headers near it, and itself."""
    likely = {*head.header_rows(), *(i for i in head.filled if i <= chosen.bottom + 1)}
    blocks = {(i, i): head.block(i, i) for i in sorted(likely) if sum(map(bool, head.texts[i])) > 1}
    for one in head.blocks():
        if one.depth > 1 and one.bottom in (chosen.bottom, chosen.bottom + 1):
            blocks[one.top, one.bottom] = one
    blocks[chosen.top, chosen.bottom] = chosen
    return tuple(
        HeaderChoice(
            table.first_row + top,
            table.first_row + bottom,
            "、".join(shown_cell(text) for text in _headers(one) if text),
        )
        for (top, bottom), one in sorted(blocks.items())[:_MOST_HEADERS]
    )


def _indexes(block: Block, rows: Sequence[Sequence[Cell]]) -> list[int]:
    """The columns that have a header or any content."""
    used = {i for row in rows for i, cell in enumerate(row) if cell != "" and cell_text(cell)}
    return [i for i, one in enumerate(block.columns) if one or i in used]


def _columns(
    headers: Sequence[str], guesses: Mapping[str, Sequence[Guessed]], here: Sequence[int]
) -> tuple[ProposedColumn, ...]:
    keys = header_keys(headers)
    return tuple(
        ProposedColumn(keys[i], headers[i], letter_of(i), {name: one[i] for name, one in guesses.items()}) for i in here
    )


def letter_of(index: int) -> str:
    """A column as spreadsheet programs call it."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _first_rows(table: Table, block: Block, here: Sequence[int]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The first filled rows below the header, every cell as a sentence would name it: long digit runs masked."""
    shown_rows = []
    for i, row in enumerate(table.rows[block.bottom + 1 :], block.bottom + 1):
        if any(cell_text(cell) for cell in row):
            texts = tuple(shown_cell(row[c]) if c < len(row) else "" for c in here)
            shown_rows.append((table.first_row + i, texts))
            if len(shown_rows) == ROWS_SHOWN:
                break
    return tuple(shown_rows)
