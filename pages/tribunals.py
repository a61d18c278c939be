"""人民法庭: the townships of each tribunal added up and divided once, beside the county. Never ranked."""

import streamlit as st

from metrics import CORE, METRICS, Figure
from metrics._checkup import Checkup, beside_county
from metrics._checkup_words import found_words, named
from metrics._period import dates_label
from reports.checkup_workbook import checkup_workbook
from ui import checkup, checkup_table, definition_card, figure_words, prose, take_away, tribunals
from ui.figures import COUNTY, figures, of_area
from ui.frame import View, open_view

FILINGS = METRICS["civil_filings"]


def _tables(view: View, table: Checkup, townships: Checkup, found: tribunals.Served) -> None:
    tribunals.show_figures(table, townships, found, tribunals.opened(found), view.filters)
    checkup.legend("county", "", tribunals.counted(table), of_townships=False)
    st.subheader("同比变化", anchor=False)
    tribunals.show_changes(table, view.filters)


def _take_away(view: View, table: Checkup, found: tribunals.Served, when: str) -> None:
    title = f"{when}人民法庭指标"
    county = [cell.figure for cell in table.references[0].cells]
    lines = [line for metric in table.metrics for line in definition_card.metric_lines(metric)]
    card = [
        *figure_words.card_lines(county[0]),
        ("合并方法", "所属乡镇街道的分子、分母分别相加后相除一次；法庭之间不排名"),
        *lines,
        *definition_card.definition_lines(view.build.definition),
    ]
    members = [tribunals.names_of(found[line.code]) for line in table.lines]
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        take_away.workbook_button(title, lambda: checkup_workbook(title, "人民法庭", table, card, members=members))
        definition_card.popover(view.build, county, *table.metrics)


def _say(view: View, table: Checkup, found: tribunals.Served, when: str) -> None:
    counted = tribunals.counted(table)
    words = found_words(when, table.metrics, len(tribunals.known(found)), "个人民法庭", "全县", counted)
    view.say(words, f"{named(counted.clear)}。" if counted.clear else "")


def render() -> None:
    """The answer, figures with their townships, changes, what no tribunal holds."""
    view = open_view("人民法庭：辖区与全县比怎么样")
    checkup_table.style()
    rows = figures(view.build, CORE, view.period)
    when = dates_label(rows[0].period_start, rows[0].period_end)
    found = tribunals.served(view.build)
    if not tribunals.known(found):
        _nothing(view, when, found, rows)
        return
    under = [one.under(view.build.definition) for one in CORE]
    county = [one for one in rows if one.area_code == COUNTY]
    table = beside_county(under, [*figures(view.build, CORE, view.period, "tribunal"), *county])
    nothing = checkup.nothing_to_show(view.build, table)
    if nothing is not None:
        view.say(f"{when}，{checkup.why_nothing(view.build)}，不能按人民法庭汇总。")
        prose.note(nothing)
        return
    _say(view, table, found, when)
    _tables(view, table, beside_county(under, rows), found)
    for line in tribunals.remarks(found, [of_area(rows, FILINGS, code) for code in ("outside", "unassigned")]):
        prose.note(line)
    left_out = checkup.without_data(view.build, table.without_data)
    if left_out is not None:
        prose.note(left_out)
    checkup.beyond_townships("county", table, rows)
    checkup.dates(table)
    _take_away(view, table, found, when)


def _nothing(view: View, when: str, found: tribunals.Served, rows: list[Figure]) -> None:
    """No township says which tribunal serves it."""
    nothing = checkup.nothing_to_show(view.build, beside_county(CORE, rows))
    why = "名册里没有所属法庭" if found else checkup.why_nothing(view.build)
    view.say(f"{when}，{why}，不能按人民法庭汇总。")
    prose.note(nothing if nothing is not None and not found else tribunals.how_to_fill())
    if found:
        prose.small_print([f"名册中的乡镇街道：{tribunals.names_of(next(iter(found.values()))[: tribunals.SHOWN])}"])


if __name__ == "__main__":
    import app

    app.main()
