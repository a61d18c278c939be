"""The townships whose figure moved most, measured against chance and not by raw percent."""

from collections.abc import Sequence

from metrics import Figure, Metric, change_words, format_value
from metrics._words import format_base_value
from ui import prose, route, sheet
from ui.figures import townships_of

SHOWN = 6


def most_moved(rows: Sequence[Figure], metric: Metric, most: int = SHOWN) -> list[Figure]:
    """Townships that are not small, by |z| from the greatest; none across a break, where no change is weighed."""
    judged = [one for one in townships_of(list(rows), metric) if one.change_z is not None and one.status == "ok"]
    judged = [one for one in judged if "break" not in one.notes]
    return sorted(judged, key=lambda one: -abs(one.change_z or 0.0))[:most]


def show(rows: Sequence[Figure], metric: Metric, filters: dict[str, str]) -> None:
    """A short table; nothing is called a change that chance explains."""
    moved = most_moved(rows, metric)
    if not moved:
        broken = any("break" in one.notes for one in townships_of(list(rows), metric))
        why = "本期与上年同期跨口径断点" if broken else "上年同期未覆盖，或数量过小"
        prose.note(f"没有可以比较的乡镇街道：{why}。")
        return
    columns = [
        sheet.Column("乡镇街道", "name"),
        sheet.Column("本期", "number", metric.unit),
        sheet.Column("上年同期", "number", metric.unit),
        sheet.Column("变化", "fill"),
    ]
    body = [sheet.Row(_cells(one, metric, filters)) for one in moved]
    sheet.show(columns, body, caption=f"{metric.label}，按变化的显著程度排列")


def _cells(one: Figure, metric: Metric, filters: dict[str, str]) -> list[object]:
    where = route.address("township", area=one.area_code, metric=metric.name, **filters)
    name = sheet.anchor(one.area_name, where)
    return [name, format_value(one, metric), format_base_value(one, metric), prose.keep_words(change_words(one))]
