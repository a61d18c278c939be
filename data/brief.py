"""What a notice (通报) depends on besides its build: what the office decided, typed or had printed before.

Everything here is frozen with the notice when it is issued, so that the notice can be made again from the build and
this alone. Plain values only; JSON keeps them exactly.
"""

import json
from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal, Self

Direction = Literal["at_most", "at_least"]
Scope = Literal["county", "township"]
KindName = str


@dataclass(frozen=True)
class Target:
    """A figure that a document asks for in a year; `value` is in the unit of the metric, as it was typed."""

    metric: str
    year: int
    value: Decimal
    direction: Direction
    scope: Scope
    document: str
    """Title and number of the document that sets it."""
    label: str = ""
    """What the metric was called when the target was set; a definition may count something else under another name."""


@dataclass(frozen=True)
class Band:
    """Points for a value from `at_least` (included) up to the next band; None: from anywhere below."""

    at_least: Decimal | None
    points: Decimal


@dataclass(frozen=True)
class ScoreItem:
    """One metric of a score sheet. Points come from bands; `weight` is the most that they can be."""

    metric: str
    weight: Decimal
    bands: tuple[Band, ...]
    label: str = ""
    """As of a target."""


@dataclass(frozen=True)
class ScoreSheet:
    """考核计分表 of a year."""

    year: int
    name: str
    document: str
    items: tuple[ScoreItem, ...]


@dataclass(frozen=True)
class Overdue:
    """Something a township should have done by now: an alert past its day, a judicial suggestion without reply."""

    area_code: str
    what: str
    """One Chinese clause, without a full stop."""
    due_on: date | None


@dataclass(frozen=True)
class Printed:
    """A count of a protected cause in one township that an issued notice printed: later ones must not undo it."""

    area_code: str
    cause: str
    start: date
    end: date
    n: int | None
    """None: it was held back."""


@dataclass(frozen=True)
class Place:
    """A place as an issued notice printed it."""

    metric: str
    area_code: str
    rank: int


@dataclass(frozen=True)
class Before:
    """What is kept of the notice issued for the month before."""

    month: date
    definition: str
    """Its definition as JSON: places are only set side by side under the same one."""
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Typed:
    """What the office types for one notice."""

    office: str = ""
    """发文机关署名."""
    addressee: str = ""
    """主送机关."""
    number: str = ""
    """发文字号."""
    secrecy: str = "内部"
    signer: str = ""
    """签发人."""
    drafter: str = ""
    contact: str = ""
    reasons: tuple[str, ...] = ()
    """原因提示, typed by people."""
    advice: tuple[str, ...] = ()
    """工作建议, typed by people."""
    letters_to: tuple[str, ...] = ()
    """Area codes of townships that get a 提示函."""

    def to_json(self) -> str:
        """Stable JSON text."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, default=str)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The inverse of `to_json`."""
        plain: dict[str, Any] = json.loads(text)
        plain |= {name: tuple(one) for name, one in plain.items() if isinstance(one, list)}
        return cls(**plain)


@dataclass(frozen=True)
class Brief(Typed):
    """One notice to be made. `month` is the first day of its month, `dated` the date that it bears."""

    kind: KindName = field(kw_only=True)
    month: date = field(kw_only=True)
    dated: date = field(kw_only=True)
    targets: tuple[Target, ...] = ()
    score_sheet: ScoreSheet | None = None
    overdue: tuple[Overdue, ...] = ()
    before: Before | None = None
    printed: tuple[Printed, ...] = ()
    """Counts that notices issued before have printed or held back."""

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The inverse of `to_json`."""
        plain: dict[str, Any] = json.loads(text)
        sheet, before = plain.pop("score_sheet"), plain.pop("before")
        plain |= {name: tuple(plain[name]) for name in ("reasons", "advice", "letters_to")}
        return cls(
            month=date.fromisoformat(plain.pop("month")),
            dated=date.fromisoformat(plain.pop("dated")),
            targets=tuple(target_from(one) for one in plain.pop("targets")),
            score_sheet=score_sheet_from(sheet) if sheet else None,
            overdue=tuple(Overdue(one["area_code"], one["what"], _day(one["due_on"])) for one in plain.pop("overdue")),
            before=_before_from(before) if before else None,
            printed=tuple(printed_cell_from(one) for one in plain.pop("printed")),
            **plain,
        )


def target_from(plain: dict[str, Any]) -> Target:
    """A target from its JSON object."""
    return Target(**{**plain, "value": Decimal(plain["value"])})


def score_sheet_from(plain: dict[str, Any]) -> ScoreSheet:
    """A score sheet from its JSON object."""
    items = tuple(
        ScoreItem(
            one["metric"],
            Decimal(one["weight"]),
            tuple(_band_from(band) for band in one["bands"]),
            one.get("label", ""),
        )
        for one in plain["items"]
    )
    return ScoreSheet(plain["year"], plain["name"], plain["document"], items)


def _band_from(plain: dict[str, Any]) -> Band:
    at_least = plain["at_least"]
    return Band(None if at_least is None else Decimal(at_least), Decimal(plain["points"]))


def _before_from(plain: dict[str, Any]) -> Before:
    places = tuple(Place(**one) for one in plain["places"])
    return Before(date.fromisoformat(plain["month"]), plain["definition"], places)


def printed_cell_from(plain: dict[str, Any]) -> Printed:
    """A count that was printed from its JSON object."""
    start, end = date.fromisoformat(plain["start"]), date.fromisoformat(plain["end"])
    return Printed(plain["area_code"], plain["cause"], start, end, plain["n"])


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
