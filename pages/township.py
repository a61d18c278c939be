"""乡镇: one township against the county: all metrics, the trend of one, its causes, its cases."""

import streamlit as st

from metrics import CORE, METRICS, Figure, Metric, sentence
from metrics._disclosure import MERGED, hidden_causes, mask_cases, protect_causes
from metrics._facts import CaseRow, cases_page
from metrics._period import dates_label
from reports.list_workbooks import cases_workbook, causes_workbook
from reports.metric_workbook import area_workbook
from ui import (
    address_bar,
    choose,
    definition_card,
    figure_words,
    mode,
    profile,
    prose,
    rights,
    route,
    take_away,
    trends,
)
from ui.figures import causes, figures, months, of_area, townships_of
from ui.frame import View, open_view
from ui.paging import PAGE, page_offset, turn_page

ALL = CORE
FILINGS = METRICS["civil_filings"]
RATE = METRICS["litigation_rate"]
MOST_ROWS = 200_000
"""More cases than any township has; an xlsx sheet could hold a million."""


def _trend(view: View, area: str, metric: Metric, last: Figure) -> None:
    rows = months(view.build, (metric,), area, last.period_end)
    trends.show(view, metric, rows, last.area_name)


def _causes(view: View, area: str, figure: Figure) -> str:
    every = causes(view.build, figure)
    found = protect_causes(every, view.build.definition, area)
    seen = every if rights.may("see_protected_rows") else found
    asked = address_bar.read("cause", "", keep=False)
    chosen = asked if asked in {one.cause for one in seen} - {MERGED} else ""
    if not chosen and asked in {one.cause for one in every}:
        prose.note(f"{asked}在本乡镇街道件数少，按口径不单独列出，件数已计入合计。")
    profile.show_causes(found, chosen, figure, {**view.filters, "area": area})
    if found and found[-1].cause == MERGED:
        prose.small_print([profile.small_groups(view.build.definition)])
    title = f"{figure.area_name}案由（{dates_label(figure.period_start, figure.period_end)}）"
    card = [*figure_words.card_lines(figure), *definition_card.metric_lines(FILINGS)]
    has_base = figure.base_value is not None
    take_away.workbook_button(
        title, lambda: causes_workbook(title, found, card, has_base=has_base), label="下载全部案由（xlsx）"
    )
    return chosen


def _cases(view: View, area: str, figure: Figure, cause: str) -> None:
    start, end = figure.period_start, figure.period_end
    offset = page_offset()
    total, rows = cases_page(view.build, area, start, end, cause=cause or None, offset=offset, limit=PAGE)
    profile.show_cases(_seen(view, figure, rows), total, offset, cause)
    turn_page(total)
    if total:
        title = f"{figure.area_name}{cause}案件（{dates_label(start, end)}）"
        card = [*figure_words.card_lines(figure), *definition_card.metric_lines(FILINGS)]
        take_away.workbook_button(
            title,
            lambda: _cases_workbook(view, area, figure, cause, title, card),
            label=f"下载全部 {total:,} 件（xlsx）",
        )


def _cases_workbook(
    view: View, area: str, figure: Figure, cause: str, title: str, card: list[tuple[str, str]]
) -> bytes:
    start, end = figure.period_start, figure.period_end
    _, rows = cases_page(view.build, area, start, end, cause=cause or None, limit=MOST_ROWS)
    return cases_workbook(title, _seen(view, figure, rows), profile.SOURCES, card)


def _seen(view: View, figure: Figure, rows: list[CaseRow]) -> list[CaseRow]:
    """The cases as the reader may see them."""
    if rights.may("see_protected_rows"):
        return rows
    return mask_cases(rows, hidden_causes(causes(view.build, figure), view.build.definition))


def _take_away(view: View, name: str, rows: list[Figure], area: str) -> None:
    own = [one for one in rows if one.area_code == area]
    title = f"{name}指标一览（{dates_label(own[0].period_start, own[0].period_end)}）"
    lines = [line for metric in ALL for line in definition_card.metric_lines(metric.under(view.build.definition))]
    card = [*figure_words.card_lines(own[0]), *lines, *definition_card.definition_lines(view.build.definition)]
    with st.container(horizontal=True):
        take_away.workbook_button(title, lambda: area_workbook(title, mode.printed(own), card))
        definition_card.popover(view.build, own, *ALL)


def render() -> None:
    """From the township's figures down to its cases."""
    view = open_view("乡镇：与全县比怎么样", [("全县", route.address("overview")), ("乡镇", "")])
    rows = figures(view.build, ALL, view.period)
    townships = townships_of(rows, RATE)
    if not townships:
        prose.note("还没有乡镇街道名单。请上传乡镇街道名册，或含各乡镇街道的人口表。")
        return
    names = {one.area_code: one.area_name for one in townships}
    with view.bar:
        area = choose.area(names, list(names))
        metric = choose.metric("走势指标")
    own, filings = of_area(rows, RATE, area), of_area(rows, FILINGS, area)
    view.say(f"{names[area]}：{sentence(own, RATE)}；新收一审民商事{filings.numerator:,}件。")
    profile.show_metrics(rows, area, view.filters)
    prose.small_print(figure_words.dates_lines(filings))
    left, right = st.columns(2, gap="large")
    with left:
        _trend(view, area, metric, of_area(rows, metric, area))
    with right:
        cause = _causes(view, area, filings)
    with st.container(key="cases"):
        _cases(view, area, filings, cause)
    _take_away(view, names[area], rows, area)


if __name__ == "__main__":
    import app

    app.main()
