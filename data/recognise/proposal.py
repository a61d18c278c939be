"""Which field each column of a sheet probably is, with a score and the reason: what a person starts from."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from data.ledgers import Ledger
from data.read.table import Cell
from data.recognise.evidence import WORDS, filled_cells, look_of
from data.recognise.header_block import Block
from data.recognise.matching import shown
from data.recognise.reading import Reading, read_as

_EXACT = 0.96
_NEAR = 70.0
_BY_CONTENT = 0.5
_DOUBTED = 0.5
_FIELDS_OF = {
    "case_number": ("case_number", "number"),
    "date": (),
    "result": ("result",),
    "close_method": ("close_method",),
    "procedure": ("procedure",),
    "court": ("court",),
    "cause": ("cause", "category"),
    "township": ("township", "place_stated"),
    "amount": ("people", "amount"),
    "identity": ("identity",),
}
"""Fields to propose for a look, the likelier first; a day is proposed only where the ledger lacks one."""
_LOOKS_WANTED = {"date": {"date"}, "case_number": {"case_number"}, "money": {"amount", "serial"}}
"""What cells of a kind of field look like; any other look is a doubt."""


@dataclass(frozen=True)
class Guessed:
    """The field proposed for a column, "" for none; `score` of 1; `reason` in Chinese."""

    field: str
    score: float
    reason: str


_TWIN = "与另一列的表头相同，请看内容确认以哪一列为准"
_NOTHING = "表头和内容都对不上这种台账的字段"


def guess_columns(ledger: Ledger, block: Block, title: str, rows: Sequence[Sequence[Cell]]) -> tuple[Guessed, ...]:
    """One guess per column: by its header, else by a header nearly like it, else by what its cells look like."""
    reading = read_as(ledger, block, title)
    headers = [shown(one) for one in block.columns]
    cells = [filled_cells(rows, i) for i in range(len(headers))]
    looks = [look_of(one) for one in cells]
    found = _by_header(ledger, reading, looks)
    _by_likeness(ledger, headers, looks, found)
    _by_content(ledger, looks, [len(one) for one in cells], found)
    twins = _second_of_two(headers, found)
    return tuple(
        found.get(i) or Guessed("", 0.0, _TWIN if i in twins else _why_nothing(looks[i], cells[i]))
        for i in range(len(headers))
    )


def _second_of_two(headers: Sequence[str], found: dict[int, Guessed]) -> set[int]:
    """Columns without a guess whose header stands there more than once."""
    return {i for i, header in enumerate(headers) if header and i not in found and headers.count(header) > 1}


def _by_header(ledger: Ledger, reading: Reading, looks: Sequence[str | None]) -> dict[int, Guessed]:
    found = {}
    for column, claim in zip(reading.columns, reading.claims, strict=True):
        label = ledger.field(column.field).label
        said = f"表头就是“{label}”的一种写法" if claim.quality >= _EXACT else f"表头里含有“{label}”的写法"
        found[column.index] = _doubted(ledger, column.field, claim.quality, said, looks[column.index])
    return found


def _by_likeness(
    ledger: Ledger, headers: Sequence[str], looks: Sequence[str | None], found: dict[int, Guessed]
) -> None:
    synonyms = {text: field.name for field in ledger.fields for text in field.headers}
    for i, header in enumerate(headers):
        near = process.extractOne(header, list(synonyms), scorer=fuzz.ratio, score_cutoff=_NEAR) if header else None
        if i in found or near is None or _is_taken(synonyms[near[0]], found):
            continue
        said = f"表头与“{near[0]}”相近"
        guessed = _doubted(ledger, synonyms[near[0]], near[1] / 100 * 0.7, said, looks[i])
        if guessed.score >= _DOUBTED:
            found[i] = guessed


def _by_content(ledger: Ledger, looks: Sequence[str | None], filled: Sequence[int], found: dict[int, Guessed]) -> None:
    names = {field.name for field in ledger.fields}
    for i in sorted(range(len(looks)), key=lambda i: -filled[i]):
        look = looks[i]
        if i in found or look is None:
            continue
        wanted = _lacking_day(ledger, found) if look == "date" else _FIELDS_OF.get(look, ())
        name = next((one for one in wanted if one in names and not _is_taken(one, found)), None)
        if name is not None:
            found[i] = Guessed(name, _BY_CONTENT, f"内容像{WORDS[look]}")


def _lacking_day(ledger: Ledger, found: dict[int, Guessed]) -> tuple[str, ...]:
    """The day without which the ledger cannot do, where no column was found for it."""
    taken = {one.field for one in found.values()}
    for group in ledger.required:
        if ledger.field(group[0]).kind == "date" and not taken.intersection(group):
            return group[:1]
    return ()


def _doubted(ledger: Ledger, name: str, score: float, said: str, look: str | None) -> Guessed:
    """A header's claim, halved where the cells look like something else."""
    wanted = _LOOKS_WANTED.get(ledger.field(name).kind)
    if wanted is None or look is None or look in wanted:
        also = f"，内容也像{WORDS[look]}" if wanted and look else ""
        return Guessed(name, round(score, 2), said + also)
    return Guessed(name, round(score / 2, 2), f"{said}，但内容像{WORDS[look]}")


def _is_taken(name: str, found: dict[int, Guessed]) -> bool:
    return any(one.field == name for one in found.values())


def _why_nothing(look: str | None, cells: Sequence[Cell]) -> str:
    if not cells:
        return "这一列没有内容"
    return f"内容像{WORDS[look]}，表头对不上这种台账的字段" if look else _NOTHING


def ledger_score(ledger: Ledger, guesses: Sequence[Guessed]) -> float:
    """How well the guesses fit the ledger; one that lacks nothing of what it needs comes before one that does.

    The more it needs, the more that says: a ledger that only asks for a day has almost any sheet.
    """
    found = {one.field: one.score for one in guesses if one.field}
    kept = sum(score for name, score in found.items() if ledger.field(name).kind != "dropped")
    missing = sum(not found.keys() & set(group) for group in ledger.required)
    return round(kept + (0 if missing else len(ledger.required)), 2)
