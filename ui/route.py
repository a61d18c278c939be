"""From one page to another: addresses that carry the whole view."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import streamlit as st

_PAGES: dict[str, Any] = {}


def remember(pages: Mapping[str, Any]) -> None:
    """Keep the page list of `app.py`; the same in every session."""
    _PAGES.update(pages)


def address(page: str, **view: str | None) -> str:
    """The address of a page with its filters, for a link that can also be opened in another window."""
    pairs = {key: value for key, value in view.items() if value}
    return f"{'.' if page == 'overview' else page}{'?' + urlencode(pairs) if pairs else ''}"


def go(page: str, **view: str | None) -> None:
    """Open a page at once, within the session."""
    st.switch_page(_PAGES[page], query_params={key: value for key, value in view.items() if value})


def link(page: str, label: str, **view: str | None) -> None:
    """A link in words."""
    st.page_link(_PAGES[page], label=label, query_params={key: value for key, value in view.items() if value})
