"""Beside the table of stations: townships without a station, stations that lack people, and the rows to take away."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from metrics import METRICS
from metrics._missing import missing
from metrics._station_staff import ROLES
from metrics._station_work import WorkRow, total_work
from ui import prose, route, sheet
from ui import stations_words as words
from ui.frame import View
from ui.markup import Markup, join
from ui.open_build import OpenBuild
from ui.sources_words import to_imports
from ui.stations_table import BY_SUMMARY, NO_STATION, Shown, kinds_of

Cell = str | int | float | date | None


def nothing(build: OpenBuild) -> Markup:
    """In the place of a table without a row: what to upload."""
    lacks = [one for name in ("stations_in_place", "station_mediations") if (one := missing(build, METRICS[name]))]
    said = "、".join(one.label for one in lacks)
    words_for = f"还没有导入{said}。" if said else "名册里没有期末已设立的工作站，活动台账也没有覆盖本期。"
    return join([words_for, to_imports()])


def show_coverage(view: View, shown: Shown) -> None:
    """Townships that no station serves, and stations that are short of people."""
    st.subheader("缺站与缺员", anchor=False)
    if not shown.stations:
        prose.note(join(["还没有导入法官工作站名册，不知道哪些乡镇街道有站、人员是否配齐。", to_imports()]))
        return
    short = [one for one in shown.stations.values() if not one.is_staffed]
    body = [sheet.Row([_town(view, shown, code), "", "没有工作站服务"]) for code in shown.coverage.unserved]
    body += [
        sheet.Row([one.name, words.staff_words(one), words.lacking_words(one)])
        for one in sorted(short, key=lambda one: (-sum(one.lacking), one.name))
    ]
    if not body:
        prose.note(f"每个乡镇街道都有工作站服务，各站都按{words.pattern_words(view.build)}配齐。")
        return
    columns = [sheet.Column("乡镇街道或工作站"), sheet.Column("现有人员"), sheet.Column("缺什么", "fill")]
    caption = f"没有工作站的乡镇街道 {len(shown.coverage.unserved):,} 个，缺员的工作站 {len(short):,} 个"
    sheet.show(columns, body, caption=caption, tall=len(body) > 14)
    if shown.coverage.unserved:
        prose.small_print(["没有设站、由邻近工作站服务的，请在名册“覆盖乡镇”列写明。"])


def _town(view: View, shown: Shown, code: str) -> Markup:
    return sheet.anchor(shown.names.get(code, code), route.address("township", area=code, **view.filters))


def plain_rows(shown: Shown, rows: Sequence[WorkRow]) -> list[list[Cell]]:
    """All lines for a workbook, the county's total last."""
    body: list[list[Cell]] = [[*_who(shown, row), *_work(shown, row.work)] for row in rows]
    return [*body, ["合计", "", "", None, None, None, "", *_work(shown, total_work(rows))]]


def _work(shown: Shown, work: Mapping[str, int]) -> list[Cell]:
    return [work[kind.counted] if shown.has_work else None for kind in kinds_of(shown.rows)]


_APART = {"place": NO_STATION, "nowhere": NO_STATION, "summary": BY_SUMMARY}


def _who(shown: Shown, row: WorkRow) -> list[Cell]:
    town = {"outside": "辖区外", "unassigned": "未归属"}.get(row.township_code or "", row.township_code or "")
    town = "" if row.where == "summary" else shown.names.get(row.township_code or "", town)
    station = shown.stations.get(row.key) if row.where == "listed" else None
    if station is None:
        return [row.station or _APART[row.where], town, "", *[None] * len(ROLES), ""]
    served = [shown.names[code] for code, who in shown.coverage.served.items() if row.station in who]
    staff = station.staff or (None, None, None)
    return [row.station, town, "、".join(served), *staff, words.lacking_words(station)]
