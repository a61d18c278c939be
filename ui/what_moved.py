"""The first sentences of the overview: what moved, where, and in which cause. Counts and test words only.

The words never claim more than the test shows: a township is named only when its change is beyond ordinary chance, and
a cause only when it makes up a good part of its township's change, in the same direction.
"""

from collections.abc import Callable, Sequence

from metrics import Figure, Metric, change_words, format_value, sentence
from metrics._evaluate import FEW
from metrics._facts import CauseCount
from metrics._words import CLEAR_FROM, NORMAL_BELOW, STATUS_WORDS

NAMED = 2
"""Townships named at most."""
LEAST_PART = 4
"""A cause is named when it makes up at least one part in so many of the change."""
BY_CHANCE = 0.004
"""This part of many compared at once may seem clearly changed by chance: twice the 0.2% outside the limits."""

CausesOf = Callable[[Figure], Sequence[CauseCount]]


def county_words(filings: Figure, rate: Figure, filings_metric: Metric, rate_metric: Metric) -> str:
    """The county in one sentence: how many, against the year before, and per ten thousand people where known."""
    words = sentence(filings, filings_metric)
    if filings.value is None or filings.status == "not_covered":
        return f"{words}。"
    if rate.value is None:
        why = STATUS_WORDS[rate.status] or "缺少数据"
        return f"{words}；{why}，{rate_metric.label}无法计算。"
    of_what = "每万人" if rate_metric.numerator == filings_metric.numerator else rate_metric.event
    return f"{words}；{of_what}{format_value(rate, rate_metric)}件。"


def moved_words(townships: Sequence[Figure], causes_of: CausesOf) -> str:
    """Which townships changed beyond chance, by counts of filings; '' where no township can be compared."""
    judged = [one for one in townships if _is_judged(one)]
    if len(judged) < 2:
        return ""
    judged.sort(key=lambda one: -abs(one.change_z or 0.0))
    clear = [one for one in judged if abs(one.change_z or 0.0) >= CLEAR_FROM]
    slight = [one for one in judged if NORMAL_BELOW <= abs(one.change_z or 0.0) < CLEAR_FROM]
    if clear and len(clear) <= BY_CHANCE * len(judged):
        return f"可作比较的{len(judged):,}个乡镇街道中，变化明显的有{len(clear)}个，与偶然所致的个数相当，不作判断。"
    if clear:
        named = "；其次是".join(_township_words(one, causes_of(one)) for one in clear[:NAMED])
        more = f"；另有{len(clear) - NAMED}个乡镇街道明显变化" if len(clear) > NAMED else ""
        return f"变化最明显的是{named}{more}。"
    if slight:
        first = _township_words(slight[0], causes_of(slight[0]))
        return f"各乡镇街道没有明显变化；略超正常波动的有{len(slight)}个，最大的是{first}。"
    if len(judged) < len(townships):
        return f"可作比较的{len(judged)}个乡镇街道变化均属正常波动，其余数量过小或不作同比。"
    return "各乡镇街道变化均属正常波动。"


def _is_judged(figure: Figure) -> bool:
    """Tested against chance, not a mere handful, and both years of one definition."""
    enough = figure.numerator + figure.base_numerator >= FEW
    return figure.change_z is not None and enough and "break" not in figure.notes


def _township_words(figure: Figure, causes: Sequence[CauseCount]) -> str:
    words = f"{figure.area_name}（{figure.numerator:,}件，{change_words(figure)}）"
    main = main_cause(figure.numerator - figure.base_numerator, causes)
    if main is None:
        return words
    by = main.n - main.base_n
    return f"{words}，其中{main.cause}{'增加' if by > 0 else '减少'}{abs(by):,}件"


def main_cause(by: int, causes: Sequence[CauseCount]) -> CauseCount | None:
    """The cause that moved most in the direction of the whole change `by`; None when none makes up a good part."""
    along = [one for one in causes if (one.n - one.base_n) * by > 0]
    first = max(along, key=lambda one: abs(one.n - one.base_n), default=None)
    if first is None or abs(first.n - first.base_n) * LEAST_PART < abs(by):
        return None
    return first
