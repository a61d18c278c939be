"""Places and their intervals in Chinese."""

from collections.abc import Sequence

from metrics._figures import Figure
from metrics._metric import Metric
from metrics._rank_intervals import interval_status
from metrics._ranking import FEWEST, MOST_DISPERSED
from metrics._rounding import half_up_float
from metrics._words import DASH

_MEANING = "位次后的括号是位次区间：真实位次有九成把握落在其中；区间大幅重叠的，不宜分先后。"


def format_rank(figure: Figure) -> str:
    """The place with its 90 % interval where there is one, like 5（3–9）; — without a place."""
    return DASH if figure.rank is None else f"{figure.rank}{format_rank_interval(figure)}"


def format_rank_interval(figure: Figure) -> str:
    """The interval alone, like （3–9）; nothing where there is none."""
    return "" if figure.rank_low is None or figure.rank_high is None else f"（{figure.rank_low}–{figure.rank_high}）"


def about_ranks(metric: Metric, rows: Sequence[Figure]) -> str:
    """Beside a table of places: what the brackets mean, or why there are none; nothing where nobody is ranked."""
    if any(one.rank_low is not None for one in rows if one.metric == metric.name):
        return _MEANING
    return why_no_interval(metric, rows)


def why_no_interval(metric: Metric, rows: Sequence[Figure]) -> str:
    """Why the places of one metric's figures have no interval; nothing where they have one or none is ranked."""
    status = interval_status(metric, rows)
    if status in ("ok", "not_ranked"):
        return ""
    phi = max((one.phi for one in rows if one.metric == metric.name), default=1.0)
    return {
        "too_few": f"参加排名的不足{FEWEST}个，不计位次区间。",
        "nothing_to_tell": "各乡镇街道的数值全为0或全为100%，分不出先后，不计位次区间。",
        "clumped": f"案件过于集中成批（φ={half_up_float(phi, 1)}，超过{MOST_DISPERSED:.0f}），位次靠不住，不编位次。",
        "not_by_chance": "本指标的数值不计区间，位次也不计区间。",
    }[status]
