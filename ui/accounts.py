"""Tables of the quality page: sums that agree, places without a township, days covered, people missing."""

from collections.abc import Sequence
from datetime import date

from data.definition import Definition
from metrics._facts import Identity, PlaceRow, PopulationGap, ledger_spans
from ui import figure_words as words
from ui import prose, sheet
from ui.attention import ledger_name
from ui.open_build import OpenBuild

_SOURCES = {
    "stated": "登记乡镇",
    "defendant": "被告住所地",
    "dispute": "纠纷发生地",
    "plaintiff": "原告住所地",
    "tribunal": "承办庭室",
    "placement": "补填的乡镇",
}
_HOW = {
    "ambiguous": "符合两个以上乡镇街道",
    "village_several": "几个乡镇街道都有同名的村（社区）",
    "unknown": "名册中没有",
    "county_only": "只写到县",
    "tribunal_several": "法庭辖几个乡镇街道",
    "empty": "没有地名",
    "unassigned": "没有地名",
    "decision": "人工认定",
    "county_outside": "其他县区",
    "city_outside": "其他市州",
    "province_outside": "其他省份",
    "stated_outside": "台账注明辖区外",
}

PLACES_SHOWN = 20


def show_identities(rows: Sequence[Identity], numbers: Sequence[Sequence[object]]) -> None:
    """Three parts, their total counted again from the facts, and whether they agree; `numbers` as they are printed."""
    columns = [
        sheet.Column("计数"),
        sheet.Column("乡镇街道", "number", "件"),
        sheet.Column("+ 辖区外", "number", "件"),
        sheet.Column("+ 未归属", "number", "件"),
        sheet.Column("= 全县", "number", "件，由明细重新清点"),
        sheet.Column("核对"),
    ]
    body = [
        sheet.Row([one.label, *cells, "相符" if one.adds_up else "不符"])
        for one, cells in zip(rows, numbers, strict=True)
    ]
    sheet.show(columns, body, caption="前三项取自各页所用的日汇总，末项由案件和调解明细另行清点")


def show_places(title: str, total: int, rows: Sequence[PlaceRow], *, is_outside: bool) -> None:
    """Distinct place texts by how many rows bear them."""
    columns = [
        sheet.Column("地名（已截到村居）", "wrap"),
        sheet.Column("来源"),
        sheet.Column("行数", "number"),
        sheet.Column("原因"),
    ]
    body = [
        sheet.Row([one.place_text, source, words.whole(one.rows), reason])
        for one in rows[:PLACES_SHOWN]
        for source, reason in [source_and_reason(one)]
    ]
    more = f"，列出前 {PLACES_SHOWN} 个，其余见下载的表" if len(rows) > PLACES_SHOWN else ""
    caption = f"{title}：{len(rows):,} 个，涉及 {total:,} 行{more}"
    if not rows:
        prose.note(f"没有{title}。")
        return
    sheet.show(columns, body, caption=caption)
    if not is_outside:
        prose.small_print(
            ["同一行若另有能对上的地名，仍归属到乡镇街道。对不上的到“地名归属”页认定一次即可，也可补进名册的别名。"]
        )


def source_and_reason(one: PlaceRow) -> tuple[str, str]:
    """Where a place name was written, and why no township was found for it, in Chinese."""
    return source_words(one.source), reason_words(one.how or "")


def source_words(source: str) -> str:
    """Where a place name was written."""
    return _SOURCES.get(source, source)


def reason_words(how: str) -> str:
    """Why no township was found for a place name."""
    return _HOW.get(how, how)


def show_coverage(build: OpenBuild) -> None:
    """Days that imports in force cover, ledger by ledger."""
    spans = ledger_spans(build)
    if not spans:
        prose.note("没有台账注明或推得覆盖期间。")
        return
    columns = [sheet.Column("台账"), sheet.Column("开始"), sheet.Column("截至")]
    body = [sheet.Row([ledger_name(one.ledger, one.kind), one.start.isoformat(), one.end.isoformat()]) for one in spans]
    sheet.show(columns, body, caption="同一台账有几段时，段与段之间没有数据，跨越空缺的期间不作同比", fit=True)


def show_population(
    dates: Sequence[tuple[str, date, int, int]],
    gaps: Sequence[PopulationGap],
    not_listed: Sequence[str],
    definition: Definition,
) -> None:
    """Which population figures there are, which townships lack one, and which units are in no list."""
    if dates:
        columns = [
            sheet.Column("口径"),
            sheet.Column("时点"),
            sheet.Column("乡镇街道", "number", "个"),
            sheet.Column("人口", "number", "人"),
        ]
        body = [
            sheet.Row([basis, day.isoformat(), words.whole(townships), words.whole(people)])
            for basis, day, townships, people in dates
        ]
        sheet.show(columns, body, caption=f"采用口径：{definition.population_basis}人口", fit=True)
    else:
        prose.note("还没有人口表，万人率无法计算。")
    if gaps:
        names = "、".join(f"{one.township_name}{f'（只有{one.other}）' if one.other else ''}" for one in gaps)
        prose.note(f"缺{definition.population_basis}人口的有 {len(gaps)} 个：{names}。全县率要等它们补齐。")
    if not_listed:
        names = "、".join(not_listed)
        prose.note(
            f"人口表中有 {len(not_listed)} 个单位不在乡镇街道名册里，其人口没有计入分母：{names}。"
            "是本县单位的，请在名册中补上该单位或其别名后重新导入名册。"
        )
