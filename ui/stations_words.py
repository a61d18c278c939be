"""What the page of the judges' stations says in sentences: the answer, what is missing, and work without a station."""

from collections.abc import Sequence
from datetime import date

from metrics import METRICS, Figure, format_value
from metrics._missing import missing
from metrics._period import dates_label
from metrics._station_staff import ROLES, Coverage, Station, pattern_of
from metrics._station_work import WorkRow
from metrics._suggestions import OverdueSuggestion
from ui.figures import COUNTY, of_area
from ui.open_build import OpenBuild

SAID = ("station_mediations", "circuit_hearing_count", "legal_education_count", "consultation_count")
"""Kinds of work that the answer names."""
NAMED = 6
"""Names listed in a sentence before the rest is only counted."""


def some(names: Sequence[str], unit: str) -> str:
    """Names joined; of many the first ones and how many there are."""
    if len(names) <= NAMED:
        return "、".join(names)
    return f"{'、'.join(names[:NAMED])}等{len(names):,}{unit}"


def work_sentence(build: OpenBuild, rows: list[Figure], stations: Sequence[Station]) -> str:
    """What the stations did, in one sentence; why nothing can be said where it cannot."""
    first = of_area(rows, METRICS[SAID[0]], COUNTY)
    when = dates_label(first.period_start, first.period_end)
    who = f"，{len(stations):,}个法官工作站" if stations else "法官工作站"
    if first.value is None:
        told = missing(build, METRICS[SAID[0]])
        why = "还没有导入工作站活动台账" if told else "工作站活动台账没有覆盖本期"
        return f"{when}{who}：{why}，不知道开展了多少工作。"
    pieces = []
    for name in SAID:
        metric = METRICS[name]
        pieces.append(f"{metric.event}{format_value(of_area(rows, metric, COUNTY), metric)}{metric.unit}")
    return f"{when}{who}共{'、'.join(pieces).replace('工作站调解', '调解')}。"


def staff_sentence(build: OpenBuild, stations: Sequence[Station], coverage: Coverage, names: dict[str, str]) -> str:
    """How many are fully staffed, and which townships no station serves."""
    if not stations:
        return ""
    short = [one for one in stations if not one.is_staffed]
    staff = f"人员按{pattern_words(build)}配齐的{len(stations) - len(short):,}个，缺员的{len(short):,}个"
    served, all_of = len(coverage.served), len(coverage.served) + len(coverage.unserved)
    if not all_of:
        return f"{staff}。"
    without = some([names.get(code, code) for code in coverage.unserved], "个")
    tail = f"，没有的是{without}" if coverage.unserved else ""
    return f"{staff}；{all_of:,}个乡镇街道中有工作站服务的{served:,}个{tail}。"


def pattern_words(build: OpenBuild) -> str:
    """2+2+1, or what the definition says instead."""
    return "+".join(map(str, pattern_of(build.definition)))


def lacking_words(station: Station) -> str:
    """Who is missing: 缺法官1、法官助理2; 配齐; 没有填人数."""
    if station.staff is None:
        return "名册没有填人数"
    short = [f"{role}{n}" for role, n in zip(ROLES, station.lacking, strict=True) if n]
    return f"缺{'、'.join(short)}" if short else "配齐"


def staff_words(station: Station) -> str:
    """Judges, assistants and others: 1+0+3."""
    return "—" if station.staff is None else "+".join(map(str, station.staff))


def overdue_sentence(late: Sequence[OverdueSuggestion], day: date) -> str:
    """How many suggestions wait for a reply beyond their limit on a day."""
    if not late:
        return ""
    return f"截至{day.isoformat()}，司法建议超过期限没有反馈的{len(late):,}份，最久的超期{late[0].days_late:,}天。"


def hints(rows: Sequence[WorkRow], names: dict[str, str], *, has_register: bool) -> list[str]:
    """What to upload so that the work of these lines finds its station or township."""
    said = []
    named = [row.station for row in rows if row.where == "named"]
    places = [names.get(row.key, row.key) for row in rows if row.where == "place"]
    if not has_register and (named or places):
        said.append(
            "还没有导入法官工作站名册：工作按活动台账写的站名列出，没有写的按乡镇街道列出，不知道人员配备和覆盖范围；"
            "没有写乡镇的活动也要靠名册才能归到乡镇。请上传法官工作站名册（至少有“工作站名称”和“乡镇”两列）。"
        )
    if has_register and named:
        said.append(
            f"活动台账中的{some([f'“{name}”' for name in named], '个工作站')}不在法官工作站名册里，单列一行。"
            "是同一个站的，请把名称改成与名册一致；是新设的站，请上传补充后的名册。"
        )
    if has_register and places:
        said.append(
            f"{some(places, '个乡镇街道')}的部分活动没有写工作站名称，当地又不是只有一个站，单列一行。"
            "请在活动台账的“工作站名称”列写明后重新上传。"
        )
    if any(row.where == "nowhere" for row in rows):
        said.append(
            "部分活动既没有写工作站，也看不出在哪个乡镇街道，只计入全县。"
            f"请在活动台账补填“工作站名称”或“乡镇”{'' if has_register else '，并上传法官工作站名册'}后重新导入。"
        )
    lost = [row.station for row in rows if row.where == "listed" and row.township_code == "unassigned"]
    if lost:
        said.append(f"名册中的{some(lost, '个工作站')}看不出在哪个乡镇街道，请在名册的“乡镇”列写明后重新上传。")
    assumed = sum(row.assumed for row in rows)
    if assumed:
        said.append(f"有{assumed:,}行活动没有写工作站名称，按所在乡镇街道只有的一个站计入该站。")
    if any(row.where == "summary" for row in rows):
        said.append("“按历史汇总”一行是只有汇总数、没有逐条记录的月份，分不到各站。")
    return said
