"""总览: what moved, where, and what needs a person today."""

import streamlit as st

from metrics import METRICS, Figure, Metric
from metrics._areas import UNASSIGNED
from metrics._breaks import break_places, breaks_of
from metrics._facts import Share
from metrics._period import dates_label
from metrics._what_moved_words import county_words, three_sentences
from reports.metric_workbook import metric_workbook
from ui import (
    attention,
    cards,
    definition_card,
    drill_down,
    figure_words,
    legend,
    mode,
    movers,
    plot,
    prose,
    rankings,
    reasons,
    route,
    take_away,
)
from ui.changes import changes
from ui.figures import COUNTY, figures, months, of_area, unassigned, unassigned_months
from ui.frame import View, open_view
from ui.markup import Markup, join, markdown_text

RATE = METRICS["litigation_rate"]
FILINGS = METRICS["civil_filings"]
ON_CARDS = (RATE, FILINGS, METRICS["court_mediation_resolution_rate"], METRICS["people_mediation_resolution_rate"])


def _card(view: View, metric: Metric, rows: list[Figure], by_month: list[Figure]) -> cards.Card:
    county = of_area(rows, metric, COUNTY)
    own = [one for one in by_month if one.metric == metric.name]
    breaks = breaks_of(view.build.definition, metric.under(view.build.definition))
    return cards.Card(
        name=county.label,
        value=drill_down.value(county, metric, view.filters),
        unit=metric.unit,
        parts=drill_down.parts(county, metric, view.filters),
        change=figure_words.change_and_open(view.build, metric, county),
        months=[one.value for one in own],
        breaks=[at for at, _ in break_places(breaks, [one.period_start for one in own])],
        months_words=f"{county.label}近24个月走势",
        marks=figure_words.few_marks(county),
        address=route.address("metric", metric=metric.name, **view.filters),
    )


def _rows_of(view: View, filings: int, area: str) -> Markup:
    return drill_down.linked(figure_words.whole(filings), FILINGS.name, area, view.filters)


def _unassigned_card(view: View, county: Figure, share: Share) -> cards.Card:
    base = unassigned(view.build, county.base_start, county.base_end)
    return cards.Card(
        name="未归属率（一审民商事）",
        value=share.text,
        unit="%",
        parts=join(
            [_rows_of(view, share.numerator, UNASSIGNED), " 件 / ", _rows_of(view, share.denominator, COUNTY), " 件"]
        ),
        change=f"上年同期 {base.text}%" if base.value is not None else "上年同期无数据",
        months=unassigned_months(view.build, county.period_end),
        months_words="未归属率近24个月走势",
        address=route.address("quality", **view.filters),
    )


def _ranking(view: View, rows: list[Figure], county: Figure) -> None:
    when = dates_label(county.period_start, county.period_end)
    title = f"{when}{county.label}（{RATE.unit}）"
    if not rankings.has_ranking(rows, RATE):
        st.subheader(markdown_text(title), anchor=False)
        legend.nothing_to_rank(view.build, county)
        return
    figure = rankings.ranking(str(view.build.path), rows, RATE, title, bars=True)
    clicked = plot.show_and_click(figure, key="ranking", alt=title, file_name=title)
    if clicked:
        route.go("township", area=clicked, metric=RATE.name, **view.filters)
    legend.show(RATE, rows, has_intervals=False)


def _take_away(view: View, rows: list[Figure], county: Figure) -> None:
    title = f"{_when(county)}{county.label}与变化"
    own = [one for one in rows if one.metric == RATE.name]
    definition = definition_card.definition_lines(view.build.definition)
    card = [
        *figure_words.card_lines(county),
        *definition_card.metric_lines(RATE.under(view.build.definition)),
        *definition,
    ]
    card += definition_card.exclusion_lines(view.build, RATE.under(view.build.definition), county)
    take_away.workbook_button(title, lambda: metric_workbook(title, RATE, mode.printed(own), card))


def render() -> None:
    """The answer, cards, what the change is made of, ranking, what needs a person, what moved most."""
    view = open_view("总览：什么在变化")
    rows = figures(view.build, ON_CARDS, view.period)
    filings, rate = of_area(rows, FILINGS, COUNTY), of_area(rows, RATE, COUNTY)
    share = unassigned(view.build, filings.period_start, filings.period_end)
    found = changes(view.build, view.period)
    answer = county_words(found.moved, FILINGS, RATE.under(view.build.definition))
    view.say(answer)
    by_month = months(view.build, ON_CARDS, None, filings.period_end)
    shown = [_card(view, metric, rows, by_month) for metric in ON_CARDS]
    cards.show([*shown, _unassigned_card(view, filings, share)])
    prose.small_print([*figure_words.dates_lines(filings), "走势线为近24个月，自0起，竖虚线为口径断点"])
    reasons.show(three_sentences(found.moved, found.people), view.filters)
    left, right = st.columns([10, 9], gap="medium")
    with left:
        _ranking(view, rows, rate)
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            _take_away(view, rows, rate)
            definition_card.popover(view.build, [of_area(rows, one, COUNTY) for one in ON_CARDS], *ON_CARDS)
    with right:
        st.subheader("需要处理", anchor=False)
        prose.todo(attention.items(view, rows, share))
        st.subheader("变化最大的乡镇街道", anchor=False)
        movers.show(rows, RATE.under(view.build.definition), view.filters)


def _when(figure: Figure) -> str:
    return dates_label(figure.period_start, figure.period_end)


if __name__ == "__main__":
    import app

    app.main()
