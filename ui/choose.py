"""Selectors that live in the address bar."""

from collections.abc import Mapping, Sequence

import streamlit as st

from metrics import METRICS, Metric
from ui import address_bar


def metric(label: str = "指标", default: str = "litigation_rate", names: Sequence[str] = tuple(METRICS)) -> Metric:
    """The metric of the page, one of `names`."""
    name = address_bar.read("metric", default, names, label="指标")
    options = list(names)
    bound = address_bar.bound("metric", name)
    st.selectbox(
        label,
        options,
        format_func=lambda one: f"{METRICS[one].family}　{METRICS[one].label}",
        placeholder="请选择",
        width=300,
        **bound,
    )
    return METRICS[name]


def area(names: Mapping[str, str], codes: Sequence[str], label: str = "乡镇街道") -> str:
    """The township of the page, by code."""
    code = address_bar.read("area", codes[0], codes, label="乡镇街道")
    st.selectbox(
        label,
        list(codes),
        format_func=names.__getitem__,
        placeholder="请选择",
        width=240,
        **address_bar.bound("area", code),
    )
    return code
