"""乡镇体检表: every township over several metrics, beside the county or its own kind; nobody is ranked."""

import streamlit as st

from metrics import Figure, Metric
from metrics._checkup import Checkup, beside_county, in_order, tally
from metrics._checkup_peers import beside_peers
from metrics._checkup_words import found_words
from metrics._period import dates_label
from reports.checkup_workbook import checkup_workbook
from ui import checkup, checkup_table, definition_card, figure_words, mode, prose, take_away
from ui.figures import figures
from ui.frame import View, open_view
from ui.paging import page_offset, turn_page

ROWS = 100
"""Townships in one page of the table."""


def _checked(view: View, metrics: tuple[Metric, ...], rows: list[Figure], against: str) -> Checkup:
    under = [one.under(view.build.definition) for one in metrics]
    return beside_peers(view.build, under, rows) if against == "peers" else beside_county(under, rows)


def _table(view: View, table: Checkup, against: str, order: str) -> None:
    lines = in_order(table.lines, order) if order else list(table.lines)
    at = page_offset(ROWS, total=len(lines))
    body = checkup_table.reference_rows(table.references, view.filters)
    body += checkup_table.rows(lines[at : at + ROWS], view.filters, checkup.YARDSTICK[against])
    listed = f"{len(lines):,} 个乡镇街道，" + ("按一列的数值排列，不是排名" if order else "按名单顺序")
    more = f"，每页 {ROWS} 个" if len(lines) > ROWS else ""
    columns = checkup_table.columns(table, view.filters)
    checkup_table.show(columns, body, caption=f"{listed}{more}；与{checkup.YARDSTICK[against]}比较")
    turn_page(len(lines), ROWS)


def _take_away(view: View, table: Checkup, against: str, when: str) -> None:
    title = f"{when}乡镇体检表"
    figure = table.references[0].cells[0].figure
    lines = [line for metric in table.metrics for line in definition_card.metric_lines(metric)]
    card = [
        *figure_words.card_lines(figure),
        ("比较对象", checkup.YARDSTICK[against]),
        ("符号", "▲ 显著高　▽ 显著低　● 无显著差异　– 数量过小或不作比较；体检不排名"),
        *lines,
        *definition_card.definition_lines(view.build.definition),
    ]
    county = [cell.figure for cell in table.references[0].cells]
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        take_away.workbook_button(title, lambda: checkup_workbook(title, "乡镇街道", table, card))
        definition_card.popover(view.build, county, *table.metrics)


def render() -> None:
    """The answer, the table, what it leaves out."""
    view = open_view("乡镇体检表：哪里明显不同")
    checkup_table.style()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="checkup_bar"):
        metrics = checkup.choose_metrics()
        against = checkup.choose_against()
        mode.switch()
        rows = figures(view.build, metrics, view.period)
        table = _checked(view, metrics, rows, against)
        order = checkup.choose_order(table) if table.metrics else ""
    when = dates_label(rows[0].period_start, rows[0].period_end)
    nothing = checkup.nothing_to_show(view.build, table)
    if nothing is not None:
        view.say(f"{when}，{checkup.why_nothing(view.build)}，不能体检。")
        prose.note(nothing)
        return
    whom = checkup.YARDSTICK[against]
    found = tally(table.lines)
    view.say(found_words(when, table.metrics, len(table.lines), "个乡镇街道", whom, found))
    _table(view, table, against, order)
    checkup.legend(against, order, found)
    checkup.beyond_townships(against, table, rows)
    left_out = checkup.without_data(view.build, table.without_data)
    if left_out is not None:
        prose.note(left_out)
    checkup.dates(table)
    _take_away(view, table, against, when)


if __name__ == "__main__":
    import app

    app.main()
