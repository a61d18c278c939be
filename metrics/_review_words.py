"""How a monthly review names its county, its periods and its sources, and the sentence that every ranking carries."""

import re
from collections.abc import Sequence
from datetime import date

from metrics._metric import Metric
from metrics._period import dates_label
from metrics._review import Review

NO_LIMIT = "供平安建设工作参考，不作为立案限制依据。"
_KINDS_OF_COUNTY = "县区市旗"
_NOT_IN_FILES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def whole(told: Review) -> str:
    """全县, 全区, 全市 or 全旗, after the county's name."""
    last = told.county_name[-1:]
    return f"全{last}" if last and last in _KINDS_OF_COUNTY else "全县"


def in_county(told: Review, text: str) -> str:
    """A sentence of other pages, which say 全县, as this county says it."""
    return text.replace("全县", whole(told))


def month_words(told: Review) -> str:
    """2026年10月."""
    return dates_label(told.month.start, told.month.end)


def known_month_words(told: Review) -> str:
    """The same, up to where the data reach: 2026年10月1日—10月20日."""
    figure = told.of_month(told.metrics[0].name)
    return dates_label(figure.period_start, figure.period_end)


def has_year_part(told: Review) -> bool:
    """False in the first month of a year, when the month is the whole year to date."""
    return told.to_date.start != told.month.start


def to_date_words(told: Review) -> str:
    """1—10月, up to where the data reach; with the year where a statistical year begins in December."""
    start, end = told.to_date.start, told.figure(told.metrics[0].name).period_end
    words = dates_label(start, end)
    if start.year != end.year or not has_year_part(told):
        return words
    return words.partition("年")[2] or "1—12月"


def period_line(told: Review) -> str:
    """2026年10月，1—10月累计: the line under the title."""
    if not has_year_part(told):
        return month_words(told)
    return f"{month_words(told)}，{to_date_words(told)}累计"


def file_stem(told: Review, label: str) -> str:
    """云泽县2026年10月诉源治理通报, without what no name of a file may hold: names of places come from ledgers."""
    return _NOT_IN_FILES.sub("", f"{told.county_name}{month_words(told)}{label}").lstrip(".")


def day_words(day: date) -> str:
    """2026年10月31日."""
    return dates_label(day, day)


def source_line(told: Review) -> str:
    """Build, cut-off and definition in one line."""
    return f"数据版本第{told.build.number}版；{cutoff_words(told)}；口径：{told.definition.label}"


def cutoff_words(told: Review) -> str:
    """数据截至2026年10月31日; nothing imported is said as such."""
    cutoff = told.figure(told.metrics[0].name).cutoff
    return "尚无数据" if cutoff is None else f"数据截至{day_words(cutoff)}"


def nothing_below(metric: Metric) -> str:
    """Why a share has no value: nothing stands below its line."""
    if metric.family == "调解" or metric.denominator is None:
        return "没有受理的纠纷"
    return f"{metric.denominator.label}为0"


def listed(names: Sequence[str], most: int = 6, unit: str = "个") -> str:
    """甲镇、乙镇等9个: so many by name at most, and how many there are."""
    more = f"等{len(names):,}{unit}" if len(names) > most else ""
    return f"{'、'.join(names[:most])}{more}"


def batch_rule(told: Review) -> str:
    """What makes a batch."""
    return f"同一单位{told.definition.batch_days:,}日内起诉{told.definition.batch_smallest:,}件以上的案件"
