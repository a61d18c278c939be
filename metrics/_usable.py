"""Which townships a statistic may use, and why the others are left out."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from metrics._arithmetic import Floats
from metrics._evaluate import FEW

Words = NDArray[np.object_]


def as_rows(*columns: ArrayLike) -> tuple[Floats, ...]:
    """One-dimensional float columns of equal length. Raises ValueError when their lengths differ."""
    rows = tuple(np.atleast_1d(np.asarray(column, dtype=np.float64)) for column in columns)
    if len({row.shape for row in rows}) != 1 or rows[0].ndim != 1:
        raise ValueError(f"columns of one length are needed, not {[row.shape for row in rows]}")
    return rows


def usability(x: Floats, n: Floats, is_proportion: bool) -> Words:
    """Per township: ok, small (fewer than ten cases or disputes), zero_denominator, no_population or invalid.

    Only ok and small may be used. Invalid: a count that is unknown or negative, or more resolved than accepted.
    """
    is_invalid = ~(x >= 0) | (n < 0)
    is_few = x < FEW
    if is_proportion:
        is_invalid |= x > n
        is_few = n < FEW
    choices = ((is_invalid, "invalid"), (np.isnan(n), "no_population"), (n == 0, "zero_denominator"), (is_few, "small"))
    return np.select([flags for flags, _ in choices], [word for _, word in choices], "ok").astype(object)


def is_usable(status: Words) -> NDArray[np.bool_]:
    """Which of them take part."""
    return (status == "ok") | (status == "small")


def spread_out(values: Floats, used: NDArray[np.bool_]) -> Floats:
    """Values of the used townships laid back among all; NaN for the others."""
    out = np.full(used.shape, np.nan)
    out[used] = values
    return out
