"""One township: its figures against the county's range, its causes, its cases."""

from collections.abc import Sequence

import streamlit as st

from data.definition import Definition
from metrics import CORE, Figure, Metric, format_value, versus_county
from metrics._disclosure import MERGED
from metrics._facts import CaseRow, CauseCount
from metrics._words import DASH, format_interval, yardstick
from ui import drill_down, mode, prose, route, sheet
from ui import figure_words as words
from ui.figures import COUNTY, of_area, townships_of
from ui.markup import Markup, join, markdown_text, tag

SOURCES = {
    "stated": "登记乡镇",
    "defendant": "被告住所地",
    "dispute": "纠纷发生地",
    "plaintiff": "原告住所地",
    "tribunal": "承办法庭",
    "hand": "人工指定",
    "placement": "补填归属",
}
CAUSES_SHOWN = 12


def show_metrics(rows: list[Figure], area: str, filters: dict[str, str]) -> None:
    """All metrics of one township in one table."""
    columns = [
        sheet.Column("指标"),
        sheet.Column("本镇街", "number"),
        sheet.Column("分子 / 分母", "number"),
        sheet.Column("95%区间", "number"),
        sheet.Column("全县", "number"),
        sheet.Column("各镇街中的位置", "text", "低 — 高，竖线为全县"),
        sheet.Column("位次", "number", optional=True),
        sheet.Column("与全县比"),
        sheet.Column("同比", "wrap"),
        sheet.Column("标记", "wrap", optional=True),
    ]
    body = [sheet.Row(_metric_cells(rows, metric, area, filters)) for metric in CORE]
    sheet.show(columns, body, caption="全部指标与全县比较")


def _metric_cells(rows: list[Figure], metric: Metric, area: str, filters: dict[str, str]) -> list[object]:
    own, county = of_area(rows, metric, area), of_area(rows, metric, COUNTY)
    townships = townships_of(rows, metric)
    ranked = sum(one.rank is not None for one in townships)
    stands = versus_county(own, county)
    where = route.address("metric", metric=metric.name, **filters)
    sides = drill_down.SIDES if metric.denominator else drill_down.SIDES[:1]
    return [
        tag("span", sheet.anchor(own.label, where), f"（{metric.unit}）"),
        format_value(own, metric),
        join([drill_down.count(own, metric, side, filters) for side in sides], " / "),
        format_interval(own, metric),
        format_value(county, metric),
        _strip(own, county, townships) if metric.denominator else "",
        (f"{own.rank} / {ranked}" if own.rank is not None else DASH) * mode.prints_places(own),
        f"{stands.symbol} {stands.word}" if metric.denominator else DASH,
        prose.keep_words(words.change(own)),
        words.marks(own),
    ]


def _strip(own: Figure, county: Figure, townships: Sequence[Figure]) -> Markup | str:
    """Where the value lies between the lowest and the highest township; decoration of the numbers beside it."""
    values = [one.value for one in townships if one.value is not None and one.status == "ok"]
    if own.value is None or len(values) < 2 or min(values) == max(values):
        return ""
    low, high = min(values), max(values)
    marks = [tag("b", style=f"left:{_place(own.value, low, high):.0f}%")]
    middle = yardstick(county)
    if middle is not None:
        marks.insert(0, tag("i", style=f"left:{_place(middle, low, high):.0f}%"))
    return tag("span", *marks, class_="strip", aria_hidden="true")


def _place(value: float, low: float, high: float) -> float:
    return min(100.0, max(0.0, (value - low) / (high - low) * 100))


def show_causes(causes: Sequence[CauseCount], chosen: str, figure: Figure, filters: dict[str, str]) -> None:
    """The most frequent causes with this and last year's counts; a click on a name narrows the cases below.

    `causes` are those that may be printed (`protect_causes`); what is merged stands last and leads nowhere. Last year
    is left out where its days are not wholly covered: a count of 0 would say that there was none.
    """
    st.subheader("主要案由（一审民商事新收）", anchor=False)
    columns = [
        sheet.Column("案由", "fill"),
        sheet.Column("本期", "number", "件"),
        sheet.Column("上年同期", "number", "件"),
        sheet.Column("增减", "number", "件"),
    ]
    told = len(columns) if figure.base_value is not None else 2
    own = [one for one in causes if one.cause != MERGED]
    shown, rest = own[:CAUSES_SHOWN], own[CAUSES_SHOWN:]
    body = [sheet.Row(_cause_cells(one, figure, filters), "total" if one.cause == chosen else "row") for one in shown]
    if rest:
        body.append(_sum_row(f"其他{len(rest)}种", rest))
    body += [_sum_row(one.cause, [one]) for one in causes if one.cause == MERGED]
    body.append(_sum_row("合计", causes, "total"))
    lines = [sheet.Row(row.cells[:told], row.kind) for row in body]
    sheet.show(columns[:told], lines, caption="点击案由，只看该案由的案件；点击件数，逐行查看")


def small_groups(definition: Definition) -> str:
    """Why a line of merged causes stands in a table."""
    few = f"{definition.protected_causes[0]}等不宜公开的案由，不足{definition.smallest_shown_count:,}件的不单独列出"
    return f"{few}，连同可以推算它的案由并入“{MERGED}”，合计不变。"


def _cause_cells(one: CauseCount, figure: Figure, filters: dict[str, str]) -> list[object]:
    link = sheet.anchor(one.cause, route.address("township", cause=one.cause, **filters))
    view = {name: value for name, value in filters.items() if name != "area"}
    counts = ((one.n, view), (one.base_n, drill_down.period_filters(figure.base_start, figure.base_end)))
    area = figure.area_code
    numbers = [drill_down.linked(words.whole(n), figure.metric, area, days, cause=one.cause) for n, days in counts]
    return [link, *numbers, _signed(one.n - one.base_n)]


def _sum_row(name: str, causes: Sequence[CauseCount], kind: sheet.RowKind = "row") -> sheet.Row:
    now, base = sum(one.n for one in causes), sum(one.base_n for one in causes)
    return sheet.Row([name, words.whole(now), words.whole(base), _signed(now - base)], kind)


def _signed(number: int) -> str:
    return f"{number:+,}" if number else "0"


def show_cases(rows: Sequence[CaseRow], total: int, offset: int, cause: str) -> None:
    """The counted cases, newest first, without parties."""
    st.subheader(f"案件：{markdown_text(cause)}" if cause else "案件", anchor=False)
    columns = [
        sheet.Column("案号"),
        sheet.Column("立案日期"),
        sheet.Column("案由", "fill"),
        sheet.Column("适用程序", optional=True),
        sheet.Column("状态", optional=True),
        sheet.Column("结案方式", optional=True),
        sheet.Column("结案日期", optional=True),
        sheet.Column("归属依据"),
    ]
    body = [sheet.Row(_case_cells(one)) for one in rows]
    last = offset + len(rows)
    caption = f"共 {total:,} 件，列出第 {offset + 1:,}—{last:,} 件；不含当事人信息" if rows else "本期没有案件"
    sheet.show(columns, body, caption=caption)


def _case_cells(one: CaseRow) -> list[object]:
    return [
        one.case_number,
        one.filed_on.isoformat(),
        one.cause or "未填",
        one.procedure or "",
        one.status or "",
        one.close_method or "",
        one.closed_on.isoformat() if one.closed_on else "",
        SOURCES.get(one.placed_by or "", ""),
    ]
