"""From one page to another: addresses that carry the whole view."""

import threading
from urllib.parse import urlencode

import streamlit as st


class _Here(threading.local):
    """Which page this run of the program is drawing; every run has a thread of its own."""

    page: str | None = None


here = _Here()


def _kept(view: dict[str, str | None]) -> dict[str, str]:
    return {key: value for key, value in view.items() if value}


def address(page: str, **view: str | None) -> str:
    """The address of a page with its filters, for a link that can also be opened in another window."""
    pairs = urlencode(_kept(view))
    return f"{'.' if page == 'overview' else page}{'?' + pairs if pairs else ''}"


def go(page: str, **view: str | None) -> None:
    """Open a page at once, within the session."""
    st.switch_page(f"pages/{page}.py", query_params=_kept(view))


def link(page: str, label: str, **view: str | None) -> None:
    """A link in words."""
    st.page_link(f"pages/{page}.py", label=label, query_params=_kept(view))
