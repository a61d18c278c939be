"""How dark a cell of a table of counts is: its share of the greatest count of the column."""

DARKEST = 0.34
"""Opacity of the accent colour behind the greatest number; digits on it keep 4.5:1 in light and in dark."""


FEW = 10
"""A column whose greatest number is smaller is shaded as if it were this: one or two of something are no hot spot."""


def shade(n: float, greatest: float) -> float:
    """Opacity from 0 (nothing, or an empty column) to DARKEST, in proportion to the count."""
    return round(DARKEST * n / max(greatest, FEW), 3) if n > 0 and greatest > 0 else 0.0
