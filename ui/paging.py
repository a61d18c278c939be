"""Long lists, a page at a time; the page is part of the address."""

import streamlit as st

from ui import address_bar

PAGE = 50


def page_offset() -> int:
    """Rows before the page asked for."""
    text = address_bar.read("page", "1", keep=False)
    number = int(text) if text.isdecimal() else 1
    return (max(number, 1) - 1) * PAGE


def turn_page(total: int) -> None:
    """Buttons back and forth, drawn only where there is more than one page."""
    if total <= PAGE:
        return
    here = page_offset() // PAGE + 1
    last = -(-total // PAGE)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("上一页", disabled=here <= 1, on_click=_go, args=(here - 1,))
        st.button("下一页", disabled=here >= last, on_click=_go, args=(here + 1,))
        st.caption(f"第 {here} / {last} 页")


def _go(number: int) -> None:
    address_bar.write("page", str(number), keep=False)
