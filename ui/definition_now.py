"""The definition in force: every switch, what it leaves out, people, breaks, and numbers given before filing."""

import streamlit as st

from data.definition_words import SCOPES, SWITCHES
from metrics import METRICS
from metrics._before_filing import shares_by_year, vanished
from metrics._facts import population_dates, population_gaps, population_not_listed
from ui import accounts, definition_card, definition_trial, prose, route, sheet
from ui.figures import COUNTY
from ui.open_build import OpenBuild


def show(build: OpenBuild) -> list[str]:
    """Draw it; returns the answer's sentences."""
    definition = build.definition
    columns = [sheet.Column("项目", "name"), sheet.Column("现行设置", "fill"), sheet.Column("作用", "fill")]
    rows = [
        sheet.Row([one.label, one.say(getattr(definition, one.field)), one.effect])
        for one in SWITCHES
        if one.field != "breaks"
    ]
    sheet.show(columns, rows, caption=f"{definition.label}，共 {len(rows)} 项")
    st.subheader("口径断点", anchor=False)
    _breaks(build)
    st.subheader("诉前调案号逐年", anchor=False)
    _before_filing(build)
    st.subheader("可用的人口数", anchor=False)
    accounts.show_population(population_dates(build), population_gaps(build), population_not_listed(build), definition)
    return [f"现行口径是{definition.label}，全部指标都按它计算。", *_before_and_after(build)]


def _before_and_after(build: OpenBuild) -> list[str]:
    """The county's filings of the latest period with and without what is left out."""
    metric = METRICS["civil_filings"]
    tried = definition_trial.tried(build, build.definition)
    county = next((one for one in tried.figures if (one.metric, one.area_code) == (metric.name, COUNTY)), None)
    lines = definition_card.exclusion_lines(build, metric, county) if county is not None else []
    return [f"一审民商事新收：{words}。" for _, words in lines]


def _breaks(build: OpenBuild) -> None:
    columns = [sheet.Column("日期"), sheet.Column("影响"), sheet.Column("原因", "fill")]
    rows = [
        sheet.Row([one.on.isoformat(), "、".join(SCOPES[each] for each in one.scope), one.reason])
        for one in build.definition.breaks
    ]
    sheet.show(columns, rows, caption="此日前后的数不能直接相比：走势图上画虚线，比较时注“口径断点”")
    route.link("definitions", "增加本县的断点", part="edit")


def _before_filing(build: OpenBuild) -> None:
    years = shares_by_year(build)
    for old, new in vanished(years):
        prose.note(
            f"{old.year}年有诉前调一类案号 {old.numbered_before_filing:,} 件，{new.year}年为0："
            f"立案和调解的编号办法已变，{new.year}年与{old.year}年的新收、诉前（先行）调解不宜直接比较。"
        )
    if not years:
        prose.note("还没有案件台账和诉前（先行）调解台账。")
        return
    columns = [
        sheet.Column("年份"),
        sheet.Column("案件台账", "number", "件"),
        sheet.Column("诉前调一类字号", "number", "件"),
        sheet.Column("诉前（先行）调解台账", "number", "件"),
        sheet.Column("诉前调一类编号", "number", "件"),
    ]
    rows = [sheet.Row([str(one.year), *(f"{n:,}" for n in one[1:])]) for one in years]
    if not any(one.mediations for one in years):
        columns, rows = columns[:3], [sheet.Row(row.cells[:3]) for row in rows]
    sheet.show(
        columns, rows, caption="含民诉前调、诉前调、诉前调确、诉前调书、行诉前调、引调；降为0的年份即口径已变", fit=True
    )
