"""三源: 诉源, 案源 and 访源 side by side, mediation and further work below, of the county or one township."""

import streamlit as st

from metrics import METRICS, Figure
from metrics._areas import areas_of
from metrics._missing import Missing, missing
from metrics._period import dates_label
from reports.sources_workbook import sources_workbook
from ui import address_bar, definition_card, figure_words, prose, route, sheet, sources, take_away
from ui import sources_words as words
from ui.figures import COUNTY, figures, months, of_area
from ui.frame import View, open_view
from ui.markup import join
from ui.sources import Shown

ALL = tuple(METRICS.values())
FILINGS = METRICS["civil_filings"]
WITH_MONTHS = tuple(metric for metric in ALL if sources.has_months(metric))


def _choose_area(view: View) -> str:
    """The county, or one township; the county unless the address says so."""
    areas = areas_of(view.build)
    listed = dict(zip(areas.codes[: areas.townships], areas.names[: areas.townships], strict=True))
    names = {COUNTY: "全县", **listed}
    code = address_bar.read("area", COUNTY, tuple(names), keep=False, label="乡镇街道")
    bound = address_bar.bound("area", code, lambda one: "" if one == COUNTY else one, keep=False)
    st.selectbox("地区", list(names), format_func=names.__getitem__, placeholder="请选择", width=200, **bound)
    return code


def _waiting(view: View) -> dict[str, Missing]:
    """What the unknown metrics wait for, by metric."""
    found = {metric.name: missing(view.build, metric.under(view.build.definition)) for metric in ALL}
    return {name: one for name, one in found.items() if one is not None}


def _months(view: View, area: str, waiting: dict[str, Missing], last: Figure) -> dict[str, list[Figure]]:
    asked = tuple(metric for metric in WITH_MONTHS if metric.name not in waiting)
    found: dict[str, list[Figure]] = {}
    for one in months(view.build, asked, None if area == COUNTY else area, last.period_end):
        found.setdefault(one.metric, []).append(one)
    return found


def _take_away(shown: Shown, filings: Figure) -> None:
    when = dates_label(filings.period_start, filings.period_end)
    title = f"{filings.area_name}三源指标（{when}）"
    families = (*words.SOURCES, *words.BESIDE)
    rows = [(metric, shown.figures[metric.name]) for family in families for metric in shown.known(family)]
    told = {metric.name for metric, _ in rows}
    unknown = [metric.label for family in families for metric in shown.of(family) if metric.name not in told]
    card = [
        *figure_words.card_lines(filings),
        *([("没有数的指标", "、".join(unknown))] if unknown else []),
        *[line for metric, _ in rows for line in definition_card.metric_lines(metric)],
        *definition_card.definition_lines(shown.view.build.definition),
    ]
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        prose.small_print(figure_words.dates_lines(filings), is_beside=True)
        take_away.workbook_button(title, lambda: sources_workbook(title, rows, card))
        definition_card.popover(shown.view.build, [])


def render() -> None:
    """Answer, three columns, two tables."""
    view = open_view("三源：诉讼、衍生案件、信访各有多少")
    with view.bar:
        area = _choose_area(view)
    rows = figures(view.build, ALL, view.period)
    own = {one.metric: one for one in rows if one.area_code == area}
    filings = of_area(rows, FILINGS, area)
    waiting = _waiting(view)
    view.say(*words.answer(own, waiting))
    shown = Shown(view, own, _months(view, area, waiting, filings), waiting)
    sources.show_columns(shown)
    for family in words.BESIDE:
        sources.show_table(shown, family)
    prose.small_print(
        [
            "走势线为近24个月，自0起，竖虚线为口径断点。",
            "点数值看各乡镇街道，点分子、分母看逐行记录。",
            join(["每个指标数什么、除以什么，见", sheet.anchor("口径", route.address("definitions")), "页。"]),
        ]
    )
    _take_away(shown, filings)


if __name__ == "__main__":
    import app

    app.main()
