"""The switches of a definition in Chinese: what each is called, what it does, what it says, and how two differ."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from data.definition import BREAKS, Definition, Scope, SeriesBreak
from data.reference.causes import groups

SOURCES = {
    "stated": "台账登记的乡镇",
    "defendant": "被告住所地",
    "dispute": "纠纷发生地",
    "plaintiff": "原告住所地",
    "tribunal": "承办法庭（仅辖一个乡镇时）",
}
NUMERATORS = {
    "civil": "一审民商事新收",
    "civil_and_administrative": "一审民商事新收＋一审行政新收",
    "with_settled_before_filing": "诉前调解成功＋一审民商事新收＋一审行政新收",
}
BASES = {one: f"{one}人口" for one in ("常住", "户籍", "常住+登记流动")}
DENOMINATORS = {"accepted": "受理数", "ended": "办结数"}
GROUPS = {name: label for name, (label, _) in groups().items()}
SCOPES: dict[Scope, str] = {"filings": "立案", "court_mediation": "诉前（先行）调解", "causes": "案由"}


@dataclass(frozen=True)
class Switch:
    """One switch: its field in Definition, its name, what it does in one sentence, and its setting in words."""

    field: str
    label: str
    effect: str
    say: Callable[[Any], str]


def _list(values: tuple[str, ...]) -> str:
    return "、".join(values) or "无"


def _either(yes: str, no: str) -> Callable[[bool], str]:
    return lambda value: yes if value else no


def break_words(one: SeriesBreak) -> str:
    """One break of the series, with the figures that it touches."""
    return f"{one.on.isoformat()}（{'、'.join(SCOPES[each] for each in one.scope)}）：{one.reason}"


SWITCHES = (
    Switch("name", "口径名称", "随每个数印出，说明这个数按哪一种口径计算。", str),
    Switch(
        "rate_numerator",
        "万人率的分子",
        "决定万人成讼率数什么；含诉前调解成功的接近最高法万人起诉率。",
        NUMERATORS.__getitem__,
    ),
    Switch("civil_types", "民商事一审的类型代字", "只有这些字号的案件算一审民商事。", _list),
    Switch("administrative_types", "行政一审的类型代字", "只有这些字号的案件算一审行政；行赔初默认不计。", _list),
    Switch("excluded_causes", "剔除的案由", "这些案由连同其下各级案由都不计入新收和各项率。", _list),
    Switch(
        "excluded_groups",
        "剔除的集中管辖案由",
        "由一家法院集中管辖的案由不反映本县诉源，整组不计。",
        lambda chosen: _list(tuple(GROUPS[one] for one in chosen)),
    ),
    Switch(
        "exclude_batch_filings",
        "批量案件",
        "同一单位作原告、短期内大量起诉的一审案件，整批不计。",
        _either("剔除", "计入"),
    ),
    Switch("batch_smallest", "批量：至少件数", "同一单位在规定天数内起诉达到这个件数，才算批量。", "{:,} 件".format),
    Switch("batch_days", "批量：天数", "在连续多少天之内数件数。", "{:,} 天".format),
    Switch(
        "attribution_order",
        "归属次序",
        "案件和纠纷归哪个乡镇，按次序看各项地点，先写明地点的为准；没选的不看。",
        lambda order: " → ".join(SOURCES[one] for one in order),
    ),
    Switch("population_basis", "人口口径", "各项万人率的分母，只用这一种口径的人口，不混用。", BASES.__getitem__),
    Switch(
        "population_year",
        "人口年份",
        "固定用某一年的人口，或取期末当日或之前最近一次公布的人口。",
        lambda year: "期末当日或之前最近一次" if year is None else f"固定用{year}年",
    ),
    Switch(
        "same_population_for_both_years",
        "同比所用人口",
        "本期与上年同期用同一人口时，率的同比只反映件数变化。",
        _either("两期用同一人口", "两期各用当期人口"),
    ),
    Switch(
        "year_starts_in_december",
        "统计年度",
        "年初至今从哪个月算起。",
        _either("上年12月至本年11月", "1月至12月"),
    ),
    Switch(
        "mediation_denominator",
        "化解率的分母",
        "按受理数算，未结的也在分母里；按办结数算，只看已有结果的。",
        DENOMINATORS.__getitem__,
    ),
    Switch(
        "treated_as_withdrawn", "按撤诉处理", "调撤率里，按撤诉处理的案件算不算撤诉。", _either("算撤诉", "不算撤诉")
    ),
    Switch(
        "litigation_free_cases",
        "无讼村的门槛",
        "期内一审民商事案件不超过这个件数的村（社区）算无讼村；没有统一标准。",
        "{:,} 件".format,
    ),
    Switch(
        "concentration_causes", "案由集中度的案由数", "取件数最多的几种案由，看它们占新收的比重。", "{:,} 种".format
    ),
    Switch("station_judges", "工作站标准：法官", "法官工作站配备标准（如2+2+1）中的法官人数。", "{:,} 人".format),
    Switch("station_assistants", "工作站标准：法官助理", "配备标准中的法官助理人数。", "{:,} 人".format),
    Switch("station_others", "工作站标准：其他", "配备标准中的书记员、调解员或联络员人数。", "{:,} 人".format),
    Switch(
        "smallest_ranked_population",
        "参加排名的最小人口",
        "人口不足的只列数、不排名，并注“数量过小”。",
        "{:,} 人".format,
    ),
    Switch("ranked_kinds", "参加排名的类别", "只有这些类别的乡镇街道参加排名，其余只列数。", _list),
    Switch(
        "protected_causes",
        "不宜公开的案由",
        "这些案由连同其下各级案由，在一个乡镇街道件数少时不单独列出，并入“其他”。",
        _list,
    ),
    Switch(
        "smallest_shown_count",
        "不宜公开案由的最小件数",
        "一个乡镇街道不足这个件数的，不单独列出；0件和达到的照列。",
        "{:,} 件".format,
    ),
    Switch(
        "breaks",
        "口径断点",
        "此日前后的数不能直接相比：图上画线，比较时注明。",
        lambda breaks: "；".join(break_words(one) for one in breaks) or "无",
    ),
)
BY_FIELD = {one.field: one for one in SWITCHES}


def said(definition: Definition, field: str) -> str:
    """What a definition says at one switch."""
    return BY_FIELD[field].say(getattr(definition, field))


def differences(before: Definition, after: Definition) -> list[tuple[str, str, str]]:
    """Switch, old words, new words; of breaks only those that came or went."""
    found = []
    for one in SWITCHES:
        old, new = getattr(before, one.field), getattr(after, one.field)
        if one.field == "breaks":
            gone, come = (tuple(each for each in a if each not in b) for a, b in ((old, new), (new, old)))
            old, new = gone, come
        if old != new:
            found.append((one.label, one.say(old), one.say(new)))
    return found


def counts_alike(before: Definition, after: Definition) -> bool:
    """Whether two definitions give the same figures: what one is called moves none."""
    return not differences(replace(before, name=after.name), after)


def difference_words(before: Definition, after: Definition) -> str:
    """The differences in one line."""
    told = [f"{label}：{old} → {new}" for label, old, new in differences(before, after)]
    return "；".join(told) or "各项设置相同"


def own_breaks(definition: Definition) -> tuple[SeriesBreak, ...]:
    """Breaks that people added to those everybody has."""
    return tuple(one for one in definition.breaks if one not in BREAKS)
