"""What was issued: the list, and one notice with what became of its figures since."""

from collections.abc import Sequence

import streamlit as st

from data.store.bulletins import Issued
from reports.bulletin.kinds import KINDS
from ui import route, sheet
from ui.bulletin import month_words


def times_words(notice: Issued) -> str:
    """首次定稿, or which correction it is."""
    return "首次定稿" if not notice.is_correction else f"第{notice.revision}次定稿（更正）"


def facts(notice: Issued) -> str:
    """Who issued it when, from which build, under which definition."""
    return (
        f"{notice.issued_by}于{notice.issued_at:%Y-%m-%d %H:%M}{times_words(notice)}；"
        f"数据版本第{notice.build}号，口径{notice.definition.label}。"
    )


def listed(notices: Sequence[Issued]) -> None:
    """Every issued notice, the newest first; each opens as it was."""
    st.subheader("已定稿的通报", anchor=False)
    columns = [
        sheet.Column("月份"),
        sheet.Column("种类", "words"),
        sheet.Column("定稿", "words"),
        sheet.Column("时间"),
        sheet.Column("定稿人"),
        sheet.Column("数据版本", "number"),
        sheet.Column("口径", "words"),
    ]
    rows = [sheet.Row(_cells(one)) for one in notices]
    sheet.show(columns, rows, caption=f"共 {len(rows):,} 份，新的在前；点击月份查看、下载", tall=len(rows) > 15)


def _cells(one: Issued) -> list[object]:
    where = route.address("bulletin", kind=one.kind, month=one.month.isoformat()[:7], issued=str(one.id))
    kind = KINDS.get(one.kind)
    return [
        sheet.anchor(month_words(one.month), where),
        kind.label if kind else one.kind,
        times_words(one),
        f"{one.issued_at:%Y-%m-%d %H:%M}",
        one.issued_by,
        f"{one.build}",
        one.definition.label,
    ]
