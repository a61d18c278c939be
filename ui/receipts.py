"""A receipt on screen: for every sheet an account that visibly adds up, then its problems, errors first."""

from collections.abc import Sequence

import streamlit as st

from data.build.work_facts import KEYED
from data.ledgers import LEDGERS, MEDIATION_KINDS
from data.receipt import Problem, Receipt
from ui import figure_words as words
from ui import prose, sheet
from ui.markup import join, markdown_text, tag

_PLACED = frozenset(("cases", "mediations", *KEYED))
"""Ledgers whose rows lie at an area."""
_ORDER = {"error": 0, "warning": 1, "repair": 2}
_SEVERITY = {"error": "需修正", "warning": "请留意", "repair": "已自动规范"}
MOST_PROBLEMS = 200


def ledger_label(name: str | None) -> str:
    """A ledger's Chinese name; `mediations:court` names its kind."""
    ledger, _, kind = (name or "").partition(":")
    if kind:
        return f"{MEDIATION_KINDS[kind]}台账"
    return LEDGERS[ledger].label if ledger in LEDGERS else "未识别"


_COLUMNS = [
    sheet.Column("文件〔工作表〕", "fill"),
    sheet.Column("台账"),
    sheet.Column("读取", "number", "行"),
    sheet.Column("= 新增", "number"),
    sheet.Column("+ 更新", "number"),
    sheet.Column("+ 未变", "number"),
    sheet.Column("+ 重复", "number"),
    sheet.Column("+ 待修正", "number"),
    sheet.Column("核对"),
    sheet.Column("另剔除", "number", "合计、说明行"),
    sheet.Column("未归属", "number"),
    sheet.Column("辖区外", "number"),
    sheet.Column("覆盖期间"),
]


def _cells(one: Receipt) -> list[object]:
    name = f"{one.file}〔{one.sheet}〕" if one.sheet else one.file
    if one.error_code:
        return [name, "未入库", *[words.whole(0)] * 6, "", "", "", "", ""]
    numbers = (one.rows_added, one.rows_changed, one.rows_unchanged, one.rows_repeated, one.rows_set_aside)
    placed = one.ledger in _PLACED
    return [
        name,
        ledger_label(one.ledger),
        words.whole(one.rows_read),
        *map(words.whole, numbers),
        "相符" if one.adds_up else "不符，请联系维护人员",
        words.whole(one.rows_left_out),
        _placed_words(one.unassigned) if placed else "",
        _placed_words(one.outside) if placed else "",
        f"{one.covers_start} 至 {one.covers_end}" if one.covers_start else "",
    ]


def _placed_words(rows: int | None) -> str:
    """A draft's rows are placed when it is published."""
    return "发布后计" if rows is None else words.whole(rows)


def show(receipts: Sequence[Receipt], *, caption: str, is_open: bool = True) -> None:
    """The accounts of several sheets in one table, then every refusal, then the problems of each sheet."""
    sheet.show(_COLUMNS, [sheet.Row(_cells(one)) for one in receipts], caption=caption)
    for one in receipts:
        if one.error_code:
            prose.note(join([tag("b", f"{one.file}{f'〔{one.sheet}〕' if one.sheet else ''}："), one.error or ""]))
        if one.first_imported_at:
            prose.note(f"{one.file}：与 {one.first_imported_at.replace('T', ' ')} 导入的文件完全相同，数据没有变化。")
    for one in receipts:
        if one.problems:
            show_problems(one, is_open=is_open)


def by_severity(problems: Sequence[Problem]) -> list[Problem]:
    """Errors, then warnings, then repairs; within each in the order of rows."""
    return sorted(problems, key=lambda one: (_ORDER[one.severity], one.row or 0))


def _problem_cells(one: Problem) -> list[object]:
    where = str(one.row) if one.row is not None else "、".join(map(str, one.rows[:5])) + ("…" if one.count > 5 else "")
    return [_SEVERITY[one.severity], where, one.column or "", one.value or "", f"{one.count:,}", one.sentence]


def show_problems(receipt: Receipt, *, is_open: bool) -> None:
    """The problem list of one sheet; `is_open` unfolds it where rows were set aside."""
    problems = by_severity(receipt.problems)
    tally = "，".join(
        f"{_SEVERITY[kind]} {sum(one.count for one in problems if one.severity == kind):,} 处"
        for kind in _ORDER
        if any(one.severity == kind for one in problems)
    )
    name = f"{receipt.file}{f'〔{receipt.sheet}〕' if receipt.sheet else ''}"
    with st.expander(
        markdown_text(f"{name}：{tally}"), expanded=is_open and any(one.severity == "error" for one in problems)
    ):
        columns = [
            sheet.Column("类别"),
            sheet.Column("行号", "wrap"),
            sheet.Column("列", "wrap"),
            sheet.Column("原值", "wrap"),
            sheet.Column("处数", "number"),
            sheet.Column("说明与处理办法", "fill"),
        ]
        rows = [sheet.Row(_problem_cells(one)) for one in problems[:MOST_PROBLEMS]]
        more = f"，只列出前 {MOST_PROBLEMS} 条，其余见下载的表" if len(problems) > MOST_PROBLEMS else ""
        sheet.show(columns, rows, caption=f"共 {len(problems):,} 条{more}", tall=True)
