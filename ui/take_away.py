"""Every table can be taken away."""

from collections.abc import Callable

import streamlit as st

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook_button(title: str, make: Callable[[], bytes], *, label: str = "下载表格（xlsx）") -> None:
    """A button that makes the workbook only when it is pressed."""
    st.download_button(label, make, f"{title}.xlsx", XLSX, on_click="ignore", key=f"take_{title}")
