"""What people taught the desk about their exports: confirmed layouts and the meaning of words. Plain values."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any


def signature_of(headers: Sequence[str]) -> str:
    """Digest of a sheet's cleaned headers, whatever their order and whichever ledger they may be of."""
    named = sorted(header for header in headers if header)
    return hashlib.sha256("\n".join(named).encode()).hexdigest()[:24]


def header_keys(headers: Sequence[str]) -> tuple[str, ...]:
    """One key per column that survives a move of columns: its header, a second one of that name with #2.

    A column without a header is named after the next one with a header to its left, else to its right.
    """
    seen: dict[str, int] = {}
    keys = []
    for i, header in enumerate(headers):
        key = header or _beside(headers, i)
        seen[key] = seen.get(key, 0) + 1
        keys.append(key if seen[key] == 1 else f"{key}#{seen[key]}")
    return tuple(keys)


def _beside(headers: Sequence[str], i: int) -> str:
    left = next((header for header in reversed(headers[:i]) if header), None)
    if left is not None:
        return f"（“{left}”右侧无表头）"
    right = next((header for header in headers[i:] if header), "")
    return f"（“{right}”左侧无表头）"


@dataclass(frozen=True)
class TaughtLayout:
    """How a person said that sheets with these headers are to be read.

    `signature` is `signature_of` the sheet's cleaned headers; `fields` maps a column's key (`header_keys`) to the name
    of a field of `ledger`, or to "" where the person said that it is not wanted. A column that is not named is read as
    usual. `kind` stands in where a row of mediations does not say its kind itself.
    """

    signature: str
    name: str
    ledger: str
    kind: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Taught:
    """Everything taught, as one value that travels into the reading process.

    `words` maps a field that has a vocabulary (`result`, `close_method`, …) to word → meaning.
    """

    layouts: tuple[TaughtLayout, ...] = ()
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Changes whenever a file would be read differently; "" when nothing was taught that could matter.

        Words do not: rows keep what was written, and the build gives it its meaning.
        """
        if not self.layouts:
            return ""
        text = json.dumps(self.to_json()["layouts"], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def layout(self, signature: str) -> TaughtLayout | None:
        """The layout taught for sheets with these headers."""
        return next((one for one in self.layouts if one.signature == signature), None)

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)

    @classmethod
    def from_json(cls, plain: dict[str, Any]) -> "Taught":
        """The inverse of `to_json`."""
        return cls(tuple(TaughtLayout(**one) for one in plain["layouts"]), plain["words"])
