"""A case of 预警 as it is followed: the acts on it, and what state they come to.

待研判 → 已提示 → 已反馈 → 已销号, or 不予提示 with a reason. Each act keeps the evidence as it stood then, because a
later build may count otherwise.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

Act = Literal["told", "answered", "closed", "dismissed", "assigned", "remarked"]
State = Literal["open", "told", "answered", "closed", "dismissed"]
STATE_WORDS: dict[State, str] = {
    "open": "待研判",
    "told": "已提示",
    "answered": "已反馈",
    "closed": "已销号",
    "dismissed": "不予提示",
}
ACT_WORDS: dict[Act, str] = {
    "told": "记录提示",
    "answered": "记录反馈",
    "closed": "销号",
    "dismissed": "不予提示",
    "assigned": "指定责任人、期限",
    "remarked": "备注",
}
ENDED: tuple[State, ...] = ("closed", "dismissed")
ALLOWED: dict[State, tuple[Act, ...]] = {
    "open": ("told", "dismissed", "assigned", "remarked"),
    "told": ("answered", "dismissed", "assigned", "remarked"),
    "answered": ("answered", "closed", "assigned", "remarked"),
    "closed": ("remarked",),
    "dismissed": ("remarked",),
}
NEEDS_WORDS: tuple[Act, ...] = ("answered", "closed", "dismissed", "remarked")
LONGEST_REMARK, LONGEST_PERSON = 500, 40


@dataclass(frozen=True)
class AlertEvent:
    """One act: who did it when, and what the alert looked like then."""

    id: int
    act: Act
    month: date
    """The latest closed month that was known."""
    evidence: dict[str, Any]
    person: str | None
    until: date | None
    remark: str
    at: datetime
    by: str
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None


@dataclass(frozen=True)
class AlertCase:
    """One township and rule from the first month of the breach until it is closed."""

    id: int
    rule: str
    area_code: str
    area_name: str
    first_month: date
    events: tuple[AlertEvent, ...]
    """In order, those taken back too."""

    @property
    def standing(self) -> tuple[AlertEvent, ...]:
        """The acts that were not taken back."""
        return tuple(one for one in self.events if one.withdrawn_at is None)

    @property
    def state(self) -> State:
        """Where the case stands."""
        moves = [one.act for one in self.standing if one.act not in ("assigned", "remarked")]
        return moves[-1] if moves else "open"  # type: ignore[return-value]

    @property
    def is_ended(self) -> bool:
        """Nothing more is to be done; a later breach opens another case."""
        return self.state in ENDED

    @property
    def ended_month(self) -> date | None:
        """The latest closed month that was known when the case was ended; alerts up to it belong to the case."""
        return self.ending.month if self.ending else None

    @property
    def ending(self) -> AlertEvent | None:
        """The act that ended the case."""
        return next((one for one in reversed(self.standing) if one.act in ENDED), None)

    @property
    def person(self) -> str | None:
        """Who is responsible."""
        return next((one.person for one in reversed(self.standing) if one.person), None)

    @property
    def until(self) -> date | None:
        """By when."""
        return next((one.until for one in reversed(self.standing) if one.until), None)

    @property
    def steps(self) -> int:
        """How often anything was recorded or taken back; who acts says how many they saw."""
        return len(self.events) + len(self.events) - len(self.standing)

    @property
    def allowed(self) -> tuple[Act, ...]:
        """What may be recorded next."""
        return ALLOWED[self.state]


@dataclass(frozen=True)
class Entry:
    """An act as a person records it."""

    act: Act
    month: date
    evidence: dict[str, Any]
    remark: str = ""
    person: str = ""
    until: date | None = None
