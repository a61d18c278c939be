"""One figure by its counts, as compute() would have made it."""

from dataclasses import replace
from datetime import date

from metrics import Figure
from metrics import _clumped_limits as clumped


def figure(metric, x1, n1, x0, n0, z=0.5, phi=1.0, **changes):
    """A figure of the first nine months of 2026 with these counts."""
    is_part = metric.is_proportion
    value = x1 if metric.denominator is None else x1 * metric.per / n1 if n1 else None
    base = x0 if metric.denominator is None else x0 * metric.per / n0 if n0 else None
    change = None
    if value is not None and base is not None and (x0 or is_part):
        change = float(value - base) if is_part else (value - base) / base * 100
    low = high = wide_low = wide_high = None
    if n1:
        limits = clumped.wilson_limits if is_part else clumped.rate_limits
        low, high = (float(one) for one in limits(x1, n1, metric.per, phi))
        wide_low, wide_high = (float(one) for one in limits(x1, n1, metric.per, phi, 0.998))
    made = Figure(
        metric=metric.name, label=metric.label, period_start=date(2026, 1, 1), period_end=date(2026, 9, 30),
        area_code="甲镇", area_name="甲镇", numerator=x1, denominator=n1, value=value, low=low, high=high, status="ok",
        notes=(), base_start=date(2025, 1, 1), base_end=date(2025, 9, 30), base_numerator=x0, base_denominator=n0,
        base_value=base, change=change, change_unit="百分点" if is_part else "%", change_z=z, unit=metric.unit,
        per=metric.per, rank=None, rank_low=None, rank_high=None, build=1, cutoff=date(2026, 9, 30), definition="",
        phi=phi, wide_low=wide_low, wide_high=wide_high,
    )  # fmt: skip
    return replace(made, **changes)
