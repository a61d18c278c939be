"""The course of a year: which share of a year's cases falls into which of its eleven periods.

January and February are one period, because the Spring Festival moves between them.
"""

from datetime import date

import numpy as np
from numpy.typing import ArrayLike

from metrics._arithmetic import Floats

_MONTHS = 12
PERIODS = 11


def merge_spring(months: ArrayLike) -> Floats:
    """Months January…December along the last axis (12) as eleven periods. Raises ValueError for another length."""
    table = np.asarray(months, dtype=np.float64)
    if table.shape[-1] != _MONTHS:
        raise ValueError(f"twelve months from January are needed, not {table.shape[-1]}")
    return np.concatenate([table[..., :2].sum(axis=-1, keepdims=True), table[..., 2:]], axis=-1)


def splits_spring(start: date, end: date) -> bool:
    """True for days that hold some of January and none of February, or the reverse."""
    span = end.year * _MONTHS + end.month - start.year * _MONTHS - start.month
    months = {(start.month + at - 1) % _MONTHS + 1 for at in range(min(span, _MONTHS - 1) + 1)}
    return (1 in months) != (2 in months)


def seasonal_shares(months: ArrayLike) -> Floats:
    """Eleven shares that sum to 1, pooled over all rows (closed township-years × 12 months).

    Without a single case every month counts alike. Rows with an unknown month are left
    out. Raises ValueError for another number of months.
    """
    table = merge_spring(np.atleast_2d(np.asarray(months, dtype=np.float64)))
    pooled = table[~np.isnan(table).any(axis=1)].sum(axis=0)
    if pooled.sum() == 0:
        pooled = merge_spring(np.ones(_MONTHS))
    return np.asarray(pooled / pooled.sum())


def elapsed_share(shares: ArrayLike, closed_months: int, spring_part: float = 0.5) -> float:
    """Share of the year's cases expected by the end of so many closed months (0…12).

    `spring_part`: January's part of the first period, by working days; it counts after one closed month only. Raises
    ValueError for other numbers.
    """
    parts = np.asarray(shares, dtype=np.float64)
    if parts.shape != (PERIODS,) or not 0 <= closed_months <= _MONTHS or not 0 <= spring_part <= 1:
        raise ValueError("eleven shares, 0 to 12 closed months and a part between 0 and 1 are needed")
    if closed_months == 1:
        return float(parts[0] * spring_part)
    return float(parts[: max(0, closed_months - 1)].sum()) if closed_months < _MONTHS else 1.0
