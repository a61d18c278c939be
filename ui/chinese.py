"""Says in Chinese what Streamlit says in English and no style sheet reaches: the page's language, names read aloud.

The script is a file of ours and takes nothing from data; a component is how Streamlit lets one run.
"""

from pathlib import Path

import streamlit as st

_SCRIPT = Path(__file__).parent / "assets" / "chinese.js"


@st.cache_resource(show_spinner=False)
def _component() -> object:
    return st.components.v2.component("suyuan_chinese", js=_SCRIPT.read_text("utf-8"))


def speak() -> None:
    """Put the script on the page; it draws nothing."""
    mount = _component()
    assert callable(mount)
    mount(key="chinese", height=0)
