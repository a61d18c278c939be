"""A sheet about one township in sentences: the answer with the place, and what changed against the month before."""

from metrics._figures import Figure
from metrics._numerals import tier_name
from metrics._one_township import OneTownship
from metrics._places_before import is_under
from metrics._rank_intervals import Standing
from metrics._review import FILINGS, RATE, Review
from metrics._review_words import whole
from metrics._standing_words import as_counted, still_clumped
from metrics._why_unranked import Why, why_unranked
from metrics._words import change_words, sentence


def answer(told: Review, area: str) -> str:
    """Rate, count, change with its weight, and the place, in one sentence."""
    lead = told.metrics[0]
    figure = told.figure(lead.name, area)
    if figure.value is None and lead.name == RATE:
        filings = next(one for one in told.metrics if one.name == FILINGS)
        return f"{sentence(told.figure(FILINGS, area), filings)}；{place_words(told, area)}。"
    return f"{sentence(figure, lead)}；{place_words(told, area)}。"


def place_words(told: Review, area: str) -> str:
    """The place with its interval and tier; where batch filings blur it, the place without them, marked so."""
    lead = told.metrics[0]
    figure = told.figure(lead.name, area)
    if figure.rank is None:
        return f"只列示不排名（{_why_unranked(told, figure)}）"
    known, rest = told.standings[lead.name], told.standings_without_batches
    order = "由低到高" if lead.better == "lower" else "由高到低"
    if area in known.of:
        return f"{order}{_standing_words(known.of[area], len(known.of))}"
    if known.status == "clumped" and area in rest.of:
        return f"{whole(told)}案件过于集中成批，剔除批量案件后{order}{_standing_words(rest.of[area], len(rest.of))}"
    if known.status == "clumped":
        still = still_clumped(as_counted(told, lead).rest)
        return f"{whole(told)}案件过于集中成批{f'，{still}' if still else ''}，位次靠不住，不列位次"
    ranked = len(told.in_order(lead.name))
    if known.status == "too_few":
        return f"参加排名的乡镇街道只有{ranked:,}个，不作先后比较"
    if known.status == "nothing_to_tell":
        return "各乡镇街道分不出先后，不列位次"
    return f"{order}在参加排名的{ranked:,}个乡镇街道中列第{figure.rank:,}位（不计位次区间）"


def _standing_words(one: Standing, of: int) -> str:
    reach = f"位次区间{one.rank_low:,}–{one.rank_high:,}"
    return f"在参加排名的{of:,}个乡镇街道中列第{one.rank:,}位（{reach}），{tier_name(one.tier)}"


def _why_unranked(told: Review, figure: Figure) -> str:
    words: dict[Why, str] = {
        "quasi": "类似乡级单位",
        "kind": "不属参加排名的类别",
        "not_covered": "台账未覆盖",
        "no_population": "缺人口",
        "small": f"人口不足{told.definition.smallest_ranked_population:,}人",
    }
    return words.get(why_unranked(told.build, told.metrics[0], figure), "没有可比的数值")


def last_month_words(told: Review, one: OneTownship) -> tuple[str, ...]:
    """New filings against the month before, and the place beside the one that last month's notice printed."""
    return tuple(words for words in (_filings_words(told, one), _place_before_words(told, one.code)) if words)


def _filings_words(told: Review, one: OneTownship) -> str:
    figure = told.of_month(FILINGS, one.code)
    if figure.status == "not_covered":
        return ""
    is_over = figure.period_end == told.month.end
    beside = _beside(figure, one.months[-2]) if is_over and len(one.months) > 1 else ""
    name = f"{told.month.start.month}月{'' if is_over else f'1—{figure.period_end.day}日'}"
    return f"{name}新收一审民商事{figure.numerator:,}件{beside}；{change_words(figure)}。"


def _beside(figure: Figure, before: Figure) -> str:
    if before.status == "not_covered":
        return ""
    by = figure.numerator - before.numerator
    moved = f"{'增加' if by > 0 else '减少'}{abs(by):,}件" if by else "持平"
    return f"，较{before.period_start.month}月（{before.numerator:,}件）{moved}"


def _place_before_words(told: Review, area: str) -> str:
    """Two places are set side by side under the same definition alone."""
    lead, before = told.metrics[0], told.brief.before
    figure = told.figure(lead.name, area)
    if before is None or figure.rank is None or not is_under(before, told.definition):
        return ""
    if told.standings[lead.name].status == "clumped":
        return ""
    places = [one.rank for one in before.places if (one.metric, one.area_code) == (lead.name, area)]
    if not places:
        return ""
    held = _is_chance(told.standings[lead.name].of.get(area), places[0])
    chance = "，变动在位次区间之内，不足以说明升降" if held else ""
    return f"{lead.label}位次：上月通报第{places[0]:,}位，本月第{figure.rank:,}位{chance}。"


def _is_chance(now: Standing | None, before: int) -> bool:
    """Another place than the month before, and still within the present interval."""
    return now is not None and now.rank != before and now.rank_low <= before <= now.rank_high
