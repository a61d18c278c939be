"""What people taught the desk about their exports: confirmed layouts and the meaning of words. Plain values."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class TaughtLayout:
    """How a person said that sheets with these headers are to be read.

    `signature` is the digest of the sheet's cleaned headers, without any ledger, whatever their order; `fields` maps a
    cleaned header to the name of a field of `ledger`, or to "" where the person said that it is not wanted. A header
    that is not named is read as usual.
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
        """Changes whenever anything taught changes; "" when nothing was."""
        if not self.layouts and not self.words:
            return ""
        text = json.dumps(self.to_json(), ensure_ascii=False, sort_keys=True)
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
