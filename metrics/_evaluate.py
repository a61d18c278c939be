"""From counts to figures: value, limits, status, notes and change, for arrays of any one metric."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.definition import Definition
from metrics import _arithmetic as arithmetic
from metrics import _clumped_limits as clumped
from metrics._arithmetic import Floats
from metrics._metric import Metric

Flags = NDArray[np.bool_]
FEW = 10
"""Fewer events (of a proportion: fewer disputes) than this are too few to judge by."""
NOTES = (
    "small",
    "break",
    "partial_period",
    "not_covered",
    "population_carried",
    "population_later",
    "base_zero",
    "base_small",
    "from_totals",
    "base_from_totals",
    "period_not_covered",
)


@dataclass(frozen=True)
class Inputs:
    """Counts of one metric over n areas or months, with what is known about them. Denominators: NaN when missing."""

    x1: Floats
    n1: Floats
    x0: Floats
    n0: Floats
    people: Floats
    """Residents, to tell small areas; NaN when unknown."""
    is_area: Flags
    """False for 辖区外 and 未归属, which have counts and no rate."""
    is_whole: Flags
    has_any: Flags
    base_is_whole: Flags
    base_has_any: Flags
    is_cut: Flags
    is_break: Flags
    is_carried: Flags
    is_later: Flags
    from_totals: Flags
    """Numbers of a summary of whole months are in the counts."""
    base_from_totals: Flags
    phi: float
    """How much more than chance the counts jump; change tests and limits allow for it."""


def evaluate(metric: Metric, definition: Definition, given: Inputs) -> dict[str, Any]:
    """Columns of Figure that follow from the counts; `notes` as tuples, everything else as arrays."""
    is_invalid = _is_invalid(metric, given)
    has_value = given.has_any & (given.is_area | (metric.denominator is None)) & ~is_invalid
    is_counted = (metric.denominator is None) & (given.has_any | ((given.x1 != 0) & metric.is_tested))
    value = np.where(has_value | is_counted, _value(metric, given.x1, given.n1), np.nan)
    base_has_value = given.base_has_any & (given.is_area | (metric.denominator is None)) & ~is_invalid
    base_value = np.where(base_has_value, _value(metric, given.x0, given.n0), np.nan)
    no_value = np.isnan(value)
    (low, high), (wide_low, wide_high) = _limits(metric, given)
    is_comparable = given.is_whole & given.base_is_whole & ~no_value & ~np.isnan(base_value)
    is_small = _is_small(metric, definition, given) & ~no_value
    return {
        "numerator": given.x1,
        "denominator": given.n1,
        "value": value,
        "low": np.where(no_value, np.nan, low),
        "high": np.where(no_value, np.nan, high),
        "status": _status(metric, given, is_invalid, is_small),
        "notes": _notes(metric, given, is_small),
        "together": np.full(given.x1.shape, np.nan),
        "base_numerator": given.x0,
        "base_denominator": given.n0,
        "base_value": base_value,
        "change": np.where(is_comparable, _change(metric, given), np.nan),
        "change_z": np.where(is_comparable, _change_z(metric, given), np.nan),
        "phi": np.full(given.x1.shape, given.phi),
        "wide_low": np.where(no_value, np.nan, wide_low),
        "wide_high": np.where(no_value, np.nan, wide_high),
    }


def _value(metric: Metric, x: Floats, n: Floats) -> Floats:
    return x if metric.denominator is None else arithmetic.value(x, n, metric.per)


def _limits(metric: Metric, given: Inputs) -> tuple[tuple[Floats, Floats], tuple[Floats, Floats]]:
    """95 and 99.8 % limits."""
    if metric.interval == "none":
        nothing = np.full(given.x1.shape, np.nan)
        return (nothing, nothing), (nothing, nothing)
    is_proportion = metric.interval == "wilson"
    return clumped.near_and_wide(given.x1, given.n1, metric.per, given.phi, is_proportion=is_proportion)


def _change(metric: Metric, given: Inputs) -> Floats:
    """Percent for counts, rates and averages, percentage points for what is told in percent."""
    if metric.changes_in_points:
        return arithmetic.points(given.x1, given.n1, given.x0, given.n0)
    return arithmetic.growth(given.x1, given.x0, *_exposures(metric, given))


def _change_z(metric: Metric, given: Inputs) -> Floats:
    if not metric.is_tested:
        return np.full(given.x1.shape, np.nan)
    if metric.is_proportion:
        return arithmetic.proportion_z(given.x1, given.n1, given.x0, given.n0, given.phi)
    return arithmetic.change_z(given.x1, given.x0, *_exposures(metric, given), phi=given.phi)


def _exposures(metric: Metric, given: Inputs) -> tuple[Floats, Floats]:
    if metric.denominator is None:
        return np.ones_like(given.x1), np.ones_like(given.x1)
    return given.n1, given.n0


def _is_invalid(metric: Metric, given: Inputs) -> Flags:
    """Negative counts, or more resolved than accepted: an error in the rows, not a statistic."""
    negative = (given.x1 < 0) | (given.x0 < 0) | (given.n1 < 0) | (given.n0 < 0)
    return negative | (given.x1 > given.n1) | (given.x0 > given.n0) if metric.is_proportion else negative


def _is_small(metric: Metric, definition: Definition, given: Inputs) -> Flags:
    if metric.denominator is None:
        return np.zeros(given.x1.shape, dtype=bool)
    few = given.x1 < FEW if metric.is_rate else (given.n1 < FEW) & (not metric.is_census)
    return few | (given.people < definition.smallest_ranked_population)


def _status(metric: Metric, given: Inputs, is_invalid: Flags, is_small: Flags) -> NDArray[np.object_]:
    """The first that applies, strongest first."""
    needs = metric.denominator is not None
    choices = (
        (~given.has_any, "not_covered"),
        (~given.is_area & needs, "none"),
        (is_invalid, "invalid"),
        (np.isnan(given.n1) & needs, "no_population"),
        ((given.n1 == 0) & needs, "zero_denominator"),
        (is_small, "small"),
    )
    return np.select([flags for flags, _ in choices], [word for _, word in choices], "ok").astype(object)


def _notes(metric: Metric, given: Inputs, is_small: Flags) -> list[tuple[str, ...]]:
    base = given.x0 if metric.is_rate or metric.denominator is None else given.n0
    is_compared = given.base_is_whole & (given.is_area | (metric.denominator is None))
    flags = (
        is_small,
        given.is_break,
        given.is_cut,
        ~(given.is_whole & given.base_is_whole),
        given.is_carried,
        given.is_later,
        is_compared & (base == 0),
        is_compared & (base > 0) & (base < FEW) & (not metric.is_census),
        given.from_totals,
        given.base_from_totals,
        given.has_any & ~given.is_whole,
    )
    codes = sum(np.broadcast_to(flag, given.x1.shape).astype(np.int64) << i for i, flag in enumerate(flags))
    words: dict[int, tuple[str, ...]] = {}
    for code in np.unique(codes).tolist():
        words[code] = tuple(note for i, note in enumerate(NOTES) if code >> i & 1)
    return [words[code] for code in np.asarray(codes).tolist()]


def ranks(metric: Metric, definition: Definition, given: Inputs, value: Floats, is_rankable: Flags) -> Floats:
    """Place of every rankable area, 1 the best; equal values share a place. NaN where not ranked.

    Left out: areas without a value, of other kinds, smaller than the definition allows, and proportions of fewer
    than ten disputes, where three of three would lead the county.
    """
    out = np.full(value.shape, np.nan)
    if metric.better == "none":
        return out
    ranked = is_rankable & given.has_any & ~np.isnan(value) & ~(given.people < definition.smallest_ranked_population)
    if metric.denominator is not None and not metric.is_rate and not metric.is_census:
        ranked &= given.n1 >= FEW
    worth = value if metric.better == "lower" else -value
    out[ranked] = np.searchsorted(np.sort(worth[ranked]), worth[ranked], side="left") + 1
    return out
