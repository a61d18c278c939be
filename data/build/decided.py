"""What people decided about places, as one value: it enters every build, and a build knows which one it holds."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from data.store.home import Home
from data.store.placements import placed_cases
from data.store.places import LEAVE, decided_places


@dataclass(frozen=True)
class Decided:
    """`places`: place text → township code or "outside". `cases`: case number → the same."""

    places: Mapping[str, str] = field(default_factory=dict)
    cases: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> str:
        """Stable JSON text."""
        plain = {"places": dict(self.places), "cases": dict(self.cases)}
        return json.dumps(plain, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Decided":
        """The inverse of `to_json`."""
        return cls(**json.loads(text))

    @property
    def digest(self) -> str:
        """Changes whenever a decision that moves rows is made or withdrawn."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()[:16]

    def difference(self, other: "Decided") -> int:
        """How many texts and cases the two say different things of."""
        pairs = ((self.places, other.places), (self.cases, other.cases))
        return sum(a.get(key) != b.get(key) for a, b in pairs for key in {*a, *b})


def decided(home: Home) -> Decided:
    """The decisions in force. A text that was only seen and left moves nothing and is no part of it."""
    places = {text: area for text, area in decided_places(home.state).items() if area != LEAVE}
    return Decided(places, placed_cases(home.state))
