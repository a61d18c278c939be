"""A figure's parts as printed beside it. Words and rounding come from the metrics; nothing is computed here."""

from collections.abc import Sequence
from datetime import date
from html import escape

from metrics import Figure, Metric, change_words
from metrics._still_open import still_open_words
from metrics._words import DASH, NOTE_WORDS, STATUS_WORDS, format_base_value, mark_words
from ui.open_build import OpenBuild

NOBODY = "缺人口"
NOT_COVERED = STATUS_WORDS["not_covered"]


def whole(number: float | None) -> str:
    """A count with thousands separators."""
    return DASH if number is None else f"{int(number):,}"


def unit(metric: Metric) -> str:
    """The unit of a metric's denominator."""
    return metric.denominator.unit if metric.denominator is not None else metric.unit


def parts(figure: Figure, metric: Metric) -> str:
    """n/N: what was divided by what; of a count the year before. Nothing where the days were never exported."""
    if figure.status == "not_covered":
        return ""
    if metric.denominator is None:
        return f"上年同期 {format_base_value(figure, metric)} {metric.unit}"
    return f"{whole(figure.numerator)} {metric.numerator.unit} / {whole(figure.denominator)} {unit(metric)}"


def marks(figure: Figure) -> str:
    """Every reason to read the figure with care."""
    return "、".join(_marks(figure))


def _marks(figure: Figure) -> tuple[str, ...]:
    """The marks without those that a stronger one already says."""
    words = mark_words(figure)
    is_said = NOT_COVERED in words or NOTE_WORDS["period_not_covered"] in words
    return tuple(word for word in words if word != NOTE_WORDS["not_covered"]) if is_said else words


def change(figure: Figure) -> str:
    """The change in words; nothing is said of a change where this period itself was never exported."""
    return "" if figure.status == "not_covered" else change_words(figure)


def change_and_open(build: OpenBuild, metric: Metric, figure: Figure) -> str:
    """The change, and how many disputes are still open, which makes a rate by acceptance seem to fall."""
    told = [change(figure), still_open_words(build, metric, figure) if figure.status != "not_covered" else ""]
    return "；".join(one for one in told if one)


def few_marks(figure: Figure, most: int = 2) -> tuple[str, ...]:
    """The marks a card has room for; several missing populations become one."""
    words = [NOBODY if word.endswith(NOBODY) else word for word in _marks(figure)]
    return tuple(dict.fromkeys(words))[:most]


def dates(start: date, end: date) -> str:
    """A span of days as printed under figures."""
    return f"{start.isoformat()} 至 {end.isoformat()}"


def _cutoff(figure: Figure) -> str:
    return figure.cutoff.isoformat() if figure.cutoff else "未知"


def dates_lines(figure: Figure) -> list[str]:
    """Both date ranges, the cut-off and the definition, for the small print."""
    cut = "（数据只到这一天，上年同期截至同日）" if "partial_period" in figure.notes else ""
    return [
        f"本期 {dates(figure.period_start, figure.period_end)}{cut}",
        f"上年同期 {dates(figure.base_start, figure.base_end)}",
        f"数据截至 {_cutoff(figure)}",
        f"口径 {figure.definition}",
        f"数据版本 第{figure.build}号",
    ]


def card_lines(figure: Figure) -> list[tuple[str, str]]:
    """Period, cut-off and build, for a workbook's definition sheet."""
    return [
        ("本期", dates(figure.period_start, figure.period_end)),
        ("上年同期", dates(figure.base_start, figure.base_end)),
        ("数据截至", _cutoff(figure)),
        ("数据版本", f"第{figure.build}号"),
    ]


def hover(lines: Sequence[str]) -> str:
    """Lines shown on pointing at something in a chart."""
    return "<br>".join(escape(line, quote=False) for line in lines if line)


def size_words(size: int) -> str:
    """A file's size: 12 KB, 1.6 MB."""
    return f"{size / 1_048_576:.1f} MB" if size >= 1_048_576 else f"{max(1, round(size / 1024)):,} KB"
