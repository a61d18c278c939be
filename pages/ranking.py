"""排名: who stands where, how surely, and who may be named; only in 排名模式."""

import streamlit as st

from metrics._period import dates_label
from metrics._rank_words import about_ranks
from metrics._ranking_table import RankingTable
from metrics._ranking_words import NAMING, WITHOUT_BATCHES, answer_words, before_words
from metrics._review_words import NO_LIMIT
from reports.ranking_workbook import ranking_workbook
from ui import (
    definition_card,
    figure_words,
    legend,
    mode,
    prose,
    ranking,
    ranking_charts,
    ranking_table,
    route,
    take_away,
)
from ui.frame import View, open_view
from ui.paging import page_offset, turn_page

TITLE = "排名：谁在前、谁在后，有多大把握"
ROWS = 100
"""Townships in one page of the table."""


def _title(table: RankingTable) -> str:
    county = table.county
    switches = [table.kind, WITHOUT_BATCHES if table.is_without_batches else ""]
    beside = "，".join([table.metric.unit, *(one for one in switches if one)])
    what = "排名" if table.has_places else "：各乡镇街道"
    return f"{dates_label(county.period_start, county.period_end)}{county.label}{what}（{beside}）"


def _pictures(view: View, table: RankingTable) -> None:
    """The picture, and beside it the tiers; without tiers the answer has said why."""
    left, right = st.columns([11, 9], gap="large") if table.tiers else (st.container(), st.container())
    with left:
        draw = ranking_charts.show_funnel if ranking.choose_view() == "funnel" else ranking_charts.show_places
        draw(table, str(view.build.path), _title(table), view.filters)
    if not table.tiers:
        return
    with right:
        st.subheader("梯队", anchor=False)
        ranking_table.show_tiers(table)
        about = about_ranks(table.metric, [one.figure for one in table.rows])
        order = "梯队按真实位次的期望值划分，与按数值排的位次可能略有交错。"
        prose.small_print([about, f"{NAMING}。", order])


def _tables(view: View, table: RankingTable) -> None:
    at = page_offset(ROWS, total=len(table.rows))
    many = f"，每页 {ROWS} 个" if len(table.rows) > ROWS else ""
    which = "参加排名的" if table.has_places else "不编位次的"
    caption = f"{which}{table.kind or '乡镇街道'}：{len(table.rows):,} 个{many}"
    ranking_table.show(table, view.filters, table.rows[at : at + ROWS], caption)
    turn_page(len(table.rows), ROWS)
    prose.small_print(ranking_table.small_print(table))
    if table.unranked:
        st.subheader("只列示、不排名", anchor=False)
        ranking_table.show_unranked(table, view.filters)


def _take_away(view: View, table: RankingTable) -> None:
    title = _title(table)
    card = [
        ("用途", NO_LIMIT),
        ("排名范围", table.kind or "全部乡镇街道"),
        ("批量案件", WITHOUT_BATCHES if table.is_without_batches else "按现行口径"),
        ("点名规则", NAMING),
        ("位次区间", about_ranks(table.metric, [one.figure for one in table.rows])),
        *([("上月位次", before_words(table.before))] if table.has_places else []),
        *figure_words.card_lines(table.county),
        *definition_card.metric_lines(table.metric, table.county.phi),
        *definition_card.definition_lines(view.build.definition),
    ]
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        prose.small_print(figure_words.dates_lines(table.county), is_beside=True)
        take_away.workbook_button(title, lambda: ranking_workbook(title, table, card))
        definition_card.popover(view.build, [table.county], table.metric)


def render() -> None:
    """The answer, the pictures, the tables; in 体检模式 the step into 排名模式 instead."""
    view = open_view(TITLE)
    with view.bar:
        mode.switch()
    if not mode.is_ranking():
        view.say(f"{view.period.label}：现在是体检模式，不编位次。")
        mode.offer()
        route.link("checkup", "看乡镇体检表", **view.filters)
        return
    with view.bar:
        metric = ranking.choose_metric(view.build)
        kind = ranking.choose_kind(view.build)
        without = ranking.choose_batches(view.build, metric)
    table = ranking.ranking(view.build, metric, view.period, without=without, kind=kind)
    view.say(*answer_words(table))
    prose.note(NO_LIMIT)
    if not table.has_places and table.rest is not None and table.rest.status != "clumped":
        ranking.offer_without_batches()
    if not table.rows:
        legend.nothing_to_rank(view.build, table.county)
    else:
        _pictures(view, table)
    _tables(view, table)
    _take_away(view, table)


if __name__ == "__main__":
    import app

    app.main()
