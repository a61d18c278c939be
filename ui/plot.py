"""Puts a figure on the page: our own words on its one button, and a click that goes one step down."""

from typing import Any

import plotly.graph_objects as go
import streamlit as st

_CHINESE = {
    "Download plot as a PNG": "下载图片",
    "Download plot as a png": "下载图片",
    "Download plot as PNG": "下载图片",
    "Download plot": "下载图片",
    "Taking snapshot - this may take a few seconds": "正在生成图片",
    "Snapshot succeeded": "图片已生成",
    "Sorry, there was a problem downloading your snapshot!": "图片没有生成，请重试",
}
_FORMAT = {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["¥", ""]}


def _config(file_name: str) -> dict[str, Any]:
    return {
        "displaylogo": False,
        "modeBarButtons": [["toImage"]],
        "showTips": False,
        "doubleClick": False,
        "locale": "zh-CN",
        "locales": {"zh-CN": {"moduleType": "locale", "name": "zh-CN", "dictionary": _CHINESE, "format": _FORMAT}},
        "toImageButtonOptions": {"format": "png", "filename": file_name, "scale": 2},
    }


def show(figure: go.Figure, *, key: str, alt: str, file_name: str) -> None:
    """Draw a figure that only shows."""
    st.plotly_chart(figure, key=key, config=_config(file_name), alt=alt)


def show_and_click(figure: go.Figure, *, key: str, alt: str, file_name: str) -> str | None:
    """Draw a figure whose points can be clicked; the first value of `customdata` of the one clicked, else None."""
    event = st.plotly_chart(
        figure, key=key, config=_config(file_name), alt=alt, on_select="rerun", selection_mode="points"
    )
    return clicked(event)


def clicked(event: Any) -> str | None:
    """The code carried by a clicked point."""
    points = event["selection"]["points"] if event else []
    data = points[0].get("customdata") if points else None
    if isinstance(data, dict):
        data = list(data.values())
    return str(data[0]) if data else None
