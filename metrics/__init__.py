"""Figures from a published build: what other parts import."""

from metrics._compute import compute
from metrics._figures import Figure, Figures
from metrics._metric import Metric
from metrics._monthly import monthly
from metrics._period import Period, PeriodUnclear, parse_period
from metrics._registry import CORE, METRICS, counts
from metrics._words import change_words, format_value, sentence, versus_county

__all__ = [
    "CORE",
    "METRICS",
    "Figure",
    "Figures",
    "Metric",
    "Period",
    "PeriodUnclear",
    "change_words",
    "compute",
    "counts",
    "format_value",
    "monthly",
    "parse_period",
    "sentence",
    "versus_county",
]
