"""Titles and notes of a review's tables."""

from metrics._evaluate import FEW
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._movement_words import is_printed, last_places, why_no_last_places
from metrics._rank_words import why_no_interval
from metrics._review import Review
from metrics._review_basis import people_label
from metrics._review_words import batch_rule, listed, whole
from metrics._standing_words import View, still_clumped, unranked_words
from metrics._still_open import still_open_words


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
    if view.is_without_batches or not view.has_places:
        return ""
    if last_places(told, view.metric) is None:
        return f"{why_no_last_places(told)}。"
    return "上月位次取自上月通报。" if is_printed(told, view.metric) else "上月位次按现数据计算（年初至上月末累计）。"


def place_notes(told: Review, view: View) -> tuple[str, ...]:
    """What a reader of a table of places must know beside its columns."""
    lead = told.metrics[0].name == view.metric.name
    batches = f"已剔除批量案件，即{batch_rule(told)}。" if view.is_without_batches else ""
    apart = f"{whole(told)}的率含辖区外、未归属，各乡镇街道合计不含。" if lead else ""
    left = still_open_words(told.build, view.metric, told.figure(view.metric.name))
    young = f"{left}，以后办结的会使化解率变动，同比只作参考。" if left else ""
    return tuple(one for one in (batches, unranked_words(told, view.metric), apart, young, _marks(told, view)) if one)


def about_places(view: View) -> str:
    """What the interval of a place is, or why there is none; a table without places stands in the order of the list."""
    if not view.has_places:
        still = still_clumped(view.rest)
        why = why_no_interval(view.metric, view.figures)
        return f"{why}{f'{still}。' if still else ''}各乡镇街道按名册顺序列出，不分先后。"
    if any(one.rank_low is not None for one in view.in_order):
        return (
            "位次区间指真实位次有九成把握所在的范围；区间大幅重叠的，不宜分先后。"
            f"可以认定居前三、后三的，把握均在八成以上，且不少于{FEW}件。"
        )
    return why_no_interval(view.metric, view.figures)


def _marks(told: Review, view: View) -> str:
    """What weakens figures of the table, and whose: an older population, a period not wholly covered."""
    rows = [one for one in view.figures if one.metric == view.metric.name and one.area_code in dict(told.townships)]
    said = []
    for note, words in _NOTES.items():
        names = [one.area_name for one in rows if note in one.notes]
        if names:
            said.append(f"{'各乡镇街道' if len(names) == len(rows) else listed(names)}{words}")
    if any(is_base_small(one, view.metric) for one in rows):
        said.append(f"上年同期不足{FEW}件的，不计算同比")
    return f"{'；'.join(said)}。" if said else ""


_NOTES = {
    "break": "本期与上年同期跨口径断点，不宜直接比较，不列同比",
    "population_carried": "沿用较早的人口数",
    "population_later": "使用期后公布的人口数",
    "partial_period": "期间未完",
    "from_totals": "本期按历史汇总数统计",
    "base_from_totals": "上年同期按历史汇总数统计",
    "not_covered": "本期或上年同期的台账未覆盖全，不列同比",
}


def is_base_small(figure: Figure, metric: Metric) -> bool:
    """Too few a year before, of a share also now, for a change to be told in a table."""
    return "base_small" in figure.notes or (not metric.is_rate and "small" in figure.notes)
