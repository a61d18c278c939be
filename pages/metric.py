"""指标: one metric, all townships: in order with intervals, month by month, as a table, with its definition."""

import streamlit as st

from charts.reference_lines import over_ranking
from metrics import Figure, Metric, sentence
from metrics._period import dates_label
from metrics._rank_words import about_ranks
from metrics._review_words import NO_LIMIT
from metrics._still_open import still_open_words
from reports.metric_workbook import metric_workbook
from ui import (
    choose,
    definition_card,
    drill_down,
    figure_words,
    legend,
    mode,
    plot,
    prose,
    rankings,
    references,
    route,
    take_away,
    township_rows,
    trends,
)
from ui.figures import COUNTY, figures, months, of_area, townships_of
from ui.frame import View, open_view
from ui.markup import join
from ui.paging import page_offset, turn_page

FEW_TOWNSHIPS = 8
"""A ranking of fewer leaves room for the definition card under it."""
ROWS = 100
"""Townships in one page of the table."""


def _ranking(view: View, metric: Metric, rows: list[Figure], title: str) -> None:
    if not rankings.has_ranking(rows, metric):
        legend.nothing_to_rank(view.build, of_area(rows, metric, COUNTY))
        return
    beside, county = references.of_metric(metric), of_area(rows, metric, COUNTY)
    figure = rankings.ranking(str(view.build.path), rows, metric, title)
    figure = over_ranking(figure, references.ranking_lines(beside, county))
    clicked = plot.show_and_click(figure, key=f"ranking_{metric.name}", alt=title, file_name=title)
    if clicked:
        route.go("township", area=clicked, metric=metric.name, **view.filters)
    legend.show(metric, rows)
    references.show_beside(beside, county, metric)


def _trend(view: View, metric: Metric, county: Figure) -> None:
    rows = months(view.build, (metric,), None, county.period_end)
    trends.show(view, metric, rows, county.area_name, references.of_metric(metric))


def _tables(view: View, metric: Metric, rows: list[Figure], county: Figure) -> None:
    townships = townships_of(rows, metric)
    ranked = township_rows.in_order(townships, metric)
    placed = {one.area_code for one in ranked}
    apart = [one for one in townships if one.area_code not in placed]
    others = [one for one in rows if one.area_code in ("outside", "unassigned")]
    at = page_offset(ROWS, total=len(ranked))
    order = "参加排名的乡镇街道" if mode.prints_places(county) else "各乡镇街道，按数值排列，不是排名"
    caption = order + (f"：{len(ranked):,} 个，每页 {ROWS} 个" if len(ranked) > ROWS else "")
    beside = references.table_cells(references.of_metric(metric), county)
    shown = [*ranked[at : at + ROWS], county]
    township_rows.show_table(metric, shown, county, view.filters, caption=caption, beside=beside)
    turn_page(len(ranked), ROWS)
    if mode.is_ranking() and (about := about_ranks(metric, rows)):
        prose.small_print([about, NO_LIMIT])
    if apart:
        name = "不排名" if mode.is_ranking() else "不比较"
        st.subheader(f"只列示、{name}", anchor=False)
        prose.small_print(["人口或件数过少、缺人口，或不属于街道、镇、乡的单位。数值照列，不与其他乡镇街道比较。"])
        more = f"，只列前 {ROWS} 个，其余见下载的表" if len(apart) > ROWS else ""
        caption = f"{name}的乡镇街道：{len(apart):,} 个{more}"
        township_rows.show_table(metric, apart[:ROWS], county, view.filters, caption=caption)
    if metric.denominator is None or not metric.is_proportion:
        counts = [(one.area_name, drill_down.count(one, metric, "numerator", view.filters)) for one in others]
        unit = f" {metric.numerator.unit}（计入全县，不计率）"
        prose.small_print([join([name, " ", n, unit]) for name, n in counts])


def render() -> None:
    """Answer, ranking and trend side by side, then the tables."""
    view = open_view("指标：各乡镇街道比较")
    with view.bar:
        metric = choose.metric().under(view.build.definition)
    rows = figures(view.build, (metric,), view.period, with_rank_intervals=mode.is_ranking())
    county = of_area(rows, metric, COUNTY)
    still_open = still_open_words(view.build, metric, county)
    view.say("；".join([sentence(county, metric), *([still_open] if still_open else [])]) + "。")
    title = f"{dates_label(county.period_start, county.period_end)}{metric.label}（{metric.unit}）"
    left, right = st.columns([11, 9], gap="large")
    with left:
        _ranking(view, metric, rows, title)
    with right:
        _trend(view, metric, county)
    with left if len(townships_of(rows, metric)) < FEW_TOWNSHIPS else right:
        out = definition_card.exclusion_lines(view.build, metric, county)
        st.html(definition_card.card_markup([*definition_card.metric_lines(metric, county.phi), *out]))
    _tables(view, metric, rows, county)
    card = [
        *figure_words.card_lines(county),
        *definition_card.metric_lines(metric, county.phi),
        *definition_card.exclusion_lines(view.build, metric, county),
        *references.card_lines(references.of_metric(metric), county, metric),
        *definition_card.definition_lines(view.build.definition),
    ]
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        prose.small_print(figure_words.dates_lines(county), is_beside=True)
        take_away.workbook_button(title, lambda: metric_workbook(title, metric, mode.printed(rows), card))
        definition_card.popover(view.build, [county], metric)


if __name__ == "__main__":
    import app

    app.main()
