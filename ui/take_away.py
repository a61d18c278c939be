"""Every table can be taken away, with its definition and period inside."""

from collections.abc import Sequence

import streamlit as st

from reports.table_workbook import Cell, SheetColumn, table_workbook

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook_button(
    title: str, columns: Sequence[SheetColumn], rows: Sequence[Sequence[Cell]], card: Sequence[tuple[str, str]]
) -> None:
    """A button that makes the workbook only when it is pressed."""
    st.download_button(
        "下载表格（xlsx）",
        lambda: table_workbook(title, columns, rows, card),
        f"{title}.xlsx",
        _XLSX,
        on_click="ignore",
        key=f"take_{title}",
    )
