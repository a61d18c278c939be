"""Population or rate, batches, the year ahead: the sentences that go with the splits beside causes and townships."""

from fractions import Fraction

from metrics._period import dates_label
from metrics._rounding import half_up, half_up_float
from metrics._what_moved import WhatMoved
from metrics._what_moved_batches import Batches
from metrics._what_moved_people import PeopleSplit, RateSplit
from metrics._words import CLEAR_FROM, NORMAL_BELOW
from metrics._year_ahead import YearAhead


def _by(number: int) -> str:
    return f"{'增加' if number > 0 else '减少'}{abs(number):,}件" if number else "没有增减"


def whole_parts(people: PeopleSplit) -> tuple[int, int]:
    """Population and rate as whole cases that still add up: the first rounded half up, the second is what remains."""
    both = round(people.population + people.rate)
    population = int(half_up_float(people.population, 0).replace(",", ""))
    return population, both - population


def people_words(moved: WhatMoved, people: PeopleSplit | None) -> str:
    """How the change of filings splits between people and cases per person: arithmetic, not a verdict."""
    difference = moved.county.numerator - moved.county.base_numerator
    if people is None:
        return "缺人口，不能区分人口变动与每万人件数的变化。"
    if people.is_same:
        return "两年用的是同一份人口数，看不出人口变动，件数增减都算在每万人件数上。"
    population, rate = whole_parts(people)
    net = f"全县净{_by(difference)}中，" if difference else "全县件数持平，其中"
    # The definition may have both years of a rate divided by one population; this split never does.
    since = f"（按两年各自的人口数{'，上年沿用较早人口' if people.is_base_carried else ''}）"
    return f"{net}人口变动{since}折合{_by(population)}，每万人件数变化折合{_by(rate)}{_apart(people)}。"


def _apart(people: PeopleSplit) -> str:
    told = [f"，辖区外、未归属{_by(people.apart)}不作折算"]
    if people.unknown_townships:
        told.append(f"，缺人口的{people.unknown_townships:,}个乡镇街道{_by(people.unknown)}不作折算")
    return "".join(told)


def rate_words(moved: WhatMoved, split: RateSplit | None, label: str) -> str:
    """How the change of the county's rate splits between townships' own rates, their shares of the people, the rest."""
    if split is None:
        return f"{label}缺本期或上年同期的数，不作拆分。"
    parts = [f"各乡镇街道自身的率变化{_points(split.within)}"]
    if not split.is_same_population:
        parts.append(f"人口在乡镇街道之间的分布变化{_points(split.mix)}")
    parts.append(f"辖区外、未归属{_points(split.apart)}")
    same = "口径规定两年用同一人口数，不涉及人口分布。" if split.is_same_population else ""
    before, after = half_up_float(split.base_value, 2), half_up_float(split.value, 2)
    return f"{label}由{before}变为{after}：{'，'.join(parts)}。{same}"


def _points(number: float) -> str:
    text = half_up_float(number, 2)
    return f"+{text}" if number > 0 and text.strip("0.,") else text


def batch_words(moved: WhatMoved, found: Batches, smallest: int, days: int) -> str:
    """How much of the net change lies in batch filings, and how the rest moved."""
    what = f"批量案件（同一单位{days:,}日内起诉{smallest:,}件以上）"
    if found.excluded_n or found.excluded_base_n:
        out = f"本期剔除{found.excluded_n:,}件，上年同期剔除{found.excluded_base_n:,}件"
        return f"口径已剔除{what}：{out}，不在上述件数和增减之内。"
    if moved.is_summed:
        return "其中一年的件数只有历史汇总数，没有明细，分不出批量案件。"
    if not found.n and not found.base_n:
        return f"两年同期都没有{what}。"
    by, rest = found.n - found.base_n, found.rest_n - found.rest_base_n
    net = moved.county.numerator - moved.county.base_numerator
    head = f"{what}本期{found.n:,}件，上年同期{found.base_n:,}件。"
    total = f"全县净{_by(net)}" if net else "全县件数持平"
    return f"{head}{total}，其中批量案件{_by(by)}，其余案件{_by(rest)}{_rest_weight(found)}。"


def _rest_weight(found: Batches) -> str:
    """The rest's own change against the year before, with its weight."""
    if found.rest_z is None or not found.rest_base_n:
        return ""
    rest = found.rest_n - found.rest_base_n
    text = half_up(abs(Fraction(100 * rest, found.rest_base_n)), 1)
    size = abs(found.rest_z)
    slight = "略超正常波动" if size < CLEAR_FROM else f"明显{'上升' if rest > 0 else '下降'}"
    weight = "属正常波动" if size < NORMAL_BELOW else slight
    return f"（同比{'上升' if rest > 0 else '下降'}{text}%，{weight}）" if rest else "（同比持平）"


def year_words(told: YearAhead) -> str:
    """The whole year foretold from its closed months; where nothing is foretold, why."""
    year = told.first.year if told.first.month == 1 else told.first.year + 1
    name = f"{year}年" if told.first.month == 1 else f"{year}统计年度"
    if told.why == "over":
        return f"{name}已经结束，全年新收一审民商事{told.so_far:,}件。"
    if told.why == "no_closed_month":
        return f"{name}还没有整月的案件台账，不作全年预计。"
    if told.why == "gap":
        return f"{name}的案件台账中间有缺，不作全年预计。"
    if told.why == "no_earlier_year" or told.low is None or told.high is None:
        return "此前没有一个完整年度的案件台账，各月占全年的比重无从得知，不作全年预计。"
    point = f"，约{told.point:,}件" if told.point is not None else ""
    before = f"；上年全年{told.previous:,}件" if told.previous is not None else ""
    counted = f"{dates_label(told.first, told.last)}已新收{told.so_far:,}件"
    return f"{counted}，预计全年{told.low:,}–{told.high:,}件（90%区间）{point}{before}。"
