"""Disputes without an outcome: in the denominator of a rate by acceptance, and too young to be in its numerator.

What was accepted last is still being mediated, while the year before has had its time, so that the rate seems to fall.
"""

from metrics._areas import areas_of
from metrics._build import Build
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._sums import Slot, sums


def still_open_words(build: Build, metric: Metric, figure: Figure) -> str:
    """尚有127件未结（上年同期3件）: of one area's figure; '' where all are ended or the rate is of ended ones."""
    metric = metric.under(build.definition)
    if metric.ended is None or metric.denominator == metric.ended or "from_totals" in figure.notes:
        return ""
    spans = ((figure.period_start, figure.period_end), (figure.base_start, figure.base_end))
    slots = [Slot(metric.ended.name, *span) for span in spans]
    found = sums(build, slots)
    place = areas_of(build).index.get(figure.area_code, -1)
    ended, base_ended = (int(found[slot][place]) for slot in slots)
    left = (figure.denominator or 0) - ended
    if left <= 0:
        return ""
    base = (figure.base_denominator or 0) - base_ended
    is_known = figure.base_value is not None and "base_from_totals" not in figure.notes
    return f"尚有{left:,}件未结{f'（上年同期{base:,}件）' if is_known else ''}"
