"""Targets in Chinese: what is asked, how far off, what may be said of it and what not."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from data.brief import Target
from metrics._metric import Metric
from metrics._review import Review
from metrics._rounding import half_up
from metrics._targets import FAILED, Judged, Verdict, course, target_year
from metrics._words import DASH, STATUS_WORDS, format_counts, format_interval, format_value, note_words

CHANCE = "差距在正常波动范围内"
PACE_NOTE = "时序按已过天数占全年天数折算，未计季节差异；累计数未到年末，低于全年目标不等于达标。"
GAP_NOTE = "差距为本期值减目标（比例为百分点）；超出或落后于时序的，减时序数。"
CHANCE_NOTE = f"“{CHANCE}”指95%区间（写在括号里）包含目标或时序数，不能断定实际水平未达到目标。"
USE = "目标完成情况仅供平安建设工作参考，不作为立案限制依据。"

_WORDS: dict[Verdict, str] = {
    "met": "达标",
    "missed": "未达标",
    "missed_within": f"未达标，{CHANCE}",
    "open": "全年未结束，不作判断",
    "too_few": "数量过小，不作判断",
    "incomplete": "本期未全部覆盖，不作判断",
    "other_definition": "目标按另一口径登记，不作判断",
    "no_data": "无数据",
}
_OF_PACE: dict[Verdict, tuple[str, str]] = {
    "on_pace": ("未超时序", "达到时序"),
    "off_pace": ("超出时序", "落后于时序"),
    "off_pace_within": (f"超出时序，{CHANCE}", f"落后于时序，{CHANCE}"),
}
_OF_THIS_YEAR = ("partial_period", "from_totals", "period_not_covered")
"""Weak points of the figure itself: the year before does not matter to a target, and which population it is is said
once for all townships."""
_PASSED: tuple[Verdict, ...] = ("missed", "missed_within")
"""Before the year is over: a ceiling that will stay passed."""
ORDER: tuple[Verdict, ...] = (
    "met",
    "on_pace",
    "missed",
    "missed_within",
    "off_pace",
    "off_pace_within",
    "open",
    "too_few",
    "incomplete",
    "other_definition",
    "no_data",
)


def verdict_words(one: Judged) -> str:
    """What is said of one township (or the county): 达标, 超出时序, 无数据（缺人口）."""
    if one.verdict == "no_data":
        why = STATUS_WORDS[one.figure.status]
        return f"无数据（{why}）" if why else "无数据"
    if one.pace is not None and one.verdict in _PASSED:
        return said(one.verdict, one.target).replace("未达标", "已超全年目标", 1)
    return said(one.verdict, one.target)


def said(verdict: Verdict, target: Target) -> str:
    """A verdict in words; a ceiling is passed, a floor is not reached."""
    if verdict in _OF_PACE:
        return _OF_PACE[verdict][target.direction == "at_least"]
    return _WORDS[verdict]


def bare_value(target: Target) -> str:
    """The target as it was typed: 60.00."""
    return f"{target.value:,f}"


def target_words(target: Target, metric: Metric) -> str:
    """What is asked: 全年不超过60.00件/万人, 不低于90%."""
    year = "" if course(metric) == "level" else "全年"
    return f"{year}{'不超过' if target.direction == 'at_most' else '不低于'}{bare_value(target)}{metric.unit}"


def short_target(target: Target) -> str:
    """The same for a narrow column: ≤60.00."""
    return f"{'≤' if target.direction == 'at_most' else '≥'}{bare_value(target)}"


def value_words(one: Judged) -> str:
    """The figure with its unit and its two counts: 52.30件/万人（418/80,000）; — without a value."""
    return _with_counts(one, one.metric.unit)


def bare_value_words(one: Judged) -> str:
    """The same without the unit."""
    return _with_counts(one, "")


def gap_words(one: Judged) -> str:
    """The distance from what the figure is held against: 高8.20, 低3.1个百分点, 比时序高2.30; — where none is told."""
    gap = told_gap(one)
    return DASH if gap is None else _difference(gap, one, "比时序" if one.verdict in _OF_PACE else "")


def signed_gap(one: Judged) -> str:
    """The same for a column of numbers: +8.20, -3.1; — where none is told."""
    gap = told_gap(one)
    return DASH if gap is None else f"{'+' if gap > 0 else ''}{half_up(gap, _decimals(one))}"


def told_gap(one: Judged) -> Fraction | None:
    """Value less what it is held against: the target, or while the year runs the share of the days gone by."""
    if one.verdict in _OF_PACE:
        return one.gap_to_pace
    return one.gap if one.verdict in ("met", "missed", "missed_within") else None


def pace_words(one: Judged) -> str:
    """How the share of the days gone by comes about; nothing where the target itself is compared."""
    if one.pace is None:
        return ""
    pace = half_up(one.pace, _decimals(one))
    return f"已过{one.year.elapsed}天，占全年{one.year.days}天，按时序为{pace}{one.metric.unit}"


def remark(one: Judged) -> str:
    """Verdict, limits and weak points of one figure, for the column 说明."""
    parts = [verdict_words(one)]
    if one.verdict.endswith("_within"):
        parts[0] += f"（{format_interval(one.figure, one.metric)}）"
    if one.verdict not in ("no_data", "too_few"):
        parts += [note_words(note) for note in one.figure.notes if note in _OF_THIS_YEAR]
    return "；".join(parts)


def no_targets_words(told: Review) -> str:
    """Said with the definition where nothing is asked for in the review's year; nothing where something is."""
    year = target_year(told.to_date)
    is_asked = any(one.year == year for one in told.brief.targets)
    return "" if is_asked else f"{year}年未设定考核目标，不列未达标清单。"


def counted_words(found: Sequence[Judged]) -> str:
    """How many of one target's townships stand where: 达标12个，未达标3个；均无数据 where nobody has a figure."""
    by_verdict = {one.verdict: one for one in found}
    if len(by_verdict) == 1:
        return f"均{_in_a_list(next(iter(by_verdict.values())))}"
    counts = Counter(one.verdict for one in found)
    return "，".join(f"{_in_a_list(by_verdict[name])}{counts[name]}个" for name in ORDER if counts[name])


def _in_a_list(one: Judged) -> str:
    words = "无数据" if one.verdict == "no_data" else verdict_words(one)
    return words.replace(f"，{CHANCE}", f"但{CHANCE}").replace("，不作判断", "而不作判断")


def failed_words(found: Sequence[Judged]) -> str:
    """How many fall short, and how many of these by no more than chance; townships that stand apart are not counted."""
    failed = [one for one in found if one.verdict in FAILED and not one.is_apart]
    if not failed:
        return "没有未达标、超出或落后于时序的"
    within = sum(one.verdict.endswith("_within") for one in failed)
    more = f"，其中{within:,}处{CHANCE}" if within else ""
    return f"{len(failed):,}处未达标、超出或落后于时序{more}"


def _with_counts(one: Judged, unit: str) -> str:
    if one.value is None:
        return DASH
    counts = f"（{format_counts(one.figure)}）" if one.figure.denominator is not None else ""
    return f"{format_value(one.figure, one.metric)}{unit}{counts}"


def _difference(gap: Fraction, one: Judged, than: str) -> str:
    if not gap:
        return f"{than or '与目标'}持平"
    decimals = _decimals(one)
    text = half_up(abs(gap), decimals)
    if not float(text.replace(",", "")):
        text = f"不到{half_up(Fraction(1, 10**decimals), decimals)}"
    unit = "个百分点" if one.metric.changes_in_points else ""
    return f"{than}{'高' if gap > 0 else '低'}{text}{unit}"


def _decimals(one: Judged) -> int:
    """Those of the metric, or of the target where it was typed with more; a share of a count has one."""
    exponent = one.target.value.as_tuple().exponent
    typed = -exponent if isinstance(exponent, int) else 0
    return max(one.metric.decimals, typed, 0 if one.pace is None else 1)
