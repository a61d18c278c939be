"""Where a value stands on a chart: ends, round marks, and the way from values to points."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True)
class Scale:
    """Values from `low` to `high` onto points from `start` to `end`; `marks` are round values with their texts."""

    low: float
    high: float
    start: float
    end: float
    marks: tuple[tuple[float, str], ...]

    def at(self, value: float) -> float:
        """Point of a value."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def scale(values: Sequence[float], start: float, end: float, marks: int, *, far: float) -> Scale:
    """A scale that holds all values. Zero is on it unless the lowest is above `far` times the highest (1: always)."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    if low <= far * high:
        low, high = min(low, 0.0), max(high, 0.0)
    if high <= low:
        low, high = (low, low + 1) if low >= 0 else (low - 1, low)
    step = _step(Decimal(repr(high - low)) / max(marks, 1))
    if low != 0:
        low = float((Decimal(repr(low)) / step).to_integral_value("ROUND_FLOOR") * step)
    return Scale(low, high, start, end, _marks(low, high, step))


def _step(least: Decimal) -> Decimal:
    """The smallest round number (1, 2, 2.5, 5 × a power of ten) that is not below."""
    power = Decimal(1).scaleb(least.adjusted())
    return next(one * power for one in _STEPS if one * power >= least)


def _marks(low: float, high: float, step: Decimal) -> tuple[tuple[float, str], ...]:
    first = (Decimal(repr(low)) / step).to_integral_value("ROUND_CEILING")
    found = []
    at = first * step
    while float(at) <= high:
        found.append((float(at), _text(at)))
        at += step
    return tuple(found)


def _text(value: Decimal) -> str:
    """As people write it: 1,500; 0.25; −20."""
    plain = f"{value.normalize():,f}"
    return plain.replace("-", "−")
