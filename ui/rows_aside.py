"""Rows that were set aside and still wait: no import since brought the record that they name."""

import streamlit as st

from data.build.waiting import Entered, entered_since, waiting_rows
from data.store.imports import ImportRecord
from ui.open_build import OpenBuild, desk, open_build


def waiting_in(one: ImportRecord) -> int:
    """Rows of one import that still wait; a withdrawn import waits for nothing."""
    build = open_build()
    return waiting_rows(one, _entered(str(build.path), build) if build is not None else {})


def waiting_in_force() -> int:
    """Rows that still wait, of every import in force: one number for every page."""
    return sum(waiting_in(one) for one in desk().imports() if one.state == "in_force")


@st.cache_resource(max_entries=4, show_spinner=False)
def _entered(path: str, _build: OpenBuild) -> Entered:
    return entered_since(_build, desk().imports())
