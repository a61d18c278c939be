"""The areas whose rows can be listed, their figure, and the way back to them."""

from collections.abc import Mapping

import streamlit as st

from metrics import METRICS, Figure, Metric, Period
from metrics._areas import COUNTY, areas_of
from metrics._compute import By
from metrics._groups import NO_TRIBUNAL, TOGETHER, townships_together, tribunals
from ui import drill_down, route
from ui.figures import figures, of_area
from ui.open_build import OpenBuild, open_build


def names(build: OpenBuild) -> dict[str, str]:
    """The county first, then townships, 辖区外, 未归属, and the tribunals where the list of townships names any."""
    areas = areas_of(build)
    own = dict(zip(areas.codes, areas.names, strict=True))
    courts = tribunals(build)
    named = dict(zip(courts.codes[:-3], courts.names[:-3], strict=True))
    if set(named) == {NO_TRIBUNAL}:
        named = {}
    all_of = {COUNTY: own[COUNTY], **own, **{code: name for code, name in named.items() if code not in own}}
    together = townships_together(build)
    return {**all_of, together.codes[0]: together.names[0]}


def figure(build: OpenBuild, metric: Metric, period: Period, area: str) -> Figure:
    """The figure of one metric for an area of `names`."""
    by: By = "all" if area in areas_of(build).codes else "together" if area == TOGETHER else "tribunal"
    return of_area(figures(build, (metric,), period, by), metric, area)


def crumbs() -> list[tuple[str, str]]:
    """全县 › 乡镇 › 指标 › 明细, as far as the address names them; back to 案由与变化 where that led here."""
    build = open_build()
    asked = st.query_params
    view: Mapping[str, str] = {name: asked[name] for name in ("span", "month", "from", "to") if name in asked}
    parts = [("全县", route.address("overview", **view))]
    if "via" in asked:
        return [*parts, ("案由与变化", drill_down.back_to_changes(asked["via"])), ("明细", "")]
    area, metric = asked.get("area", ""), asked.get("metric", "")
    known = dict(zip(areas_of(build).codes[:-3], areas_of(build).names, strict=False)) if build is not None else {}
    if area in known:
        parts.append((known[area], route.address("township", area=area, metric=metric, **view)))
    if metric in METRICS and build is not None:
        parts.append((METRICS[metric].under(build.definition).label, route.address("metric", metric=metric, **view)))
    return [*parts, ("明细", "")]
