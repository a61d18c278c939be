"""地图: where the townships stand that differ from the county; the county's own outlines, or tiles in their place."""

import streamlit as st

from metrics import sentence
from metrics._period import dates_label
from reports.metric_workbook import metric_workbook
from ui import (
    address_bar,
    choose,
    definition_card,
    figure_words,
    legend,
    map_groups,
    map_settings,
    mode,
    prose,
    take_away,
    township_rows,
)
from ui import map as area_map
from ui.figures import COUNTY, figures, of_area, townships_of
from ui.frame import View, open_view

FORMS: dict[area_map.Form, str] = {"map": "地图", "tiles": "方格图"}
ROWS = 100


def _form(view: View) -> area_map.Form:
    """The way of drawing that the address asks for; a switch where there are two."""
    possible = area_map.forms(view.build)
    asked = address_bar.read("form", possible[0], possible, keep=False)
    form = next(one for one in possible if one == asked)
    if len(possible) > 1:
        with view.bar:
            st.segmented_control(
                "画法", possible, required=True, format_func=FORMS.__getitem__,
                **address_bar.bound("form", form, keep=False),
            )  # fmt: skip
    return form


def render() -> None:
    """Answer, map beside its words, table, settings."""
    view = open_view("地图：哪里与全县不同")
    with view.bar:
        metric = choose.metric().under(view.build.definition)
    form = _form(view)
    rows = figures(view.build, (metric,), view.period)
    county, townships = of_area(rows, metric, COUNTY), townships_of(rows, metric)
    view.say(f"{sentence(county, metric)}。", map_groups.sentence(townships, county, metric))
    title = f"{dates_label(county.period_start, county.period_end)}{metric.label}（{metric.unit}）"
    if not townships or county.status == "not_covered":
        legend.nothing_to_rank(view.build, county)
        return
    left, right = st.columns([3, 2], gap="large")
    with left:
        area_map.show(view, metric, rows, title, form=form)
        missing = area_map.not_drawn(view, townships, form)
        if missing:
            prose.small_print([f"图上没有图形的 {len(missing):,} 个：{'、'.join(missing[:12])}，数值见下表。"])
    with right:
        map_groups.show(view, metric, rows, county)
    ordered = sorted(townships, key=lambda one: (not township_rows.is_ranked(one, metric), -(one.value or 0)))
    cut = f"，只列前 {ROWS} 个，其余见下载的表" if len(ordered) > ROWS else ""
    order = "从高到低" if mode.prints_places(county) else "按数值排列，不是排名"
    caption = f"各乡镇街道{order}，不参加比较的在后：{len(ordered):,} 个{cut}"
    township_rows.show_table(metric, [*ordered[:ROWS], county], county, view.filters, caption=caption)
    card = [
        *figure_words.card_lines(county),
        *definition_card.metric_lines(metric, county.phi),
        *definition_card.exclusion_lines(view.build, metric, county),
        *definition_card.definition_lines(view.build.definition),
    ]
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        prose.small_print(figure_words.dates_lines(county), is_beside=True)
        take_away.workbook_button(title, lambda: metric_workbook(title, metric, mode.printed(rows), card))
        definition_card.popover(view.build, [county], metric)
    map_settings.show(view.build)


if __name__ == "__main__":
    import app

    app.main()
