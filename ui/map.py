"""The map of one metric: outlines where the county uploaded any, else equal tiles. A piece for any page."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

import plotly.graph_objects as go
import streamlit as st

from charts.area_map import MapArea, area_map, tile
from data.maps import Maps, Outline, Place
from metrics import Figure, Metric
from ui import plot, route, township_rows
from ui.figures import COUNTY, of_area, townships_of
from ui.frame import View
from ui.open_build import OpenBuild, desk

Form = Literal["map", "tiles"]
SMALL = 240
"""Pixels that a map beside other things is high."""
_LARGE = 500


def maps() -> Maps:
    """What this home knows of its map."""
    return Maps(desk().home.state)


def forms(build: OpenBuild) -> tuple[Form, ...]:
    """How the townships can be drawn, the better one first."""
    return ("map", "tiles") if _outlines(str(build.path), maps().version(), build) else ("tiles",)


@st.cache_resource(max_entries=16, show_spinner="正在绘制地图")
def _outlines(path: str, version: str, _build: OpenBuild) -> dict[str, Outline]:
    return maps().outlines(_build)


@st.cache_resource(max_entries=128, show_spinner=False)
def _figure(
    path: str, version: str, name: str, start: date, end: date, form: Form, title: str, most: int,
    _view: View, _rows: list[Figure], _metric: Metric,
) -> go.Figure:  # fmt: skip
    areas = areas_of(_view.build, _rows, _metric, form)
    return area_map(areas, title, tiles=form == "tiles", most=most)


def areas_of(build: OpenBuild, rows: list[Figure], metric: Metric, form: Form) -> list[MapArea]:
    """Every township that the form can show, as it is drawn."""
    county, townships = of_area(rows, metric, COUNTY), townships_of(rows, metric)
    if form == "map":
        outlines = _outlines(str(build.path), maps().version(), build)
        return [_on_map(one, metric, county, outlines[one.area_code]) for one in townships if one.area_code in outlines]
    places = maps().tiles(build)
    return [_as_tile(one, metric, county, places[one.area_code], len(places)) for one in townships]


def _on_map(figure: Figure, metric: Metric, county: Figure, outline: Outline) -> MapArea:
    row = township_rows.chart_row(figure, metric, county)
    drawn = (outline.rings, outline.at, outline.room, outline.hits)
    return MapArea(row.code, row.name, row.value_text, row.words, row.comparison, *drawn)


def _as_tile(figure: Figure, metric: Metric, county: Figure, place: Place, count: int) -> MapArea:
    row = township_rows.chart_row(figure, metric, county)
    return MapArea(row.code, row.name, row.value_text, row.words, row.comparison, *tile(place, count))


def show(
    view: View, metric: Metric, rows: list[Figure], title: str, *, form: Form | None = None, small: bool = False
) -> None:
    """Draw the map; a click opens the township. `rows`: the metric's figures of all areas."""
    chosen = form or forms(view.build)[0]
    county = of_area(rows, metric, COUNTY)
    figure = _figure(
        str(view.build.path), maps().version(), metric.name, county.period_start, county.period_end, chosen, title,
        SMALL if small else _LARGE, view, rows, metric,
    )  # fmt: skip
    clicked = plot.show_and_click(figure, key=f"map_{metric.name}_{chosen}", alt=title, file_name=title)
    if clicked:
        route.go("township", area=clicked, metric=metric.name, **view.filters)


def not_drawn(view: View, rows: Sequence[Figure], form: Form) -> list[str]:
    """Names of townships that the form has no place for."""
    if form == "tiles":
        return []
    outlines = _outlines(str(view.build.path), maps().version(), view.build)
    return [one.area_name for one in rows if one.area_code not in outlines]
