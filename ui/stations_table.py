"""Stations as rows, kinds of work as columns: numbers with a shade by their share of the column's greatest."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from charts.heat import shade
from metrics import METRICS, Figure
from metrics._metric import Metric
from metrics._rows_behind import Part
from metrics._station_staff import Coverage, Station
from metrics._station_work import WorkRow, total_work
from metrics._words import DASH
from ui import drill_down, route, sheet
from ui import stations_words as words
from ui.figures import COUNTY, of_area
from ui.markup import Markup, join, tag
from ui.prose import keep_words


class Kind(NamedTuple):
    """A column of work: the count behind it, and the metric whose county figure is its total (none for two kinds)."""

    counted: str
    header: str
    unit: str
    metric: str = ""
    part: Part = "numerator"
    is_always_shown: bool = True


KINDS = (
    Kind("station_mediation_events", "调解", "件", "station_mediations"),
    Kind("circuit_hearing_events", "巡回审判", "次", "circuit_hearing_count"),
    Kind("legal_education_events", "普法", "场", "legal_education_count"),
    Kind("consultation_events", "咨询", "次", "consultation_count"),
    Kind("return_visit_events", "回访", "次", "return_visit_count"),
    Kind("screening_events", "排查", "次"),
    Kind("station_withdrawal_events", "行政撤诉", "件", "station_administrative_withdrawals"),
    Kind("station_settlement_events", "诉后化解", "件", "station_administrative_settlements", is_always_shown=False),
    Kind("other_station_work", "其他", "次", is_always_shown=False),
    Kind("opinions_heard", "收集意见", "条", "opinion_completion_rate", "denominator", is_always_shown=False),
    Kind("opinions_acted_on", "落实意见", "条", "opinion_completion_rate", is_always_shown=False),
)
SORTABLE = tuple(kind for kind in KINDS if kind.metric and kind.metric != "opinion_completion_rate")
"""Kinds that the page can be sorted by and shows month by month."""
NO_STATION, BY_SUMMARY = "没有写工作站", "按历史汇总"
_FEW = 30
"""More rows than this scroll under a header that stays."""


class Shown(NamedTuple):
    """What the table is made of; `names` are townships by code. Without `has_work` nobody knows what was done."""

    rows: Sequence[WorkRow]
    stations: Mapping[str, Station]
    coverage: Coverage
    names: Mapping[str, str]
    figures: list[Figure]
    filters: dict[str, str]
    has_work: bool


def in_order(rows: Sequence[WorkRow], count: str) -> list[WorkRow]:
    """Stations of the register by the chosen kind of work, the most first; work without a station after them."""
    groups = ("listed", "named", "place", "nowhere", "summary")
    return sorted(rows, key=lambda row: (groups.index(row.where), -row.work[count], row.key))


def columns(shown: Shown) -> list[sheet.Column]:
    """Station, township, the kinds of work, then staff and what is missing."""
    return [
        sheet.Column("法官工作站", "name"),
        sheet.Column("乡镇街道", "wrap"),
        *[sheet.Column(kind.header, "number", kind.unit) for kind in kinds_of(shown.rows)],
        sheet.Column("人员", "text", "法官+助理+其他", optional=True),
        sheet.Column("缺员", "wrap", optional=True),
    ]


def kinds_of(rows: Sequence[WorkRow]) -> list[Kind]:
    """The columns of work: rare kinds only where there was any."""
    total = total_work(rows)
    return [kind for kind in KINDS if kind.is_always_shown or total[kind.counted]]


def show(shown: Shown, rows: Sequence[WorkRow], *, caption: str) -> None:
    """Draw these rows (a part of `shown.rows`) under the line of the whole county."""
    kinds = kinds_of(shown.rows)
    greatest = {
        kind.counted: max((row.work[kind.counted] for row in shown.rows if row.where == "listed"), default=0)
        for kind in kinds
    }
    body = [sheet.Row(_total_cells(shown, kinds), "total")]
    for row in rows:
        kind: sheet.RowKind = "row" if row.where == "listed" else "aside"
        body.append(
            sheet.Row(
                [
                    *_where(shown, row),
                    *(_numbers(shown, row, kinds, greatest) if shown.has_work else [DASH] * len(kinds)),
                    *_staff(shown, row),
                ],
                kind,
            )
        )
    sheet.show(columns(shown), body, caption=caption, tall=len(body) > _FEW)


def _numbers(shown: Shown, row: WorkRow, kinds: Sequence[Kind], greatest: Mapping[str, int]) -> list[object]:
    return [_cell(shown, row, kind, greatest[kind.counted] if row.where == "listed" else 0) for kind in kinds]


def _cell(shown: Shown, row: WorkRow, kind: Kind, greatest: int) -> Markup:
    """A number on its shade; it leads to the work it counts."""
    n = row.work[kind.counted]
    dark = shade(n, greatest)
    style = f"--heat:rgba(46,130,153,{dark})" if dark else None
    said = drill_down.of_station(f"{n:,}", kind.counted, row.where, row.key, shown.filters) if n else "0"
    return tag("span", said, class_="heat", style=style)


def _total_cells(shown: Shown, kinds: Sequence[Kind]) -> list[object]:
    total = total_work(shown.rows)
    stations = list(shown.stations.values())
    given = [one.staff for one in stations if one.staff is not None]
    staff = "+".join(f"{sum(role):,}" for role in zip(*given, strict=True)) if given else ""
    full = f"配齐{sum(one.is_staffed for one in stations):,}个" if given else ""
    served = f"服务{len(shown.coverage.served):,}个" if stations else ""
    return ["合计", served, *[_total_cell(shown, kind, total[kind.counted]) for kind in kinds], staff, full]


def _total_cell(shown: Shown, kind: Kind, n: int) -> Markup | str:
    """The county's figure, or of a kind without a metric the sum of the lines, with the way to its rows."""
    if not shown.has_work:
        return DASH
    if not kind.metric:
        return drill_down.of_station(f"{n:,}", kind.counted, "all", "", shown.filters) if n else "0"
    metric: Metric = METRICS[kind.metric]
    return drill_down.count(of_area(shown.figures, metric, COUNTY), metric, kind.part, shown.filters)


def _where(shown: Shown, row: WorkRow) -> list[object]:
    """Station and township, or why there is no station."""
    label = {"named": f"{row.station}（名册里没有）", "place": NO_STATION, "nowhere": NO_STATION, "summary": BY_SUMMARY}
    return [label.get(row.where, row.station), _town(shown, row)]


def _staff(shown: Shown, row: WorkRow) -> list[object]:
    """Staff and what is missing; of a station of later days that it is one."""
    if row.where != "listed":
        return ["", ""]
    station = shown.stations.get(row.key)
    return (
        ["", "期末以后设立"]
        if station is None
        else [words.staff_words(station), keep_words(words.lacking_words(station))]
    )


def _town(shown: Shown, row: WorkRow) -> Markup | str:
    """Where the station stands, with a link to the township; below it what it serves besides."""
    code = row.township_code
    if row.where == "summary":
        return ""
    if code is None:
        return "多个乡镇街道"
    if code not in shown.names:
        return {"outside": "辖区外", "unassigned": "未归属"}.get(code, code)
    link = sheet.anchor(shown.names[code], route.address("township", area=code, **shown.filters))
    if row.where != "listed":
        return link
    besides = [shown.names[one] for one, who in shown.coverage.served.items() if row.station in who and one != code]
    if not besides:
        return link
    return join([link, tag("small", f"另服务{words.some(besides, '个')}", class_="why")])
