"""Figures in Chinese, as courts write them."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from metrics._evaluate import FEW
from metrics._figures import Figure
from metrics._metric import Metric
from metrics._period import dates_label
from metrics._rounding import half_up, half_up_float
from metrics._season import splits_spring

DASH = "—"
NORMAL_BELOW, CLEAR_FROM = 1.96, 3.09
_CHANGE_DECIMALS = 1

STATUS_WORDS = {
    "ok": "",
    "small": "数量过小",
    "zero_denominator": "基数为0",
    "no_population": "缺人口",
    "not_covered": "未覆盖",
    "invalid": "数据有误",
    "none": "不计算率",
}
NOTE_WORDS = {
    "small": "数量过小",
    "break": "口径断点",
    "partial_period": "期间未完",
    "not_covered": "未全部覆盖",
    "population_carried": "沿用较早人口",
    "population_later": "使用期后人口",
    "base_zero": "上年同期为0",
    "base_small": "上年同期数量过小",
    "no_population": "缺人口",
    "from_totals": "按历史汇总",
    "base_from_totals": "上年按历史汇总",
    "period_not_covered": "本期未全部覆盖",
}


def note_words(note: str) -> str:
    """A note in Chinese; `no_population:甲镇` names its area."""
    name, _, area = note.partition(":")
    return f"{area}{NOTE_WORDS[name]}" if area else NOTE_WORDS[name]


def mark_words(figure: Figure) -> tuple[str, ...]:
    """Status and notes in Chinese, each once, weak points first."""
    words = [STATUS_WORDS[figure.status], *map(note_words, figure.notes)]
    return tuple(dict.fromkeys(word for word in words if word))


def exact_value(figure: Figure) -> Fraction | None:
    """The figure's value as a fraction of its two counts; None when it has none."""
    if figure.value is None:
        return None
    if figure.denominator is None:
        return Fraction(figure.numerator)
    return Fraction(figure.numerator * figure.per, figure.denominator)


def exact_change(figure: Figure) -> Fraction | None:
    """The change as an exact fraction, in the figure's change unit; None when it has none."""
    if figure.change is None:
        return None
    x1, x0, n1, n0 = figure.numerator, figure.base_numerator, figure.denominator or 1, figure.base_denominator or 1
    if figure.change_unit == "百分点":
        return 100 * (Fraction(x1, n1) - Fraction(x0, n0))
    return Fraction(100 * (x1 * n0 - x0 * n1), x0 * n1)


def format_value(figure: Figure, metric: Metric) -> str:
    """The value at the metric's decimals, rounded half up; — when there is none. The unit is printed elsewhere."""
    exact = exact_value(figure)
    return DASH if exact is None else half_up(exact, metric.decimals)


def format_base_value(figure: Figure, metric: Metric) -> str:
    """The value of the same dates a year before, like `format_value`."""
    if figure.base_value is None:
        return DASH
    bottom = figure.base_denominator if figure.base_denominator is not None else 1
    return half_up(Fraction(figure.base_numerator * figure.per, bottom), metric.decimals)


def format_interval(figure: Figure, metric: Metric) -> str:
    """The 95 % limits, like 24.1–58.0; — when there are none."""
    if figure.low is None or figure.high is None:
        return DASH
    return f"{half_up_float(figure.low, metric.decimals)}–{half_up_float(figure.high, metric.decimals)}"


def widened_words(phi: float) -> str:
    """Said beside limits that allow for clumps: 已按聚集性放宽（φ=1.8）; nothing where φ reads 1."""
    text = half_up_float(phi, 1)
    if text == "1.0":
        text = half_up_float(phi, 2)
    return "" if text == "1.00" else f"已按聚集性放宽（φ={text}）"


def format_counts(figure: Figure) -> str:
    """The two counts behind the value: 12/345, or 12 alone."""
    if figure.denominator is None:
        return f"{figure.numerator:,}"
    return f"{figure.numerator:,}/{figure.denominator:,}"


def format_change(figure: Figure) -> str:
    """The change for a table cell: +2.1%, -0.4个百分点, 0.0%, —（上年同期为0）."""
    exact = exact_change(figure)
    if exact is None:
        return f"{DASH}（上年同期为0）" if "base_zero" in figure.notes else DASH
    text = half_up(exact, _CHANGE_DECIMALS)
    sign = "+" if exact > 0 and float(text.replace(",", "")) != 0 else ""
    return f"{sign}{text}{_unit(figure)}"


def _unit(figure: Figure) -> str:
    return "个百分点" if figure.change_unit == "百分点" else "%"


def change_words(figure: Figure) -> str:
    """The change in words with its weight: 同比下降2.1%，属正常波动. Across a break of the series it is not weighed."""
    if "base_zero" in figure.notes:
        return f"上年同期为0，{_difference(figure)}" if figure.change_unit == "%" else "上年同期为0，不作同比"
    exact = exact_change(figure)
    if exact is None and "period_not_covered" in figure.notes:
        return "本期未全部覆盖，不作同比"
    if exact is None:
        return "上年同期未全部覆盖，不作同比" if "not_covered" in figure.notes else "不作同比"
    weight = "（跨口径断点，不宜直接比较）" if "break" in figure.notes else _weight(figure, exact)
    return f"{_movement(figure, exact)}{_base_words(figure)}{weight}"


def _difference(figure: Figure) -> str:
    by = figure.numerator - figure.base_numerator
    return f"本期{'增加' if by > 0 else '减少'}{abs(by):,}{_thing(figure)}" if by else "本期也为0"


def _thing(figure: Figure) -> str:
    """The word for what is counted: 件 of 件/万人."""
    return figure.unit.partition("/")[0]


def _base_words(figure: Figure) -> str:
    """A percentage of a handful is told together with the handful."""
    if "base_small" not in figure.notes:
        return ""
    if _has_whole(figure):
        return f"（上年同期仅{figure.base_denominator}件）"
    return f"（上年同期仅{figure.base_numerator}{_thing(figure)}）"


def _has_whole(figure: Figure) -> bool:
    """True for shares, ratios and averages, which are as small as what they are divided by."""
    return figure.change_unit == "百分点" or (figure.denominator is not None and figure.per == 1)


def _movement(figure: Figure, exact: Fraction) -> str:
    if exact == 0:
        return "同比持平"
    text = half_up(abs(exact), _CHANGE_DECIMALS)
    if not float(text.replace(",", "")):
        return "同比基本持平"
    return f"同比{'上升' if exact > 0 else '下降'}{text}{_unit(figure)}"


def _weight(figure: Figure, exact: Fraction) -> str:
    """How the change compares with chance; nothing is claimed of fewer than ten events in both years."""
    if _is_too_few(figure):
        return "，数量过小，不作判断"
    if is_half_of_spring(figure):
        return "，受春节早晚影响，不作判断"
    if figure.change_z is None:
        return ""
    size = abs(figure.change_z)
    if size < NORMAL_BELOW:
        return "，属正常波动"
    if size < CLEAR_FROM:
        return "，略超正常波动"
    return "，明显上升" if exact > 0 else "，明显下降"


def is_half_of_spring(figure: Figure) -> bool:
    """January without February, or the reverse: the Spring Festival moves counts from one to the other."""
    return not _has_whole(figure) and splits_spring(figure.period_start, figure.period_end)


def _is_too_few(figure: Figure) -> bool:
    if _has_whole(figure):
        return min(figure.denominator or 0, figure.base_denominator or 0) < FEW
    return figure.numerator + figure.base_numerator < FEW


def sentence(figure: Figure, metric: Metric) -> str:
    """The answer in one sentence: 2026年1—9月新收一审民商事1,264件，同比下降2.1%，属正常波动."""
    when = dates_label(figure.period_start, figure.period_end)
    if figure.status == "not_covered":
        return f"{when}的{metric.label}没有数据：导入的台账未覆盖这段时间"
    if figure.value is None:
        return f"{when}{metric.label}无法计算：{_reason(figure, metric)}"
    value = format_value(figure, metric)
    if metric.denominator is None:
        return f"{when}{metric.event}{value}{metric.unit}，{change_words(figure)}"
    if metric.is_rate:
        thing = metric.numerator.unit
        return f"{when}{metric.event}{value}{thing}（共{figure.numerator:,}{thing}），{change_words(figure)}"
    return f"{when}{metric.event}为{value}{metric.unit}（{format_counts(figure)}），{change_words(figure)}"


def _reason(figure: Figure, metric: Metric) -> str:
    missing = [note_words(note) for note in figure.notes if note.startswith("no_population:")]
    if missing:
        return "、".join(missing)
    bottom = metric.denominator.label if metric.denominator is not None else ""
    return {"zero_denominator": f"{bottom}为0", "none": "辖区外和未归属只计件数"}.get(
        figure.status, STATUS_WORDS[figure.status] or "缺少数据"
    )


@dataclass(frozen=True)
class Comparison:
    """How an area stands to the county: symbol, word, and whether the difference is clear enough for colour."""

    symbol: Literal["▲", "●", "▽", "–"]
    word: str
    may_colour: bool


HIGH, LOW, SAME, TOO_FEW = "显著高", "显著低", "无显著差异", "数量过小"


def yardstick(county: Figure) -> float | None:
    """What a township is held against: all townships together, for 辖区外 and 未归属 are in no township's figure."""
    return county.value if county.together is None else county.together


def versus_county(figure: Figure, county: Figure) -> Comparison:
    """Compare an area's 95 % limits with all townships together; colour only where the 99.8 % limits leave them out."""
    middle = yardstick(county)
    if figure.status == "small":
        return Comparison("–", TOO_FEW, False)
    if figure.low is None or figure.high is None or middle is None:
        return Comparison("–", STATUS_WORDS[figure.status] or "不作比较", False)
    if figure.low > middle:
        return Comparison("▲", HIGH, figure.wide_low is not None and figure.wide_low > middle)
    if figure.high < middle:
        return Comparison("▽", LOW, figure.wide_high is not None and figure.wide_high < middle)
    return Comparison("●", SAME, False)
