"""A metric: one or two counts, one division, and the card that says what it means."""

from dataclasses import dataclass, replace
from typing import Literal

from data.count import Count
from data.definition import Definition

Better = Literal["lower", "higher", "none"]
Interval = Literal["poisson", "wilson", "none"]


@dataclass(frozen=True)
class Metric:
    """One figure that people ask for. `value = numerator / denominator * per`; without a denominator it is a count.

    `includes`, `excludes`, `basis`, `caution` and `aliases` are the definition card, in Chinese.
    `order` is the place in lists, smallest first. `event` is how the numerator is said in a sentence.
    """

    name: str
    label: str
    numerator: Count
    denominator: Count | None
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

    def under(self, definition: Definition) -> "Metric":
        """The metric as a definition has it computed and its card printed."""
        if self.ended is None or definition.mediation_denominator == "accepted":
            return self
        return replace(self, denominator=self.ended)

    @property
    def counts(self) -> tuple[Count, ...]:
        """The numerator, and the denominator where there is one."""
        return (self.numerator,) if self.denominator is None else (self.numerator, self.denominator)

    @property
    def is_rate(self) -> bool:
        """True for events per so many people."""
        return self.denominator is not None and self.denominator.fold == "last"

    @property
    def is_proportion(self) -> bool:
        """True for a part of a whole, both counted over the same days."""
        return self.denominator is not None and self.denominator.fold == "sum"

    @property
    def formula(self) -> str:
        """The formula as printed on the card."""
        if self.denominator is None:
            return self.numerator.label
        scale = {100: "100%", 10_000: "10000（每万人）"}.get(self.per, str(self.per))
        return f"{self.numerator.label} ÷ {self.denominator.label} × {scale}"
