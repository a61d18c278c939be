"""A metric: one or two counts, one division, and the card that says what it means."""

from dataclasses import dataclass, replace
from typing import Literal

from data.count import Count, PeriodCount, Side, leaves_of
from data.definition import Definition, RateNumerator

Better = Literal["lower", "higher", "none"]
Interval = Literal["poisson", "wilson", "none"]
Family = Literal["诉源", "调解", "案源", "访源", "延伸"]
FAMILIES: tuple[Family, ...] = ("诉源", "调解", "案源", "访源", "延伸")
Quotient = Literal["part", "ratio", "average"]


@dataclass(frozen=True)
class OtherNumerator:
    """What a definition may have counted above the line instead, with the words of the card that go with it."""

    side: Side
    label: str
    event: str
    includes: tuple[str, ...]
    excludes: tuple[str, ...]
    caution: str


@dataclass(frozen=True)
class Metric:
    """One figure that people ask for. `value = numerator / denominator * per`; without a denominator it is a count.

    `includes`, `excludes`, `basis`, `caution` and `aliases` are the definition card, in Chinese.
    `order` is the place within the family, smallest first. `event` is how the numerator is said in a sentence.
    """

    name: str
    label: str
    family: Family
    numerator: Side
    denominator: Side | None
    per: int
    unit: str
    decimals: int
    better: Better
    interval: Interval
    includes: tuple[str, ...]
    excludes: tuple[str, ...]
    basis: str
    order: int
    event: str
    caution: str = ""
    aliases: tuple[str, ...] = ()
    ended: Count | None = None
    """For a share of what was accepted: the denominator of a definition that divides by what has ended (办结)."""
    other_numerators: tuple[tuple[RateNumerator, OtherNumerator], ...] = ()
    """By the definition's `rate_numerator`."""
    quotient: Quotient = "part"
    """What two counts of the same days are to each other: a part of a whole, two things (ratio), a mean (average)."""
    is_core: bool = False
    """One of the few that pages show side by side without being asked."""

    def under(self, definition: Definition) -> "Metric":
        """The metric as a definition has it computed and its card printed."""
        metric = self
        other = dict(self.other_numerators).get(definition.rate_numerator)
        if other is not None:
            words = {name: getattr(other, name) for name in ("label", "event", "includes", "excludes", "caution")}
            metric = replace(metric, numerator=other.side, **words)
        if self.ended is not None and definition.mediation_denominator == "ended":
            metric = replace(metric, denominator=self.ended)
        return metric

    @property
    def sides(self) -> tuple[Side, ...]:
        """The numerator, and the denominator where there is one."""
        return (self.numerator,) if self.denominator is None else (self.numerator, self.denominator)

    @property
    def counts(self) -> tuple[Count | PeriodCount, ...]:
        """The single counts of both sides."""
        return tuple(count for side in self.sides for count in leaves_of(side))

    @property
    def is_rate(self) -> bool:
        """True for events per so many people."""
        return isinstance(self.denominator, Count) and self.denominator.fold == "last"

    @property
    def is_proportion(self) -> bool:
        """True for a part of a whole, both counted over the same period."""
        return self.denominator is not None and not self.is_rate and self.quotient == "part"

    @property
    def is_average(self) -> bool:
        """True for a mean: days per case, pieces of work per station."""
        return self.denominator is not None and not self.is_rate and self.quotient == "average"

    @property
    def is_census(self) -> bool:
        """True for counts of lists (villages, townships, stations): all of them, not a sample that chance drew."""
        return any(isinstance(one, PeriodCount) and not one.ledger for one in self.sides)

    @property
    def is_tested(self) -> bool:
        """True where a change can be held against chance: single events, of people or as part of a whole."""
        plain = all(isinstance(one, Count) and one.fold in ("sum", "last") for one in self.counts)
        return plain and (self.denominator is None or self.is_rate or self.is_proportion)

    @property
    def changes_in_points(self) -> bool:
        """True for figures in percent, whose change is told in percentage points (百分点)."""
        return self.denominator is not None and not self.is_rate and self.per == 100

    @property
    def formula(self) -> str:
        """The formula as printed on the card."""
        if self.denominator is None:
            return self.numerator.label
        scale = {1: "", 100: " × 100%", 10_000: " × 10000（每万人）"}.get(self.per, f" × {self.per}")
        return f"{self.numerator.label} ÷ {self.denominator.label}{scale}"
