"""明细: the rows behind one side of one figure, down to the row of the spreadsheet."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from metrics import METRICS, Figure, Metric
from metrics._areas import COUNTY, areas_of
from metrics._disclosure import hidden_pairs, is_small_place
from metrics._rows_behind import (
    ANY_ORGANISATION,
    Part,
    RowsPage,
    batch_organisations,
    causes_behind,
    has_causes,
    rows_page,
)
from metrics._station_rows import as_metric, work_named
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
    rows_of_station,
    take_away,
)
from ui.frame import View, open_view
from ui.paging import page_offset, turn_page
from ui.rows_answer import Only
from ui.rows_list import RowsList

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


def _only(view: View, metric: Metric, part: Part) -> Only:
    """The cause, and the organisation that files in batches, that the address narrows the list to."""
    cause = address_bar.read("cause", "", keep=False)
    known = (ANY_ORGANISATION, *batch_organisations(view.build))
    organisation = address_bar.read("organisation", "", known, keep=False, label="起诉单位")
    if (cause or organisation) and not has_causes(metric, part):
        prose.note("这些行不按案由区分，以下列出全部。" if cause else "这些行不按起诉单位区分，以下列出全部。")
        return Only()
    return Only(cause, organisation)


def _rows(view: View, metric: Metric, figure: Figure, part: Part, only: Only) -> Callable[..., RowsPage]:
    """Asks for the rows, so many (`limit`) from one on (`offset`)."""
    ask = partial(rows_page, view.build, metric, view.period, figure.area_code, part)
    return partial(ask, cause=only.cause, organisation=only.organisation)


def _take_away(view: View, metric: Metric, figure: Figure, part: Part, only: Only, total: int) -> None:
    whose = "" if only.organisation in ("", ANY_ORGANISATION) else only.organisation
    filed = f"{whose}批量" if only.organisation else ""
    title = f"{figure.area_name}{metric.label}{rows_answer.PARTS[part]}{only.cause}{filed}明细"
    card = [*figure_words.card_lines(figure), *definition_card.metric_lines(metric)]

    def listed() -> RowsList:
        found = _rows(view, metric, figure, part, only)(limit=MOST_ROWS)
        hidden = _hidden(view, metric, figure.area_code, part)
        return rows_list.rows_list(
            view.build, metric, figure.area_code, part, found.page, hidden, is_of_cause=bool(only.cause)
        )

    _download(view, title, card, total, listed, (figure, metric))


def _download(
    view: View,
    title: str,
    card: list[tuple[str, str]],
    total: int,
    listed: Callable[[], RowsList],
    defined: tuple[Figure, Metric] | None,
) -> None:
    """All rows as a workbook, and beside it the definition of the figure, where there is one."""
    label = f"下载全部 {total:,} 行（xlsx）" if total <= MOST_ROWS else f"下载前 {MOST_ROWS:,} 行（xlsx）"

    def make() -> bytes:
        rows = listed()
        return rows_workbook(title, rows.headers, rows.cells, rows.origins, card)

    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        take_away.workbook_button(title, make, label=label)
        if defined is not None:
            definition_card.popover(view.build, [defined[0]], defined[1])
    if total > MOST_ROWS:
        prose.small_print([f"一个文件最多 {MOST_ROWS:,} 行，最近的在前；要其余的行，请选较短的期间或单个乡镇街道。"])


def _list(view: View, metric: Metric, figure: Figure, part: Part, only: Only) -> None:
    cause = only.cause
    hidden = _hidden(view, metric, figure.area_code, part)
    if is_small_place(figure.area_code) and cause in {one for _, one in hidden}:
        view.say(f"{figure.area_name}的{cause}件数少，按口径不单独列出，也不列出可以推算它的案由；件数已计入合计。")
        return
    offset = page_offset(SIZE)
    page = partial(_rows(view, metric, figure, part, only), limit=SIZE)
    found = page(offset=offset)
    if found.rows and not found.page:
        offset = page_offset(SIZE, total=found.rows)
        found = page(offset=offset)
    wanted = rows_answer.expected(view.build, figure, metric, part, only)
    told = rows_answer.answer(figure, metric, part, found, wanted, only)
    view.say(*told.sentences)
    if not found.page:
        return
    listed = rows_list.rows_list(
        view.build, metric, figure.area_code, part, found.page, hidden, is_of_cause=bool(cause)
    )
    _show(listed, found, offset)
    _take_away(view, metric, figure, part, only, found.rows)


def _show(listed: RowsList, found: RowsPage, offset: int) -> None:
    """The table of one page of rows, the way to the others, and which files they are of."""
    which = f"，列出第 {offset + 1:,}—{offset + len(found.page):,} 行" if found.rows > SIZE else ""
    rows_list.show(listed, f"共 {found.rows:,} 行{which}；不含当事人信息")
    turn_page(found.rows, SIZE)
    if files := rows_list.files_named(listed):
        prose.small_print(files)


def _of_station() -> None:
    """The work behind one cell of the table of stations."""
    view = open_view("明细：这个数是怎样数出来的", rows_of_station.crumbs())
    asked = rows_of_station.cell(view)
    areas = areas_of(view.build)
    name = rows_of_station.label(view, asked, dict(zip(areas.codes, areas.names, strict=True)))
    of_cell = partial(rows_of_station.rows, view, asked)
    offset = page_offset(SIZE, total=max(of_cell(limit=1).rows, 1))
    found = of_cell(offset=offset, limit=SIZE)
    view.say(*rows_of_station.answer(view, asked, found, name).sentences)
    metric = as_metric(work_named(asked.kind.counted))
    if found.page and asked.county.status != "not_covered":
        listed = partial(rows_list.rows_list, view.build, metric, COUNTY, "numerator", hidden=(), is_of_cause=False)
        _show(listed(found.page), found, offset)
        defined = (asked.county, METRICS[asked.kind.metric]) if asked.kind.metric else None
        card = [*figure_words.card_lines(asked.county), ("内容", name)]
        _download(view, f"{name}明细", card, found.rows, lambda: listed(of_cell(limit=MOST_ROWS).page), defined)
    prose.small_print(figure_words.dates_lines(asked.county))


def render() -> None:
    """Which figure, how many rows, and the rows."""
    if rows_of_station.is_asked():
        _of_station()
        return
    view = open_view("明细：这个数是怎样数出来的", rows_areas.crumbs())
    names = rows_areas.names(view.build)
    with view.bar:
        metric = choose.metric().under(view.build.definition)
        area = choose.area(names, list(names), "区域")
    part = _part(metric)
    figure = rows_areas.figure(view.build, metric, view.period, area)
    _list(view, metric, figure, part, _only(view, metric, part))
    prose.small_print(figure_words.dates_lines(figure))


if __name__ == "__main__":
    import app

    app.main()
