"""法官工作站: what every station did, who is missing, which townships have none, which suggestions wait for a reply."""

from datetime import date

import streamlit as st

from metrics import METRICS, Figure, Metric
from metrics._areas import areas_of
from metrics._period import dates_label
from metrics._station_staff import coverage_on, stations_on
from metrics._station_work import WorkRow, station_work
from metrics._suggestions import OverdueSuggestion, overdue_suggestions, suggestions_without_limit
from reports.station_workbook import overdue_workbook, stations_workbook
from ui import (
    address_bar,
    cards,
    definition_card,
    figure_words,
    prose,
    stations_cards,
    stations_overdue,
    stations_rows,
    stations_table,
    stations_trend,
    take_away,
)
from ui import stations_words as words
from ui.figures import COUNTY, figures, months, of_area
from ui.frame import View, open_view
from ui.paging import page_offset, turn_page
from ui.stations_table import SORTABLE, Shown

ROWS = 100
"""Stations in one page of the table."""
SHOWN = tuple(
    dict.fromkeys(
        [*stations_cards.METRICS_SHOWN, *(METRICS[kind.metric] for kind in stations_table.KINDS if kind.metric)]
    )
)
"""Metrics whose cards go with the table."""
MEDIATIONS, SUGGESTIONS = METRICS["station_mediations"], METRICS["suggestions_issued"]


def _choose_work() -> Metric:
    names = {kind.metric: kind.header for kind in SORTABLE}
    name = address_bar.read("work", SORTABLE[0].metric, tuple(names), keep=False, label="工作种类")
    bound = address_bar.bound("work", name, keep=False)
    st.selectbox("工作种类", list(names), format_func=names.__getitem__, placeholder="请选择", width=150, **bound)
    return METRICS[name]


def _table(view: View, shown: Shown, chosen: Metric) -> None:
    rows = stations_table.in_order(shown.rows, chosen.numerator.name)
    if not rows:
        prose.note(stations_rows.nothing(view.build))
        return
    at = page_offset(ROWS, total=len(rows))
    order = f"按{chosen.numerator.label}从多到少；底色深浅为占该列最多一站（不足10的按10）的比例"
    caption = f"各站工作量，{order}" if shown.has_work else "各站人员，工作量没有数"
    stations_table.show(shown, rows[at : at + ROWS], caption=caption)
    turn_page(len(rows), ROWS)
    for hint in words.hints(rows, dict(shown.names), has_register=bool(shown.stations)):
        prose.note(hint)


def _take_away(view: View, shown: Shown, county: Figure, rows: list[WorkRow]) -> None:
    title = f"法官工作站工作量（{dates_label(county.period_start, county.period_end)}）"
    lines = [line for metric in SHOWN for line in definition_card.metric_lines(metric)]
    card = [*figure_words.card_lines(county), *lines, *definition_card.definition_lines(view.build.definition)]
    headers = [f"{kind.header}（{kind.unit}）" for kind in stations_table.kinds_of(rows)]
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        prose.small_print(figure_words.dates_lines(county), is_beside=True)
        if rows:
            plain = stations_rows.plain_rows(shown, rows)
            take_away.workbook_button(title, lambda: stations_workbook(title, headers, plain, card))
        definition_card.popover(view.build, [], *SHOWN)


def _overdue(view: View, late: list[OverdueSuggestion], names: dict[str, str], day: date) -> None:
    st.subheader("司法建议：超过期限没有反馈", anchor=False)
    stations_overdue.show(view, late, suggestions_without_limit(view.build), names, day)
    if late:
        title = f"超期未反馈的司法建议（截至{day.isoformat()}）"
        plain = stations_overdue.plain_rows(late, names)
        card = [
            ("截至", day.isoformat()),
            ("列入", "反馈期限已过、没有反馈日期也没有写已反馈的司法建议；到期当天不算超期"),
            ("数据版本", f"第{view.build.number}号"),
        ]
        take_away.workbook_button(title, lambda: overdue_workbook(title, plain, card))


def render() -> None:
    """Answer, cards, the table of stations, months and coverage, then the suggestions."""
    view = open_view("法官工作站：做了多少工作，还缺什么")
    with view.bar:
        chosen = _choose_work()
    rows = figures(view.build, (*SHOWN, SUGGESTIONS), view.period)
    county = of_area(rows, MEDIATIONS, COUNTY)
    areas = areas_of(view.build)
    names = dict(zip(areas.codes[: areas.townships], areas.names[: areas.townships], strict=True))
    stations = stations_on(view.build, county.period_end)
    coverage = coverage_on(view.build, county.period_end)
    day = stations_overdue.day_known(of_area(rows, SUGGESTIONS, COUNTY), view.today)
    late = overdue_suggestions(view.build, day)
    view.say(
        words.work_sentence(view.build, rows, stations),
        words.staff_sentence(view.build, stations, coverage, names),
        words.overdue_sentence(late, day),
    )
    by_month = months(view.build, stations_cards.TRENDS, None, county.period_end)
    if county.value is not None or stations:
        cards.show(stations_cards.cards(rows, by_month, view.filters))
    is_known = county.status != "not_covered"
    work = station_work(view.build, county.period_start, county.period_end) if is_known or stations else []
    shown = Shown(work, {one.key: one for one in stations}, coverage, names, rows, view.filters, is_known)
    _table(view, shown, chosen)
    _take_away(view, shown, county, work)
    left, right = st.columns([11, 9], gap="large")
    with left:
        stations_trend.show(view, chosen, county)
    with right:
        stations_rows.show_coverage(view, shown)
    _overdue(view, late, names, day)


if __name__ == "__main__":
    import app

    app.main()
