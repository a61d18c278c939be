"""Figures: one row per metric and area (or month), held in columns, turned into rows only when asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Status = Literal["ok", "small", "zero_denominator", "no_population", "not_covered", "invalid", "none"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with everything that must be printed beside it. None means: there is no such number.

    `value` = numerator ÷ denominator × per, unrounded; low and high are its 95 % limits, widened by the dispersion
    `phi`; `rank` 1 is the best, rank_low and rank_high its 90 % interval where it was asked for and can be told.
    """

    metric: str
    label: str
    period_start: date
    period_end: date
    area_code: str
    area_name: str
    numerator: int
    denominator: int | None
    value: float | None
    low: float | None
    high: float | None
    status: Status
    notes: tuple[str, ...]
    base_start: date
    base_end: date
    base_numerator: int
    base_denominator: int | None
    base_value: float | None
    change: float | None
    change_unit: str
    change_z: float | None
    unit: str
    per: int
    rank: int | None
    rank_low: int | None
    rank_high: int | None
    build: int
    cutoff: date | None
    definition: str
    phi: float = 1.0
    wide_low: float | None = None
    """99.8 % limits, which decide on colour."""
    wide_high: float | None = None
    together: float | None = None
    """Of the county: the value of all listed townships together, against which each of them is held."""


COLUMNS = tuple(one.name for one in fields(Figure))
JSON_COLUMNS = COLUMNS[: COLUMNS.index("phi")]
"""What the command line prints: a contract with other programs."""
_WHOLE = frozenset({"numerator", "denominator", "base_numerator", "base_denominator", "rank", "rank_low", "rank_high"})
Column = NDArray[Any] | Sequence[Any]


@dataclass(frozen=True)
class Figures:
    """Columns of equal length under the names of Figure's fields: numpy float64 with NaN for none, or sequences."""

    columns: dict[str, Column]

    def __len__(self) -> int:
        return len(self.columns["metric"])

    def __iter__(self) -> Iterator[Figure]:
        return iter(self.rows())

    def rows(self) -> list[Figure]:
        """One Figure per row, in the order of metrics, then areas (or months)."""
        return [Figure(*values) for values in zip(*self._plain_columns(COLUMNS), strict=True)]

    def to_json(self) -> list[dict[str, Any]]:
        """The rows as the command line prints them: dates as ISO text, notes as a list."""
        lists = [[_json(one) for one in values] for values in self._plain_columns(JSON_COLUMNS)]
        return [dict(zip(JSON_COLUMNS, values, strict=True)) for values in zip(*lists, strict=True)]

    def _plain_columns(self, names: Sequence[str]) -> list[Sequence[Any]]:
        return [_plain(self.columns[name], name in _WHOLE) for name in names]


def _plain(column: Column, whole: bool) -> Sequence[Any]:
    """Plain Python values, NaN as None, whole numbers as int."""
    if not isinstance(column, np.ndarray):
        return column
    if column.dtype != np.float64:
        return column.tolist()
    unknown = np.isnan(column)
    values = np.where(unknown, 0, column).astype(np.int64).astype(object) if whole else column.astype(object)
    values[unknown] = None
    return values.tolist()


def _json(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
