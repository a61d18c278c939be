"""Township × month: how many rows count now, how many would, and why they differ."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from data.build.change_words import month_name, tally, whole
from data.build.review import Cell, LedgerReview, Review, sum_of
from ui import prose, sheet
from ui.attention import ledger_name
from ui.markup import Markup, join, tag
from ui.paging import page_offset, turn_page

MONTHS = 12
_MARKS = (("added", "增"), ("retracted", "撤"), ("moved_in", "移入"), ("moved_out", "移出"), ("changed", "改"))
LEGEND = (
    "格中为“现有→变更后”：增＝新增，撤＝撤下，移入、移出＝换了乡镇或月份，改＝内容更新、仍在原处；没有变化的只列现有数"
)


def reasons(cell: Cell) -> str:
    """Why a cell changes: 增3 改1."""
    return " ".join(f"{word}{getattr(cell, name):,}" for name, word in _MARKS if getattr(cell, name))


def cell_markup(cell: Cell) -> Markup:
    """A cell that does not change is its number; one that does is old, new and why."""
    if not cell.is_touched:
        return Markup(f"{cell.before:,}" if cell.before else "")
    change = f"{cell.before:,}→{cell.after:,}" if cell.before != cell.after else f"{cell.after:,}"
    return join([tag("b", change), tag("small", reasons(cell), class_="why")])


def show(review: Review, one: LedgerReview, name: str) -> None:
    """The matrix of one ledger, twelve months at a time, newest first, without townships in which nothing changes."""
    label = ledger_name(one.ledger, one.kind)
    last = len(one.months) - min(page_offset(MONTHS, name), (len(one.months) - 1) // MONTHS * MONTHS)
    months = one.months[max(0, last - MONTHS) : last]
    unusual = {each.month: "偏少" if each.is_few else "偏多" for each in one.unusual}
    columns = [
        sheet.Column("乡镇街道"),
        *(sheet.Column(month_name(month), "number", unusual.get(month, "")) for month in months),
        sheet.Column("合计", "number"),
    ]
    touched, still = _areas(review, one, months)
    rows = [sheet.Row([label, *_line(one, code, months)]) for code, label in touched]
    rows.append(sheet.Row(["全县", *_totals(one, months)], "total"))
    with st.container(key=f"matrix_{name}"):
        sheet.show(columns, rows, caption=f"{label}：{tally(one)}。{whole(one)}")
    lines = [LEGEND]
    if still:
        lines.append(f"另有 {still} 个乡镇街道在这些月份没有变化，未列出，已计入全县")
    if len(one.months) > MONTHS:
        lines.append(f"有变化的共 {len(one.months)} 个月，先列最近的 {MONTHS} 个月，更早的在下一页")
    prose.small_print(lines)
    turn_page(len(one.months), MONTHS, name)


def _areas(review: Review, one: LedgerReview, months: Sequence[date]) -> tuple[list[tuple[str, str]], int]:
    """Areas in which anything changes, and how many others have rows in these months."""
    cells = {
        code: [one.cells[code, month] for month in months if (code, month) in one.cells] for code, _ in review.areas
    }
    touched = [(code, name) for code, name in review.areas if any(cell.is_touched for cell in cells[code])]
    still = [code for code, found in cells.items() if found and not any(cell.is_touched for cell in found)]
    return touched, len(still)


def _line(one: LedgerReview, code: str, months: Sequence[date]) -> list[Markup]:
    cells = [one.cells.get((code, month), Cell()) for month in months]
    return [cell_markup(cell) for cell in (*cells, sum_of(cells))]


def _totals(one: LedgerReview, months: Sequence[date]) -> list[Markup]:
    """The whole county; a row that moves between townships stays in its total."""
    sums = [sum_of(cell for (_, at), cell in one.cells.items() if at == month) for month in months]
    return [cell_markup(cell) for cell in (*sums, sum_of(sums))]
