"""What a ledger is: its columns and the Chinese headers under which exports name them."""

from dataclasses import dataclass
from typing import Literal

FieldKind = Literal[
    "case_number",  # normalised and parsed: the natural key of cases
    "number",  # a mediation's own number, normalised, not held against the case-type list
    "date",
    "money",  # yuan
    "integer",
    "word",  # short text kept as typed
    "place",  # cut to province, county, township, village or community
    "party",  # organisation names kept, natural persons dropped (they only feed the row's keyed hash)
    "staff",  # a number of people, or their names: counted and dropped
    "dropped",  # personal: never leaves the reading process
]

SEVERAL = frozenset(("place", "dropped"))
"""Kinds of fields of which a sheet may have several columns."""


@dataclass(frozen=True)
class Field:
    """One column of a ledger. `headers` are matched after header cleaning, exact text first.

    `label` is how people choose it; the first header where that says enough.
    """

    name: str
    kind: FieldKind
    headers: tuple[str, ...]
    label: str = ""


@dataclass(frozen=True)
class Ledger:
    """`required` groups: of each group at least one field must be found for a sheet to be this ledger."""

    name: str
    label: str
    row_is: str
    fields: tuple[Field, ...]
    required: tuple[tuple[str, ...], ...]

    def field(self, name: str) -> Field:
        """The field of that name; KeyError when the ledger has none."""
        for candidate in self.fields:
            if candidate.name == name:
                return candidate
        raise KeyError(name)


def field(name: str, kind: FieldKind, headers: str, label: str = "") -> Field:
    """A field whose headers are separated by spaces."""
    known = tuple(headers.split())
    return Field(name, kind, known, label or known[0])
