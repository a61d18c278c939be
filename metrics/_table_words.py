"""Titles and notes of a review's tables."""

from metrics._metric import Metric
from metrics._movement_words import is_printed, last_places, why_no_last_places
from metrics._review import Review
from metrics._review_basis import people_label
from metrics._review_words import batch_rule, whole
from metrics._standing_words import View, unranked_words
from metrics._words import mark_words


def count_titles(told: Review, metric: Metric) -> tuple[str, str]:
    """What stands below and above the line, as titles of columns."""
    if metric.denominator is None:
        return "", f"{metric.numerator.label}（{metric.numerator.unit}）"
    if metric.is_rate:
        return f"{people_label(told)}（人）", f"累计{_short(metric)}（{metric.numerator.unit}）"
    if metric.ended is not None:
        below = "受理" if told.definition.mediation_denominator == "accepted" else "办结"
        return f"{below}（件）", "化解（件）"
    top, bottom = metric.numerator, metric.denominator
    return f"{bottom.label}（{bottom.unit}）", f"{top.label}（{top.unit}）"


def _short(metric: Metric) -> str:
    return "新收" if "新收" in metric.numerator.label else "件数"


def last_place_note(told: Review, view: View) -> str:
    """Where the places of the month before come from, or why there are none."""
    if view.is_without_batches:
        return ""
    if last_places(told, view.metric) is None:
        return f"{why_no_last_places(told)}。"
    return "上月位次取自上月通报。" if is_printed(told, view.metric) else "上月位次按现数据计算（年初至上月末累计）。"


def place_notes(told: Review, view: View) -> tuple[str, ...]:
    """What a reader of a table of places must know beside its columns."""
    lead = told.metrics[0].name == view.metric.name
    batches = f"已剔除批量案件，即{batch_rule(told)}。" if view.is_without_batches else ""
    apart = f"{whole(told)}的率含辖区外、未归属，各乡镇街道合计不含。" if lead else ""
    return tuple(one for one in (batches, unranked_words(told, view.metric), apart, _marks(told, view)) if one)


def _marks(told: Review, view: View) -> str:
    """What weakens a figure of the table: an older population, a period not wholly covered."""
    said: dict[str, list[str]] = {}
    for code, name in told.townships:
        for word in mark_words(told.figure(view.metric.name, code)):
            said.setdefault(word, []).append(name)
    every = [word for word, names in said.items() if len(names) == len(told.townships)]
    return f"各乡镇街道均为：{'、'.join(every)}。" if every else ""
