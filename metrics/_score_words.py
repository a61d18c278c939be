"""The score sheet in Chinese: points, totals with what is missing, bands."""

from decimal import Decimal

from data.score_bands import bands_text
from metrics._scores import Scored, ScoredItem
from metrics._words import DASH

NOTE = "分数按档计算，相邻分数之间的差别不等于统计上的差别。"


def total_words(one: Scored) -> str:
    """The sum of the points there are, and how many items are missing."""
    total = DASH if one.total is None else points_words(one.total)
    return f"{total}（缺{one.missing}项）" if one.missing else total


def points_words(points: Decimal) -> str:
    """Points as they are, without idle zeros: 7.5."""
    text = f"{points:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def bands_note(one: ScoredItem) -> str:
    """Weight and bands of one item, as they were entered."""
    item, metric = one.item, one.metric
    return f"{metric.label}：权重{points_words(item.weight)}，分档（{metric.unit}）{bands_text(item.bands)}。"
