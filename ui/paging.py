"""Long lists, a page at a time; the page is part of the address."""

import streamlit as st

from ui import address_bar

PAGE = 25


def page_offset(size: int = PAGE, name: str = "page", *, total: int | None = None) -> int:
    """Rows before the page asked for; of `total` rows the last page at most, for another period may have fewer."""
    text = address_bar.read(name, "1", keep=False)
    number = int(text) if text.isdecimal() and len(text) < 7 else 1
    last = number if total is None else -(-total // size)
    return (max(min(number, last), 1) - 1) * size


def turn_page(total: int, size: int = PAGE, name: str = "page") -> None:
    """Buttons back and forth, drawn only where there is more than one page."""
    if total <= size:
        return
    here = page_offset(size, name, total=total) // size + 1
    last = -(-total // size)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("上一页", disabled=here <= 1, on_click=_go, args=(name, here - 1), key=f"{name}_back")
        st.button("下一页", disabled=here >= last, on_click=_go, args=(name, here + 1), key=f"{name}_on")
        st.html(f"<span>第 {here:,} / {last:,} 页</span>", width="content")


def _go(name: str, number: int) -> None:
    address_bar.write(name, str(number) if number > 1 else "", keep=False)
