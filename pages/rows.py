"""明细: the rows behind one side of one figure, down to the row of the spreadsheet."""

from functools import partial

import streamlit as st

from metrics import Figure, Metric
from metrics._disclosure import hidden_pairs, is_small_place
from metrics._rows_behind import Part, causes_behind, has_causes, rows_page
from reports.rows_workbook import rows_workbook
from ui import (
    address_bar,
    choose,
    definition_card,
    drill_down,
    figure_words,
    prose,
    rights,
    rows_answer,
    rows_areas,
    rows_list,
    take_away,
)
from ui.frame import View, open_view
from ui.paging import page_offset, turn_page

SIZE = 50
MOST_ROWS = 50_000
"""Rows in one workbook; what lies beyond is told."""


def _part(metric: Metric) -> Part:
    """Which side; a plain count has only one."""
    if metric.denominator is None:
        return "numerator"
    part = address_bar.read("part", "numerator", drill_down.SIDES, keep=False, label="栏目")
    st.segmented_control(
        "数的是",
        drill_down.SIDES,
        required=True,
        format_func=lambda one: rows_answer.side_words(metric, one),
        label_visibility="collapsed",
        **address_bar.bound("part", part, keep=False),
    )
    return "denominator" if part == "denominator" else "numerator"


def _hidden(view: View, metric: Metric, area: str, part: Part) -> frozenset[tuple[str, str]]:
    """Township and cause of the rows that the reader may not tell apart."""
    if rights.may("see_protected_rows"):
        return frozenset()
    return hidden_pairs(causes_behind(view.build, metric, view.period, area, part), view.build.definition)


def _cause(metric: Metric, part: Part) -> str:
    """The cause that the address narrows the list to."""
    cause = address_bar.read("cause", "", keep=False)
    if cause and not has_causes(metric, part):
        prose.note("这些行不按案由区分，以下列出全部。")
        return ""
    return cause


def _take_away(view: View, metric: Metric, figure: Figure, part: Part, cause: str, total: int) -> None:
    title = f"{figure.area_name}{metric.label}{rows_answer.PARTS[part]}{cause}明细"
    card = [*figure_words.card_lines(figure), *definition_card.metric_lines(metric)]
    label = f"下载全部 {total:,} 行（xlsx）" if total <= MOST_ROWS else f"下载前 {MOST_ROWS:,} 行（xlsx）"

    def make() -> bytes:
        found = rows_page(view.build, metric, view.period, figure.area_code, part, cause=cause, limit=MOST_ROWS)
        hidden = _hidden(view, metric, figure.area_code, part)
        listed = rows_list.rows_list(
            view.build, metric, figure.area_code, part, found.page, hidden, is_of_cause=bool(cause)
        )
        return rows_workbook(title, listed.headers, listed.cells, listed.origins, card)

    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        take_away.workbook_button(title, make, label=label)
        definition_card.popover(view.build, [figure], metric)
    if total > MOST_ROWS:
        prose.small_print([f"一个文件最多 {MOST_ROWS:,} 行，最近的在前；要其余的行，请选较短的期间或单个乡镇街道。"])


def _list(view: View, metric: Metric, figure: Figure, part: Part, cause: str) -> None:
    hidden = _hidden(view, metric, figure.area_code, part)
    if is_small_place(figure.area_code) and cause in {one for _, one in hidden}:
        view.say(f"{figure.area_name}的{cause}件数少，按口径不单独列出，也不列出可以推算它的案由；件数已计入合计。")
        return
    offset = page_offset(SIZE)
    page = partial(rows_page, view.build, metric, view.period, figure.area_code, part, cause=cause, limit=SIZE)
    found = page(offset=offset)
    if found.rows and not found.page:
        offset = page_offset(SIZE, total=found.rows)
        found = page(offset=offset)
    wanted = rows_answer.expected(view.build, figure, metric, part, cause)
    told = rows_answer.answer(figure, metric, part, found, wanted, cause)
    view.say(*told.sentences)
    if not found.page:
        return
    listed = rows_list.rows_list(
        view.build, metric, figure.area_code, part, found.page, hidden, is_of_cause=bool(cause)
    )
    which = f"，列出第 {offset + 1:,}—{offset + len(found.page):,} 行" if found.rows > SIZE else ""
    rows_list.show(listed, f"共 {found.rows:,} 行{which}；不含当事人信息")
    turn_page(found.rows, SIZE)
    if files := rows_list.files_named(listed):
        prose.small_print(files)
    _take_away(view, metric, figure, part, cause, found.rows)


def render() -> None:
    """Which figure, how many rows, and the rows."""
    view = open_view("明细：这个数是怎样数出来的", rows_areas.crumbs())
    names = rows_areas.names(view.build)
    with view.bar:
        metric = choose.metric().under(view.build.definition)
        area = choose.area(names, list(names), "区域")
    part = _part(metric)
    figure = rows_areas.figure(view.build, metric, view.period, area)
    _list(view, metric, figure, part, _cause(metric, part))
    prose.small_print(figure_words.dates_lines(figure))


if __name__ == "__main__":
    import app

    app.main()
