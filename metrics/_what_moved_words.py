"""What moved, in sentences that can be read aloud: arithmetic and test words only, never a cause-and-effect claim.

A part (cause, township) is named when it stands out from the county's change among all that are compared
(metrics._many_tests), or when it makes up a good part of a net change beyond chance; what stands out comes first.
Where neither holds the sentence says that nothing stands out.
"""

from fractions import Fraction

from data.definition import SeriesBreak
from metrics._areas import OUTSIDE, UNASSIGNED
from metrics._arithmetic import change_z
from metrics._evaluate import FEW
from metrics._metric import Metric
from metrics._period import dates_label
from metrics._rounding import half_up
from metrics._what_moved import Part, Split, Stands, WhatMoved, by_area, by_cause
from metrics._what_moved_people import PeopleSplit
from metrics._what_moved_people_words import people_words
from metrics._words import NORMAL_BELOW, STATUS_WORDS, format_value, is_half_of_spring, sentence

NO_CAUSES = "其中一年的件数只有历史汇总数，没有案由明细，不按案由拆分。"
NAMED = 2
"""Parts named at most; of those that stand out on either side one, where both sides have some."""
LEAST_PART = 4
"""A part is named when it makes up at least one part in so many of the net change."""
STANDS: dict[Stands, tuple[str, str]] = {
    "above": ("▲", "明显高于全县变化"),
    "below": ("▽", "明显低于全县变化"),
    "same": ("●", "与全县变化无明显差异"),
    "small": ("–", "数量过小"),
    "none": ("–", "不作比较"),
}
SHORT: dict[Stands, str] = {
    "above": "▲ 明显偏高",
    "below": "▽ 明显偏低",
    "same": "● 无明显差异",
    "small": "– 数量过小",
    "none": "– 不作比较",
}
"""The same for the cells of a table whose column says against what."""
SAID: dict[Stands, str] = {
    "above": "同比明显高于全县总体",
    "below": "同比明显低于全县总体",
    "same": "与全县总体无明显差异",
    "small": "数量过小",
    "none": "",
}
"""The same in a sentence, where it stands beside points: it is the rate of change that is compared, not the points."""
NOUNS = {"cause": "案由", "area": "乡镇街道"}
COUNTED = {"cause": "种", "area": "个"}


def county_words(moved: WhatMoved, filings_metric: Metric, rate_metric: Metric) -> str:
    """The county in one sentence: how many, against the year before, and per ten thousand people where known."""
    filings, rate = moved.county, moved.rate
    words = sentence(filings, filings_metric)
    if filings.value is None or filings.status == "not_covered":
        return f"{words}。"
    if rate.value is None:
        why = STATUS_WORDS[rate.status] or "缺少数据"
        return f"{words}；{why}，{rate_metric.label}无法计算。"
    of_what = "每万人" if rate_metric.numerator == filings_metric.numerator else rate_metric.event
    return f"{words}；{of_what}{format_value(rate, rate_metric)}件。"


def three_sentences(moved: WhatMoved, people: PeopleSplit | None) -> tuple[str, ...]:
    """Which causes, which townships, population or rate; one sentence instead where nothing may be split."""
    why = cannot_split(moved)
    return (why,) if why else (causes_words(moved), areas_words(moved), people_words(moved, people))


def cannot_split(moved: WhatMoved) -> str:
    """Why the change is not split; '' where it is."""
    county = moved.county
    if moved.state == "break":
        told = _breaks_words(moved.breaks)
        return f"本期与上年同期跨口径断点（{told}），两年件数不宜直接比较，增减不作判断。"
    return {
        "ok": "",
        "not_covered": "本期没有案件台账，增减无从拆分。",
        "not_whole": "本期或上年同期的案件台账未覆盖全，不拆分增减。",
        "nothing": "本期和上年同期都没有新收案件，没有增减可拆分。",
        "base_zero": "上年同期为0件，不计算拉动的百分点，只列本期件数。",
        "few": f"两年同期合计只有{county.numerator + county.base_numerator}件，数量过小，不拆分增减。",
    }[moved.state]


def causes_words(moved: WhatMoved, area: str | None = None) -> str:
    """Which causes the change lies in, of the county or of one area."""
    if moved.is_summed:
        return NO_CAUSES
    split = by_cause(moved, area)
    return f"{_net(split, moved, area is None)}{_told(split, moved)}{_caution(moved)}。"


def areas_words(moved: WhatMoved, cause: str | None = None) -> str:
    """Which townships the change lies in, of all causes or of one; 辖区外 and 未归属 may be among them."""
    if moved.townships == 0:
        return "还没有乡镇街道名单，不能按乡镇街道拆分。"
    if moved.townships == 1:
        return f"全县只列有{moved.filings[0].area_name}一个乡镇街道，不作乡镇之间的比较。"
    if cause is not None and moved.is_summed:
        return NO_CAUSES
    return f"{_told(by_area(moved, cause), moved, with_causes=cause is None and not moved.is_summed)}。"


def part_words(part: Part, split: Split) -> str:
    """One cause or area and its place in the county's change, as a sentence of its own."""
    end = f"，{SAID[part.stands]}" if SAID[part.stands] else ""
    was = f"上年同期{part.base_n:,}件"
    if not part.difference:
        return f"{part.name}{part.n:,}件，与上年同期相同{end}。"
    return f"{part.name}{part.n:,}件（{was}），{by_words(part.difference)}{points_words(part.difference, split)}{end}。"


def by_words(difference: int) -> str:
    """增加3件, 减少3件, 持平."""
    return f"{'增加' if difference > 0 else '减少'}{abs(difference):,}件" if difference else "持平"


def points_words(difference: int, split: Split) -> str:
    """，拉动4.0个百分点 of the county's change; nothing where it rounds to none or the base is empty."""
    exact = split.exact_points(difference)
    text = half_up(abs(exact), 1) if exact is not None else "0.0"
    return "" if text == "0.0" else f"，{'拉动' if difference > 0 else '拉低'}{text}个百分点"


def points_text(difference: int, split: Split) -> str:
    """For a table's cell: +4.0, -1.7, 0.0; — where the base is empty."""
    exact = split.exact_points(difference)
    return "—" if exact is None else signed(exact)


def signed(exact: Fraction, decimals: int = 1) -> str:
    """With its sign unless it rounds to nothing."""
    text = half_up(exact, decimals)
    return f"+{text}" if exact > 0 and text.strip("0.,") else text


def is_normal(split: Split, moved: WhatMoved) -> bool:
    """The change of the whole that is split, against the year before, is within chance."""
    if not split.n + split.base_n:
        return True
    return abs(float(change_z(split.n, split.base_n, phi=moved.phi))) < NORMAL_BELOW


def _net(split: Split, moved: WhatMoved, is_county: bool) -> str:
    """The whole's net change before its parts; of the county with 属正常波动 where that may be said."""
    if not is_county:
        return ""
    by = f"全县净{by_words(split.difference)}" if split.difference else "全县件数与上年同期相同"
    if is_half_of_spring(moved.county):
        return f"{by}，受春节早晚影响，不作判断；"
    return f"{by}，属正常波动；" if is_normal(split, moved) else f"{by}；"


def _told(split: Split, moved: WhatMoved, *, with_causes: bool = False) -> str:
    """What stands out; where nothing does, the great parts of a change beyond chance, or that all are alike."""
    noun, unit = NOUNS[split.by], COUNTED[split.by]
    judged = [one for one in split.parts if one.z is not None]
    if not judged:
        return f"按{noun}分，各{unit}数量过小，不作判断"
    normal = is_normal(split, moved)
    great = [] if normal else _great(split)
    if any(_stands_out(one) for one in judged):
        return f"{_standing_words(split, moved, with_causes=with_causes)}{_beside_words(great)}"
    alike = f"可作比较的{sum(_is_own(one) for one in judged):,}{unit}与全县总体均无明显差异"
    top = _most(split)
    if normal or top is None:
        return f"按{noun}分互有增减，{alike}"
    if not great:
        return f"按{noun}分，变化分散，{by_words(top.difference)[:2]}最多的是{_item(top, split)}；{alike}"
    shown = [f"{_item(one, split)}{_main_cause(moved, one) if with_causes else ''}" for one in great[:NAMED]]
    return f"按{noun}分，{'；'.join(shown)}；{alike}"


def _standing_words(split: Split, moved: WhatMoved, *, with_causes: bool) -> str:
    """Parts that stand out, those on the side of the net change first: the greatest by name and how many there are."""
    order: tuple[Stands, Stands] = ("above", "below") if split.difference >= 0 else ("below", "above")
    sides = [found for side in order if (found := [one for one in split.parts if one.stands == side])]
    said: list[str] = []
    for parts in sides:
        named = parts[: NAMED if len(sides) == 1 else 1]
        items = [_item_beside(one, split, _main_cause(moved, one) if with_causes else "") for one in named]
        more = f"等{len(parts):,}{COUNTED[split.by]}" if len(parts) > len(named) else ""
        verdict = SAID[parts[0].stands]
        head = verdict if not said else verdict.removeprefix("同比").removesuffix("全县总体")
        said.append(f"{head}的有{'、'.join(items)}{more}")
    return "，".join(said)


def _beside_words(great: list[Part]) -> str:
    """The greatest part of the net change, where it is great and moved no otherwise than the county."""
    alike = [one for one in great if not _stands_out(one)]
    return f"；此外{alike[0].name}{by_words(alike[0].difference)}，{SAID[alike[0].stands]}" if alike else ""


def _stands_out(part: Part) -> bool:
    return part.stands in ("above", "below")


def _is_own(part: Part) -> bool:
    """Causes and townships; 辖区外 and 未归属 are compared and not counted among the townships."""
    return part.code not in (OUTSIDE, UNASSIGNED)


def _great(split: Split) -> list[Part]:
    """Parts that moved along with the whole and make up a good part of its net change."""
    way, least = 1 if split.difference >= 0 else -1, abs(split.difference)
    along = [one for one in split.parts if _has_name(one) and one.difference * way > 0]
    return [one for one in along if abs(one.difference) * LEAST_PART >= least]


def _most(split: Split) -> Part | None:
    return next((one for one in split.parts if _has_name(one) and one.difference * split.difference > 0), None)


def _has_name(part: Part) -> bool:
    """A cause or an area; not a sum of what has no cause, may not be shown or is not told apart."""
    return part.stands != "none"


def _item(part: Part, split: Split) -> str:
    was = "（上年同期为0）" if not part.base_n else ""
    return f"{part.name}{by_words(part.difference)}{was}{points_words(part.difference, split)}"


def _item_beside(part: Part, split: Split, main: str) -> str:
    """The same with the numbers in brackets behind the name, for a list."""
    was = "，上年同期为0" if not part.base_n else ""
    return f"{part.name}（{by_words(part.difference)}{was}{points_words(part.difference, split)}{main}）"


def _main_cause(moved: WhatMoved, area: Part) -> str:
    """The cause that makes up a good part of one area's change, told where it is no handful."""
    found = main_cause(by_cause(moved, area.code))
    return f"，其中{found.name}{by_words(found.difference)}" if found else ""


def main_cause(split: Split) -> Part | None:
    """The part that moved most in the direction of the whole; None when it is no good part of it, or a handful."""
    first = _most(split)
    if first is None or first.n + first.base_n < FEW or abs(first.difference) * LEAST_PART < abs(split.difference):
        return None
    return first


def _caution(moved: WhatMoved) -> str:
    told = causes_caution(moved)
    return f"。{told}" if told else ""


def causes_caution(moved: WhatMoved) -> str:
    """Why causes of the two years are not wholly alike; '' where they are."""
    told = _breaks_words(moved.cause_breaks)
    return f"{told}，前后案由不尽可比" if told else ""


def _breaks_words(breaks: tuple[SeriesBreak, ...]) -> str:
    return "；".join(f"{dates_label(one.on, one.on)}起{one.reason}" for one in breaks)
