"""The why of a difference: rows that count otherwise, added up by cause and import."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from metrics._areas import COUNTY
from metrics._restatement_rows import Cause, RowPart
from metrics._rows_behind import Part


@dataclass(frozen=True)
class Why:
    """One part of a difference: `n` is what it adds to the count (of people: to the denominator), negative takes away.

    `batch` is the import that did it, `columns` what it says otherwise.
    """

    cause: Cause
    part: Part
    n: int
    batch: int | None = None
    columns: tuple[str, ...] = ()


def of_area(parts: Iterable[RowPart], area: str) -> list[Why]:
    """Of one area; of the county without what only moved within it."""
    return added_up(one for one in parts if area in (one.area, COUNTY) and not (area == COUNTY and one.is_within))


def added_up(parts: Iterable[RowPart]) -> list[Why]:
    """By cause; rows that grow and those that shrink the count apart."""
    found = Counter[tuple[Cause, Part, int | None, tuple[str, ...], bool]]()
    for one in parts:
        found[one.cause, one.part, one.batch, one.columns, one.n > 0] += one.n
    return [Why(cause, part, n, batch, columns) for (cause, part, batch, columns, _), n in found.items()]
