"""考核计分表 of a year: the sheet in force, and what it gives by the last closed month."""

from collections.abc import Sequence

import streamlit as st

from data.brief import ScoreItem, ScoreSheet
from data.score_bands import bands_text
from data.store import targets as store
from data.store.targets import EnteredSheet
from data.target_rules import total_weight
from metrics import METRICS
from metrics._period import dates_label
from metrics._score_words import NOTE, points_words, total_words
from metrics._scores import Scored, ScoredItem, score
from metrics._words import DASH, STATUS_WORDS, format_counts, format_value
from ui import clock, prose, sheet
from ui.open_build import OpenBuild, desk
from ui.rights import may
from ui.targets import say, to_date_of
from ui.who import who


def items_table(items: Sequence[ScoreItem], caption: str) -> None:
    """Metric, weight and bands of every item."""
    columns = [sheet.Column("指标"), sheet.Column("权重", "number"), sheet.Column("分档（数值:得分）", "wrap")]
    rows = [sheet.Row([_name(one), points_words(one.weight), bands_text(one.bands)]) for one in items]
    sheet.show(columns, rows, caption=caption)


def weights_words(items: Sequence[ScoreItem]) -> str:
    """权重合计100; where it is something else, that is said."""
    total = total_weight(items)
    return f"权重合计{points_words(total)}" + ("" if total == 100 else "，不是100，请核对")


def _name(item: ScoreItem) -> str:
    metric = METRICS[item.metric]
    return f"{item.label or metric.label}（{metric.unit}）"


def in_force(found: EnteredSheet | None, number: int) -> None:
    """The sheet with its document and person; it can be taken back."""
    if found is None:
        prose.note(f"{number}年没有计分表。计分表可以不设：不设时通报不附计分表，其余不变。")
        return
    one = found.sheet
    items_table(one.items, f"{one.name}：{weights_words(one.items)}")
    prose.small_print([f"依据：{one.document}", f"登记：{found.entered_by} {found.entered_at:%Y-%m-%d}"])
    if may("set_targets"):
        with st.popover("撤回计分表…", width="content"):
            prose.note("撤回后通报不再附计分表；登记的记录和已定稿的通报不变。")
            if st.button("确认撤回", key="score_sheet_withdrawn"):
                store.withdraw_score_sheet(desk().home.state, found.id, by=who(), at=clock.now())
                say(f"已撤回：{one.name}。")


def preview(one: ScoreSheet, build: OpenBuild) -> list[Scored]:
    """Points by the last closed month, the raw figures beside, in the order of the list."""
    to_date = to_date_of(build, one.year)
    found = list(score(build, one, to_date)) if to_date is not None else []
    if to_date is None or not found:
        prose.note(f"{one.year}年还没有数，不能预览。")
        return []
    period = dates_label(to_date.start, to_date.end)
    st.subheader(f"按{period}的数会这样计分", anchor=False)
    columns = [sheet.Column("乡镇街道", "name"), sheet.Column("合计", "number")]
    for item in found[0].items:
        columns += [
            sheet.Column(item.metric.label, "number", f"{item.metric.unit}，权重{points_words(item.item.weight)}"),
            sheet.Column("得分", "number"),
        ]
    rows = [sheet.Row(_cells(one), "aside" if one.is_apart else "row") for one in found]
    caption = f"{one.name}（{period}），按名册次序，不是排名"
    sheet.show(columns, rows, caption=caption, tall=len(rows) > 15)
    prose.small_print(
        [
            NOTE,
            "按本期的数套档，累计数不折算成全年；分界数归它开始的一档。",
            "没有数的、累计数的数据未覆盖全期的不计分、不作0分，合计注明缺项；浅色的是数量过小或不参加排位的，得分仅供查对。",
        ]
    )
    return found


def _cells(one: Scored) -> list[object]:
    return [one.area_name, total_words(one), *(cell for item in one.items for cell in _item_cells(item))]


def _item_cells(one: ScoredItem) -> tuple[str, str]:
    if one.figure.value is None:
        return STATUS_WORDS[one.figure.status] or DASH, DASH
    value = format_value(one.figure, one.metric)
    counts = f"（{format_counts(one.figure)}）" if one.figure.denominator is not None else ""
    return f"{value}{counts}", DASH if one.points is None else points_words(one.points)
