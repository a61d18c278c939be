"""Judicial suggestions that wait for a reply beyond their limit: one by one, the longest overdue first."""

from collections.abc import Mapping, Sequence
from datetime import date

from metrics import METRICS, Figure
from metrics._missing import missing
from metrics._suggestions import OverdueSuggestion
from ui import prose, route, sheet
from ui.frame import View
from ui.markup import join
from ui.sources_words import to_imports

SHOWN = 50


def day_known(figure: Figure, today: date) -> date:
    """The day up to which replies are known: what came in after the ledger's cut-off is in no list."""
    return today if figure.cutoff is None else min(today, figure.cutoff)


def show(
    view: View, late: Sequence[OverdueSuggestion], without_limit: int, names: Mapping[str, str], day: date
) -> None:
    """The list, or why there is none; suggestions without a limit are told apart."""
    if missing(view.build, METRICS["suggestions_issued"]):
        prose.note(join(["还没有导入司法建议台账，不知道哪些建议超期未反馈。", to_imports()]))
        return
    if late:
        more = f"，只列最久的 {SHOWN} 份，其余见下载的表" if len(late) > SHOWN else ""
        caption = f"截至 {day.isoformat()}（台账的数据截至日）共 {len(late):,} 份，按超期天数排列{more}"
        sheet.show(_COLUMNS, [sheet.Row(_cells(view, one, names)) for one in late[:SHOWN]], caption=caption, fit=True)
    else:
        prose.note(f"截至 {day.isoformat()} 没有超过期限未反馈的司法建议。")
    if without_limit:
        prose.small_print(
            [f"另有 {without_limit:,} 份没有反馈、台账也没有写反馈期限，无法判断是否超期，请在台账中补填。"]
        )


_COLUMNS = [
    sheet.Column("文号"),
    sheet.Column("被建议单位", "words"),
    sheet.Column("乡镇街道", optional=True),
    sheet.Column("发出日期"),
    sheet.Column("反馈期限"),
    sheet.Column("超期", "number", "天"),
]


def _cells(view: View, one: OverdueSuggestion, names: Mapping[str, str]) -> list[object]:
    code = one.township_code
    town: object = town_words(code, names)
    if code in names:
        town = sheet.anchor(town, route.address("township", area=code, **view.filters))
    days = (one.issued_on.isoformat(), one.reply_due_on.isoformat())
    return [one.number or "（无文号）", one.addressee or "（未填）", town, *days, f"{one.days_late:,}"]


def town_words(code: str, names: Mapping[str, str]) -> str:
    """A township's name; nothing for a unit of the whole county, which lies in none."""
    return {"outside": "辖区外", "unassigned": ""}.get(code, names.get(code, code))


def plain_rows(
    late: Sequence[OverdueSuggestion], names: Mapping[str, str]
) -> list[list[str | int | float | date | None]]:
    """All of them for a workbook."""
    return [
        [
            one.number,
            one.addressee,
            town_words(one.township_code, names),
            one.issued_on,
            one.reply_due_on,
            one.days_late,
        ]
        for one in late
    ]
