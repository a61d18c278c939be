"""Axes that several charts share."""

from collections.abc import Sequence
from typing import Any

from charts.palette import GRID, MUTED


def from_zero(unit: str) -> dict[str, Any]:
    """A value axis that begins at zero, with its unit."""
    return {
        "rangemode": "tozero",
        "fixedrange": True,
        "gridcolor": GRID,
        "zerolinecolor": MUTED,
        "automargin": True,
        "title": {"text": unit, "font": {"size": 12}},
    }


def of_names(places: Sequence[float], labels: Sequence[str], slots: float) -> dict[str, Any]:
    """Names one below the other, the first on top; `slots` is how many lines there is room for."""
    return {
        "tickmode": "array",
        "tickvals": list(places),
        "ticktext": list(labels),
        "range": [slots - 0.4, -0.6],
        "showgrid": False,
        "zeroline": False,
        "automargin": True,
        "fixedrange": True,
        "tickfont": {"size": 12.5},
        "ticks": "",
        "title": None,
    }
