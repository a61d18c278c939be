"""升降与同比 of a monthly review: places against last month, changes against last year, as far as they hold."""

import numpy as np

from data.brief import Place
from metrics._evaluate import FEW
from metrics._figures import Figure
from metrics._many_tests import stand_out
from metrics._metric import Metric
from metrics._places_before import is_under
from metrics._rank_intervals import place_of
from metrics._review import FILINGS, Review
from metrics._review_words import listed
from metrics._standing_words import view_of
from metrics._words import change_words, format_change, is_half_of_spring

_MOST = 6
_TOGETHER = "（多个乡镇街道同时比较，从严认定）"
"""A township's own sheet weighs its change alone and may call it 略超正常波动."""


def last_places(told: Review, metric: Metric) -> dict[str, int] | None:
    """Places of the month before by area: as they were printed, else by today's data; None where there are none.

    Nothing is set side by side that another definition gave.
    """
    before = told.brief.before
    if before is not None:
        if not is_under(before, told.definition):
            return None
        printed: tuple[Place, ...] = tuple(one for one in before.places if one.metric == metric.name)
        if printed:
            return {one.area_code: one.rank for one in printed}
    rows = [(one.area_code, place_of(one)) for one in told.figures_month_before if one.metric == metric.name]
    return {area: place for area, place in rows if place is not None} or None


def is_printed(told: Review, metric: Metric) -> bool:
    """The places of the month before are those of an issued notice."""
    before = told.brief.before
    return before is not None and any(one.metric == metric.name for one in before.places)


def why_no_last_places(told: Review) -> str:
    """Why there is no place of the month before."""
    before = told.brief.before
    if before is not None and not is_under(before, told.definition):
        return "上月通报的口径与本期不同，位次不作比较"
    if not told.figures_month_before:
        return "本月为年度首月，没有上月的累计位次"
    return "上月没有可以排列的位次"


def place_words(told: Review, metric: Metric) -> str:
    """Rises and falls that lie outside the present interval of a place; the others are chance."""
    found = told.standings[metric.name]
    if found.status != "ok":
        why = {"clumped": "按全部案件排出的位次靠不住", "too_few": "参加排名的乡镇街道过少"}.get(
            found.status, "位次没有区间"
        )
        return f"{metric.label}{why}，不作升降比较。"
    last = last_places(told, metric)
    if last is None:
        return f"{why_no_last_places(told)}。"
    source = "较上月通报" if is_printed(told, metric) else "较上月（按现数据计算）"
    up: list[str] = []
    down: list[str] = []
    for figure in view_of(told, metric).in_order:
        before, standing = last.get(figure.area_code), found.of[figure.area_code]
        if before is None or standing.rank_low <= before <= standing.rank_high:
            continue
        (up if before > standing.rank else down).append(f"{figure.area_name}（第{before}位到第{standing.rank}位）")
    if not up and not down:
        return f"{metric.label}{source}，各乡镇街道的位次变动都在位次区间之内，不足以说明升降。"
    said = [f"{word}的有{listed(names, _MOST)}" for word, names in (("位次上升", up), ("位次下降", down)) if names]
    return f"{metric.label}{source}，超出位次区间的变动：{'，'.join(said)}；其余在位次区间之内，不足以说明升降。"


def change_paragraph(told: Review) -> str:
    """Which townships' filings changed beyond chance, among all that are compared."""
    county = told.figure(FILINGS)
    if county.status == "not_covered":
        return ""
    if "break" in county.notes:
        return "新收件数的本期与上年同期跨口径断点，不宜直接比较，各乡镇街道的增减不作判断。"
    if county.change is None and "base_zero" not in county.notes:
        return f"新收件数的{change_words(county)}。"
    if is_half_of_spring(county):
        return "新收件数的同比受春节早晚影响，各乡镇街道的增减不作判断，待1月、2月合计后比较。"
    rows = [told.figure(FILINGS, code) for code, _ in told.townships]
    clear, few = beyond_chance(rows), [one for one in rows if is_few(one)]
    rest = len(rows) - len(clear) - len(few)
    tail = f"{listed([one.area_name for one in few])}两年同期合计不足{FEW}件，数量过小，不作判断" if few else ""
    if not clear:
        judged = f"{rest:,}个可作比较的乡镇街道，新收件数同比变化都未超出正常波动{_TOGETHER}" if rest else ""
        return f"{'；'.join(one for one in (judged, tail) if one)}。"
    said = [f"{word}的有{listed([_item(one) for one in found], _MOST)}" for word, found in _sides(clear) if found]
    others = f"其余{rest:,}个可作比较的乡镇街道未超出正常波动" if rest else ""
    return f"新收件数同比变化超出正常波动的{_TOGETHER}：{'；'.join([*said, *(one for one in (others, tail) if one)])}。"


def is_few(figure: Figure) -> bool:
    """Too few cases in both years together to judge a change by."""
    return figure.numerator + figure.base_numerator < FEW


def beyond_chance(rows: list[Figure]) -> list[Figure]:
    """Those whose change from the year before stands out among all that are compared, the greatest first."""
    z = np.array([np.nan if one.change_z is None or is_few(one) else one.change_z for one in rows])
    flags = stand_out(z) if len(rows) else np.zeros(0, dtype=bool)
    found = [one for one, is_clear in zip(rows, flags, strict=True) if is_clear]
    return sorted(found, key=lambda one: -abs(one.numerator - one.base_numerator))


def risen(told: Review) -> list[Figure]:
    """Townships whose filings rose beyond chance."""
    return [one for one in _clear(told) if one.numerator > one.base_numerator]


def fallen(told: Review) -> list[Figure]:
    """Townships whose filings fell beyond chance."""
    return [one for one in _clear(told) if one.numerator < one.base_numerator]


def _clear(told: Review) -> list[Figure]:
    county = told.figure(FILINGS)
    if county.status == "not_covered" or "break" in county.notes or is_half_of_spring(county):
        return []
    return beyond_chance([told.figure(FILINGS, code) for code, _ in told.townships])


def _sides(clear: list[Figure]) -> tuple[tuple[str, list[Figure]], ...]:
    up = [one for one in clear if one.numerator > one.base_numerator]
    return ("上升", up), ("下降", [one for one in clear if one not in up])


def _item(figure: Figure) -> str:
    """金盏铺镇537件（上年同期267件，+101.1%）."""
    change = f"，{format_change(figure)}" if figure.change is not None else ""
    return f"{figure.area_name}{figure.numerator:,}件（上年同期{figure.base_numerator:,}件{change}）"
